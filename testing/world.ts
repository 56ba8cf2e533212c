import { rm } from 'node:fs/promises';
import { pino } from 'pino';
import { type Api, createApi } from '#client/api.ts';
import type { Locale } from '#kit/locale.ts';
import { unwrap } from '#kit/result.ts';
import type { Config } from '#platform/config/config.ts';
import { startServer } from '../apps/server/start.ts';
import { openWorld, type World } from '../apps/server/world.ts';
import { makeDataFolder } from './data-folder.ts';
import { createServerDatabase, findRedis } from './stores.ts';

export type TestWorld = {
  readonly address: string;
  readonly api: Api;
  readonly world: World;
  readonly dataDir: string;
  close(): Promise<void>;
};

type TestWorldOptions = {
  readonly locale?: Locale;
  readonly config?: Partial<Config>;
  readonly openEngine?: Parameters<typeof openWorld>[2];
};

/**
 * The whole of Parcours in this process, on a free port, with a data folder of its own that close() removes. One per
 * test file: the embedded engine has one folder per process. With PARCOURS_TEST_STORES=server the relational store is
 * a fresh database of the PostgreSQL of this machine, and Redis is used where it answers.
 */
export async function openTestWorld({
  locale = 'en',
  config = {},
  openEngine,
}: TestWorldOptions = {}): Promise<TestWorld> {
  const dataDir = await makeDataFolder();
  const onServer = process.env.PARCOURS_TEST_STORES === 'server';
  const database = onServer ? await createServerDatabase() : undefined;
  const redisUrl = onServer ? await findRedis() : undefined;
  const level = process.env.PARCOURS_LOG ?? 'silent';
  const world = unwrap(
    await openWorld(
      {
        port: 0,
        host: '127.0.0.1',
        dataDir,
        logLevel: 'silent',
        memory: 'small',
        demonstration: false,
        ...(database ? { databaseUrl: database.url } : {}),
        ...(redisUrl ? { redisUrl } : {}),
        ...config,
      },
      pino({ level }),
      openEngine,
    ),
  );
  const server = unwrap(await startServer(world));
  return {
    address: server.address,
    api: createApi({ baseUrl: server.address, locale: () => locale }),
    world,
    dataDir,
    async close() {
      await server.stop();
      await database?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
