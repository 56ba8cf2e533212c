import { z } from 'zod';
import { guessDecimal, readNumber } from './number-reader.ts';
import { type TimeFormat, timeFormatSchema } from './time-format.ts';
import { TimeReader } from './time-reader.ts';

/** Cells that programs write where they have nothing. */
export const missingWords = [
  'NA',
  'N/A',
  '#N/A',
  'NULL',
  'null',
  'None',
  'NaN',
  'nan',
  'nil',
  'NIL',
  '\\N',
  '-',
] as const;
const missing: ReadonlySet<string> = new Set(missingWords);

export const columnKindSchema = z.enum(['empty', 'number', 'time', 'boolean', 'text']);

/** What a sample of its values says of a column. */
export const columnGuessSchema = z.object({
  name: z.string(),
  kind: columnKindSchema,
  /** A few different values, as written. */
  examples: z.array(z.string()),
  /** Values looked at; those that are not missing; different ones among them. */
  seen: z.int(),
  filled: z.int(),
  distinct: z.int(),
  /** Words of the sample that mean "nothing". */
  missing: z.array(z.string()),
  number: z
    .object({ decimal: z.enum(['.', ',']), integers: z.boolean(), min: z.number(), max: z.number() })
    .nullable(),
  time: z
    .object({
      format: timeFormatSchema,
      /** Day and month can be swapped in every value of the sample. */
      ambiguous: z.boolean(),
      /** Do the values say their zone? */
      zone: z.enum(['all', 'some', 'none']),
      /** Values of the sample that are no possible moment. */
      refused: z.int(),
    })
    .nullable(),
});
export type ColumnGuess = z.infer<typeof columnGuessSchema>;

const enough = 0.9;

type TimeGuess = NonNullable<ColumnGuess['time']>;

function tryFormat(values: readonly string[], format: TimeFormat) {
  const reader = new TimeReader(format, 'UTC');
  let good = 0;
  let shaped = 0;
  let zoned = 0;
  for (const value of values) {
    if (!Number.isNaN(reader.read(value))) good++;
    if (reader.status !== 'unreadable') shaped++;
    if (reader.zoned) zoned++;
  }
  return { good, shaped, zoned };
}

const dateWord = /date|time|heure|jour|horodat|timestamp|_at$|^at$|^on$|moment|created|updated|when|quand/i;

function guessTime(name: string, values: readonly string[]): TimeGuess | null {
  const result = (format: TimeFormat, good: number, zoned: number, ambiguous = false): TimeGuess => ({
    format,
    ambiguous,
    zone: zoned === 0 ? 'none' : zoned >= good ? 'all' : 'some',
    refused: values.length - good,
  });
  const integers = values.every((value) => /^\d+([.,]\d+)?$/.test(value));
  if (!integers || values.every((value) => /^(19|20)\d{6}(\d{6})?$/.test(value))) {
    const iso = tryFormat(values, 'iso');
    if (iso.good > 0 && iso.shaped >= values.length * enough) return result('iso', iso.good, iso.zoned);
    const days = tryFormat(values, 'day-first');
    const months = tryFormat(values, 'month-first');
    const best = days.good >= months.good ? days : months;
    if (best.good === 0 || best.shaped < values.length * enough) return null;
    const format = best === days ? 'day-first' : 'month-first';
    return result(format, best.good, best.zoned, days.good === months.good);
  }
  const numbers = values.map((value) => Number(value.replace(',', '.')));
  const all = (low: number, high: number): boolean => numbers.every((n) => n >= low && n <= high);
  const named = dateWord.test(name);
  if (all(631_152_000_000, 4_102_444_800_000)) return result('epoch-ms', values.length, values.length);
  if (named && all(631_152_000, 4_102_444_800)) return result('epoch-s', values.length, values.length);
  if (named && all(20_000, 80_000)) return result('excel', values.length, 0);
  return null;
}

function guessNumber(values: readonly string[]): ColumnGuess['number'] {
  const decimal = guessDecimal(values);
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let good = 0;
  let integers = true;
  for (const value of values) {
    const number = readNumber(value, decimal);
    if (Number.isNaN(number)) continue;
    good++;
    if (number < min) min = number;
    if (number > max) max = number;
    if (!Number.isInteger(number)) integers = false;
  }
  return good > 0 && good >= values.length * enough ? { decimal, integers, min, max } : null;
}

const yesOrNo: ReadonlySet<string> = new Set([
  'true',
  'false',
  'yes',
  'no',
  'oui',
  'non',
  'vrai',
  'faux',
  't',
  'f',
  'y',
  'n',
  'o',
]);

/** Guesses from a name and a sample of values as written. */
export function guessColumn(name: string, sample: readonly string[]): ColumnGuess {
  const cells = sample.map((value) => value.trim());
  const values = cells.filter((value) => value !== '' && !missing.has(value));
  const distinct = new Set(values);
  const time = values.length > 0 ? guessTime(name, values) : null;
  const number = values.length > 0 && !time ? guessNumber(values) : null;
  const boolean = distinct.size <= 2 && [...distinct].every((value) => yesOrNo.has(value.toLowerCase()));
  return {
    name,
    kind: values.length === 0 ? 'empty' : time ? 'time' : boolean ? 'boolean' : number ? 'number' : 'text',
    examples: [...distinct].slice(0, 5).map((value) => value.slice(0, 200)),
    seen: sample.length,
    filled: values.length,
    distinct: distinct.size,
    missing: [...new Set(cells)].filter((cell) => missing.has(cell)),
    number,
    time,
  };
}
