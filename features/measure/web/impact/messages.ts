import { impactEn } from './impact-en.ts';
import { impactFr } from './impact-fr.ts';

/** The words of the page that says what counts in lived journeys. */
export const messages = { en: impactEn, fr: impactFr } as const;
