import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { createRandom } from '#kit/statistics/random.ts';
import type { Table } from '#platform/files/table.ts';
import type { Attribute, Corrections, Note } from '../../domain/discovery/attribute.ts';
import type { DiscoveryInput } from '../../domain/discovery/discover.ts';
import { createEncoder } from '../../domain/discovery/encoder.ts';
import { guessAttributes } from '../../domain/discovery/guess-attributes.ts';

/** Rows what a column is gets guessed from, spread over the whole file: a sorted file must not mislead. */
const looked = 20_000;
const mostRows = 1_000_000;
const mostColumns = 500;

export type GuessedTable = {
  readonly names: readonly string[];
  readonly attributes: readonly Attribute[];
  readonly notes: readonly Note[];
  /** Rows that could be read. */
  readonly rows: number;
  /** Rows that could not: too many cells, unreadable … */
  readonly setAside: number;
  /** The rows it was guessed from, as written, in the order of the file. */
  readonly sample: readonly (readonly string[])[];
};

/**
 * What the columns of a file are, guessed from up to 20,000 of its rows and corrected by hand. Reads the file once.
 * Faults of the file throw as `Table.rows` says. Problems: `persona.discovery.too-many-rows`,
 * `persona.discovery.too-many-columns`.
 */
export async function guessTable(
  table: Table,
  corrections: Corrections,
  signal?: AbortSignal,
): Promise<Result<GuessedTable>> {
  const random = createRandom(1);
  const sample: { at: number; row: readonly string[] }[] = [];
  let rows = 0;
  let setAside = 0;
  let names: readonly string[] = table.columns.map(({ name }) => name);
  for await (const batch of table.rows(signal ? { signal } : {})) {
    names = batch.columns.map(({ name }) => name);
    setAside += batch.setAside.length;
    if (names.length > mostColumns)
      return fail(
        problem('persona.discovery.too-many-columns', { columns: names.length, most: mostColumns }),
      );
    for (const row of batch.rows) {
      // Reservoir: every row of the file is as likely to be in the sample.
      const place = rows < looked ? rows : random.below(rows + 1);
      if (place < looked) sample[place] = { at: rows, row };
      rows++;
    }
    if (rows > mostRows) return fail(problem('persona.discovery.too-many-rows', { most: mostRows }));
  }
  const ordered = sample.sort((a, b) => a.at - b.at).map(({ row }) => row);
  const { attributes, notes } = guessAttributes(names, ordered, corrections);
  return ok({ names, attributes, notes, rows, setAside, sample: ordered });
}

/** Reads the whole file into the columns of a discovery: a second reading, after `guessTable`. */
export async function encodeTable(
  table: Table,
  { names, attributes, notes }: Pick<GuessedTable, 'names' | 'attributes' | 'notes'>,
  told: { readonly source: string; readonly date: string },
  signal?: AbortSignal,
): Promise<DiscoveryInput> {
  const encoder = createEncoder(attributes, names);
  for await (const batch of table.rows(signal ? { signal } : {}))
    for (const row of batch.rows) encoder.add(row);
  return { encoded: encoder.finish(), attributes, notes, signatures: [], ...told };
}

/**
 * Both readings. The rows that columns were guessed from are let go before the caller goes on: a discovery holds its memory
 * for as long as it runs. Faults and problems as of `guessTable`.
 */
export async function readInput(
  table: Table,
  corrections: Corrections,
  told: { readonly source: string; readonly date: string },
  signal?: AbortSignal,
): Promise<Result<DiscoveryInput>> {
  const guessed = await guessTable(table, corrections, signal);
  return guessed.ok ? ok(await encodeTable(table, guessed.value, told, signal)) : guessed;
}

/** Some rows of a file as written, by their number from 0: the portrait customers of a discovery. */
export async function readRows(
  table: Table,
  numbers: readonly number[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, Readonly<Record<string, string>>>> {
  const wanted = new Set(numbers);
  const found = new Map<number, Readonly<Record<string, string>>>();
  let at = 0;
  for await (const batch of table.rows(signal ? { signal } : {})) {
    for (const row of batch.rows) {
      if (wanted.has(at))
        found.set(at, Object.fromEntries(batch.columns.map(({ name }, i) => [name, row[i] ?? ''])));
      at++;
    }
    if (found.size === wanted.size) break;
  }
  return found;
}
