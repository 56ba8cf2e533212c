import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { drawRows } from '#kit/statistics/faster-pam.ts';
import { createRandom } from '#kit/statistics/random.ts';
import type { Attribute, Note } from './attribute.ts';
import { type EncodedTable, takeRows } from './encoded.ts';
import { findLeaks } from './leaks.ts';
import type { DiscoveryOptions, Leak } from './result.ts';

/** A table ready to be grouped, and what was found on the way. */
export type Prepared = {
  /** Attributes that take part, rows that answered at least one of them. */
  readonly table: EncodedTable;
  /** Row of the table as given, of each row of `table`. */
  readonly rowOf: Uint32Array;
  /** Rows of `table` the number of personas is chosen on, ascending. */
  readonly sample: Uint32Array;
  /** Numbers of personas to try, 1 (no personas) included. */
  readonly ks: readonly number[];
  readonly rows: number;
  /** All columns, `use` false for those set aside on the way. */
  readonly attributes: readonly Attribute[];
  readonly notes: readonly Note[];
  readonly leaks: readonly Leak[];
};

/** Two groups of 30, the size under which no figure is shown. */
export const fewestRows = 60;
const fewestAttributes = 2;

function answers(table: EncodedTable, at: number): number {
  const column = table.columns[at]!;
  let count = 0;
  for (let row = 0; row < table.rows; row++) if (isAnswered(table, at, row)) count++;
  return column.kind === 'options' && column.codes.length === 0 ? 0 : count;
}

function isAnswered(table: EncodedTable, at: number, row: number): boolean {
  const column = table.columns[at]!;
  if (column.kind === 'number') return !Number.isNaN(column.values[row]!);
  if (column.kind === 'levels') return column.codes[row]! > 0;
  return column.codes.some((option) => option[row]! > 0);
}

/**
 * Chooses what takes part: attributes in use that some rows answered, without those that give the outcome away or repeat
 * another; rows that answered one of them at least.
 *
 * Problems: `persona.discovery.too-few-rows`, `persona.discovery.too-few-attributes`.
 */
export function prepare(
  encoded: { readonly table: EncodedTable; readonly lost: ReadonlyMap<string, number> },
  attributes: readonly Attribute[],
  guessed: readonly Note[],
  options: DiscoveryOptions,
): Result<Prepared> {
  const { table } = encoded;
  if (table.rows < fewestRows)
    return fail(problem('persona.discovery.too-few-rows', { rows: table.rows, fewest: fewestRows }));
  const { leaks, aside, notes: leaking } = findLeaks(table);
  const notes = [...guessed, ...leaking];
  const used: number[] = [];
  table.attributes.forEach((attribute, at) => {
    const lost = encoded.lost.get(attribute.id);
    if (lost !== undefined)
      notes.push({
        ...about('cells-not-understood', attribute.id, { cells: lost }),
        // A few cells of a long table change nothing: told, but not before what does.
        severity: lost < table.rows / 1000 ? 'info' : 'warning',
      });
    if (!attribute.use || attribute.outcome || aside.has(attribute.id)) return;
    const answered = answers(table, at);
    if (answered > 0) used.push(at);
    if (answered < table.rows / 2)
      notes.push(
        about('mostly-missing', attribute.id, { percent: Math.round(100 * (1 - answered / table.rows)) }),
      );
  });
  if (used.length < fewestAttributes)
    return fail(
      problem('persona.discovery.too-few-attributes', { usable: used.length, fewest: fewestAttributes }),
    );
  const narrow: EncodedTable = {
    rows: table.rows,
    attributes: used.map((at) => table.attributes[at]!),
    columns: used.map((at) => table.columns[at]!),
  };
  const rowOf = Uint32Array.from({ length: table.rows }, (_, row) => row).filter((row) =>
    used.some((at) => isAnswered(table, at, row)),
  );
  if (rowOf.length < fewestRows)
    return fail(problem('persona.discovery.too-few-rows', { rows: rowOf.length, fewest: fewestRows }));
  const most = Math.min(options.kMax, Math.floor(rowOf.length / 30));
  const ks = [1];
  for (let k = Math.min(options.kMin, most); k <= most; k++) ks.push(k);
  if (options.k !== null && !ks.includes(options.k)) ks.push(options.k);
  return ok({
    table: rowOf.length === table.rows ? narrow : takeRows(narrow, rowOf),
    rowOf,
    sample: drawRows(rowOf.length, options.sampleRows, createRandom(options.seed)),
    ks,
    rows: table.rows,
    attributes: attributes.map((attribute) =>
      aside.has(attribute.id) ? { ...attribute, use: false } : attribute,
    ),
    notes,
    leaks,
  });
}

const about = (code: string, attribute: string, params: Note['params']): Note => ({
  code: `persona.discovery.${code}`,
  attribute,
  severity: 'warning',
  params: { attribute, ...params },
});
