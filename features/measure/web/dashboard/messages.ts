import { dashboardEn } from './dashboard-en.ts';
import { dashboardFr } from './dashboard-fr.ts';

/** The words of dashboards. */
export const messages = { en: dashboardEn, fr: dashboardFr } as const;
