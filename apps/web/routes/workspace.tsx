import { createLazyRoute } from '@tanstack/react-router';
import { HomePage } from '../home/home-page.tsx';

export const route = createLazyRoute('/w/$workspaceId')({ component: HomePage });
