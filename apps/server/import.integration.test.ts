import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiProblem } from '#client/api.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import { uploadSchema } from '#kit/upload.ts';
import { eventMappingSchema } from '#measure/domain/event-import/mapping.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';

const data = new URL('../../../shared/data/', import.meta.url);
const hasData = existsSync(data);

let app: TestWorld;
let workspaceId: WorkspaceId;
beforeAll(async () => {
  app = await openTestWorld();
  workspaceId = (await app.api.workspace.create({ name: 'Import', language: 'en' })).id;
});
afterAll(() => app.close());

async function upload(name: string, body: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const url = `${app.address}/api/v1/workspaces/${workspaceId}/uploads/${encodeURIComponent(name)}`;
  const answer = await fetch(url, { method: 'PUT', body });
  expect(answer.status).toBe(201);
  return uploadSchema.parse(await answer.json()).uploadId;
}

async function settle(importId: string) {
  for (;;) {
    const state = await app.api.measure.importState({ workspaceId, importId });
    if (state.status !== 'running' && state.status !== 'publishing') return state;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function importFile(
  name: string,
  body: string | Uint8Array<ArrayBuffer>,
  sourceId: string | null = null,
) {
  const uploadId = await upload(name, body);
  const { mapping } = await app.api.measure.previewEvents({ workspaceId, uploadId });
  if (!mapping) throw new Error(`no mapping for ${name}`);
  const started = await app.api.measure.startImport({
    workspaceId,
    uploadId,
    sourceId,
    name,
    mapping,
    replace: false,
  });
  return { ...started, state: await settle(started.importId) };
}

const csv = [
  'customer;date;event;channel;score;note',
  'a;2025-03-01 10:00;register;web;4;ok',
  'a;2025-03-02 10:00;pay;web;5;',
  'b;2025-03-01 11:00;register;phone;2;"two\nlines"',
  'b;2025-02-31 11:00;pay;phone;3;never was',
  ';2025-03-03 11:00;pay;phone;3;nobody',
  'c;2025-03-01 12:00;register;web;4;too;many;fields',
].join('\n');

describe('importing through the API', () => {
  it('proposes a mapping, imports, balances and lets what was set aside be downloaded', async () => {
    const { importId, sourceId, state } = await importFile('événements.csv', csv);
    expect(state.status).toBe('complete');
    expect(state.balance).toMatchObject({
      read: 6,
      kept: 3,
      setAside: { 'impossible-time': 1, 'no-customer': 1, 'too-many-fields': 1 },
    });
    const source = await app.api.measure.source({ workspaceId, sourceId });
    expect(source.stats).toMatchObject({ customers: 2, events: 3, eventNames: 2, variants: 2, setAside: 3 });
    const rows = await fetch(
      `${app.address}/api/v1/workspaces/${workspaceId}/imports/${importId}/set-aside.csv`,
    );
    expect(rows.headers.get('content-disposition')).toContain('attachment');
    const text = await rows.text();
    expect(text).toContain('2025-02-31 11:00');
    expect(text.trim().split('\n')).toHaveLength(4);
  });

  it('adds nothing when the same file comes again, whatever it is called', async () => {
    const again = await importFile('the same.csv', csv);
    expect(again.outcome).toBe('already-imported');
    expect(await app.api.measure.sources({ workspaceId })).toHaveLength(1);
  });

  it('does not show one workspace what another holds', async () => {
    const other = (await app.api.workspace.create({ name: 'Other', language: 'fr' })).id;
    expect(await app.api.measure.sources({ workspaceId: other })).toEqual([]);
    const [source] = await app.api.measure.sources({ workspaceId });
    const refused = await app.api.measure
      .source({ workspaceId: other, sourceId: source!.id })
      .catch((error: unknown) => error);
    expect((refused as ApiProblem).details.code).toBe('source.not-found');
  });

  it('leaves no source behind when nothing could be kept', async () => {
    const before = await app.api.measure.sources({ workspaceId });
    const uploadId = await upload('bad.csv', 'customer,date,event\n,2025-01-01,x\n,2025-01-02,y\n');
    const mapping = eventMappingSchema.parse({
      customer: 'customer',
      time: { column: 'date', format: 'iso', zone: 'UTC' },
      event: 'event',
    });
    const started = await app.api.measure.startImport({
      workspaceId,
      uploadId,
      sourceId: null,
      name: 'bad',
      mapping,
      replace: false,
    });
    const state = await settle(started.importId);
    expect(state).toMatchObject({
      status: 'failed',
      problem: { code: 'import.nothing-kept' },
      balance: { read: 2, kept: 0 },
    });
    expect(await app.api.measure.sources({ workspaceId })).toEqual(before);
  });

  it('deletes a source with all it held', async () => {
    const [source] = await app.api.measure.sources({ workspaceId });
    await app.api.measure.removeSource({ workspaceId, sourceId: source!.id });
    expect(await app.api.measure.sources({ workspaceId })).toEqual([]);
    const [left] = await app.world.engine.query<{ n: number }>(
      'SELECT (SELECT count() FROM event) + (SELECT count() FROM lived_journey) AS n',
    );
    expect(left?.n).toBe(0);
  });
});

describe.skipIf(!hasData)('reference logs of ../shared/data', () => {
  const logs = new URL('event-logs/', data);
  const expected: Record<string, [customers: number, events: number, names: number, variants: number]> = {
    'running-example.csv': [6, 42, 8, 6],
    'running-example.xes': [6, 42, 8, 6],
    'receipt.csv': [1434, 8577, 27, 116],
    'receipt.xes.gz': [1434, 8577, 27, 116],
    'sepsis.csv': [1050, 15214, 16, 846],
    'traffic_fines.csv': [10000, 34724, 11, 44],
    'hospital_billing.csv': [10000, 49951, 16, 288],
    'teleclaims.xes.gz': [3512, 46138, 11, 12],
  };

  it.each(Object.entries(expected))(
    '%s has its published figures',
    async (name, [customers, events, eventNames, variants]) => {
      expect(hasData && readdirSync(logs)).toContain(name);
      const { sourceId } = await importFile(name, new Uint8Array(await readFile(join(logs.pathname, name))));
      const { stats } = await app.api.measure.source({ workspaceId, sourceId });
      expect(stats).toMatchObject({ customers, events, eventNames, variants });
    },
  );
});
