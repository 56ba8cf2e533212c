import { createLazyRoute } from '@tanstack/react-router';
import { PathsScreen } from '../sources/paths-screen.tsx';

export const route = createLazyRoute('/w/$workspaceId/sources/$sourceId/paths')({ component: PathsScreen });
