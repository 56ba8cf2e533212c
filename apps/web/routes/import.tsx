import { createLazyRoute } from '@tanstack/react-router';
import { ImportPage } from '../import/import-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/import')({ component: ImportPage });
