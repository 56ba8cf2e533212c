import { createLazyRoute } from '@tanstack/react-router';
import { PersonasPage } from '../personas/personas-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/personas')({ component: PersonasPage });
