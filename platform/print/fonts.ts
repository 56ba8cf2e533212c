import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import { unpackWoff } from './woff.ts';

/** The weights of Inter that are printed. */
export type Weight = 400 | 500 | 700;

type TextSetting = { readonly size: number; readonly weight: Weight; readonly tracking: number };

/*
 * Inter (SIL Open Font License 1.1) as its package cuts it: one file a writing system. A text is set in as many pieces as
 * it takes files, so that a name in Greek or Polish is printed like the rest.
 */
const writings = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'vietnamese',
] as const;

export type Face = { readonly id: string; readonly data: Buffer; readonly font: fontkit.Font };

/** A piece of text in one file. */
export type Run = { readonly face: Face; readonly text: string };

const faces = new Map<string, Face>();

function face(writing: (typeof writings)[number], weight: Weight): Face {
  const id = `inter-${writing}-${weight}`;
  const known = faces.get(id);
  if (known) return known;
  const file = fileURLToPath(import.meta.resolve(`@fontsource/inter/files/${id}-normal.woff`));
  const data = unpackWoff(readFileSync(file));
  const made: Face = { id, data, font: fontkit.create(data) as fontkit.Font };
  faces.set(id, made);
  return made;
}

/** Inter has no narrow unbreakable space: a thin space is as wide, and a set line does not break any more. */
const drawn = (text: string): string => text.replace(/\u202f/g, '\u2009').replace(/\u2011/g, '-');

/** What Inter cannot draw and nobody misses in print: emoji and what joins them. */
const unprintable = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Variation_Selector}|\u{200d}/gu;
const keptSigns = new Set(['©', '®', '™']);

/** A text in pieces that one file can draw each. A letter that none has is drawn as a box, by the first. */
export function runsOf(text: string, weight: Weight): Run[] {
  const clean = drawn(text).replace(unprintable, (sign) => (keptSigns.has(sign) ? sign : ''));
  const runs: { face: Face; text: string }[] = [];
  for (const letter of clean) {
    const point = letter.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    if (last?.face.font.hasGlyphForCodePoint(point)) {
      last.text += letter;
      continue;
    }
    const found = writings
      .map((writing) => face(writing, weight))
      .find(({ font }) => font.hasGlyphForCodePoint(point));
    if (last && !found) last.text += letter;
    else runs.push({ face: found ?? face('latin', weight), text: letter });
  }
  return runs;
}

/**
 * Contextual forms are left out: Inter's are for code and arithmetic, and looking for them takes nine tenths of the time.
 */
export const features = { calt: false };

/** Width of a run at size 1. */
export const advanceOf = ({ face: { font }, text }: Run): number =>
  font.layout(text, features).advanceWidth / font.unitsPerEm;

const widths = new Map<string, number>();
const mostWidths = 20_000;

/** Widths as Inter has them. Words come back: their widths are remembered. */
export const measure = (text: string, { size, weight, tracking }: TextSetting): number => {
  const key = `${weight}${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    width = runsOf(text, weight).reduce((sum, run) => sum + advanceOf(run), 0);
    if (widths.size >= mostWidths) widths.clear();
    widths.set(key, width);
  }
  return (width + tracking * [...text].length) * size;
};
