import { type ColumnGuess, guessColumn } from '#kit/table/column-guess.ts';
import { readNumber } from '#kit/table/number-reader.ts';

/** A column of the sample with what is needed to guess its part. Cells are trimmed. */
export type ColumnProfile = {
  readonly name: string;
  readonly guess: ColumnGuess;
  /** Filled cells, missing words left out. */
  readonly values: readonly string[];
  /** Different values with their count, commonest first. */
  readonly counts: readonly (readonly [value: string, count: number])[];
  /** Numbers of `values` that read as such; empty unless the column looks like numbers. */
  readonly numbers: readonly number[];
};

export function profileColumn(name: string, cells: readonly string[]): ColumnProfile {
  const guess = guessColumn(name, cells);
  const missing = new Set(guess.missing);
  const values = cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && !missing.has(cell));
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const decimal = guess.number?.decimal;
  return {
    name,
    guess,
    values,
    counts: [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
    numbers: decimal ? values.map((value) => readNumber(value, decimal)).filter((x) => !Number.isNaN(x)) : [],
  };
}

const named =
  /(^|[^a-zà-ÿ])(id|ids|uuid|guid|identifiant|identifier|numero|numéro|matricule|siret|siren|iban|ref|reference|référence|e-?mail|mail|phone|tel|telephone|téléphone)([^a-zà-ÿ]|$)|(?:customer|client|user|account|compte|contact|member|order|record|row)[ _-]?(id|no|num|number|key)|[a-z]I[Dd]$/i;
const coded =
  /(^|[^a-zà-ÿ])(code|zip|zipcode|postcode|postal|cp|agent|agency|agence|company|store|shop|magasin|department|département|departement|insee|naf|cohort)([^a-zà-ÿ]|$)/i;

/** One value per customer: a name of something, which says nothing of how customers are alike. */
export function looksLikeIdentifier({ name, values, counts, guess, numbers }: ColumnProfile): boolean {
  const n = values.length;
  if (n < 10) return named.test(name) && counts.length === n;
  const unique = counts.length / n;
  if (named.test(name) && unique > 0.9) return guess.number === null || guess.number.integers;
  if (guess.number) {
    if (!guess.number.integers || unique < 1) return false;
    // 1, 2, 3 … or numbers that only grow down the file.
    const growing = numbers.every((x, i) => i === 0 || x > numbers[i - 1]!);
    return growing || guess.number.max - guess.number.min === n - 1;
  }
  return unique > 0.9 && values.every((value) => value.length <= 64 && !/\s/.test(value));
}

/** Digits that name something (a postcode, an agency): nothing is "more" in them. */
export const looksLikeCode = ({ name, values, guess }: ColumnProfile): boolean =>
  guess.number?.integers === true &&
  (coded.test(name) || values.some((value) => /^0\d/.test(value)) || named.test(name));

/** Sentences, or nearly as many different values as cells. */
export function looksLikeText({ values, counts }: ColumnProfile): boolean {
  const words =
    values.reduce((sum, value) => sum + value.split(/\s+/).length, 0) / Math.max(1, values.length);
  return (words >= 4 && counts.length > 30) || (counts.length > 50 && counts.length > values.length / 2);
}

const afterwards =
  /(^|[^a-zà-ÿ])(churn|churned|outcome|target|label|is_cancell?ed|cancell?ed|canceled|annulé|annulée|résilié|resilie|résiliation|resiliation|attrition|parti|perdu|lost|converted|converti|conversion|exited)([^a-zà-ÿ]|$)/i;

/** A result rather than a trait: whether the customer left, cancelled, bought. */
export const looksLikeOutcome = ({ name, counts }: ColumnProfile): boolean =>
  afterwards.test(name) && counts.length >= 2 && counts.length <= 6;

/** Third standardised moment. */
export function skewness(values: readonly number[]): number {
  const n = values.length;
  if (n < 3) return 0;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  let m2 = 0;
  let m3 = 0;
  for (const x of values) {
    m2 += (x - mean) ** 2;
    m3 += (x - mean) ** 3;
  }
  return m2 > 0 ? m3 / n / (m2 / n) ** 1.5 : 0;
}
