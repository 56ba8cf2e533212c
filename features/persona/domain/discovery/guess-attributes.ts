import type { Attribute, Correction, Corrections, Note } from './attribute.ts';
import {
  type ColumnProfile,
  looksLikeCode,
  looksLikeIdentifier,
  looksLikeOutcome,
  looksLikeText,
  profileColumn,
  skewness,
} from './column-profile.ts';
import { optionsInCell, spreadQuestions } from './multiple-choice.ts';
import { orderOf } from './scale-words.ts';

/** Levels of a nominal attribute told one by one; the rest becomes "other". */
const mostLevels = 24;
const wholeScale = 11;

type Common = Pick<Attribute, 'id' | 'use' | 'outcome' | 'missing'>;

const note = (
  code: string,
  attribute: string,
  params: Note['params'] = {},
  severity: Note['severity'] = 'info',
): Note => ({ code: `persona.discovery.${code}`, attribute, severity, params: { attribute, ...params } });

/** "4.0" and "4" are the same step of a scale. */
const asWhole = (value: string): string => String(Number(value.replace(',', '.')));

function nominal(profile: ColumnProfile, common: Common, told: Correction, notes: Note[]): Attribute {
  const { name, counts, values } = profile;
  if (told.levels)
    return {
      ...common,
      type: 'nominal',
      column: name,
      levels: counts.some(([value]) => !told.levels!.includes(value)) ? [...told.levels, '…'] : told.levels,
      others: counts.some(([value]) => !told.levels!.includes(value)),
    };
  const levels = counts.map(([value]) => value);
  if (levels.length <= mostLevels + 1)
    return { ...common, type: 'nominal', column: name, levels, others: false };
  const kept = counts.slice(0, mostLevels);
  const covered = kept.reduce((sum, [, count]) => sum + count, 0) / values.length;
  if (covered < 0.7 && !told.type) {
    notes.push(note('too-many-levels', name, { levels: levels.length }, 'warning'));
    return { ...common, type: 'text', column: name, use: false };
  }
  notes.push(
    note('levels-grouped', name, {
      levels: levels.length,
      kept: mostLevels,
      percent: Math.round(100 * covered),
    }),
  );
  return {
    ...common,
    type: 'nominal',
    column: name,
    levels: [...kept.map(([value]) => value), '…'],
    others: true,
  };
}

/** Cuts that set the value most rows hold apart from what is above and below it. */
function cutsAround(atom: number, numbers: readonly number[]): number[] {
  const distinct = [...new Set(numbers)].sort((a, b) => a - b);
  const next = distinct.find((x) => x > atom);
  const edges = atom > distinct[0]! ? [atom] : [];
  const above = numbers.filter((x) => x > atom).sort((a, b) => a - b);
  if (next !== undefined) edges.push(next);
  if (above.length >= 60) {
    const median = above[above.length >> 1]!;
    if (next !== undefined && median > next) edges.push(median);
  }
  return edges;
}

function numeric(profile: ColumnProfile, common: Common, told: Correction, notes: Note[]): Attribute {
  const { name, guess, numbers, values } = profile;
  const decimal = told.decimal ?? guess.number?.decimal ?? '.';
  const base = { ...common, type: 'numeric' as const, column: name, decimal };
  if (values.length > numbers.length && numbers.length > 0)
    notes.push(note('not-numbers', name, { cells: values.length - numbers.length }));
  const counts = new Map<number, number>();
  let atom = numbers[0] ?? 0;
  for (const x of numbers) {
    const count = (counts.get(x) ?? 0) + 1;
    counts.set(x, count);
    if (count > counts.get(atom)!) atom = x;
  }
  const share = (counts.get(atom) ?? 0) / Math.max(1, numbers.length);
  if (told.edges !== undefined) return { ...base, scale: told.scale ?? 'linear', edges: told.edges };
  if (share >= 0.5 && told.scale === undefined) {
    const edges = cutsAround(atom, numbers);
    if (edges.length > 0) {
      notes.push(note('number-cut', name, { value: atom, percent: Math.round(100 * share) }));
      return { ...base, scale: 'linear', edges };
    }
  }
  if (told.scale) return { ...base, scale: told.scale, edges: null };
  const skew = skewness(numbers);
  const low = numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const scale = low > 0 ? 'log' : 'log1p';
  if (skew > 1 && low >= 0 && numbers.length >= 20) {
    const after = skewness(numbers.map((x) => (scale === 'log' ? Math.log(x) : Math.log1p(x))));
    if (Math.abs(after) < skew / 2) {
      notes.push(note('log-proposed', name));
      return { ...base, scale, edges: null };
    }
  }
  return { ...base, scale: 'linear', edges: null };
}

function ordinal(profile: ColumnProfile, common: Common, told: Correction): Attribute | null {
  const { name, counts, guess, numbers } = profile;
  const base = { ...common, type: 'ordinal' as const, column: name };
  if (told.levels) return { ...base, levels: told.levels };
  if (guess.number && numbers.length === profile.values.length) {
    const levels = [...new Set(numbers)].sort((a, b) => a - b).map(String);
    return levels.length >= 2 && levels.length <= 60 ? { ...base, levels } : null;
  }
  const order = orderOf(counts.map(([value]) => value));
  if (order && order.length <= 60) return { ...base, levels: order };
  if (told.type === 'ordinal' && counts.length >= 2 && counts.length <= 60)
    return { ...base, levels: counts.map(([value]) => value).sort() };
  return null;
}

/** A whole number on a short scale: 1 to 5, 0 to 10, how many children. */
const looksLikeScale = ({ guess, numbers, counts }: ColumnProfile): boolean => {
  if (!guess.number?.integers || numbers.length === 0) return false;
  const { min, max } = guess.number;
  const steps = new Set(counts.map(([value]) => asWhole(value))).size;
  return steps >= 3 && steps <= wholeScale && max - min <= 2 * steps && max - min <= 12;
};

/** A formula that was written out instead of its value: `=A1*2`, `=SUM(B2:B9)`. */
const looksLikeFormula = /^=[^=\s]/;

function guessOne(profile: ColumnProfile, told: Correction, notes: Note[]): Attribute {
  const { name, guess, counts, values } = profile;
  const outcome = told.outcome ?? (told.type === undefined && looksLikeOutcome(profile));
  const common: Common = {
    id: name,
    use: told.use ?? !outcome,
    outcome,
    missing: told.missing ?? guess.missing,
  };
  if (outcome && told.outcome === undefined) notes.push(note('outcome-guessed', name, {}, 'warning'));
  const aside = (type: 'text' | 'identifier' | 'constant' | 'empty'): Attribute => ({
    ...common,
    type,
    column: name,
    use: false,
  });
  if (values.length === 0) {
    notes.push(note('empty-column', name, {}, 'warning'));
    return aside('empty');
  }
  if (counts.length === 1) {
    notes.push(note('constant-column', name, { value: counts[0]![0].slice(0, 100) }, 'warning'));
    return aside('constant');
  }
  const formulas = values.filter((value) => looksLikeFormula.test(value)).length;
  if (formulas > 0) notes.push(note('formula-cells', name, { cells: formulas }, 'warning'));
  if (formulas > values.length / 2 && told.type === undefined) return aside('text');
  const cell = (sure: boolean): Attribute | null => {
    const found = optionsInCell(profile, { separator: told.separator, sure });
    if (!found) return null;
    const { separator, options, none } = found;
    return { ...common, type: 'multiple', options, source: { form: 'cell', column: name, separator, none } };
  };
  const nothing: Correction = told;
  switch (told.type) {
    case 'numeric':
      return numeric(profile, common, nothing, notes);
    case 'nominal':
      return nominal(profile, common, nothing, notes);
    case 'ordinal':
      return ordinal(profile, common, nothing) ?? nominal(profile, common, nothing, notes);
    case 'multiple':
      return cell(true) ?? nominal(profile, common, nothing, notes);
    case 'date':
      return { ...common, type: 'date', column: name, format: guess.time?.format ?? 'iso' };
    case 'text':
    case 'identifier':
      return aside(told.type);
    case undefined:
  }
  if (guess.time) {
    notes.push(note('date-set-aside', name));
    return { ...common, type: 'date', column: name, format: guess.time.format, use: told.use ?? false };
  }
  if (looksLikeIdentifier(profile)) {
    notes.push(note(guess.number ? 'identifier-number' : 'identifier', name, {}, 'info'));
    return aside('identifier');
  }
  if (guess.number && !looksLikeCode(profile)) {
    if (new Set(counts.map(([value]) => asWhole(value))).size === 2 && guess.number.integers)
      return nominal(profile, common, told, notes);
    if (looksLikeScale(profile))
      return ordinal(profile, common, told) ?? numeric(profile, common, told, notes);
    return numeric(profile, common, told, notes);
  }
  if (guess.kind === 'text' && !guess.number) {
    const multiple = cell(false);
    if (multiple) return multiple;
    const order = ordinal(profile, common, told);
    if (order) return order;
    if (looksLikeText(profile)) {
      notes.push(
        counts.length > 100 && shortOnes(values)
          ? note('too-many-levels', name, { levels: counts.length }, 'warning')
          : note('free-text', name),
      );
      return aside('text');
    }
  }
  return nominal(profile, common, told, notes);
}

const shortOnes = (values: readonly string[]): boolean =>
  values.reduce((sum, value) => sum + value.length, 0) / values.length < 20;

/**
 * What each column of a table is, from a sample of its rows as written and from what a person corrected. Options spread
 * over several columns come back as one attribute. Every column is in exactly one attribute, in the order of the table.
 */
export function guessAttributes(
  names: readonly string[],
  sample: readonly (readonly string[])[],
  corrections: Corrections = {},
): { attributes: Attribute[]; notes: Note[] } {
  const profiles = names.map((name, at) =>
    profileColumn(
      name,
      sample.map((row) => row[at] ?? ''),
    ),
  );
  const spread = spreadQuestions(profiles, corrections);
  const taken = new Set<string>();
  const starts = new Map<string, Attribute>();
  const notes: Note[] = [];
  for (const { question, ticksOnly } of spread) {
    if (question.source.form !== 'columns') continue;
    for (const column of question.source.columns) taken.add(column);
    const use = corrections[question.id]?.use ?? corrections[question.source.columns[0]!]?.use ?? true;
    starts.set(question.source.columns[0]!, { ...question, use });
    notes.push(note('question-found', question.id, { options: question.options.length }));
    if (ticksOnly) notes.push(note('only-ticks-written', question.id, {}, 'warning'));
  }
  const attributes: Attribute[] = [];
  for (const profile of profiles) {
    const question = starts.get(profile.name);
    if (question) attributes.push(question);
    else if (!taken.has(profile.name))
      attributes.push(guessOne(profile, corrections[profile.name] ?? {}, notes));
  }
  return { attributes, notes };
}
