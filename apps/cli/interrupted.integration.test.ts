import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '#client/api.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import { uploadSchema } from '#kit/upload.ts';
import {
  answerOf,
  runCommand,
  type ServeProcess,
  spawnCommand,
  startServe,
  until,
} from '#testing/command.ts';
import { fillDataFolder } from '#testing/data-folder.ts';
import { writeEventsCsv } from '#testing/simulator/events-csv.ts';

let folder: string;
let file: string;
let rows: number;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-interrupted-'));
  file = join(folder, 'events.csv');
  const out = createWriteStream(file);
  const end = new Date('2026-11-21T00:00:00Z');
  rows = (await writeEventsCsv(out, { seed: 7, customers: 25_000, end })).events;
  out.end();
  await finished(out);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const filesUnder = async (path: string): Promise<string[]> =>
  (await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

async function begin(server: ServeProcess, workspaceId: WorkspaceId) {
  const url = `${server.address}/api/v1/workspaces/${workspaceId}/uploads/events.csv`;
  const body = createReadStream(file) as unknown as BodyInit;
  const sent = await fetch(url, { method: 'PUT', body, duplex: 'half' } as RequestInit);
  const { uploadId } = uploadSchema.parse(await sent.json());
  const { mapping } = await server.api.measure.previewEvents({ workspaceId, uploadId });
  if (!mapping) throw new Error('no mapping');
  return server.api.measure.startImport({
    workspaceId,
    uploadId,
    sourceId: null,
    name: 'Events',
    mapping,
    replace: false,
  });
}

const stateOf = async (api: Api, workspaceId: WorkspaceId, importId: string) => {
  const state = await api.measure.importState({ workspaceId, importId }).catch(() => undefined);
  return state?.status ?? 'absent';
};

describe('Ctrl-C during an import', () => {
  it.each(['in this process', 'through the server'] as const)('leaves nothing, %s', async (where) => {
    const data = join(folder, where.replaceAll(' ', '-'));
    await fillDataFolder(data);
    const env = { PARCOURS_DATA: data };
    await runCommand(['workspace', 'create', 'W'], { env });
    const server = where === 'through the server' ? await startServe(data) : undefined;
    const child = spawnCommand(['import', 'events', file, '-w', 'W'], { env });
    child.stderr?.once('data', () => child.kill('SIGINT'));
    const { code, stdout, stderr } = await answerOf(child);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('The import of events.csv was cancelled: nothing of it is left.');
    // A server learns that the sending has ended when the connection does, a moment after the command has.
    await expect.poll(() => filesUnder(join(data, 'uploads')), { timeout: 20_000 }).toEqual([]);
    expect(await filesUnder(join(data, 'set-aside'))).toEqual([]);
    expect(await server?.stop()).toBe(server ? 0 : undefined);
    const again = await startServe(data);
    const [workspace] = await again.api.workspace.list();
    expect(await again.api.measure.sources({ workspaceId: workspace!.id })).toEqual([]);
    await again.stop();
  });
});

describe('a server', () => {
  it('that is stopped during an import takes it back first', async () => {
    const data = join(folder, 'stopped');
    await fillDataFolder(data);
    const server = await startServe(data);
    const { id: workspaceId } = await server.api.workspace.create({ name: 'W', language: 'en' });
    const { importId } = await begin(server, workspaceId);
    expect(await server.stop()).toBe(0);
    const again = await startServe(data);
    expect(await stateOf(again.api, workspaceId, importId)).toBe('absent');
    expect(await again.api.measure.sources({ workspaceId })).toEqual([]);
    expect(await again.stop()).toBe(0);
  });

  it('that is killed during an import has it whole or not at all when it starts again', async () => {
    const data = join(folder, 'killed');
    await fillDataFolder(data);
    let server = await startServe(data);
    const { id: workspaceId } = await server.api.workspace.create({ name: 'W', language: 'en' });
    const seen = new Set<string>();
    for (const moment of [0, 'building', 'publishing', 'complete'] as const) {
      const { importId, sourceId } = await begin(server, workspaceId);
      if (moment !== 0)
        await until(async () => {
          const state = await server.api.measure.importState({ workspaceId, importId });
          return state.status === 'complete' || state.status === moment || state.progress?.phase === moment;
        });
      await server.kill();
      server = await startServe(data);
      const sources = await server.api.measure.sources({ workspaceId });
      const status = await stateOf(server.api, workspaceId, importId);
      seen.add(status);
      if (sources.length === 0) expect(['absent', 'failed']).toContain(status);
      else {
        expect(status).toBe('complete');
        const [{ stats }] = sources as [(typeof sources)[number]];
        expect(stats && stats.events + stats.setAside).toBe(rows);
        await server.api.measure.removeSource({ workspaceId, sourceId });
        expect(await server.api.measure.sources({ workspaceId })).toEqual([]);
      }
    }
    expect(seen).toContain('complete');
    expect(seen.size).toBeGreaterThan(1);
    expect(await server.stop()).toBe(0);
  });
});
