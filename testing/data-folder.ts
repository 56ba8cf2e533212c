import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { unwrap } from '#kit/result.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import { openPostgres } from '#platform/postgres/open.ts';

const variable = 'PARCOURS_TEST_TEMPLATE';

/**
 * Run once before the integration and browser tests: a data folder with both embedded stores, migrated and empty. Each
 * test starts from a copy, because making the relational store costs seconds of processor and copying it a few
 * milliseconds. What a fresh folder needs is tested where the stores and the server are opened for the first time.
 */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-template-'));
  const postgres = unwrap(
    await openPostgres({ dataDir: join(folder, 'postgres'), logger: pino({ level: 'silent' }) }),
  );
  await postgres.close();
  const engine = unwrap(await openEngine({ dataDir: join(folder, 'engine') }));
  await engine.close();
  process.env[variable] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/** Puts the empty, migrated stores into a data folder that has none; without the template it stays as it is. */
export async function fillDataFolder(dataDir: string): Promise<void> {
  const template = process.env[variable];
  if (template) await cp(template, dataDir, { recursive: true });
}

/** A new data folder under the system's temporary one, its stores ready to open; who asks for it removes it. */
export async function makeDataFolder(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'parcours-data-'));
  await fillDataFolder(dataDir);
  return dataDir;
}
