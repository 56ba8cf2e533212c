import { createLazyRoute } from '@tanstack/react-router';
import { SurveyRoute } from '../surveys/survey-route.tsx';

export const route = createLazyRoute('/w/$workspaceId/surveys/$surveyId')({ component: SurveyRoute });
