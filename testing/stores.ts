import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { unwrap } from '#kit/result.ts';
import { openPostgres, type Postgres } from '#platform/postgres/open.ts';
import { makeDataFolder } from './data-folder.ts';

/**
 * The relational stores a contract suite runs on: PGlite always, PostgreSQL where one answers. Each opening
 * is a database of its own, with all migrations applied, gone when closed.
 *
 *     describe.each(relationalStores)('document store on $name', ({ available, open }) => {
 *       describe.skipIf(!available)('…', () => { … });
 *     });
 */
export type RelationalStore = {
  readonly name: string;
  readonly available: boolean;
  open(): Promise<Postgres>;
};

const logger = pino({ level: 'silent' });
const serverUrl = process.env.DATABASE_URL_TEST ?? 'postgres://postgres@127.0.0.1:5432/test';

export const embeddedStore: RelationalStore = {
  name: 'PGlite',
  available: true,
  async open() {
    const folder = await makeDataFolder();
    const opened = unwrap(await openPostgres({ dataDir: join(folder, 'postgres'), logger }));
    return {
      ...opened,
      async close() {
        await opened.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
};

export const serverStore: RelationalStore = {
  name: 'PostgreSQL',
  available: await answers(serverUrl),
  async open() {
    const { url, drop } = await createServerDatabase();
    const opened = unwrap(await openPostgres({ url, logger }));
    return {
      ...opened,
      async close() {
        await opened.close();
        await drop();
      },
    };
  },
};

export const relationalStores: readonly RelationalStore[] = [embeddedStore, serverStore];

/** An empty database on the test server, for what opens it itself (a child process, two servers side by side). */
export async function createServerDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `parcours_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(`drop database if exists ${name} with (force)`) };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** Where a Redis answers, for tests of several server processes; undefined when none does. */
export async function findRedis(): Promise<string | undefined> {
  const url = process.env.REDIS_URL_TEST ?? 'redis://127.0.0.1:6379';
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 6379), timeout: 1_000 });
    const answer = (value: string | undefined) => {
      socket.destroy();
      resolve(value);
    };
    socket.on('connect', () => socket.write('PING\r\n'));
    // A server that asks for a password answers too.
    socket.on('data', (data) => answer(/^(\+PONG|-NOAUTH)/.test(data.toString()) ? url : undefined));
    socket.on('timeout', () => answer(undefined));
    socket.on('error', () => answer(undefined));
  });
}
