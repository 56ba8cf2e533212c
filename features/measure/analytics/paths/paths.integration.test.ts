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
import { pseudonymSchema } from '#measure/domain/paths/answer.ts';
import { balanceOf, type Flow } from '#measure/domain/paths/flow.ts';
import { type PathPlaces, placesOfEvents, placesOfMap } from '#measure/domain/paths/places.ts';
import type { Funnel, PathFilter } from '#measure/domain/paths/question.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import { type LivedJourney, loadJourneys, randomJourneys } from '#testing/lived-journeys.ts';
import { isAt } from '#testing/measure-by-hand.ts';
import {
  attemptByHand,
  cutByHand,
  deedName,
  deedsByHand,
  depthByHand,
  joined,
  linksByHand,
  openByHand,
  type PlainPath,
  passesFilter,
  waitByHand,
} from '#testing/paths-by-hand.ts';
import { randomBindings } from '#testing/random-bindings.ts';
import { pseudonymParams, pseudonymSql } from '../pseudonym-sql.ts';
import { flowCounts } from './flow-counts.ts';
import { funnelCounts } from './funnel-counts.ts';
import { journeyList, type Rows } from './journey-list.ts';
import type { PathsQuestion } from './letters-sql.ts';
import type { SoughtInSql } from './sought-sql.ts';
import { typicalPaths } from './typical-paths.ts';
import { variantCounts } from './variant-counts.ts';
import { waitCounts } from './wait-counts.ts';
import { winnersSql, winningCounts } from './winning-counts.ts';

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
        first: journey.events[0]!.time,
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
  it('agree on more than 100,000 random journeys with ties: flow, variants, funnels, times, winners, filters', async () => {
    let journeys = 0;
    for (let round = 0; round < rounds; round++) {
      const asked = await roundOf(round);
      if (asked.places.keys.length === 0) continue;
      journeys += perRound;
      await sameFlow(asked);
      await sameVariants(asked);
      await sameFunnel(asked);
      await sameWaits(asked);
      if (round % 2 === 0) await sameTypical(asked);
      await sameWinning(asked);
    }
    expect(journeys).toBeGreaterThanOrEqual(100_000);
  }, 300_000);
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
  const link = flow.links.length > 0 ? random.pick(flow.links) : undefined;
  if (!link) return;
  const { rank, from, to } = link;
  const anyFrom = random.chance(0.3);
  const sought = {
    of: 'link',
    rank,
    from: anyFrom ? null : from,
    to,
    flow: { most, ranks, start, end },
  } as const;
  const behind = paths.filter((path) =>
    linksByHand(path, { start, end, drawn, ranks }).some(
      (each) => each.rank === rank && each.to === nameOf(to) && (anyFrom || each.from === nameOf(from)),
    ),
  );
  if (!anyFrom) expect(behind.length).toBe(link.journeys);
  await sameList(asked, sought, behind);
}

/** The journeys behind a part of a picture are the ones that the definitions by hand find there, in the order promised. */
async function sameList(
  { question, paths, random }: Round,
  sought: SoughtInSql | Rows | undefined,
  behind: readonly PlainPath[],
  by: Split | null = null,
): Promise<void> {
  // Lists are long to compare: one in three is proof enough.
  if (!random.chance(0.34)) return;
  const asked = {
    ...question,
    sought,
    split: by,
    key: [7n, 2n ** 63n + 5n],
    most: 100_000,
    atLeast: 1,
  } as const;
  const { journeys, found, rows } = await journeyList(engine, { ...asked, from: 0 });
  expect([journeys, found, rows.length]).toEqual([paths.length, behind.length, behind.length]);
  const told = (path: PlainPath) => ({
    begun: path.first,
    ended: path.last,
    underWay: path.underWay,
    passages: path.passages.length,
    path: path.passages.slice(0, 12).map(({ key }) => key),
  });
  const sorted = (all: readonly object[]): string[] => all.map((each) => JSON.stringify(each)).sort();
  expect(
    sorted(
      rows.map(({ begun, ended, underWay, passages, path }) => ({ begun, ended, underWay, passages, path })),
    ),
  ).toEqual(sorted(behind.map(told)));
  const order = rows.map(({ begun, pseudonym }) => [-begun, pseudonym] as const);
  expect(order).toEqual(order.toSorted((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1)));
  const page = await journeyList(engine, { ...asked, from: 3, most: 4 });
  expect(page.rows).toEqual(rows.slice(3, 7));
}

async function sameVariants(asked: Round): Promise<void> {
  const { question, paths, random } = asked;
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
  if (variants.commonest.length === 0) return;
  const { path } = random.pick(variants.commonest);
  const same = ({ passages }: PlainPath): boolean =>
    JSON.stringify(passages.map(({ key }) => key)) === JSON.stringify(path);
  await sameList(asked, { of: 'variant', path: [...path] }, paths.filter(same));
}

/** Who wins, who does not, and what each did first when. */
async function sameWinning({ question, places, paths, random, end }: Round): Promise<void> {
  const goal = random.pick(places.keys);
  const start = random.chance(0.5) ? random.pick(places.keys) : undefined;
  const counted = await winningCounts(engine, { ...question, goal, start });
  const attempts = paths.map((path) => attemptByHand(path, goal, start));
  const tally = (keys: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const standing = (name: string) => attempts.filter((each) => each.standing === name);
  expect([counted.journeys, counted.undecided, counted.atOnce, counted.elsewhere]).toEqual([
    paths.length,
    ...['undecided', 'at-once', 'elsewhere'].map((name) => standing(name).length),
  ]);
  const rows = [
    ...counted.winners.map((row) => [`winner ${row.passages}`, row.journeys] as const),
    ...counted.others.map((row) => [`other ${row.passages}`, row.journeys] as const),
  ];
  const compared = [...standing('winner'), ...standing('other')];
  expect(new Map(rows)).toEqual(
    tally(compared.map(({ standing: name, looked }) => `${name} ${looked.length}`)),
  );
  const nameOfDeed = (deed: (typeof counted.deeds)[number]['deed']): string => {
    const [place, to] = [deed.place, deed.did === 'go' ? deed.to : 0].map((n) => places.keys[n - 1]);
    return deedName(deed.did, place ?? '', to);
  };
  expect(
    new Map(
      counted.deeds.map(({ deed, won, passages, first, journeys }) => [
        [nameOfDeed(deed), won ? 'winner' : 'other', passages, first].join(),
        journeys,
      ]),
    ),
  ).toEqual(
    tally(
      compared.flatMap(({ standing: name, looked }) =>
        [...deedsByHand(looked)].map(([deed, first]) => [deed, name, looked.length, first].join()),
      ),
    ),
  );
  const done = counted.deeds.filter(({ won }) => won);
  if (done.length === 0) return;
  const { deed } = random.pick(done);
  const within = 1 + random.below(12);
  const [place = '', to] = [deed.place, deed.did === 'go' ? deed.to : 0].map((n) => places.keys[n - 1]);
  const members = winnersSql({
    ...question,
    goal,
    start,
    compared: within,
    deed: { did: deed.did, place, ...(to !== undefined && { to }) },
  });
  await sameList(
    { question, places, paths, random, end },
    members,
    paths.filter((_, at) => {
      const { standing: name, looked } = attempts[at]!;
      const first = deedsByHand(looked).get(deedName(deed.did, place, to));
      return name === 'winner' && first !== undefined && first <= Math.min(looked.length, within);
    }),
  );
}

/** The paths of those who are over, and the lengths of any grouping of them. */
async function sameTypical({ question, places, paths, random, end }: Round): Promise<void> {
  const longest = random.pick([2, 128]);
  const read = await typicalPaths(engine, { ...question, longest });
  const over = paths.filter(({ underWay, passages }) => !underWay && passages.length > 0);
  expect([read.journeys, read.underWay, read.sampled]).toEqual([
    paths.length,
    paths.filter(({ underWay }) => underWay).length,
    false,
  ]);
  expect(read.placeless).toBe(paths.length - read.underWay - over.length);
  const keyOf = (path: ArrayLike<number>): string => Array.from(path).join();
  const lived = over.map(({ passages }) => ({
    path: keyOf(passages.slice(0, longest).map(({ key }) => places.keys.indexOf(key) + 1)),
    length: passages.at(-1)!.time - passages[0]!.time,
  }));
  const counted = new Map<string, number>();
  for (const { path } of lived) counted.set(path, (counted.get(path) ?? 0) + 1);
  expect(new Map(read.paths.map((path, at) => [keyOf(path), read.weights[at]]))).toEqual(counted);
  const labels = read.paths.map(() => random.below(3));
  const labelOf = new Map(read.paths.map((path, at) => [keyOf(path), labels[at]]));
  const medians = await read.medians(labels, 3);
  for (const label of new Set(labels))
    expect(medians[label]).toBe(
      median(lived.filter(({ path }) => labelOf.get(path) === label).map(({ length }) => length)),
    );
  await sameList(
    { question, places, paths, random, end },
    read.members(labels, 1),
    over.filter((_, at) => labelOf.get(lived[at]!.path) === 1),
  );
}

const split: Split = {
  attribute: 'segment',
  groups: [
    { key: 'a', value: 'A' },
    { key: 'b', value: 'B' },
  ],
  others: true,
};

async function sameFunnel(asked: Round): Promise<void> {
  const { random, question, places, paths, end } = asked;
  const funnel: Funnel = {
    steps: Array.from({ length: 1 + random.below(4) }, () =>
      Array.from({ length: 1 + random.below(2) }, () => random.pick(places.keys)),
    ),
    order: random.pick(['loose', 'strict'] as const),
    ...(random.chance(0.6) && { withinSeconds: random.pick([0.001, 3600, 50 * 3600, 400 * 3600]) }),
  };
  const rows = await funnelCounts(engine, { ...question, funnel, split });
  const byHand = new Map<string, number>();
  for (const path of paths) {
    const key = [
      groupNumber(split, path.attributes.segment ?? ''),
      depthByHand(path, funnel),
      openByHand(path, funnel, end),
    ].join();
    byHand.set(key, (byHand.get(key) ?? 0) + 1);
  }
  expect(new Map(rows.map((row) => [[row.group, row.depth, row.open].join(), row.journeys]))).toEqual(byHand);
  const who = random.pick(['reached', 'stopped', 'under-way'] as const);
  const step = 1 + random.below(funnel.steps.length);
  const group = random.chance(0.4) ? random.pick(['a', 'other', 'unknown']) : undefined;
  const number = { a: 1, other: 3, unknown: -1 }[group ?? ''];
  const behind = paths.filter((path) => {
    const depth = depthByHand(path, funnel);
    const mine = number === undefined || groupNumber(split, path.attributes.segment ?? '') === number;
    return (
      mine &&
      (who === 'reached'
        ? depth >= step
        : depth === step && openByHand(path, funnel, end) === (who === 'under-way'))
    );
  });
  await sameList(asked, { of: 'step', funnel, step, who, group }, behind, split);
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

it('every customer has a pseudonym of sixteen digits, those whose hash begins with zeros too', async () => {
  const rows = await engine.query<{ pseudonym: string }>(
    `SELECT ${pseudonymSql} AS pseudonym FROM (SELECT toString(number) AS customer FROM numbers(5000))`,
    pseudonymParams([1n, 2n ** 64n - 1n]),
  );
  const pseudonyms = rows.map(({ pseudonym }) => pseudonymSchema.parse(pseudonym));
  expect(new Set(pseudonyms).size).toBe(5000);
  expect(pseudonyms.some((pseudonym) => pseudonym.startsWith('00'))).toBe(true);
});
