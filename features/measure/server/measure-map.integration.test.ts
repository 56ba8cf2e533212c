import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stepSchema } from '#journey/domain/schema.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import type { Estimate } from '#kit/statistics/estimate.ts';
import { createRandom } from '#kit/statistics/random.ts';
import { shareEstimate } from '#kit/statistics/share.ts';
import { survivalQuantile } from '#kit/statistics/survival.ts';
import { addContacts } from '#testing/add-contacts.ts';
import { addSource } from '#testing/add-source.ts';
import { type LivedJourney, randomJourneys } from '#testing/lived-journeys.ts';
import { mapOfBindings } from '#testing/map-of-bindings.ts';
import { endOf, placesOf, scoresByHand, tallyByHand } from '#testing/measure-by-hand.ts';
import { randomBindings } from '#testing/random-bindings.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';
import type { Count, MapMeasure, PlaceFigures } from '../domain/figures.ts';
import type { BoundTouchpoint } from '../domain/measuring/map-plan.ts';
import { measureMap } from './measure-map.ts';

const names = ['Open', 'Read', 'Call', 'Pay', 'Complain', 'Return'];
const channels = ['web', 'phone'];
const day = 86_400_000;
const minimum = 30;

let app: TestWorld;
let workspaceId: WorkspaceId;
beforeAll(async () => {
  app = await openTestWorld();
  workspaceId = (await app.api.workspace.create({ name: 'Mesure', language: 'fr' })).id;
});
afterAll(() => app.close());

const addMap = async (map: ReturnType<typeof mapOfBindings>): Promise<string> =>
  unwrap(await app.world.createMap(workspaceId, map));

async function example(sourceId: string, seed: number, journeyCount = 900) {
  const journeys = randomJourneys({ seed, journeys: journeyCount, names, channels });
  await addSource(app.world, workspaceId, sourceId, journeys);
  const touchpoints = randomBindings(createRandom(seed), {
    stages: 4,
    names,
    channels,
    sourceId,
    style: 'anyhow',
  });
  return { journeys, touchpoints };
}

/** What a place must say of a group, from the definitions applied by hand. */
function byHand(
  place: ReturnType<typeof placesOf>['steps'][number],
  touchpoints: readonly BoundTouchpoint[],
  sourceId: string,
  journeys: readonly LivedJourney[],
  setting: { end: number; patience: number; later: boolean; group: boolean },
): Omit<PlaceFigures, 'satisfaction' | 'freshness'> {
  const tally = tallyByHand(place, touchpoints, sourceId, journeys, setting);
  const count = (n: number): Count => (setting.group && n > 0 && n < 5 ? { withheld: true } : n);
  const share = (successes: number, n: number): Estimate => shareEstimate(successes, n, { minimum });
  const timed = [
    ...tally.ended.map((time) => ({ time, events: 1, censored: 0 })),
    ...tally.censored.map((time) => ({ time, events: 0, censored: 1 })),
  ];
  const asked = setting.later && tally.customers > 0;
  return {
    volume: typeof count(tally.customers) === 'number' ? tally.volume : { withheld: true },
    customers: count(tally.customers),
    share: share(tally.customers, journeys.length),
    goesOn: asked ? share(tally.wentOn, tally.customers - tally.undecided) : null,
    stopsHere: asked ? share(tally.stopped, tally.customers - tally.inProgress) : null,
    inProgress: count(tally.inProgress),
    timeToNext: tally.ended.length > 0 ? survivalQuantile(timed, { minimum }) : null,
  };
}

describe('figures of a map', () => {
  it('are those of the definitions applied by hand, for everyone and per persona', async () => {
    for (const seed of [41, 42, 43]) {
      const sourceId = `source-${seed}`;
      const { journeys, touchpoints } = await example(sourceId, seed);
      const map = mapOfBindings(touchpoints);
      for (const [colour, value] of ['A', 'B', 'nobody'].entries()) {
        map.personas[`persona-${value}`] = {
          order: `a${colour}`,
          name: `Persona ${value}`,
          colour,
          match: { attribute: 'segment', value },
          personaId: null,
        };
      }
      const mapId = await addMap(map);
      const measure = await app.api.measure.measureMap({ workspaceId, mapId, by: 'persona' });
      expect(measure.groups.map(({ key, label, personaId }) => [key, label, personaId])).toEqual(
        ['A', 'B', 'nobody'].map((value) => [`persona-${value}`, `Persona ${value}`, `persona-${value}`]),
      );
      expect(measure.minimum).toBe(minimum);
      expect(measure.populations[0]).toMatchObject({ sourceId, simulated: true, duplicates: 2 });
      const patience = (measure.populations[0]?.patienceSeconds ?? 0) * 1000;
      const places = placesOf(touchpoints);
      const bound = touchpoints.filter(({ events }) =>
        events.some(({ rule }) => rule.names.some((name) => names.includes(name))),
      );
      const lastRank = Math.max(...bound.map(({ stageRank }) => stageRank));
      for (const level of ['touchpoints', 'steps', 'stages'] as const) {
        expect(Object.keys(measure[level]).sort()).toEqual(places[level].map(({ id }) => id).sort());
        for (const place of places[level]) {
          for (const [key, value] of [
            ['all'],
            ['persona-A', 'A'],
            ['persona-B', 'B'],
            ['persona-nobody', 'x'],
          ] as const) {
            const own = journeys.filter(
              ({ attributes }) => value === undefined || attributes.segment === value,
            );
            const { satisfaction, freshness, ...figures } = measure[level][place.id]![key]!;
            expect({ place: place.id, key, ...figures }).toEqual({
              place: place.id,
              key,
              ...byHand(place, touchpoints, sourceId, own, {
                end: endOf(journeys),
                patience,
                later: place.rank < lastRank,
                group: key !== 'all',
              }),
            });
            expect(freshness[0]).toMatchObject({ sourceId, importedAt: '2024-08-01T00:00:00.000Z' });
            const sums = scoresByHand(place, sourceId, own, { min: 1, max: 5 });
            if (sums.n === 0) expect(satisfaction).toBeNull();
            else
              expect(satisfaction).toMatchObject({
                kind: 'mean',
                scale: { min: 1, max: 5 },
                estimate: { n: sums.n },
              });
            if (satisfaction && !satisfaction.estimate.withheld) {
              const mean = sums.sum / sums.n;
              expect(satisfaction.estimate.value).toBeCloseTo(1 + 4 * mean, 5);
              const point = measure.emotion[key]?.find(({ stepId }) => stepId === place.id)?.estimate;
              if (level === 'steps') expect(point).toMatchObject({ withheld: false, n: sums.n });
              if (level === 'steps' && point && !point.withheld)
                expect(point.value).toBeCloseTo(-3 + 6 * mean, 5);
            }
          }
        }
      }
    }
  });

  it('are split by the six commonest values of an attribute and the others together', async () => {
    const towns = ['Lyon', 'Paris', 'Lille', 'Brest', 'Nice', 'Nantes', 'Metz', 'Caen'];
    const journeys = randomJourneys({ seed: 7, journeys: 400, names, channels }).map((journey, index) => ({
      ...journey,
      attributes: { town: towns[index < 3 ? 7 : index < 20 ? 6 : index % 6] ?? '' },
    }));
    await addSource(app.world, workspaceId, 'towns', journeys);
    const touchpoints = randomBindings(createRandom(7), {
      stages: 2,
      names,
      channels,
      sourceId: 'towns',
      style: 'once',
    });
    const mapId = await addMap(mapOfBindings(touchpoints));
    const measure = await app.api.measure.measureMap({ workspaceId, mapId, by: 'town' });
    expect(
      measure.groups
        .map(({ label }) => label)
        .slice(0, 6)
        .sort(),
    ).toEqual(towns.slice(0, 6).sort());
    expect(measure.groups[6]).toEqual({ key: 'other', label: '', journeys: 20, personaId: null });
    const [id = ''] = Object.keys(measure.stages);
    const counts = measure.groups.map(({ key }) => measure.stages[id]?.[key]?.customers);
    expect(counts.reduce<number>((sum, n) => sum + (typeof n === 'number' ? n : 0), 0)).toBe(
      measure.stages[id]?.all?.customers,
    );
    const none = await app.api.measure.measureMap({ workspaceId, mapId, by: 'no such attribute' });
    expect(none.groups).toEqual([]);
    expect(none.stages[id]?.all).toEqual(measure.stages[id]?.all);
  });

  it('of under five people of a group are withheld', async () => {
    const journeys = randomJourneys({ seed: 8, journeys: 200, names, channels }).map((journey, index) => ({
      ...journey,
      attributes: { offer: index < 4 ? 'rare' : 'usual' },
    }));
    await addSource(app.world, workspaceId, 'offers', journeys);
    const touchpoints = randomBindings(createRandom(3), {
      stages: 2,
      names,
      channels,
      sourceId: 'offers',
      style: 'once',
    });
    const mapId = await addMap(mapOfBindings(touchpoints));
    const measure = await app.api.measure.measureMap({ workspaceId, mapId, by: 'offer' });
    expect(measure.groups.find(({ label }) => label === 'rare')?.journeys).toEqual({ withheld: true });
    const figures = Object.values(measure.stages).flatMap((by) => by['value:rare'] ?? []);
    expect(figures.length).toBeGreaterThan(0);
    for (const { customers, volume, share, timeToNext } of figures) {
      if (customers !== 0) expect([customers, volume]).toEqual([{ withheld: true }, { withheld: true }]);
      expect(share?.withheld).toBe(true);
      expect(timeToNext?.withheld ?? true).toBe(true);
    }
  });

  it('cover the days asked, with the patience asked', async () => {
    const { journeys, touchpoints } = await example('days', 51);
    const mapId = await addMap(mapOfBindings(touchpoints));
    const measure = unwrap(
      await measureMap(app.world, {
        workspaceId,
        mapId,
        from: '2024-02-01',
        to: '2024-03-31',
        patienceSeconds: 86_400,
      }),
    );
    // The workspace counts its days in Paris; the clocks change on the last of them.
    const [from, to] = [Date.UTC(2024, 0, 31, 23), Date.UTC(2024, 2, 31, 22)];
    const own = journeys.filter(({ events }) => events[0]!.time >= from && events[0]!.time < to);
    expect(own.length).toBeGreaterThan(100);
    expect(measure.populations[0]?.patienceSeconds).toBe(86_400);
    for (const place of placesOf(touchpoints).stages) {
      const tally = tallyByHand(place, touchpoints, 'days', own, { end: endOf(journeys), patience: day });
      expect(measure.stages[place.id]?.all).toMatchObject({
        volume: tally.volume,
        inProgress: tally.inProgress,
      });
    }
  });

  it('name what is no longer there, and tell the rest', async () => {
    const { touchpoints } = await example('stays', 61);
    await example('goes', 62);
    const map = mapOfBindings(touchpoints);
    map.steps.gone = stepSchema.parse({ order: 'b00', stageId: touchpoints[0]!.stageId });
    map.touchpoints.gone = {
      order: 'a0',
      stepId: 'gone',
      channel: 'web',
      title: '',
      initiator: 'customer',
      bindings: [
        { on: 'events', sourceId: 'goes', rule: { names: ['Open'], channels: [], attributes: [] } },
        { on: 'survey', surveyId: 'never-was', column: 'Q1', kind: 'csat' },
      ],
    };
    const mapId = await addMap(map);
    await app.world.sources.remove(workspaceId, 'goes');
    const measure = await app.api.measure.measureMap({ workspaceId, mapId });
    expect(measure.missing).toEqual([
      { kind: 'source', id: 'goes' },
      { kind: 'survey', id: 'never-was' },
    ]);
    expect(measure.touchpoints.gone?.all).toMatchObject({
      volume: 0,
      share: null,
      satisfaction: null,
      freshness: [],
    });
    expect(measure.touchpoints[touchpoints[0]!.id]?.all?.volume).toBeGreaterThan(0);
    expect(measure.populations.map(({ sourceId }) => sourceId)).toEqual(['stays']);
  });

  it('of a map that is bound to nothing are none; of a map that is not there, a problem', async () => {
    const mapId = await addMap(mapOfBindings([]));
    const measure = await app.api.measure.measureMap({ workspaceId, mapId, by: 'persona' });
    expect(measure).toMatchObject({
      touchpoints: {},
      populations: [],
      drawnAndTravelled: null,
      groups: [],
      missing: [],
    });
    const missing = await measureMap(app.world, { workspaceId, mapId: 'no-such-map' });
    expect(missing.ok).toBe(false);
  });

  it('are the same whether what is known of a source is read from its summary or counted again', async () => {
    const sourceId = 'summary';
    const journeys = randomJourneys({ seed: 81, journeys: 300, names, channels });
    await addSource(app.world, workspaceId, sourceId, journeys);
    const touchpoints = randomBindings(createRandom(81), {
      stages: 2,
      names,
      channels,
      sourceId,
      style: 'once',
    }).slice(0, 3);
    const mapId = await addMap(mapOfBindings(touchpoints));
    const {
      computedAt: _first,
      tookMilliseconds: _took,
      ...known
    } = await app.api.measure.measureMap({ workspaceId, mapId });
    const source = await app.world.sources.get(workspaceId, sourceId);
    const stats = source!.summary!.stats;
    await app.world.sources.setSummary(workspaceId, sourceId, { stats, designEffect: 1 });
    const {
      computedAt: _second,
      tookMilliseconds: _time,
      ...counted
    } = await app.api.measure.measureMap({ workspaceId, mapId });
    expect(known.drawnAndTravelled?.undrawn.length).toBeGreaterThan(3);
    expect(counted).toEqual(known);
  });

  it('are the same for several readers at once', async () => {
    const { touchpoints } = await example('readers', 71);
    const mapId = await addMap(mapOfBindings(touchpoints));
    const figures = ({ touchpoints: at, steps, stages, emotion, drawnAndTravelled }: MapMeasure) => ({
      at,
      steps,
      stages,
      emotion,
      drawnAndTravelled,
    });
    const [first, ...others] = await Promise.all(
      Array.from({ length: 6 }, () => app.api.measure.measureMap({ workspaceId, mapId, by: 'segment' })),
    );
    for (const other of others) expect(figures(other)).toEqual(figures(first!));
  });

  it('are the same by the persona a model gave to contacts as by the trait that tells it', async () => {
    const { journeys, touchpoints } = await example('contacts', 46);
    const map = mapOfBindings(touchpoints);
    const mapId = await addMap(map);
    const contacts = journeys.map(
      ({ customer, attributes }) => [customer, attributes.segment ?? ''] as const,
    );
    // A third of the customers are no contacts: they are in no group, and in everyone.
    const known = contacts.filter((_, at) => at % 3 > 0);
    const { runId } = await addContacts(app, workspaceId, [...known, ['nobody', 'A']]);
    const given = await app.api.measure.measureMap({ workspaceId, mapId, by: `attributed:${runId}` });
    expect(given.groups.map(({ key, label, journeys: n }) => [key, label, n])).toEqual([
      ...['A', 'B', 'C'].map((trait) => [
        `attributed:${trait}`,
        trait,
        known.filter(([, own]) => own === trait).length,
      ]),
      ['undecided', '', known.filter(([, own]) => own === '').length],
    ]);
    expect(await app.api.measure.measureMap({ workspaceId, mapId, by: 'persona' })).toMatchObject({
      groups: given.groups,
    });
    expect(await app.api.measure.measureMap({ workspaceId, mapId, by: 'attributed:gone' })).toMatchObject({
      groups: [],
    });
    // The same customers, said by an attribute of their journeys.
    const told = new Map(known);
    const alike = journeys.map((journey) => ({
      ...journey,
      attributes: { ...journey.attributes, told: told.get(journey.customer) ?? '' },
    }));
    await addSource(app.world, workspaceId, 'alike', alike);
    const moved = touchpoints.map((touchpoint) => ({
      ...touchpoint,
      events: touchpoint.events.map((binding) => ({ ...binding, sourceId: 'alike' })),
    }));
    const other = await addMap(mapOfBindings(moved));
    const asked = await app.api.measure.measureMap({ workspaceId, mapId: other, by: 'told' });
    for (const trait of ['A', 'B', 'C'])
      for (const [id, figures] of Object.entries(given.steps)) {
        const { freshness: _, ...own } = figures[`attributed:${trait}`]!;
        expect(asked.steps[id]![`value:${trait}`]).toMatchObject(own);
      }
  });
});
