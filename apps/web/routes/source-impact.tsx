import { createLazyRoute } from '@tanstack/react-router';
import { ImpactScreen } from '../sources/impact-screen.tsx';

export const route = createLazyRoute('/w/$workspaceId/sources/$sourceId/impact')({ component: ImpactScreen });
