import { readNumber } from '#kit/table/number-reader.ts';
import { placesOf } from '../contacts/contact-columns.ts';
import type { ContactColumn } from '../contacts/contact-list.ts';
import { type Attribute, columnsOf, type MultipleAttribute } from '../discovery/attribute.ts';
import type { DetectionModel } from '../discovery/model.ts';
import { cellReader, optionsReader } from '../discovery/read-answer.ts';
import { addCode, addNumber, type CompiledLikelihood, compileLikelihood } from '../discovery/score.ts';

/**
 * What a model adds for a contact, term by term, over the two arrays the engine keeps of each contact (places from 1). All
 * cells were read by the same readers as a single contact, so that both say the same.
 */
export type ContactTerm =
  /** By the place of a word: `slotOf[code]` (0: says nothing), `table[slot * k + persona]` (zeros in slot 0). */
  | {
      readonly kind: 'word';
      readonly place: number;
      readonly slotOf: readonly number[];
      readonly slots: number;
      readonly table: Float64Array;
    }
  /**
   * One option of a multiple choice over columns, by what each of its columns says (0 nothing, 1 left, 2 ticked). With
   * `blank`, an option without a word counts as left when another one was said.
   */
  | {
      readonly kind: 'option';
      readonly columns: readonly { readonly place: number; readonly saysOf: readonly number[] }[];
      readonly option: number;
      readonly blank: boolean;
      readonly table: Float64Array;
    }
  /** A bell curve per persona: a + x·(b + x·c) for x within low … high; nothing for `missing` and what has no scale. */
  | {
      readonly kind: 'bell';
      readonly place: number;
      readonly scale: 'linear' | 'log' | 'log1p';
      readonly missing: readonly number[];
      readonly bell: CompiledLikelihood & { readonly kind: 'normal' };
    }
  /** A number cut at `edges`, ascending: slot 1 is below the first. */
  | {
      readonly kind: 'bin';
      readonly place: number;
      readonly missing: readonly number[];
      readonly edges: readonly number[];
      readonly table: Float64Array;
    };

export type ContactPlan = {
  readonly k: number;
  readonly logPrior: readonly number[];
  readonly threshold: number;
  readonly terms: readonly ContactTerm[];
  /** Attributes of the model that this list cannot answer: its columns are not there, or are kept in another way. */
  readonly unused: readonly string[];
};

/** How a model reads the contacts of a list. */
export function planContacts(model: DetectionModel, columns: readonly ContactColumn[]): ContactPlan {
  const k = model.personas.length;
  const unused: string[] = [];
  const terms = model.attributes.flatMap(({ attribute, likelihood, weight }) => {
    const compiled = compileLikelihood(likelihood, k, weight / model.temperature);
    const found = termsOf(attribute, compiled, columns, k);
    if (found.length === 0) unused.push(attribute.id);
    return found;
  });
  return { k, logPrior: model.logPrior, threshold: model.threshold, terms, unused };
}

function termsOf(
  attribute: Attribute,
  likelihood: CompiledLikelihood,
  columns: readonly ContactColumn[],
  k: number,
): ContactTerm[] {
  const places = placesOf(columns);
  const named = (name: string) => columns.find((column) => column.name === name);
  if (attribute.type === 'multiple' && attribute.source.form === 'columns')
    return optionTerms(attribute, likelihood, columns, k);
  const [name = ''] = columnsOf(attribute);
  const column = named(name);
  const numbersAt = places.numbers.get(name);
  const numeral = attribute.type === 'numeric' ? 'number' : attribute.type === 'date' ? 'date' : null;
  if (column?.number && numbersAt && column.number.is === numeral)
    return [numberTerm(attribute, likelihood, numbersAt)];
  const wordsAt = places.words.get(name);
  return column?.words && wordsAt ? [wordTerm(attribute, likelihood, column.words, wordsAt, k)] : [];
}

/** What each word says, added up by the reader of a single contact. Words that say the same share a slot. */
function wordTerm(
  attribute: Attribute,
  likelihood: CompiledLikelihood,
  words: readonly string[],
  place: number,
  k: number,
): ContactTerm {
  const slotOf = [0];
  const rows: number[][] = [new Array<number>(k).fill(0)];
  const slotOfRow = new Map<string, number>();
  const says = sayer(attribute, likelihood);
  const own = new Float64Array(k);
  for (const word of words) {
    own.fill(0);
    if (!says(word, own)) {
      slotOf.push(0);
      continue;
    }
    const key = own.join(' ');
    let slot = slotOfRow.get(key);
    if (slot === undefined) {
      slot = rows.length;
      rows.push([...own]);
      slotOfRow.set(key, slot);
    }
    slotOf.push(slot);
  }
  return { kind: 'word', place, slotOf, slots: rows.length, table: Float64Array.from(rows.flat()) };
}

/** Adds what one cell says; false when it says nothing. */
function sayer(
  attribute: Attribute,
  likelihood: CompiledLikelihood,
): (word: string, to: Float64Array) => boolean {
  if (attribute.type === 'multiple') {
    const read = optionsReader(attribute);
    const codes = new Uint8Array(attribute.options.length);
    return (word, to) => {
      read([word], codes);
      return codes.reduce((said, code, option) => addCode(likelihood, code, to, option) || said, false);
    };
  }
  const reader = cellReader(attribute);
  return (word, to) => {
    if (!reader) return false;
    const value = reader.read(word);
    return likelihood.kind === 'normal' ? addNumber(likelihood, value, to) : addCode(likelihood, value, to);
  };
}

function numberTerm(attribute: Attribute, likelihood: CompiledLikelihood, place: number): ContactTerm {
  const decimal = attribute.type === 'numeric' ? attribute.decimal : '.';
  const missing = attribute.missing.map((word) => readNumber(word, decimal)).filter(Number.isFinite);
  if (likelihood.kind === 'normal')
    return {
      kind: 'bell',
      place,
      scale: attribute.type === 'numeric' ? attribute.scale : 'linear',
      missing,
      bell: likelihood,
    };
  const edges = attribute.type === 'numeric' && attribute.edges ? attribute.edges : [];
  return { kind: 'bin', place, missing, edges, table: likelihood.table };
}

function optionTerms(
  attribute: MultipleAttribute,
  likelihood: CompiledLikelihood,
  columns: readonly ContactColumn[],
  k: number,
): ContactTerm[] {
  const { source, options } = attribute;
  if (source.form !== 'columns' || likelihood.kind !== 'options') return [];
  const places = placesOf(columns).words;
  const kept = source.columns.map((name) => ({
    place: places.get(name) ?? 0,
    words: columns.find((column) => column.name === name)?.words ?? [],
  }));
  if (kept.every(({ place }) => place === 0)) return [];
  // Each column alone: blanks are settled where all columns of the question are seen together.
  const alone = optionsReader({
    ...attribute,
    options: options.slice(0, 1),
    source: { ...source, columns: source.columns.slice(0, 1) },
  });
  const code = new Uint8Array(1);
  const read = kept.map(({ place, words }) => ({
    place,
    saysOf: [
      0,
      ...words.map((word) => {
        alone([word], code);
        return code[0]!;
      }),
    ],
  }));
  return options.map((_, option) => ({
    kind: 'option',
    columns: read,
    option,
    blank: source.words.blank === 'unticked',
    table: likelihood.table.slice(option * 3 * k, (option + 1) * 3 * k),
  }));
}
