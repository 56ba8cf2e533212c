import { oneByOneEn } from './one-by-one-en.ts';
import { oneByOneFr } from './one-by-one-fr.ts';
import { pathsEn } from './paths-en.ts';
import { pathsFr } from './paths-fr.ts';
import { summariesEn } from './summaries-en.ts';
import { summariesFr } from './summaries-fr.ts';

/** The words of the pages of lived journeys. */
export const messages = {
  en: { ...pathsEn, ...oneByOneEn, ...summariesEn },
  fr: { ...pathsFr, ...oneByOneFr, ...summariesFr },
} as const;
