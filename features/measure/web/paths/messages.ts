import { pathsEn } from './paths-en.ts';
import { pathsFr } from './paths-fr.ts';

/** The words of the pages of lived journeys. */
export const messages = { en: pathsEn, fr: pathsFr } as const;
