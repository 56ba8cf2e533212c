import { createLazyRoute } from '@tanstack/react-router';
import { SourceRoute } from '../sources/source-route.tsx';

export const route = createLazyRoute('/w/$workspaceId/sources/$sourceId')({ component: SourceRoute });
