import { createLazyRoute } from '@tanstack/react-router';
import { IdentitiesScreen } from '../sources/identities-screen.tsx';

export const route = createLazyRoute('/w/$workspaceId/sources/identities')({ component: IdentitiesScreen });
