import { indicatorEn } from './indicator-en.ts';
import { indicatorFr } from './indicator-fr.ts';

/** The words of indicators. */
export const messages = { en: indicatorEn, fr: indicatorFr } as const;
