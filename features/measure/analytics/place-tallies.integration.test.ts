import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import { createRandom } from '#kit/statistics/random.ts';
import type { DurationGroup } from '#kit/statistics/survival.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import { type LivedJourney, loadJourneys, randomJourneys } from '#testing/lived-journeys.ts';
import {
  endOf,
  isAt,
  type PlainPlace,
  type PlainTally,
  placesOf,
  tallyByHand,
} from '#testing/measure-by-hand.ts';
import { randomBindings } from '#testing/random-bindings.ts';
import { durationOf, markOf, type Precision } from '../domain/measuring/duration-marks.ts';
import type { BoundTouchpoint } from '../domain/measuring/map-plan.ts';
import { layersOf, numberPlaces, planSource } from '../domain/measuring/source-plan.ts';
import { groupNumber, type Split } from '../domain/measuring/split.ts';
import type { NeighbourTally, PlaceTally, SourceTallies } from '../domain/measuring/tally.ts';
import { eventKinds } from './lived-journey/event-kinds.ts';
import { placeTallies, type TalliesQuestion } from './place-tallies.ts';

const workspaceId = 'w' as WorkspaceId;
const names = ['Open', 'Read', 'Call', 'Pay', 'Complain', 'Return', 'Leave'];
const channels = ['web', 'phone', ''];
const day = 86_400_000;

let engine: Engine;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-tallies-'));
  engine = unwrap(await openEngine({ dataDir: folder }));
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

const flat = (durations: readonly DurationGroup[], count: 'events' | 'censored'): number[] =>
  durations.flatMap((group) => new Array<number>(group[count]).fill(group.time)).sort((a, b) => a - b);

const plain = ({ durations, ...counts }: PlaceTally): PlainTally => ({
  ...counts,
  ended: flat(durations, 'events'),
  censored: flat(durations, 'censored'),
});

type Case = {
  readonly journeys: readonly LivedJourney[];
  readonly touchpoints: readonly BoundTouchpoint[];
  readonly sourceId: string;
  readonly patience: number;
  readonly precision: Precision;
  readonly split: Split | null;
};

async function expectEqualByHand(asked: Case, question: Omit<TalliesQuestion, 'workspaceId' | 'sourceId'>) {
  const tallies = await placeTallies(engine, { workspaceId, sourceId: asked.sourceId, ...question });
  const groups = new Map<number, LivedJourney[]>();
  for (const journey of asked.journeys) {
    const number = asked.split
      ? groupNumber(asked.split, journey.attributes[asked.split.attribute] ?? '')
      : 0;
    groups.set(number, [...(groups.get(number) ?? []), journey]);
  }
  expect(tallies.journeys).toEqual(tallies.journeys.map((_, group) => groups.get(group)?.length ?? 0));
  const known = new Set(question.numbering.touchpoints.map(({ id }) => id));
  const places = placesOf(asked.touchpoints.filter(({ id }) => known.has(id)));
  const { precision } = asked;
  const read = (time: number): number =>
    precision === 'exact' ? time : durationOf(markOf(time, precision), precision);
  for (const level of ['touchpoints', 'steps', 'stages'] as const) {
    expect([...tallies[level].keys()].sort()).toEqual(places[level].map(({ id }) => id).sort());
    for (const place of places[level]) {
      tallies[level].get(place.id)!.forEach((tally, group) => {
        const byHand = tallyByHand(place, asked.touchpoints, asked.sourceId, groups.get(group) ?? [], {
          end: question.end,
          patience: asked.patience,
        });
        expect({ level, id: place.id, group, ...plain(tally) }).toEqual({
          level,
          id: place.id,
          group,
          ...byHand,
          ended: byHand.ended.map(read).sort((a, b) => a - b),
          // Read to the millisecond after the end of the data.
          censored: byHand.censored
            .map((time) => (precision === 'exact' ? time : read(time + 1)))
            .sort((a, b) => a - b),
        });
      });
    }
  }
  expect(tallies.neighbours).toEqual(neighboursByHand(places.steps, asked));
  return tallies;
}

/** Journeys that take both of two neighbouring steps, and those that first pass at the second before the first. */
const neighboursByHand = (steps: readonly PlainPlace[], { journeys, sourceId }: Case): NeighbourTally[] =>
  steps.slice(1).flatMap((second, index) => {
    const first = steps[index]!;
    const passages = journeys.map((journey) => {
      const at = (place: PlainPlace): number =>
        journey.events.findIndex((event) => isAt(place.touchpoints, sourceId, event, journey));
      return [at(first), at(second)] as const;
    });
    const both = passages.filter(([a, b]) => a >= 0 && b >= 0);
    const inverted = both.filter(([a, b]) => b < a).length;
    return both.length > 0 ? [{ first: first.id, second: second.id, both: both.length, inverted }] : [];
  });

const splits: (Split | null)[] = [
  null,
  {
    attribute: 'segment',
    groups: [
      { key: 'a', value: 'A' },
      { key: 'b', value: 'B' },
    ],
    others: true,
  },
  { attribute: 'segment', groups: [{ key: 'c', value: 'C' }], others: false },
  { attribute: 'no such attribute', groups: [{ key: 'x', value: 'x' }], others: true },
];

describe('figures of places against the definitions applied by hand', () => {
  const rounds = 12;
  it.each(['once', 'anyhow'] as const)(
    'equal at every place of random maps (%s), with ties, attributes and journeys under way',
    async (style) => {
      let several = 0;
      for (let round = 0; round < rounds; round++) {
        const random = createRandom(round, style === 'once' ? 1 : 2);
        const sourceId = `${style}-${round}`;
        const journeys = randomJourneys({
          seed: 1000 + round,
          journeys: 700,
          names,
          channels,
          longest: round % 3 === 0 ? 60 : 12,
        });
        const kinds = await loadJourneys(engine, workspaceId, sourceId, journeys);
        const touchpoints = randomBindings(random, {
          stages: 1 + random.below(6),
          names,
          channels,
          sourceId,
          style,
        });
        const plan = planSource(touchpoints, {
          sourceId,
          kinds,
          eventAttributes: new Set(['agent', 'urgent']),
        });
        if (plan.touchpoints.length === 0) continue;
        if (layersOf(plan.touchpoints).length > 1) several++;
        const patience = round % 2 === 0 ? 45 * day : 3 * day;
        const precision = (['exact', 6, 'exact', 5] as const)[round % 4]!;
        const split = splits[round % splits.length]!;
        const asked: Case = { journeys, touchpoints, sourceId, patience, precision, split };
        await expectEqualByHand(asked, {
          numbering: numberPlaces(plan),
          split,
          end: endOf(journeys),
          patience,
          longest: Math.max(...journeys.map(({ events }) => events.length)),
          precision,
        });
      }
      // Each style exercises the layers it is made for.
      expect(several > rounds / 2).toBe(style === 'anyhow');
    },
  );

  it('has ties, journeys under way and over to tell apart', () => {
    const journeys = randomJourneys({ seed: 1000, journeys: 700, names, channels });
    const pairs = journeys.flatMap(({ events }) =>
      events.slice(1).map((event, at) => event.time === events[at]!.time),
    );
    expect(pairs.filter(Boolean).length / pairs.length).toBeGreaterThan(0.3);
    const under = journeys.filter(({ events }) => endOf(journeys) - events.at(-1)!.time <= 45 * day).length;
    expect(under / journeys.length).toBeGreaterThan(0.1);
    expect(under / journeys.length).toBeLessThan(0.9);
  });

  it('stays right with more stages than powers of two can tell apart, and long journeys', async () => {
    const sourceId = 'many-stages';
    const many = Array.from({ length: 130 }, (_, index) => `event ${index}`);
    const journeys = randomJourneys({ seed: 5, journeys: 150, names: many, channels: ['web'], longest: 400 });
    const kinds = await loadJourneys(engine, workspaceId, sourceId, journeys);
    const touchpoints: BoundTouchpoint[] = many.map((name, index) => ({
      id: `t${index}`,
      stepId: `s${index}`,
      stageId: `g${index}`,
      stageRank: index,
      events: [{ on: 'events', sourceId, rule: { names: [name], channels: [], attributes: [] } }],
      surveys: [],
    }));
    const plan = planSource(touchpoints, { sourceId, kinds, eventAttributes: new Set() });
    const asked: Case = {
      journeys,
      touchpoints,
      sourceId,
      patience: 20 * day,
      precision: 'exact',
      split: null,
    };
    await expectEqualByHand(asked, {
      numbering: numberPlaces(plan),
      split: null,
      end: endOf(journeys),
      patience: 20 * day,
      longest: 400,
      precision: 'exact',
    });
  });

  it('gives the same answer at every number of threads, and only for the workspace and period asked', async () => {
    const sourceId = 'once-0';
    const journeys = randomJourneys({ seed: 1000, journeys: 700, names, channels, longest: 60 });
    const touchpoints = randomBindings(createRandom(0, 1), {
      stages: 4,
      names,
      channels,
      sourceId,
      style: 'once',
    });
    const plan = planSource(touchpoints, {
      sourceId,
      kinds: await eventKinds(engine, workspaceId, sourceId),
      eventAttributes: new Set(),
    });
    const question = {
      sourceId,
      numbering: numberPlaces(plan),
      split: null,
      end: endOf(journeys),
      patience: 45 * day,
      longest: 60,
      precision: 'exact' as const,
    };
    const answers: SourceTallies[] = [];
    for (const max_threads of [1, 2, 7]) {
      const with_threads: Engine = {
        ...engine,
        query: (sql, params, options) =>
          engine.query(sql, params, { ...options, settings: { ...options?.settings, max_threads } }),
      };
      answers.push(await placeTallies(with_threads, { workspaceId, ...question }));
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);

    const elsewhere = await placeTallies(engine, { workspaceId: 'other' as WorkspaceId, ...question });
    expect(elsewhere.journeys).toEqual([0]);

    const from = Date.UTC(2024, 1, 1);
    const to = Date.UTC(2024, 2, 1);
    const inPeriod = journeys.filter(({ events }) => events[0]!.time >= from && events[0]!.time < to);
    await expectEqualByHand(
      { journeys: inPeriod, touchpoints, sourceId, patience: 45 * day, precision: 'exact', split: null },
      { ...question, period: { from, to } },
    );
    expect(inPeriod.length).toBeGreaterThan(50);
  });
});
