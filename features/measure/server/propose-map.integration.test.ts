import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { createRandom } from '#kit/statistics/random.ts';
import { uploadSchema } from '#kit/upload.ts';
import { addSource } from '#testing/add-source.ts';
import type { LivedJourney } from '#testing/lived-journeys.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';

const day = 86_400_000;
const receipt = new URL('../../../../shared/data/event-logs/receipt.csv', import.meta.url);

let app: TestWorld;
let workspaceId: WorkspaceId;
beforeAll(async () => {
  app = await openTestWorld();
  workspaceId = (await app.api.workspace.create({ name: 'Mesure', language: 'fr' })).id;
});
afterAll(() => app.close());

describe('a map proposed from a source', () => {
  it('is bound throughout, has its personas, can be measured, and is the same each time', async () => {
    const order = ['Souscrire', 'Recevoir sa carte', 'Déclarer', 'Être remboursé', 'Résilier'];
    const random = createRandom(12);
    const journeys = Array.from({ length: 300 }, (_, index): LivedJourney => {
      const taken = order.slice(0, 2 + random.below(4)).filter(() => random.chance(0.9));
      const lived = taken.length > 0 ? taken : order.slice(0, 1);
      return {
        customer: `c${index}`,
        attributes: { Profil: index % 3 === 0 ? 'Famille' : 'Seul' },
        events: lived.map((name, at) => ({
          time: Date.UTC(2024, 0, 1 + (index % 50)) + at * day * 9,
          seq: index * 10 + at,
          name,
          channel: at % 2 === 0 ? 'Téléphone' : 'web',
          score: null,
          attributes: {},
        })),
      };
    });
    await addSource(app.world, workspaceId, 'assurance', journeys);
    const propose = async () => {
      const { mapId } = await app.api.measure.proposeMap({
        workspaceId,
        sourceId: 'assurance',
        language: 'fr',
        title: 'Assurance',
      });
      return { mapId, map: (await app.api.journey.get({ workspaceId, mapId })).map };
    };
    const { mapId, map } = await propose();
    const titles = (of: typeof map) =>
      Object.values(of.steps).map(
        ({ order: key, title, stageId }) => [of.stages[stageId]!.order + key, title] as const,
      );
    expect(Object.values(map.stages).length).toBe(3);
    expect(
      Object.values(map.phases)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Après', 'Avant', 'Pendant']);
    expect(
      Object.values(map.steps)
        .map(({ title }) => title)
        .sort(),
    ).toEqual([...order].sort());
    expect(Object.values(map.touchpoints).every(({ bindings }) => bindings.length === 1)).toBe(true);
    expect(new Set(Object.values(map.touchpoints).map(({ channel }) => channel))).toEqual(
      new Set(['phone', 'web']),
    );
    expect(
      Object.values(map.personas)
        .map(({ name, match }) => [name, match?.attribute])
        .sort(),
    ).toEqual([
      ['Famille', 'Profil'],
      ['Seul', 'Profil'],
    ]);
    const again = (await propose()).map;
    expect(titles(again).sort()).toEqual(titles(map).sort());

    const measure = await app.api.measure.measureMap({ workspaceId, mapId, by: 'persona' });
    expect(measure.drawnAndTravelled).toMatchObject({ undrawn: [], untaken: [], inverted: [] });
    expect(measure.groups.map(({ journeys: n }) => n).reduce<number>((sum, n) => sum + Number(n), 0)).toBe(
      300,
    );
  });

  it('is refused for a source that is not there', async () => {
    await expect(
      app.api.measure.proposeMap({ workspaceId, sourceId: 'nowhere', language: 'fr', title: 'x' }),
    ).rejects.toMatchObject({ details: { code: 'source.not-found' } });
  });

  it.skipIf(!existsSync(receipt))('of the receipt log counts what its file holds', async () => {
    const url = `${app.address}/api/v1/workspaces/${workspaceId}/uploads/receipt.csv`;
    const file = await readFile(receipt);
    const { uploadId } = uploadSchema.parse(await (await fetch(url, { method: 'PUT', body: file })).json());
    const { mapping } = await app.api.measure.previewEvents({ workspaceId, uploadId });
    const { importId, sourceId } = await app.api.measure.startImport({
      workspaceId,
      uploadId,
      sourceId: null,
      name: 'receipt',
      mapping: mapping!,
      replace: false,
    });
    for (let status = 'running'; status !== 'complete'; ) {
      ({ status } = await app.api.measure.importState({ workspaceId, importId }));
      if (status !== 'complete' && status !== 'running' && status !== 'publishing') throw new Error(status);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { mapId } = await app.api.measure.proposeMap({
      workspaceId,
      sourceId,
      language: 'en',
      title: 'Receipt',
    });
    const { map } = await app.api.journey.get({ workspaceId, mapId });
    const measure = await app.api.measure.measureMap({ workspaceId, mapId });

    const [header = '', ...lines] = file.toString().trim().split(/\r?\n/);
    const columns = header.split(',');
    const cells = lines.map((line) => line.split(','));
    const read = (row: string[], column: string): string => row[columns.indexOf(column)] ?? '';
    const cases = new Map<string, Set<string>>();
    for (const row of cells) {
      const name = read(row, 'concept:name');
      cases.set(name, (cases.get(name) ?? new Set()).add(read(row, 'case:concept:name')));
    }
    expect(measure.populations[0]?.stats).toMatchObject({ customers: 1434, events: 8577, eventNames: 27 });
    expect(measure.drawnAndTravelled?.eventsDrawn.all).toBe(8577);
    for (const [id, { title }] of Object.entries(map.steps)) {
      // Channels that carry under half a percent of a step are left undrawn.
      const all = cases.get(title)?.size ?? 0;
      expect(measure.steps[id]?.all?.customers).toBeGreaterThanOrEqual(0.98 * all);
      expect(measure.steps[id]?.all?.customers).toBeLessThanOrEqual(all);
    }
    const titles = Object.values(map.steps).map(({ title }) => title);
    expect(titles).toContain('Confirmation of receipt');
    expect(titles.length).toBeLessThanOrEqual(24);
  });
});
