import type { Readable } from 'node:stream';

/** Values bound to `{name:Type}` placeholders of a query; never pasted into the SQL text. */
export type QueryParams = Readonly<Record<string, ParamValue>>;

export type ParamValue = string | number | bigint | boolean | null | Date | readonly ParamValue[];

export type EngineSettings = Readonly<Record<string, string | number | boolean>>;

export type QueryOptions = {
  /** Engine settings of this query only, e.g. `{ max_threads: 1 }`. */
  readonly settings?: EngineSettings;
  /** Stops waiting at once; on the embedded engine the query itself still runs to its end. */
  readonly signal?: AbortSignal;
};

/** Line-based formats a raw insert may carry. */
export type RawFormat = 'TabSeparated' | 'JSONEachRow' | 'JSONCompactEachRow' | 'CSV';

export type RawInsert = {
  /** Plain identifier; the database is the engine's own. */
  readonly table: string;
  readonly columns: readonly string[];
  readonly format: RawFormat;
  /** Whole rows already in `format`. A Buffer must not be changed until the promise settles. */
  readonly values: Buffer | Readable;
};

export type Load = {
  readonly table: string;
  readonly columns: readonly string[];
  /** One expression per column, over the names of `structure` and bound parameters. */
  readonly select: readonly string[];
  /** Name and type of each field of the rows. */
  readonly structure: readonly (readonly [name: string, type: string])[];
  readonly params?: QueryParams;
  /** How the rows are written; TabSeparated unless told. */
  readonly format?: 'TabSeparated' | 'RowBinary';
  /** The rows, in pieces. */
  readonly values: readonly Uint8Array[];
};

/**
 * The analytical engine: chDB in process, or a ClickHouse server. Same SQL, same client.
 * Calls may be made at once: the embedded engine lends each call one of a few connections.
 * A failing statement throws (a bug or a fault of the machine, not an expected outcome); `engineProblem(error)` of
 * ./problems.ts names the few faults that a person can cure (disk full, memory, no connection).
 */
export type Engine = {
  readonly kind: 'embedded' | 'server';
  /**
   * True when work that was cut short can have left nothing here: what looks for remainders need not ask. Only known of
   * an embedded engine; on a server others may have been cut short.
   */
  readonly settled: boolean;
  /** Rows of a SELECT as objects; 64-bit integers come as numbers, dates as the engine writes them. */
  query<T>(sql: string, params?: QueryParams, options?: QueryOptions): Promise<T[]>;
  /** The result of a SELECT as TabSeparated text, piece by piece: for results larger than memory. */
  stream(sql: string, params?: QueryParams, options?: QueryOptions): AsyncIterable<Buffer>;
  /** One statement without a result. */
  command(sql: string, params?: QueryParams, options?: QueryOptions): Promise<void>;
  insertRaw(insert: RawInsert): Promise<void>;
  /** INSERT … SELECT over rows given as text or bytes: three times as fast as `insertRaw` on the embedded engine. */
  load(load: Load): Promise<void>;
  /** Resolves when it answers; one that nobody has needed yet is not opened for that. */
  ready(): Promise<void>;
  /** Waits for what is running, then lets the data folder go. */
  close(): Promise<void>;
};

/** What an opening gives: whether there are remainders was known before. */
export type OpenedEngine = Omit<Engine, 'settled'>;

export type EngineOptions = {
  /** ClickHouse server, `http://user:password@host:8123/database`; when absent the engine is embedded. */
  readonly url?: string;
  /** Name of the cluster of the server that tables are laid out on (cluster.ts); absent: on that server alone. */
  readonly cluster?: string;
  /** Folder of the embedded engine; required when `url` is absent. One folder per process. */
  readonly dataDir?: string;
  /** `small` (default) keeps a query within 0.7 GB, `normal` within 3 GB. */
  readonly memory?: 'small' | 'normal';
  readonly logger?: EngineLogger;
};

/** The two methods of pino that the engine uses. */
export type EngineLogger = {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
};
