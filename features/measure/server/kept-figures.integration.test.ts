import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import { createRandom } from '#kit/statistics/random.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { mapOfBindings } from '#testing/map-of-bindings.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';
import type { BoundTouchpoint } from '../domain/measuring/map-plan.ts';
import { removeImport } from './import/remove-import.ts';
import { dropStaleScratch } from './import/scratch.ts';
import { measureMap } from './measure-map.ts';
import { codesOf } from './measuring/measure-source.ts';
import { summariseSource } from './summarise-source.ts';

const random = createRandom(7);
const names = ['search', 'call', 'pay', 'close'];
const minute = 60_000;

/** Events of forty ids over three days, as lines of a file. */
const events = (count: number): string =>
  [
    'client,date,etape,note,segment',
    ...Array.from({ length: count }, () => {
      const id = random.below(40);
      const at = new Date(Date.UTC(2025, 0, 1) + random.below(3 * 24 * 60) * minute).toISOString();
      return `id-${id},${at},${random.pick(names)},${random.chance(0.4) ? 1 + random.below(5) : ''},${'AB'[id % 2]}`;
    }),
  ].join('\n');

describe('figures counted from kept codes', () => {
  let app: TestWorld;
  let ours: WorkspaceId;
  let theirs: WorkspaceId;
  /** That of the world, with the questions on kept codes counted. */
  let engine: Engine;
  let read = 0;
  beforeAll(async () => {
    app = await openTestWorld();
    engine = {
      ...app.world.engine,
      query: (...call) => {
        if (call[0].includes('arrayJoin(codes)') && call[0].includes('FROM scratch_codes_')) read++;
        return app.world.engine.query(...call);
      },
    };
    const made = async (name: string) =>
      (await app.api.workspace.create({ name, language: 'en', zone: 'UTC' })).id as WorkspaceId;
    ours = await made('Ours');
    theirs = await made('Theirs');
  });
  afterAll(() => app.close());

  async function imported(workspaceId: WorkspaceId, text: string, into: string | null) {
    const url = `${app.address}/api/v1/workspaces/${workspaceId}/uploads/events.csv`;
    const sent = await fetch(url, { method: 'PUT', body: text });
    const { uploadId } = (await sent.json()) as { uploadId: string };
    const { mapping } = await app.api.measure.previewEvents({ workspaceId, uploadId });
    const started = await app.api.measure.startImport({
      workspaceId,
      uploadId,
      sourceId: into,
      name: 'shop',
      mapping: mapping!,
    });
    for (;;) {
      const { importId } = started;
      const { status } = await app.api.measure.importState({ workspaceId, importId });
      if (status === 'complete') return started;
      expect(status).not.toBe('failed');
      await pause(30);
    }
  }

  const touchpoints = (sourceId: string): BoundTouchpoint[] =>
    names.map((name, index) => ({
      id: name,
      stepId: `step-${index}`,
      stageId: `stage-${index >> 1}`,
      stageRank: index >> 1,
      events: [{ on: 'events', sourceId, rule: { names: [name], channels: [], attributes: [] } }],
      surveys: [],
    }));

  type Asked = { readonly workspaceId: WorkspaceId; readonly sourceId: string; readonly mapId: string };

  const tables = async (): Promise<string[]> =>
    (
      await app.world.engine.query<{ name: string }>(
        "SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, 'scratch_codes_')",
      )
    ).map(({ name }) => name);

  /** The figures, asked with codes kept of every source, however small, or of none; `read`: were kept ones counted? */
  async function figures({ workspaceId, sourceId, mapId }: Asked, from: number) {
    const { keptCodes } = app.world;
    read = 0;
    const ports = { ...app.world, engine, keptCodes: { ...keptCodes, from } };
    const { computedAt, tookMilliseconds, ...told } = unwrap(
      await measureMap(ports, { workspaceId, mapId, by: 'segment' }),
    );
    while (keptCodes.jobs.isRunning(workspaceId, codesOf(sourceId))) await pause(10);
    return { told, read };
  }

  it('are those of the journeys, after every change of them, of who is who, of rules and of bindings', async () => {
    const { measure } = app.api;
    const open = async (workspaceId: WorkspaceId, text: string): Promise<Asked> => {
      const { sourceId } = await imported(workspaceId, text, null);
      const mapId = unwrap(await app.world.createMap(workspaceId, mapOfBindings(touchpoints(sourceId))));
      return { workspaceId, sourceId, mapId };
    };
    const here = await open(ours, events(500));
    const there = await open(theirs, events(400));
    const { workspaceId, sourceId, mapId } = here;

    const seen = new Set<string>();
    /** Never asked so before: first of the journeys, then of what was kept. */
    const changed = async (asked: Asked) => {
      const { told } = await figures(asked, Number.POSITIVE_INFINITY);
      expect(seen).not.toContain(JSON.stringify(told));
      seen.add(JSON.stringify(told));
      expect(await figures(asked, 0)).toEqual({ told, read: 0 });
      expect(await figures(asked, 0)).toEqual({ told, read: 2 });
    };
    const same = async (asked: Asked) => {
      const { told } = await figures(asked, Number.POSITIVE_INFINITY);
      expect(await figures(asked, 0)).toEqual({ told, read: 2 });
    };
    await changed(here);
    await changed(there);
    await same(here);

    const { importId } = await imported(workspaceId, events(120), sourceId);
    await changed(here);
    await same(there);

    const settled = async () => {
      while ((await measure.identities({ workspaceId })).progress !== null) await pause(30);
    };
    const links = [
      { alias: 'id-1', person: 'id-2' },
      { alias: 'id-4', person: 'id-2' },
    ];
    const { version } = await measure.joinIdentities({ workspaceId, links });
    await settled();
    await changed(here);

    await measure.setJourneyRule({
      workspaceId,
      sourceId,
      rule: { is: 'cut', starts: ['search'], ends: ['close'], silenceSeconds: 6 * 3600 },
    });
    await changed(here);

    // A touchpoint reads one more event.
    const rule = { names: ['call', 'pay'], channels: [], attributes: [] };
    const bound = {
      op: 'set',
      path: ['touchpoints', 'call', 'bindings'],
      value: [{ on: 'events', sourceId, rule }],
    };
    await app.api.journey.change({ workspaceId, mapId, changes: [bound as never] });
    await changed(here);

    await measure.undoIdentities({ workspaceId, version });
    await settled();
    await changed(here);
    unwrap(await removeImport(app.world, workspaceId, importId));
    await summariseSource(app.world, workspaceId, sourceId);
    await changed(here);

    const before = await tables();
    await measure.removeSource({ workspaceId, sourceId });
    const left = await tables();
    // With the source goes what was kept of it, and nothing else.
    expect(before.length).toBeGreaterThan(left.length);
    await same(there);
    await dropStaleScratch(app.world.engine);
    expect(await tables()).toEqual([]);
  });
});
