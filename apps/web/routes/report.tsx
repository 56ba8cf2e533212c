import { createLazyRoute } from '@tanstack/react-router';
import { ReportScreen } from '../report/report-screen.tsx';

export const route = createLazyRoute('/w/$workspaceId/report')({ component: ReportScreen });
