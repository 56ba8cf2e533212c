import { createLazyRoute } from '@tanstack/react-router';
import { IndicatorScreen } from '../indicators/indicator-screen.tsx';

export const route = createLazyRoute('/w/$workspaceId/indicators/$indicatorId')({
  component: IndicatorScreen,
});
