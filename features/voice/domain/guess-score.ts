import type { ScoreKind } from '#touchpoint/domain/binding.ts';
import { readNumber, type Scale, suitsNps } from './answer.ts';
import type { ColumnProfile } from './column-profile.ts';
import { isNoAnswerWord, isUsualNoAnswerNumber } from './no-answer-words.ts';

/** A column that could be a score, and how sure that is. */
export type ScoreCandidate = {
  readonly profile: ColumnProfile;
  readonly kind: ScoreKind;
  readonly scale: Scale;
  /** Values proposed to mean "no answer"; other values outside the scale stay refused. */
  readonly noAnswer: readonly string[];
  /** What the name says, if anything. */
  readonly hint: ScoreKind | null;
  /** Mean of the values inside the scale. */
  readonly mean: number;
};

const hints: readonly (readonly [ScoreKind, RegExp])[] = [
  ['nps', /(^|[^a-z])nps([^a-z]|$)|net[ _-]?pro|recommend|recommand/],
  ['ces', /(^|[^a-z])ces([^a-z]|$)|effort|facilit[eé]|ease([^a-z]|$)|easy/],
  ['csat', /c?sat([^a-z]|$)|satisf/],
  ['mean', /rat(e|ing)([^a-z]|$)|score|(^|[^a-z])notes?([^a-z]|$)|[eé]val|qualit|stars?([^a-z]|$)|étoiles?/],
];

/** Names of things that are counted or coded in few whole numbers, and are no opinion. */
const notScores =
  /(^|[^a-z])(id|age|âge|sex|gender|genre|income|revenus?|day|jour|month|mois|year|ann[eé]e|week|semaine|hour|heure|zip|postal|code|count|nb|number|nombre|lang|langue|language|segment|group|groupe|class|region|r[eé]gion|wave|vague|quarter|trimestre)([^a-z]|$)/;

/** In the order they are tried: the widest scale whose ends are really used. */
const scales: readonly Scale[] = [
  { min: 0, max: 10 },
  { min: 1, max: 10 },
  { min: 1, max: 7 },
  { min: 1, max: 5 },
  { min: 0, max: 5 },
  { min: 1, max: 4 },
  { min: 0, max: 100 },
];

export const scoreHint = (name: string): ScoreKind | null =>
  hints.find(([, pattern]) => pattern.test(name.toLowerCase()))?.[0] ?? null;

type Spread = {
  readonly inside: number;
  readonly outside: number;
  readonly distinctInside: number;
  readonly distinctOutside: number;
  readonly lowest: boolean;
  readonly highest: boolean;
  readonly sum: number;
};

function spread(profile: ColumnProfile, scale: Scale): Spread {
  let inside = 0;
  let outside = 0;
  let distinctInside = 0;
  let distinctOutside = 0;
  let sum = 0;
  const numbers = new Set<number>();
  for (const { value, count } of profile.values) {
    const number = readNumber(value);
    if (number === null && isNoAnswerWord(value)) continue;
    if (number !== null && number >= scale.min && number <= scale.max) {
      inside += count;
      distinctInside++;
      sum += count * number;
      numbers.add(number);
    } else {
      outside += count;
      distinctOutside++;
    }
  }
  return {
    inside,
    outside,
    distinctInside,
    distinctOutside,
    lowest: numbers.has(scale.min),
    highest: numbers.has(scale.max),
    sum,
  };
}

/** Codes are few: more different values outside than this and the column is something else. */
const outsideAllowed = 3;

function fits(profile: ColumnProfile, scale: Scale, hinted: boolean): Spread | null {
  const found = spread(profile, scale);
  const span = scale.max - scale.min;
  if (found.inside === 0 || found.distinctOutside > outsideAllowed) return null;
  // A code such as "never used" may well be commoner than the answers; a column of codes is not a score.
  if (found.inside < 0.2 * (found.inside + found.outside)) return null;
  const whole = profile.wholes === profile.numbers;
  if (span === 100) return hinted && found.highest && found.distinctInside >= 12 ? found : null;
  if (!whole && !hinted) return null;
  if (span === 3 || scale.min === 0) {
    if (span < 10 && !(hinted && found.highest && found.lowest)) return null;
  }
  const nearEnds = found.highest && (found.lowest || found.distinctInside >= span - 1);
  const enough = found.distinctInside >= Math.min(span, span >= 9 ? 6 : 4);
  return nearEnds && enough ? found : null;
}

/** Values that are not on the scale and usually mean "no answer": words, 0 under a scale from 1, the number after its end. */
function proposedCodes(profile: ColumnProfile, scale: Scale): string[] {
  return profile.values
    .filter(({ value }) => {
      const number = readNumber(value);
      if (number === null) return isNoAnswerWord(value);
      if (number >= scale.min && number <= scale.max) return false;
      return number === scale.max + 1 || (number === 0 && scale.min === 1) || isUsualNoAnswerNumber(number);
    })
    .map(({ value }) => value)
    .slice(0, 50);
}

function kindFor(hint: ScoreKind | null, scale: Scale): ScoreKind {
  if (hint === 'nps') return suitsNps(scale) ? 'nps' : 'mean';
  if (hint === 'ces' || hint === 'csat') return hint;
  // Grades from 1 to 5 are read as satisfaction: the mean is what a map shows, the two best answers stand beside it.
  return scale.min === 1 && scale.max === 5 ? 'csat' : 'mean';
}

/** What a column would be as a score, or null when its values do not look like answers on any usual scale. */
export function scoreCandidate(profile: ColumnProfile): ScoreCandidate | null {
  const hint = scoreHint(profile.column);
  if (profile.manyValues || profile.numbers === 0) return null;
  if (hint === null && notScores.test(profile.column.toLowerCase())) return null;
  // The recommendation question is asked on 0–10, whatever values happened to be given.
  if (hint === 'nps') {
    const scale = { min: 0, max: 10 };
    const found = spread(profile, scale);
    if (found.highest && found.inside >= 0.5 * (found.inside + found.outside)) {
      return candidate(profile, scale, hint, found);
    }
  }
  for (const scale of scales) {
    const found = fits(profile, scale, hint !== null);
    if (found) return candidate(profile, scale, hint, found);
  }
  return null;
}

const candidate = (
  profile: ColumnProfile,
  scale: Scale,
  hint: ScoreKind | null,
  found: Spread,
): ScoreCandidate => ({
  profile,
  kind: kindFor(hint, scale),
  scale,
  noAnswer: proposedCodes(profile, scale),
  hint,
  mean: found.sum / found.inside,
});

/** The question a column belongs to: "Q7" of Q7FOOD, "note" of note_3; null when the name says nothing. */
export function batteryOf(column: string): string | null {
  const name = column.trim().toLowerCase();
  return (
    /^([a-z]+\d+)[a-zà-ÿ_ .:-]/.exec(name)?.[1] ??
    /^(.*\S)[ _.:-]*\d+$/.exec(name)?.[1] ??
    /^([^_:[\].]{2,})[_:[.]/.exec(name)?.[1] ??
    null
  );
}
