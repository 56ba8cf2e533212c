import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import { createRandom } from '#kit/statistics/random.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import {
  type KindTable,
  type LivedJourney,
  loadJourneys,
  type RandomJourneys,
  randomJourneys,
} from '#testing/lived-journeys.ts';
import { endOf, isAt, placesOf, scoresByHand } from '#testing/measure-by-hand.ts';
import { randomBindings } from '#testing/random-bindings.ts';
import type { BoundTouchpoint } from '../domain/measuring/map-plan.ts';
import { type Numbering, numberPlaces, planSource } from '../domain/measuring/source-plan.ts';
import { groupNumber, type Split } from '../domain/measuring/split.ts';
import { attributeValues } from './attribute-values.ts';
import { lastSeen } from './last-seen.ts';
import { listAttributes } from './list-attributes.ts';
import { listEventKinds } from './list-event-kinds.ts';
import { patience } from './patience.ts';
import { scoreTallies } from './score-tallies.ts';
import { sourceSpan } from './source-span.ts';
import { undrawnEvents } from './undrawn-events.ts';

const workspaceId = 'w' as WorkspaceId;
const names = ['Open', 'Read', 'Call', 'Pay', 'Complain', 'Return', 'Leave'];
const channels = ['web', 'phone', ''];
const scale = { min: 1, max: 5 };

type Example = {
  readonly sourceId: string;
  readonly journeys: readonly LivedJourney[];
  readonly kinds: KindTable;
  readonly touchpoints: readonly BoundTouchpoint[];
  readonly numbering: Numbering;
};

let engine: Engine;
let folder: string;
const examples: Example[] = [];

async function example(sourceId: string, options: Partial<RandomJourneys>, style: 'once' | 'anyhow') {
  const journeys = randomJourneys({ seed: 3, journeys: 600, names, channels, ...options });
  const kinds = await loadJourneys(engine, workspaceId, sourceId, journeys);
  const touchpoints = randomBindings(createRandom(options.seed ?? 3), {
    stages: 4,
    names,
    channels,
    sourceId,
    style,
  });
  const eventAttributes = new Set(['agent', 'urgent']);
  const plan = planSource(touchpoints, { sourceId, kinds, eventAttributes });
  const known = new Set(plan.touchpoints.map(({ id }) => id));
  examples.push({
    sourceId,
    journeys,
    kinds,
    touchpoints: touchpoints.filter(({ id }) => known.has(id)),
    numbering: numberPlaces(plan),
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-questions-'));
  engine = unwrap(await openEngine({ dataDir: folder }));
  for (let round = 0; round < 8; round++) {
    await example(
      `source-${round}`,
      { seed: 20 + round, longest: round % 3 === 0 ? 50 : 10 },
      round % 2 === 0 ? 'once' : 'anyhow',
    );
  }
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

describe('questions of a map against the definitions applied by hand', () => {
  it('scores: the mean of each customer first, at every place and per group', async () => {
    const split: Split = {
      attribute: 'segment',
      groups: [
        { key: 'a', value: 'A' },
        { key: 'b', value: 'B' },
      ],
      others: true,
    };
    let answers = 0;
    for (const { sourceId, journeys, touchpoints, numbering } of examples) {
      const tallies = await scoreTallies(engine, { workspaceId, sourceId, numbering, split, scale });
      const places = placesOf(touchpoints);
      for (const level of ['touchpoints', 'steps', 'stages'] as const) {
        expect(tallies[level].size).toBe(places[level].length);
        for (const place of places[level]) {
          tallies[level].get(place.id)?.forEach((sums, group) => {
            const own = journeys.filter(
              ({ attributes }) => groupNumber(split, attributes[split.attribute] ?? '') === group,
            );
            const byHand = scoresByHand(place, sourceId, own, scale);
            expect({ id: place.id, group, n: sums.n, answers: sums.answers }).toEqual({
              id: place.id,
              group,
              n: byHand.n,
              answers: byHand.answers,
            });
            expect(sums.sum).toBeCloseTo(byHand.sum, 4);
            expect(sums.sumOfSquares).toBeCloseTo(byHand.sumOfSquares, 4);
            answers += sums.answers;
          });
        }
      }
    }
    expect(answers).toBeGreaterThan(1000);
  });

  it('scores outside the scale do not count', async () => {
    const { sourceId, journeys, touchpoints, numbering } = examples[0]!;
    const narrow = { min: 2, max: 4 };
    const tallies = await scoreTallies(engine, {
      workspaceId,
      sourceId,
      numbering,
      split: null,
      scale: narrow,
    });
    for (const place of placesOf(touchpoints).stages) {
      const byHand = scoresByHand(place, sourceId, journeys, narrow);
      expect(tallies.stages.get(place.id)?.[0]).toMatchObject({ n: byHand.n, answers: byHand.answers });
    }
  });

  it('events nobody drew', async () => {
    for (const { sourceId, journeys, touchpoints, kinds, numbering } of examples) {
      const byHand = kinds.flatMap(({ id, name, channel }) => {
        const undrawn = journeys.map(
          (journey) =>
            journey.events.filter(
              (event) =>
                event.name === name &&
                event.channel === channel &&
                !isAt(touchpoints, sourceId, event, journey),
            ).length,
        );
        const events = undrawn.reduce((sum, n) => sum + n, 0);
        return events > 0 ? [{ kind: id, events, journeys: undrawn.filter((n) => n > 0).length }] : [];
      });
      const asked = await undrawnEvents(engine, { workspaceId, sourceId, numbering });
      expect(asked).toEqual(byHand.sort((a, b) => a.kind - b.kind));
    }
  });

  it('when each touchpoint was last seen, whatever is looked through first', async () => {
    for (const { sourceId, journeys, touchpoints, numbering } of examples) {
      const byHand = new Map(
        touchpoints.flatMap((touchpoint) => {
          const times = journeys.flatMap((journey) =>
            journey.events
              .filter((event) => isAt([touchpoint], sourceId, event, journey))
              .map(({ time }) => time),
          );
          return times.length > 0 ? [[touchpoint.id, Math.max(...times)] as const] : [];
        }),
      );
      const end = endOf(journeys);
      for (const since of [end - 86_400_000, end - 30 * 86_400_000, 0]) {
        expect(await lastSeen(engine, { workspaceId, sourceId, numbering, since })).toEqual(byHand);
      }
    }
  });

  it('span, patience, kinds and attributes of a source', async () => {
    for (const { sourceId, journeys } of examples) {
      const scope = { workspaceId, sourceId };
      const counts = journeys.map(({ events }) => events.length);
      expect(await sourceSpan(engine, scope)).toEqual({
        journeys: journeys.length,
        events: counts.reduce((sum, n) => sum + n, 0),
        longest: Math.max(...counts),
        begin: Math.min(...journeys.map(({ events }) => events[0]!.time)),
        end: endOf(journeys),
      });
      const silences = journeys
        .flatMap(({ events }) => events.slice(1).map((event, index) => event.time - events[index]!.time))
        .filter((silence) => silence > 0)
        .sort((a, b) => a - b);
      expect(await patience(engine, scope)).toBe(silences[Math.floor(0.95 * silences.length)]);

      const kinds = await listEventKinds(engine, workspaceId, sourceId);
      const calls = kinds.find(({ name, channel }) => name === 'Call' && channel === 'phone')!;
      const own = journeys.map(
        ({ events }) => events.filter(({ name, channel }) => name === 'Call' && channel === 'phone').length,
      );
      expect(calls.events).toBe(own.reduce((sum, n) => sum + n, 0));
      expect(calls.journeys).toBe(own.filter((n) => n > 0).length);
      expect(kinds.map(({ journeys }) => journeys)).toEqual(
        kinds.map(({ journeys }) => journeys).sort((a, b) => b - a),
      );

      const inA = journeys.filter(({ attributes }) => attributes.segment === 'A').length;
      const values = await attributeValues(engine, { ...scope, attribute: 'segment' });
      expect(values.find(({ value }) => value === 'A')).toEqual({ value: 'A', journeys: inA });
      expect(values).toHaveLength(3);
      const attributes = await listAttributes(engine, workspaceId, sourceId);
      expect(attributes.map(({ name, distinct }) => [name, distinct])).toEqual([
        ['region', 2],
        ['segment', 3],
      ]);
      expect(attributes[1]?.values).toEqual(values);
    }
  });

  it('leaves out of the attributes what cannot split people, and of their values what fewer than five share', async () => {
    const sourceId = 'identifiers';
    const journeys = randomJourneys({ seed: 9, journeys: 40, names, channels }).map((journey, index) => ({
      ...journey,
      attributes: {
        email: `p${index}@example.org`,
        amount: String(index < 6 ? 10 : index),
        country: 'FR',
        plan: index < 4 ? 'rare' : 'usual',
      },
    }));
    await loadJourneys(engine, workspaceId, sourceId, journeys);
    expect(await listAttributes(engine, workspaceId, sourceId)).toEqual([
      { name: 'plan', distinct: 2, values: [{ value: 'usual', journeys: 36 }] },
    ]);
  });

  it('an empty source has nothing', async () => {
    const scope = { workspaceId, sourceId: 'nothing' };
    expect(await sourceSpan(engine, scope)).toEqual({ journeys: 0, events: 0, longest: 0, begin: 0, end: 0 });
    expect(await patience(engine, scope)).toBe(0);
    expect(await listEventKinds(engine, workspaceId, 'nothing')).toEqual([]);
    expect(await listAttributes(engine, workspaceId, 'nothing')).toEqual([]);
  });
});
