import { setImmediate as turn } from 'node:timers/promises';
import { type Balance, emptyBalance, type SetAsideReason } from '#measure/domain/event-import/balance.ts';
import { EventReader } from '#measure/domain/event-import/event-reader.ts';
import type { EventMapping } from '#measure/domain/event-import/mapping.ts';
import { rowOf } from '#platform/files/batch.ts';
import type { RowsAhead } from '#platform/files/rows-ahead.ts';
import type { SetAsideFile } from '#platform/files/set-aside-file.ts';
import type { Batch, Table } from '#platform/files/table.ts';
import type { EventLoader } from './event-loader.ts';
import type { ProgressTeller } from './progress.ts';
import type { SeenIds, SeenRow } from './seen-ids.ts';

export type Reading = {
  readonly table: Table;
  readonly rows: RowsAhead;
  readonly mapping: EventMapping;
  readonly loader: EventLoader;
  readonly setAside: SetAsideFile;
  /** Where events have ids. */
  readonly seen: SeenIds | undefined;
  /** Place in the order of arrival of the first event. */
  readonly firstSeq: number;
  readonly progress: ProgressTeller;
  readonly signal: AbortSignal | undefined;
};

const count = (balance: Balance, reason: SetAsideReason): void => {
  balance.setAside[reason] = (balance.setAside[reason] ?? 0) + 1;
};

/** Adds (or takes back, with -1) what is to be said of an event that is kept. */
export function noteEvent(
  balance: Balance,
  event: Pick<SeenRow, 'refusedScore' | 'clock'>,
  by: 1 | -1,
): void {
  if (event.refusedScore) balance.notes.refusedScores += by;
  if (event.clock === 'skipped') balance.notes.skippedClock += by;
  if (event.clock === 'repeated') balance.notes.repeatedClock += by;
}

const day = 86_400_000;

/** Reads the rows of a table as events, those of today in every zone with them; what is dated later is set aside. */
export const eventReader = (table: Table, mapping: EventMapping): EventReader =>
  new EventReader(
    mapping,
    table.columns.map(({ name }) => name),
    // Whole days: each pass over a file draws the line at the same place.
    (Math.floor(Date.now() / day) + 2) * day,
  );

export const learnColumns = (reader: EventReader, { columns }: Batch): void =>
  reader.learn(columns.map(({ name }) => name));

/**
 * Reads the whole file: events go to the engine, other rows to the file of what was set aside. Memory is bounded by one
 * batch of the file and three loads of the engine. Gives the balance, the SHA-256 of the content, and the names of the
 * attributes met.
 */
export async function readEvents(reading: Reading) {
  const { table, rows, mapping, loader, setAside, seen, firstSeq, progress, signal } = reading;
  const balance = emptyBalance();
  const attributes = new Map<string, 'auto' | 'journey' | 'event'>();
  // Every row that could be read as one has its place, kept or not: the place of a row is known without reading it.
  let seq = firstSeq;
  let aside = 0;
  let known = -1;
  const reader = eventReader(table, mapping);
  for await (const batch of rows.batches) {
    signal?.throwIfAborted();
    if (batch.columns.length !== known) {
      learnColumns(reader, batch);
      loader.learn(reader);
      known = batch.columns.length;
      for (const { name, level } of reader.attributes) attributes.set(name, level);
    }
    for (const { line, reason, fields } of batch.setAside) {
      count(balance, reason);
      aside++;
      setAside.add(line, reason, fields);
    }
    const { cells, lines } = batch;
    for (let row = 0; row < cells.count; row++) {
      const reason = reader.read(cells, row);
      if (reason === undefined) {
        loader.add(reader, seq + row);
        seen?.see(reader, seq + row, batch, row);
        noteEvent(balance, reader, 1);
      } else {
        count(balance, reason);
        aside++;
        setAside.add(lines[row] ?? 0, reason, rowOf(cells, row));
      }
    }
    seq += cells.count;
    balance.read += cells.count + batch.setAside.length;
    await setAside.settle();
    await loader.settle();
    progress.read(batch.bytesRead, balance.read, aside);
    // Batches that are there already leave nobody else a turn: neither loads on their way to the engine nor requests.
    await turn();
  }
  await loader.end();
  balance.kept = balance.read - aside;
  return { balance, fingerprint: rows.fingerprint(), attributes };
}
