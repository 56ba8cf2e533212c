import type { WorkspaceId } from '#kit/ids.ts';
import type { Balance } from '#measure/domain/event-import/balance.ts';
import type { EventMapping } from '#measure/domain/event-import/mapping.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { rowOf } from '#platform/files/batch.ts';
import type { SetAsideFile } from '#platform/files/set-aside-file.ts';
import type { Table } from '#platform/files/table.ts';
import { eventReader, learnColumns, noteEvent } from './read-events.ts';
import type { Scratch } from './scratch.ts';
import type { SeenIds, SeenRow } from './seen-ids.ts';

/** New event ids compared at once, by their hashes; more are compared slice by slice. */
const slice = 4_000_000;

export type RepeatSearch = {
  readonly engine: Engine;
  readonly workspaceId: WorkspaceId;
  readonly sourceId: string;
  readonly importId: string;
  readonly scratch: Scratch;
  /** The import whose place is taken: its events do not make new ones repetitions. */
  readonly replaces: string | null;
  /** Places of the only events whose id may have come before in the file; undefined when that is not known. */
  readonly maybe: readonly number[] | undefined;
};

const count = async (engine: Engine, sql: string, params = {}): Promise<number> =>
  (await engine.query<{ n: number }>(`SELECT count() AS n FROM ${sql}`, params))[0]?.n ?? 0;

/**
 * Marks the events whose id came before: in the same file (the first is kept) or in another import of the source. Hashes of
 * ids are compared first, which is quick and lets pass too many at worst; the ids themselves decide. Gives how many there are.
 */
export async function markRepeats(search: RepeatSearch): Promise<number> {
  const { engine, workspaceId, sourceId, importId, scratch, replaces, maybe } = search;
  const earlier = `event WHERE workspace_id = {workspace:String} AND source_id = {source:String}
    AND event_id != '' AND import_id != {replaces:String}`;
  const params = { workspace: workspaceId, source: sourceId, import: importId, replaces: replaces ?? '' };
  const mark = (found: string, more = {}): Promise<void> =>
    engine.command(
      `INSERT INTO ${scratch.repeat} (workspace_id, source_id, import_id, seq)
       SELECT {workspace:String}, {source:String}, {import:String}, seq
       FROM (${found}) WHERE seq NOT IN (SELECT seq FROM ${scratch.repeat})`,
      { ...params, ...more },
    );
  const within = (fresh: string): string =>
    `SELECT arrayJoin(arraySlice(arraySort(groupArray(seq)), 2)) AS seq
     FROM ${fresh} GROUP BY event_id HAVING count() > 1`;
  if (maybe && maybe.length > 0) {
    await engine.insertRaw({
      table: scratch.maybe,
      columns: ['workspace_id', 'source_id', 'import_id', 'seq'],
      format: 'JSONCompactEachRow',
      values: Buffer.from(
        maybe.map((seq) => JSON.stringify([workspaceId, sourceId, importId, seq])).join('\n'),
      ),
    });
    const ids = `SELECT event_id FROM ${scratch.event} WHERE seq IN (SELECT seq FROM ${scratch.maybe})`;
    await mark(within(`${scratch.event} WHERE event_id IN (${ids})`));
  }
  const old = await count(engine, earlier, params);
  if (maybe && old === 0) return count(engine, scratch.repeat);
  const slices = Math.max(1, Math.ceil((await count(engine, scratch.event)) / slice));
  for (let index = 0; index < slices; index++) {
    const here = 'cityHash64(event_id) % {slices:UInt32} = {index:UInt32}';
    const fresh = `${scratch.event} WHERE event_id != '' AND ${here}`;
    const hash = 'cityHash64(event_id)';
    if (!maybe) {
      const twice = `SELECT ${hash} AS hash FROM ${fresh} GROUP BY hash HAVING count() > 1`;
      await mark(within(`${fresh} AND ${hash} IN (${twice})`), { slices, index });
    }
    if (old === 0) continue;
    const before = `SELECT event_id FROM ${earlier} AND ${here} AND ${hash} IN (SELECT ${hash} FROM ${fresh})`;
    await mark(`SELECT seq FROM ${fresh} AND event_id IN (${before})`, { slices, index });
  }
  return count(engine, scratch.repeat);
}

export type RepeatAccount = {
  readonly engine: Engine;
  readonly scratch: Scratch;
  readonly table: Table;
  readonly mapping: EventMapping;
  readonly balance: Balance;
  readonly setAside: SetAsideFile;
  readonly seen: SeenIds | undefined;
  /** How many events were marked. */
  readonly repeated: number;
  readonly firstSeq: number;
  readonly signal: AbortSignal | undefined;
};

/** Places in order, as the engine streams them: one number a line. */
async function* numbersOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<number> {
  let pending = '';
  for await (const piece of pieces) {
    const lines = (pending + piece.toString('latin1')).split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) yield Number(line);
  }
}

const marked = ({ engine, scratch }: RepeatAccount): AsyncGenerator<number> =>
  numbersOf(engine.stream(`SELECT seq FROM ${scratch.repeat} ORDER BY seq`));

/**
 * Writes the rows of the events that were marked to the file of what was set aside, as they were and with their lines: from
 * what was kept of them while they were read, else from the file, read again. Only the engine could tell them, once all
 * were read.
 */
export async function writeRepeats(account: RepeatAccount): Promise<void> {
  if (!(await writeKept(account))) await readAgain(account);
}

/** False, with nothing written, when some of them were not kept: repetitions of another file, or too many. */
async function writeKept(account: RepeatAccount): Promise<boolean> {
  const { seen, repeated, balance, setAside } = account;
  if (!seen?.rows || seen.rows.size < repeated) return false;
  const rows: SeenRow[] = [];
  for await (const seq of marked(account)) {
    const row = seen.rows.get(seq);
    if (!row) return false;
    rows.push(row);
  }
  for (const row of rows) {
    noteEvent(balance, row, -1);
    setAside.add(row.line, 'duplicate-event-id', row.fields);
  }
  await setAside.settle();
  return true;
}

async function readAgain(account: RepeatAccount): Promise<void> {
  const { table, mapping, balance, setAside, firstSeq, signal } = account;
  const places = marked(account);
  try {
    let next = await places.next();
    let seq = firstSeq;
    const reader = eventReader(table, mapping);
    for await (const batch of table.rows(signal ? { signal } : {})) {
      learnColumns(reader, batch);
      const { cells, lines } = batch;
      for (; !next.done && next.value < seq + cells.count; next = await places.next()) {
        const row = next.value - seq;
        reader.read(cells, row);
        noteEvent(balance, reader, -1);
        setAside.add(lines[row] ?? 0, 'duplicate-event-id', rowOf(cells, row));
      }
      seq += cells.count;
      await setAside.settle();
      if (next.done) break;
    }
  } finally {
    await places.return(undefined);
  }
}
