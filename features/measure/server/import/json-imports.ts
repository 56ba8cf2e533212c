import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type ImportRecord, importRecordSchema } from '#measure/domain/event-import/import-record.ts';
import type { Imports } from './imports-port.ts';

const unfinished: ReadonlySet<ImportRecord['status']> = new Set(['running', 'publishing', 'removing']);

async function load(file: string): Promise<ImportRecord[]> {
  try {
    return z.array(importRecordSchema).parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Writes a whole new file beside the old one, then lets it take its place. */
async function save(file: string, records: readonly ImportRecord[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(`${file}.new`, 'w');
  try {
    await handle.writeFile(JSON.stringify(records));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
}

/**
 * Imports remembered without a database: in memory, or in a JSON file when told one (durable at each change). For the
 * commands that work on one file in a throw-away engine.
 */
export async function jsonImports(file?: string): Promise<Imports> {
  let records = file ? await load(file) : [];
  let saving: Promise<void> = Promise.resolve();
  const keep = (changed: ImportRecord[]): Promise<void> => {
    records = changed;
    if (file) saving = saving.then(() => save(file, records));
    return saving;
  };
  const is = (workspaceId: string, id: string) => (record: ImportRecord) =>
    record.workspaceId === workspaceId && record.id === id;
  return {
    add: (_, record) => keep([record, ...records]),
    change: (workspaceId, id, change) =>
      keep(records.map((record) => (is(workspaceId, id)(record) ? { ...record, ...change } : record))),
    get: async (workspaceId, id) => records.find(is(workspaceId, id)),
    list: async (workspaceId, sourceId) =>
      records.filter(
        (record) =>
          record.workspaceId === workspaceId && (sourceId === undefined || record.sourceId === sourceId),
      ),
    remove: (workspaceId, id) => keep(records.filter((record) => !is(workspaceId, id)(record))),
    unfinished: async () => records.filter(({ status }) => unfinished.has(status)),
  };
}
