import { createLazyRoute } from '@tanstack/react-router';
import { AboutPage } from '../about-page.tsx';

export const route = createLazyRoute('/about')({ component: AboutPage });
