import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { addSource } from '#testing/add-source.ts';
import { randomJourneys } from '#testing/lived-journeys.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';

let app: TestWorld;
let workspaceId: WorkspaceId;
beforeAll(async () => {
  app = await openTestWorld();
  workspaceId = (await app.api.workspace.create({ name: 'Impact', language: 'fr' })).id;
  const names = ['Open', 'Read', 'Call', 'Pay'];
  const journeys = randomJourneys({
    seed: 9,
    journeys: 600,
    names,
    channels: ['web'],
    segments: ['A', 'B', ''],
  });
  const some = journeys.map((journey, at) =>
    at < 3 ? { ...journey, attributes: { ...journey.attributes, segment: 'rare' } } : journey,
  );
  await addSource(app.world, workspaceId, 'many', some);
  await addSource(app.world, workspaceId, 'one', [
    { ...journeys[0]!, events: journeys[0]!.events.slice(0, 1) },
  ]);
});
afterAll(() => app.close());

const asked = (sourceId: string) => ({
  workspaceId,
  sourceId,
  unit: 'event' as const,
  repeats: 'joined' as const,
  filters: [],
});

describe('what counts, asked through the API', () => {
  it('says the same thing every time', async () => {
    const ask = () => app.api.impact.outcome({ ...asked('many'), goal: 'Pay' });
    const answer = await ask();
    expect(answer.places.map(({ key }) => key).sort()).toEqual(['Call', 'Open', 'Read']);
    expect(await ask()).toEqual(answer);
    const drivers = () =>
      app.api.impact.drivers({ ...asked('many'), target: { of: 'last' }, about: 'score' });
    expect(await drivers()).toEqual(await drivers());
  });

  it('has nothing to compare where nobody reaches the goal, and knows no place that is not there', async () => {
    const answer = await app.api.impact.outcome({
      ...asked('many'),
      filters: [{ is: 'not-through', place: 'Pay' }],
      goal: 'Pay',
    });
    expect(answer).toMatchObject({ places: [], share: { value: 0 } });
    await expect(app.api.impact.outcome({ ...asked('many'), goal: 'Fly' })).rejects.toMatchObject({
      details: { code: 'paths.place-unknown' },
    });
  });

  it('withholds everything of one single event', async () => {
    const [outcome, drivers, moments, touchpoints] = await Promise.all([
      app.api.impact.outcome({ ...asked('one'), goal: 'Pay' }).catch(() => null),
      app.api.impact.drivers({ ...asked('one'), target: { of: 'mean' } }),
      app.api.impact.moments({ ...asked('one'), target: { of: 'last' } }),
      app.api.impact.touchpoints(asked('one')),
    ]);
    expect(outcome?.places ?? []).toEqual([]);
    expect(drivers).toMatchObject({ drivers: [], contrasts: [], explained: { withheld: true } });
    expect(moments.remembered.memories).toEqual([]);
    expect(touchpoints.places.map(({ figures }) => figures.all?.reach)).toMatchObject([
      { withheld: true, n: 1 },
    ]);
  });

  it('tells groups of five people or more only', async () => {
    const { groups, places, differences } = await app.api.impact.touchpoints({
      ...asked('many'),
      goal: 'Pay',
      by: 'segment',
      figure: 'satisfaction',
    });
    expect(groups.map(({ label }) => label).sort()).toEqual(['A', 'B', 'rare']);
    const rare = groups.find(({ label }) => label === 'rare')!;
    expect(rare.journeys).toEqual({ withheld: true });
    for (const { figures } of places) {
      expect(figures[rare.key]).toMatchObject({
        satisfaction: { withheld: true },
        reach: { withheld: true },
      });
      expect(figures.all).toMatchObject({ satisfaction: { withheld: false } });
    }
    expect(differences.filter(({ group }) => group === rare.key)).toEqual([]);
    expect(differences.every(({ difference }) => difference.adjustedP !== undefined)).toBe(true);
  });
});
