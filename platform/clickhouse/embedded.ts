import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type ClickHouseClient, type ClickHouseClientConfigOptions, createClient } from '@clickhouse/client';
import { drainPending } from 'chdb';
import { type ChdbConnection, createChdbConnection } from 'chdb/connection';
import type {
  Engine,
  EngineSettings,
  Load,
  OpenedEngine,
  QueryOptions,
  QueryParams,
  RawInsert,
} from './engine.ts';
import { bindStatements, checkedIdentifier, setStatements } from './params.ts';

const database = 'parcours';

type ClientConnection = NonNullable<ClickHouseClientConfigOptions['connection']>;

type Lane = { readonly connection: ChdbConnection; readonly client: ClickHouseClient };

/** Lends connections one caller at a time, first come first served; the second one is opened when two are needed. */
class Pool {
  readonly #free: Lane[];
  readonly #waiting: ((lane: Lane) => void)[] = [];
  readonly #open: () => Promise<Lane>;
  readonly #most: number;
  #size = 1;
  #whenIdle: (() => void) | undefined;

  constructor(first: Lane, open: () => Promise<Lane>, most: number) {
    this.#free = [first];
    this.#open = open;
    this.#most = most;
  }

  async #take(): Promise<Lane> {
    const free = this.#free.pop();
    if (free) return free;
    if (this.#size === this.#most) return new Promise<Lane>((resolve) => this.#waiting.push(resolve));
    this.#size += 1;
    try {
      return await this.#open();
    } catch (error) {
      this.#size -= 1;
      this.#tellIdle();
      throw error;
    }
  }

  #give(lane: Lane): void {
    const next = this.#waiting.shift();
    if (next) next(lane);
    else this.#free.push(lane);
    this.#tellIdle();
  }

  #tellIdle(): void {
    if (this.#free.length === this.#size) this.#whenIdle?.();
  }

  async lend<T>(use: (lane: Lane) => Promise<T>): Promise<T> {
    const lane = await this.#take();
    try {
      return await use(lane);
    } finally {
      this.#give(lane);
    }
  }

  /** Resolves when every connection is back. */
  async idle(): Promise<void> {
    if (this.#free.length === this.#size) return;
    await new Promise<void>((resolve) => {
      this.#whenIdle = resolve;
    });
  }
}

/** An aborted wait must not give the connection back while the engine still works on it. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  work.catch(() => {});
  signal.throwIfAborted();
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** All pieces in one request: asked for one by one, each would wait until whoever makes the next rows takes breath. */
async function writePieces(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    let rest = [...pieces];
    while (rest.length > 0) {
      let { bytesWritten } = await handle.writev(rest);
      while (rest[0] && bytesWritten >= rest[0].length) bytesWritten -= rest.shift()!.length;
      if (bytesWritten > 0) rest = [rest[0]!.subarray(bytesWritten), ...rest.slice(1)];
    }
  } finally {
    await handle.close();
  }
}

/**
 * Opens chDB on `folder` with a few connections on it: one connection runs its queries one after the other, several run
 * side by side. Parameters are bound with SET on the lent connection, because the binding of chDB itself holds every
 * parameterised query of the process in one queue.
 */
export async function openEmbedded(
  folder: string,
  base: EngineSettings,
  connections = 3,
): Promise<OpenedEngine> {
  const incoming = join(folder, 'incoming');
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true });
  const openLane = async (): Promise<Lane> => {
    const connection = createChdbConnection({ path: join(folder, 'engine') });
    // The same contract, declared twice: by the client, and by the copy of its common part that chDB is compiled with.
    const contract = connection as unknown as ClientConnection;
    const client = createClient({ connection: contract });
    await client.command({ query: `CREATE DATABASE IF NOT EXISTS ${database} ENGINE = Atomic` });
    await client.command({ query: `USE ${database}` });
    for (const query of setStatements(base)) await client.command({ query });
    return { connection, client };
  };
  const lanes: Lane[] = [];
  const openLent = async (): Promise<Lane> => {
    const lane = await openLane();
    lanes.push(lane);
    return lane;
  };
  const pool = new Pool(await openLent(), openLent, connections);
  const streams = new Set<Lane>();
  let closed = false;

  const reset = async (client: ClickHouseClient, settings: EngineSettings): Promise<void> => {
    for (const name of Object.keys(settings)) {
      const value = base[name];
      const [query = ''] = value === undefined ? [`SET ${name} = DEFAULT`] : setStatements({ [name]: value });
      await client.command({ query });
    }
  };

  const run = async <T>(
    sql: string,
    params: QueryParams,
    { settings = {}, signal }: QueryOptions,
    send: (client: ClickHouseClient, query: string) => Promise<T>,
  ): Promise<T> => {
    if (closed) throw new Error('the engine is closed');
    const before = [...bindStatements(sql, params), ...setStatements(settings)];
    const work = pool.lend(async ({ client }) => {
      signal?.throwIfAborted();
      try {
        return await send(client, [...before, sql].join(';\n'));
      } finally {
        await reset(client, settings);
      }
    });
    return untilAborted(work, signal);
  };

  const command: Engine['command'] = (sql, params = {}, options = {}) =>
    run(sql, params, options, async (client, query) => {
      await client.command({ query });
    });

  return {
    kind: 'embedded',
    command,
    ready: () => command('SELECT 1'),
    query: <T>(sql: string, params: QueryParams = {}, options: QueryOptions = {}) =>
      run(sql, params, options, async (client, query) => {
        const result = await client.query({ query, format: 'JSONEachRow' });
        return result.json<T>();
      }),
    async *stream(sql, params = {}, { settings = {}, signal } = {}) {
      if (closed) throw new Error('the engine is closed');
      const before = [...bindStatements(sql, params), ...setStatements(settings)];
      // A stream lasts as long as its reader wants, who may well query in the meantime: a lent connection could be the last.
      const lane = await openLane();
      streams.add(lane);
      try {
        for (const query of before) await lane.client.command({ query });
        const options = { format: 'TabSeparated', ...(signal && { signal }) };
        for await (const piece of lane.connection.chdb.queryStream(sql, options))
          yield Buffer.from(piece.raw());
      } finally {
        streams.delete(lane);
        await lane.client.close();
      }
    },
    async insertRaw({ table, columns, format, values }: RawInsert) {
      const bytes = values instanceof Readable ? await buffer(values) : values;
      await pool.lend(({ connection }) =>
        connection.chdb.rawInsert({ table: `${database}.${table}`, columns, format, values: bytes }),
      );
    },
    async load({ table, columns, select, structure, params = {}, format = 'TabSeparated', values }: Load) {
      const path = join(incoming, randomUUID());
      const types = structure.map(([name, type]) => `${checkedIdentifier(name)} ${type}`).join(', ');
      try {
        await writePieces(path, values);
        await command(
          `INSERT INTO ${checkedIdentifier(table)} (${columns.map(checkedIdentifier).join(', ')})
           SELECT ${select.join(', ')}
           FROM file({load_path:String}, {load_format:String}, {load_structure:String})`,
          { ...params, load_path: path, load_format: format, load_structure: types },
        );
      } finally {
        await rm(path, { force: true });
      }
    },
    async close() {
      closed = true;
      await pool.idle();
      for (const { client } of [...lanes, ...streams]) await client.close();
      await drainPending();
    },
  };
}
