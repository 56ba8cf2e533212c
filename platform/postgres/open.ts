import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle as drizzleEmbedded } from 'drizzle-orm/pglite';
import { migrate as migrateEmbedded } from 'drizzle-orm/pglite/migrator';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Database } from './database.ts';

export type Postgres = {
  readonly kind: 'embedded' | 'server';
  readonly db: Database;
  /** One statement as text with `$1` parameters, for libraries that bring their own SQL (the job queue). */
  query(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>;
  /** Waits for what is running, then lets go of the data folder or of the connections. */
  close(): Promise<void>;
};

export type PostgresOptions = {
  /** `postgres://…` of a server, version 15 or later. Without it the database is embedded. */
  readonly url?: string | undefined;
  /** Folder of the embedded database, made if missing; `memory://` keeps nothing (tests). One process may own it. */
  readonly dataDir?: string | undefined;
  readonly logger: Logger;
};

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
/** Any number, the same in every server process: one of them migrates, the others wait. */
const migrationLock = 4_747_001;
const oldestServer = 150_000;

/**
 * Opens the relational store and brings its tables up to date.
 * Problems: `postgres.unreachable`, `postgres.too-old`, `postgres.folder-unusable`.
 */
export function openPostgres(options: PostgresOptions): Promise<Result<Postgres>> {
  return options.url ? openServer(options.url, options.logger) : openEmbedded(options);
}

/** Of the 128 MB usual for a server every page is written at start; the system caches the files in any case. */
const sharedBuffers = '16MB';

async function openEmbedded({ dataDir, logger }: PostgresOptions): Promise<Result<Postgres>> {
  const folder = dataDir ?? 'memory://';
  let client: PGlite;
  try {
    if (!folder.includes('://')) await mkdir(folder, { recursive: true });
    // No function has this number. Compiling the parser of PostgreSQL a second time, better, takes a second and 600 MB
    // for a fifth of the time of later statements (docs/decisions/0060).
    setFlagsFromString('--wasm-tier-up-filter=1000000000');
    client = await PGlite.create(folder, {
      // Relaxed durability would answer before the write-ahead log is on disk: an acknowledged edit could be lost.
      relaxedDurability: false,
      startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${sharedBuffers}`],
    });
  } catch (error) {
    logger.error({ err: error, folder }, 'cannot open the embedded database');
    return fail(problem('postgres.folder-unusable', { folder, reason: messageOf(error) }, 503));
  }
  const db = drizzleEmbedded({ client });
  await migrateEmbedded(db, { migrationsFolder });
  return ok({
    kind: 'embedded',
    db: db as unknown as Database,
    query: (text, values) => client.query(text, values ? [...values] : undefined),
    close: () => client.close(),
  });
}

async function openServer(url: string, logger: Logger): Promise<Result<Postgres>> {
  // Only here: the embedded database needs neither.
  const [{ default: pg }, { drizzle }] = await Promise.all([
    import('pg'),
    import('drizzle-orm/node-postgres'),
  ]);
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 });
  pool.on('error', (error) => logger.warn({ err: error }, 'an idle database connection was lost'));
  try {
    const answer = await pool.query<{ version: string }>(
      `select current_setting('server_version_num') as version`,
    );
    const version = Number(answer.rows[0]?.version);
    if (version < oldestServer) {
      await pool.end();
      return fail(problem('postgres.too-old', { found: Math.floor(version / 10_000), needed: 15 }, 503));
    }
  } catch (error) {
    logger.error({ err: error }, 'cannot reach PostgreSQL');
    await pool.end();
    return fail(problem('postgres.unreachable', { reason: messageOf(error) }, 503));
  }
  await migrateAlone(pool);
  return ok({
    kind: 'server',
    db: drizzle({ client: pool }) as unknown as Database,
    query: (text, values) => pool.query(text, values ? [...values] : undefined),
    close: () => pool.end(),
  });
}

/** Server processes may start together: the lock belongs to one connection, and ends with it. */
async function migrateAlone(pool: Pool): Promise<void> {
  const [{ drizzle }, { migrate }] = await Promise.all([
    import('drizzle-orm/node-postgres'),
    import('drizzle-orm/node-postgres/migrator'),
  ]);
  const client = await pool.connect();
  try {
    const db = drizzle({ client });
    await db.execute(sql`select pg_advisory_lock(${migrationLock})`);
    await migrate(db, { migrationsFolder });
    await db.execute(sql`select pg_advisory_unlock(${migrationLock})`);
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

const messageOf = (error: unknown): string => {
  // A refused connection to a name with several addresses arrives as an aggregate without a message of its own.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
};
