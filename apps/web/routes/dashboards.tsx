import { createLazyRoute } from '@tanstack/react-router';
import { DashboardScreen } from '../dashboard/dashboard-screen.tsx';

export const route = createLazyRoute('/w/$workspaceId/dashboards')({ component: DashboardScreen });
