import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import { createRandom, type Random } from '#kit/statistics/random.ts';
import type { BoundTouchpoint } from '#measure/domain/measuring/map-plan.ts';
import { type KindOfEvent, planSource } from '#measure/domain/measuring/source-plan.ts';
import { groupNumber, type Split } from '#measure/domain/measuring/split.ts';
import { balanceOf, type Flow } from '#measure/domain/paths/flow.ts';
import { type PathPlaces, placesOfEvents, placesOfMap } from '#measure/domain/paths/places.ts';
import type { Funnel, PathFilter } from '#measure/domain/paths/question.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import { type LivedJourney, loadJourneys, randomJourneys } from '#testing/lived-journeys.ts';
import { isAt } from '#testing/measure-by-hand.ts';
import {
  cutByHand,
  depthByHand,
  joined,
  linksByHand,
  type PlainPath,
  passesFilter,
  waitByHand,
} from '#testing/paths-by-hand.ts';
import { randomBindings } from '#testing/random-bindings.ts';
import { flowCounts } from './flow-counts.ts';
import { funnelCounts } from './funnel-counts.ts';
import type { PathsQuestion } from './letters-sql.ts';
import { variantCounts } from './variant-counts.ts';
import { waitCounts } from './wait-counts.ts';

const workspaceId = 'w' as WorkspaceId;
const names = ['ask', 'send', 'call', 'wait', 'pay', 'leave'];
const channels = ['web', 'phone'];
const day = 86_400_000;

let folder: string;
let engine: Engine;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-paths-'));
  engine = unwrap(await openEngine({ dataDir: folder }));
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

type Round = {
  readonly paths: readonly PlainPath[];
  readonly places: PathPlaces;
  readonly question: PathsQuestion;
  readonly end: number;
  readonly random: Random;
};

const rounds = 16;
const perRound = 7000;

/** Random journeys with many ties, read as event names or as the places of a random map, with random filters. */
async function roundOf(round: number): Promise<Round> {
  const random = createRandom(round, 41);
  const sourceId = `paths-${round}`;
  const journeys = randomJourneys({
    seed: 7000 + round,
    journeys: perRound,
    names,
    channels,
    longest: 3 + random.below(8),
  });
  const kinds = await loadJourneys(engine, workspaceId, sourceId, journeys);
  const unit = random.pick(['event', 'touchpoint', 'step', 'stage'] as const);
  const touchpoints = randomBindings(random, {
    stages: 2 + random.below(3),
    names,
    channels,
    sourceId,
    style: random.pick(['once', 'anyhow'] as const),
  });
  const plan = planSource(touchpoints, { sourceId, kinds, eventAttributes: new Set(['agent', 'urgent']) });
  const places = unit === 'event' ? placesOfEvents(sourceId, kinds) : placesOfMap(unit, plan);
  const end = Math.max(...journeys.map(({ events }) => events.at(-1)!.time));
  const patience = random.pick([3, 45]) * day;
  const repeats = random.pick(['kept', 'joined'] as const);
  const filters = random.chance(0.5) ? [filterOf(random, places)] : [];
  const read = readerOf(unit, sourceId, kinds, touchpoints, places);
  const paths = journeys
    .map((journey): PlainPath => {
      const last = journey.events.at(-1)!.time;
      return {
        passages: read(journey),
        attributes: journey.attributes,
        underWay: end - last <= patience,
        last,
      };
    })
    .map((path) => (repeats === 'joined' ? joined(path) : path))
    .filter((path) => filters.every((filter) => passesFilter(path, filter)));
  return {
    paths,
    places,
    question: { workspaceId, sourceId, places, repeats, filters, end, patience },
    end,
    random,
  };
}

function readerOf(
  unit: PathPlaces['unit'],
  sourceId: string,
  _kinds: readonly KindOfEvent[],
  touchpoints: readonly BoundTouchpoint[],
  places: PathPlaces,
): (journey: LivedJourney) => PlainPath['passages'] {
  if (unit === 'event') return ({ events }) => events.map(({ name, time }) => ({ key: name, time }));
  const known = touchpoints.filter(({ id }) => places.numbering.touchpoints.some((one) => one.id === id));
  const keyOf = { touchpoint: 'id', step: 'stepId', stage: 'stageId' } as const;
  return (journey) =>
    journey.events.flatMap((event) => {
      const keys = known
        .filter((touchpoint) => isAt([touchpoint], sourceId, event, journey))
        .map((touchpoint) => touchpoint[keyOf[unit]]);
      return keys.filter((key, at) => keys[at - 1] !== key).map((key) => ({ key, time: event.time }));
    });
}

function filterOf(random: Random, { keys }: PathPlaces): PathFilter {
  const place = random.pick(keys);
  switch (random.below(4)) {
    case 0:
      return { is: random.pick(['through', 'not-through'] as const), place };
    case 1:
      return { is: 'then', place, later: random.pick(keys) };
    case 2:
      return {
        is: 'then',
        place,
        later: random.pick(keys),
        withinSeconds: random.pick([0.001, 3600, 40 * 3600]),
      };
    default:
      return { is: random.pick(['one-of', 'none-of'] as const), attribute: 'segment', values: ['A', ''] };
  }
}

const median = (values: readonly number[]): number | null => {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half)]!) / 2;
};

function flowByHand(
  { paths }: Round,
  asked: { start?: string | undefined; end?: string | undefined; drawn: ReadonlySet<string>; ranks: number },
) {
  const links = new Map<string, { passages: number; journeys: number; waits: number[] }>();
  for (const path of paths) {
    const seen = new Set<string>();
    for (const { rank, from, to, milliseconds } of linksByHand(path, asked)) {
      const key = JSON.stringify([rank, from, to]);
      const link = links.get(key) ?? { passages: 0, journeys: 0, waits: [] };
      links.set(key, link);
      link.passages++;
      if (!seen.has(key)) link.journeys++;
      seen.add(key);
      if (milliseconds !== null) link.waits.push(milliseconds);
    }
  }
  return Object.fromEntries(
    [...links].map(([key, { passages, journeys, waits }]) => [
      key,
      { passages, journeys, median: median(waits) },
    ]),
  );
}

const nameOf = (place: Flow['links'][number]['from' | 'to']): string =>
  place.at === 'place' ? `=${place.key}` : place.at === 'other' ? '*' : place.at;

describe('questions on paths, against the definitions applied by hand', () => {
  it('agree on more than 100,000 random journeys with ties: flow, variants, funnels, times, filters', async () => {
    let journeys = 0;
    for (let round = 0; round < rounds; round++) {
      const asked = await roundOf(round);
      if (asked.places.keys.length === 0) continue;
      journeys += perRound;
      await sameFlow(asked);
      await sameVariants(asked);
      await sameFunnel(asked);
      await sameWaits(asked);
    }
    expect(journeys).toBeGreaterThanOrEqual(100_000);
  });
});

async function sameFlow(asked: Round): Promise<void> {
  const { random, places, question, paths } = asked;
  const pick = (): string | undefined => (random.chance(0.4) ? random.pick(places.keys) : undefined);
  const [start, end] = [pick(), pick()];
  const ranks = random.pick([0, 0, 3]);
  const most = random.pick([2, 4, 50]);
  const flow = await flowCounts(engine, {
    ...question,
    flow: { most, ranks, ...(start !== undefined && { start }), ...(end !== undefined && { end }) },
  });
  expect(flow.journeys).toBe(paths.length);
  const kept = paths.map((path) => cutByHand(path, start, end).passages);
  expect(flow.drawn).toBe(kept.filter((passages) => passages.length > 0).length);
  const drawn = new Set(flow.places.flatMap(({ place }) => (place.at === 'place' ? [place.key] : [])));
  for (const { place, journeys } of flow.places) {
    const passes = (key: string): boolean => (place.at === 'place' ? key === place.key : !drawn.has(key));
    expect(journeys).toBe(kept.filter((passages) => passages.some(({ key }) => passes(key))).length);
  }
  const byHand = flowByHand(asked, { start, end, drawn, ranks });
  expect(
    Object.fromEntries(
      flow.links.map(({ rank, from, to, passages, journeys, medianMilliseconds }) => [
        JSON.stringify([rank, nameOf(from), nameOf(to)]),
        { passages, journeys, median: medianMilliseconds },
      ]),
    ),
  ).toEqual(byHand);
  for (const { entered, left } of balanceOf(flow.links).values()) expect(entered).toBe(left);
}

async function sameVariants({ question, paths }: Round): Promise<void> {
  const variants = await variantCounts(engine, { ...question, most: 7 });
  const counted = new Map<string, { path: string[]; waits: number[] }>();
  for (const { passages } of paths) {
    const path = passages.map(({ key }) => key);
    const found = counted.get(JSON.stringify(path)) ?? { path, waits: [] };
    counted.set(JSON.stringify(path), found);
    found.waits.push(passages.length === 0 ? 0 : passages.at(-1)!.time - passages[0]!.time);
  }
  expect([variants.journeys, variants.variants]).toEqual([paths.length, counted.size]);
  const sizes = [...counted.values()].map(({ waits }) => waits.length).sort((a, b) => b - a);
  expect(variants.commonest.map(({ journeys }) => journeys)).toEqual(sizes.slice(0, 7));
  for (const { path, journeys, medianMilliseconds } of variants.commonest) {
    const { waits } = counted.get(JSON.stringify(path))!;
    expect([journeys, medianMilliseconds]).toEqual([waits.length, median(waits)]);
  }
}

const split: Split = {
  attribute: 'segment',
  groups: [
    { key: 'a', value: 'A' },
    { key: 'b', value: 'B' },
  ],
  others: true,
};

async function sameFunnel({ random, question, places, paths }: Round): Promise<void> {
  const funnel: Funnel = {
    steps: Array.from({ length: 1 + random.below(4) }, () =>
      Array.from({ length: 1 + random.below(2) }, () => random.pick(places.keys)),
    ),
    order: random.pick(['loose', 'strict'] as const),
    ...(random.chance(0.6) && { withinSeconds: random.pick([0.001, 3600, 50 * 3600]) }),
  };
  const rows = await funnelCounts(engine, { ...question, funnel, split });
  const byHand = new Map<string, number>();
  for (const path of paths) {
    const key = [
      groupNumber(split, path.attributes.segment ?? ''),
      depthByHand(path, funnel),
      path.underWay,
    ].join();
    byHand.set(key, (byHand.get(key) ?? 0) + 1);
  }
  expect(new Map(rows.map((row) => [[row.group, row.depth, row.underWay].join(), row.journeys]))).toEqual(
    byHand,
  );
}

async function sameWaits({ random, question, places, paths, end }: Round): Promise<void> {
  const [first, second] = [random.pick(places.keys), random.pick(places.keys)];
  const { groups, without } = await waitCounts(engine, { ...question, first, second });
  const waits = paths.map((path) => waitByHand(path, first, second, end));
  const told = waits.filter((wait) => wait !== undefined);
  const expand = (which: 'events' | 'censored'): number[] =>
    groups.flatMap((group) => Array.from({ length: group[which] }, () => group.time)).sort((a, b) => a - b);
  const byHand = (ended: boolean): number[] =>
    told
      .filter((wait) => wait.ended === ended)
      .map(({ milliseconds }) => milliseconds)
      .sort((a, b) => a - b);
  expect(expand('events')).toEqual(byHand(true));
  expect(expand('censored')).toEqual(byHand(false));
  const passing = paths.filter(({ passages }) => passages.some(({ key }) => key === first)).length;
  expect(without).toBe(passing - told.length);
}
