import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import { type AnswerTarget, badlyUnder, partsOfScale, wellFrom } from '#measure/domain/impact/answered.ts';
import type { OutcomeBucket } from '#measure/domain/impact/outcome-impact.ts';
import type { MomentBucket, Predictor } from '#measure/domain/impact/pair-sums.ts';
import { groupNumber, splitByAttribute } from '#measure/domain/measuring/split.ts';
import { placesOfEvents } from '#measure/domain/paths/places.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import { type LivedJourney, loadJourneys, randomJourneys } from '#testing/lived-journeys.ts';
import { joined, type PlainPath } from '#testing/paths-by-hand.ts';
import { bucketsOf, type PlantedJourney } from '#testing/planted-outcomes.ts';
import type { PathsQuestion } from '../paths/letters-sql.ts';
import { answeredSql, predictorsOf } from './answered-sql.ts';
import { answeringJourneys } from './answering-journeys.ts';
import { experienceSql } from './experience-sql.ts';
import { momentSums } from './moment-sums.ts';
import { outcomeCounts } from './outcome-counts.ts';
import { pairCounts } from './pair-counts.ts';
import { servedSums } from './served-sums.ts';
import { touchpointSums } from './touchpoint-sums.ts';

const workspaceId = 'w' as WorkspaceId;
const sourceId = 'impact';
const names = ['ask', 'send', 'call', 'wait', 'pay', 'leave'];
const day = 86_400_000;

let folder: string;
let engine: Engine;
let question: PathsQuestion;
let paths: readonly (PlainPath & { readonly journey: LivedJourney })[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-impact-'));
  engine = unwrap(await openEngine({ dataDir: folder }));
  const journeys = randomJourneys({
    seed: 71,
    journeys: 6000,
    names,
    channels: ['web', 'phone'],
    longest: 9,
  });
  const kinds = await loadJourneys(engine, workspaceId, sourceId, journeys);
  const places = placesOfEvents(sourceId, kinds);
  const end = Math.max(...journeys.map(({ events }) => events.at(-1)!.time));
  const patience = 60 * day;
  question = { workspaceId, sourceId, places, repeats: 'joined', filters: [], end, patience };
  paths = journeys.map((journey) => {
    const last = journey.events.at(-1)!.time;
    const passages = journey.events.map(({ name, time }) => ({ key: name, time }));
    const whole = joined({
      passages,
      attributes: journey.attributes,
      underWay: end - last <= patience,
      first: journey.events[0]!.time,
      last,
    });
    return { ...whole, journey };
  });
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

describe('journeys counted up to an outcome', () => {
  it('are those counted by hand, in buckets that hold each customer once, at any number of threads', async () => {
    const goal = 'pay';
    const counted = await outcomeCounts(engine, { ...question, goal });
    const read = (path: PlainPath): PlantedJourney => {
      const keys = path.passages.map(({ key }) => key);
      const at = keys.indexOf(goal);
      const before = at < 0 ? keys : keys.slice(0, at);
      return { path: before.map((key) => counted.keys.indexOf(key) + 1), reached: at >= 0 };
    };
    const decided = paths.filter((path) => !path.underWay || path.passages.some(({ key }) => key === goal));
    expect(counted.undecided).toBe(paths.length - decided.length);
    expect(counted.undecided).toBeGreaterThan(30);
    expect(counted.keys).not.toContain(goal);
    expect(counted.buckets.length).toBe(200);
    expect(summed(counted.buckets)).toEqual(
      summed(bucketsOf(counted.keys.length, decided.map(read), () => 0)),
    );
    expect(await outcomeCounts(oneThread(engine), { ...question, goal })).toEqual(counted);
  });
});

describe('what journeys answer', () => {
  const targets: AnswerTarget[] = [
    { of: 'last' },
    { of: 'mean' },
    { of: 'place', place: 'pay' },
    { of: 'goal', place: 'pay' },
  ];
  const scale = { min: 1, max: 5 };

  it.each(targets)('is what is read by hand, with what came before it: $of', async (target) => {
    const asked = { ...question, target, scale };
    const { chosen, keys } = await predictorsOf(engine, asked);
    expect(keys).toEqual(question.places.keys.filter((key) => !('place' in target && key === target.place)));
    for (const about of ['passed', 'score'] as const) {
      const answers = paths.flatMap((path) => answerByHand(path, target, about) ?? []);
      const rows = answeredSql(asked, chosen, about);
      const buckets = await momentSums(engine, rows, about);
      expect(buckets.length).toBe(200);
      expect(pairsOf(buckets), about).toEqual(
        pairsOf([
          answers.flatMap(({ answer, values }) => {
            const entries = [answer, ...keys.map((key) => values.get(key))].flatMap((value, place) =>
              value === undefined ? [] : [{ place, value }],
            );
            return entries.flatMap((one, at) =>
              entries.slice(at).map((other) => ({
                a: one.place,
                b: other.place,
                n: 1,
                sumA: one.value,
                sumB: other.value,
                sumOfProducts: one.value * other.value,
              })),
            );
          }),
        ]),
      );
      expect(await answeringJourneys(engine, asked)).toBe(answers.length);
      if (about === 'passed') continue;
      const served = await servedSums(engine, asked, chosen);
      for (const { place, served: how, n, sum } of served) {
        const own = answers.filter(({ values }) => {
          const value = values.get(keys[place]!);
          if (value === undefined) return false;
          return how === (value < badlyUnder ? 'badly' : value < wellFrom ? 'between' : 'well');
        });
        expect(n).toBe(own.length);
        expect(sum).toBeCloseTo(own.reduce((all, { answer }) => all + answer, 0) / partsOfScale, 6);
      }
      expect(served.reduce((all, { n }) => all + n, 0)).toBe(
        answers.reduce((all, { values }) => all + values.size, 0),
      );
    }
  });

  it('is set beside the first, worst, best and last score before it, their mean, and peak and end', async () => {
    const target: AnswerTarget = { of: 'last' };
    const buckets = await momentSums(engine, experienceSql({ ...question, target, scale }), 'score');
    const half = partsOfScale / 2;
    const lived = paths
      .flatMap((path) => answerByHand(path, target, 'score') ?? [])
      .filter(({ before }) => before.length >= 3);
    const byHand = lived.map(({ answer, before }) => {
      const peak = before.toSorted((a, b) => Math.abs(b - half) - Math.abs(a - half) || a - b)[0]!;
      const mean = before.reduce((sum, part) => sum + part, 0) / before.length;
      const end = before.at(-1)!;
      return [answer, before[0]!, Math.min(...before), Math.max(...before), end, (peak + end) / 2, mean];
    });
    const sums = pairsOf(buckets);
    expect(lived.length).toBeGreaterThan(300);
    byHand[0]!.forEach((_, variable) => {
      const own = byHand.reduce((sum, values) => sum + values[variable]!, 0);
      expect(sums[`0 ${variable}`]![0]).toBe(lived.length);
      // Means are whole parts: half a part off at most.
      expect(Math.abs(sums[`0 ${variable}`]![2]! - own)).toBeLessThanOrEqual(lived.length / 2);
    });
  });
});

describe('the figures of places', () => {
  it('are counted as by hand, group by group, and so are pairs of places', async () => {
    const split = splitByAttribute(
      'segment',
      ['A', 'B', 'C'].map((value) => ({ value, journeys: 1 })),
    );
    const goal = 'pay';
    const stay = 10 * day;
    const asked = { ...question, scale: { min: 1, max: 5 }, split, goal, stay };
    const counted = await touchpointSums(engine, asked);
    const { keys } = question.places;
    const read = paths.flatMap((path) => {
      const group = groupNumber(split, path.attributes.segment ?? '');
      const places = [...new Set(path.passages.map(({ key }) => key))];
      return [
        {
          group,
          place: 0,
          times: 0,
          reached: false,
          decided: false,
          known: false,
          stayed: false,
          parts: [] as number[],
        },
        ...places.map((key) => {
          const at = path.passages.findIndex((passage) => passage.key === key);
          const { time } = path.passages[at]!;
          const reached = path.passages.slice(at + 1).some((passage) => passage.key === goal);
          const known = question.end - time >= stay;
          const parts = path.journey.events.flatMap(({ name, score }) =>
            name === key && score !== null ? [Math.round(((score - 1) / 4) * partsOfScale)] : [],
          );
          return {
            group,
            place: keys.indexOf(key) + 1,
            times: path.passages.filter((passage) => passage.key === key).length,
            reached,
            decided: reached || !path.underWay,
            known,
            stayed: known && path.last - time >= stay,
            parts,
          };
        }),
      ];
    });
    expect(counted.length).toBe(4 * (keys.length + 1));
    for (const sums of counted) {
      const own = read.filter(({ group, place }) => group === sums.group && place === sums.place);
      expect(sums.journeys).toBe(own.length);
      if (sums.place === 0) continue;
      const scored = own.filter(({ parts }) => parts.length > 0);
      expect(sums).toMatchObject({
        passages: own.reduce((sum, { times }) => sum + times, 0),
        repeated: own.filter(({ times }) => times > 1).length,
        decided: own.filter(({ decided }) => decided).length,
        reached: own.filter(({ reached }) => reached).length,
        known: own.filter(({ known }) => known).length,
        stayed: own.filter(({ stayed }) => stayed).length,
        scored: scored.length,
        answers: scored.reduce((sum, { parts }) => sum + parts.length, 0),
      });
      const scores = scored.reduce(
        (sum, { parts }) => sum + parts.reduce((all, part) => all + part, 0) / parts.length,
        0,
      );
      expect(sums.scores).toBeCloseTo(scores / partsOfScale, 1);
    }
    const window = day;
    for (const { one, other, both, close } of await pairCounts(engine, { ...question, window })) {
      const first = (path: PlainPath, number: number) =>
        path.passages.find(({ key }) => key === keys[number - 1])?.time;
      const gaps = paths.flatMap((path) => {
        const [a, b] = [first(path, one), first(path, other)];
        return a === undefined || b === undefined ? [] : [Math.abs(a - b)];
      });
      expect([both, close]).toEqual([gaps.length, gaps.filter((gap) => gap <= window).length]);
    }
  });
});

/** What one journey answers (in parts), the scores before it, and what each place tells; undefined where it does not answer. */
function answerByHand({ journey, underWay }: (typeof paths)[number], target: AnswerTarget, about: Predictor) {
  const part = (score: number): number => Math.round(((score - 1) / 4) * partsOfScale);
  const mean = (all: readonly number[]): number =>
    Math.round(all.reduce((sum, x) => sum + x, 0) / all.length);
  const events = journey.events.map(({ name, score }) => ({
    name,
    part: score === null ? null : part(score),
  }));
  const scored = events.filter((event) => event.part !== null);
  const goal = events.findIndex(({ name }) => 'place' in target && name === target.place);
  const told = {
    last: scored.at(-1),
    place: scored.findLast(({ name }) => 'place' in target && name === target.place),
    mean: scored.at(-1),
    goal: undefined,
  }[target.of];
  if (target.of === 'goal' ? goal < 0 && underWay : told === undefined) return undefined;
  const until =
    target.of === 'mean' || (target.of === 'goal' && goal < 0)
      ? events.length
      : target.of === 'goal'
        ? goal
        : events.indexOf(told!);
  const own = 'place' in target ? target.place : undefined;
  const before = events.slice(0, until);
  const values = new Map<string, number>();
  for (const { name } of before) {
    const parts = before.filter((each) => each.name === name).flatMap((each) => each.part ?? []);
    if (name !== own && (about === 'passed' || parts.length > 0))
      values.set(name, about === 'passed' ? 1 : mean(parts));
  }
  return {
    answer:
      target.of === 'goal'
        ? goal >= 0
          ? partsOfScale
          : 0
        : target.of === 'mean'
          ? mean(scored.map((event) => event.part!))
          : told!.part!,
    before: before.flatMap((event) => event.part ?? []),
    values,
  };
}

/** Buckets added up, pair by pair. */
function pairsOf(buckets: readonly MomentBucket[]): Record<string, readonly number[]> {
  const sums = new Map<string, number[]>();
  for (const { a, b, n, sumA, sumB, sumOfProducts } of buckets.flat()) {
    const into = sums.get(`${a} ${b}`) ?? [0, 0, 0, 0];
    sums.set(`${a} ${b}`, into);
    [n, sumA, sumB, sumOfProducts].forEach((value, at) => {
      into[at]! += value;
    });
  }
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same engine, asked to work alone. */
const oneThread = (all: Engine): Engine => ({
  ...all,
  query: (sql, params, options) =>
    all.query(sql, params, { ...options, settings: { ...options?.settings, max_threads: 1 } }),
});

/** Buckets added up, as a plain record. */
function summed(buckets: readonly OutcomeBucket[]): Record<string, number> {
  const sums = new Map<string, number>();
  const add = (key: string, count: number) => sums.set(key, (sums.get(key) ?? 0) + count);
  for (const { passages, passers } of buckets) {
    for (const { from, to, count } of passages) add(`${from} → ${to}`, count);
    // How many different places is told where the goal is reached only: nobody else needs it.
    for (const { place, reached, different, journeys } of passers)
      add(`${place} ${reached ? different : '-'}`, journeys);
  }
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}
