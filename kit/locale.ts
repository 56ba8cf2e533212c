import { z } from 'zod';

export const locales = ['fr', 'en'] as const;
export const localeSchema = z.enum(locales);
/** Language of the interface; content stays in its own language. */
export type Locale = z.infer<typeof localeSchema>;
