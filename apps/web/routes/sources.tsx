import { createLazyRoute } from '@tanstack/react-router';
import { SourcesPage } from '../sources/sources-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/sources')({ component: SourcesPage });
