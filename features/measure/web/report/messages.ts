import { reportEn } from './report-en.ts';
import { reportFr } from './report-fr.ts';

/** The words of the report for the committee. */
export const messages = { en: reportEn, fr: reportFr } as const;
