import { figuresEn } from './figures-en.ts';
import { figuresFr } from './figures-fr.ts';
import { importEn } from './import/import-en.ts';
import { importFr } from './import/import-fr.ts';
import { makingEn } from './making/making-en.ts';
import { makingFr } from './making/making-fr.ts';
import { mapEn } from './map/map-en.ts';
import { mapFr } from './map/map-fr.ts';
import { sourcesEn } from './sources/sources-en.ts';
import { sourcesFr } from './sources/sources-fr.ts';

/** The words of the measure room. */
export const messages = {
  en: { ...figuresEn, ...importEn, ...makingEn, ...mapEn, ...sourcesEn },
  fr: { ...figuresFr, ...importFr, ...makingFr, ...mapFr, ...sourcesFr },
} as const;
