import type { Locale } from '#kit/locale.ts';

/** The same thing said in both languages. */
export type Said = { readonly fr: string; readonly en: string };

export const inLanguage = (said: Said | undefined, language: Locale): string => said?.[language] ?? '';
