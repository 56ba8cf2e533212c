import type { ScoreColumn } from './survey.ts';

/** What it takes to read the cells of one score column. */
export type ScoreRule = Pick<ScoreColumn, 'kind' | 'scale' | 'noAnswer'>;

export type RefusedReason = 'not-a-number' | 'outside-scale' | 'not-whole';

/** One cell, read. `blank`: nothing written; `code`: declared to mean "no answer". */
export type AnswerReading =
  | { readonly reading: 'answer'; readonly value: number }
  | { readonly reading: 'no-answer'; readonly reason: 'blank' | 'code' }
  | { readonly reading: 'refused'; readonly reason: RefusedReason };

/** A cell as it is kept: without the blanks around it, no-break and narrow ones included. */
export const trimCell = (raw: string): string => raw.trim();

const plainNumber = /^[+\-−]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/;

/**
 * The number written in a cell: digits with an optional sign and a decimal point or comma (`4`, `4,5`, `.5`, `-1`).
 * Null for everything else: a label ("Très satisfait"), a fraction ("4/5"), an exponent, thousands. A comma is
 * always decimal: "1,200" is 1.2, since no answer and no weight is written in thousands.
 */
export function readNumber(raw: string): number | null {
  const text = trimCell(raw);
  if (!plainNumber.test(text)) return null;
  const value = Number(text.replace(',', '.').replace('−', '-'));
  return Number.isFinite(value) ? value : null;
}

/** True when a cell holds one of the codes: the same text, or the same number written otherwise ("11" and "11.0"). */
export function isNoAnswerCode(raw: string, codes: readonly string[]): boolean {
  const text = trimCell(raw);
  const value = readNumber(text);
  return codes.some((code) => trimCell(code) === text || (value !== null && readNumber(code) === value));
}

/**
 * How one cell of a score column counts. The order is the rule: blank, then declared codes (even inside the scale:
 * who declares 0 as "never used" means it), then numbers inside the scale; anything else is refused. The
 * recommendation question has whole answers only.
 */
export function readAnswer(raw: string, rule: ScoreRule): AnswerReading {
  const text = trimCell(raw);
  if (text === '') return { reading: 'no-answer', reason: 'blank' };
  if (isNoAnswerCode(text, rule.noAnswer)) return { reading: 'no-answer', reason: 'code' };
  const value = readNumber(text);
  if (value === null) return { reading: 'refused', reason: 'not-a-number' };
  if (value < rule.scale.min || value > rule.scale.max)
    return { reading: 'refused', reason: 'outside-scale' };
  if (rule.kind === 'nps' && !Number.isInteger(value)) return { reading: 'refused', reason: 'not-whole' };
  return { reading: 'answer', value };
}

/** Weight of a respondent: a positive number; null (left out of weighted figures, and counted) for anything else. */
export function readWeight(raw: string): number | null {
  const value = readNumber(raw);
  return value !== null && value > 0 ? value : null;
}

export type Scale = { readonly min: number; readonly max: number };

/** 9–10 promote, 7–8 are passive, 0–6 detract. */
export const npsBounds = { promoterFrom: 9, detractorTo: 6 } as const;

/**
 * Lowest answer that counts as satisfied in a CSAT share ("top two boxes"). On a scale of four answers or more counted
 * one by one (1–4 … 0–10) these are the two best answers; on shorter ones only the best; on a slider (more than
 * eleven positions, 0–100) the best fifth of its length, as two boxes are of ten.
 */
export function satisfiedFrom(scale: Scale): number {
  const span = scale.max - scale.min;
  if (span > 10) return scale.max - span / 5;
  return span >= 3 ? scale.max - 1 : scale.max;
}

/** Whether the recommendation formula applies to a scale: it is defined on 0–10 (some tools leave out the 0). */
export const suitsNps = (scale: Scale): boolean => scale.max === 10 && (scale.min === 0 || scale.min === 1);
