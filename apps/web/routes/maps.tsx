import { createLazyRoute } from '@tanstack/react-router';
import { MapsPage } from '../maps/maps-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/maps')({ component: MapsPage });
