import { createLazyRoute } from '@tanstack/react-router';
import { IndicatorsScreen } from '../indicators/indicators-screen.tsx';

export const route = createLazyRoute('/w/$workspaceId/indicators')({ component: IndicatorsScreen });
