import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import { flowCounts } from '#measure/analytics/paths/flow-counts.ts';
import type { PathsQuestion } from '#measure/analytics/paths/letters-sql.ts';
import { dropPreparations } from '#measure/analytics/paths/prepared/preparation.ts';
import { preparedFlow } from '#measure/analytics/paths/prepared/prepared-flow.ts';
import { placesOfEvents } from '#measure/domain/paths/places.ts';
import type { PathFilter } from '#measure/domain/paths/question.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import { loadJourneys, randomJourneys } from '#testing/lived-journeys.ts';
import { eventsWorthPreparing, fromPrepared, prepared } from './prepared-paths.ts';

const scope = { workspaceId: 'w' as WorkspaceId, sourceId: 's' };
let folder: string;
let engine: Engine;
let question: PathsQuestion;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-prepared-paths-'));
  engine = unwrap(await openEngine({ dataDir: folder }));
  const journeys = randomJourneys({ seed: 4, journeys: 400, names: ['a', 'b', 'c', 'd'], channels: ['web'] });
  const kinds = await loadJourneys(engine, scope.workspaceId, scope.sourceId, journeys);
  question = {
    ...scope,
    places: placesOfEvents(scope.sourceId, kinds),
    repeats: 'joined',
    filters: [],
    end: Math.max(...journeys.map(({ events }) => events.at(-1)!.time)),
    patience: 86_400_000,
  };
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

/** What was read from the journeys themselves is undefined here. */
const ask = (asked: Partial<PathsQuestion> = {}, events = eventsWorthPreparing) =>
  fromPrepared(
    engine,
    { question: { ...question, ...asked }, events },
    {
      prepared: (preparation, classes) =>
        preparedFlow(engine, preparation, { places: question.places, most: 2, classes }),
      read: async () => undefined,
    },
  );

it('the first question prepares the next ones of its reading, of any values of attributes', async () => {
  expect(await ask({}, eventsWorthPreparing - 1)).toBeUndefined();
  await prepared(engine);
  expect(await ask()).toBeUndefined();
  await prepared(engine);
  const some: PathFilter[] = [{ is: 'one-of', attribute: 'segment', values: ['A'] }];
  for (const filters of [[], some])
    expect(await ask({ filters })).toEqual(
      await flowCounts(engine, { ...question, filters, flow: { most: 2, ranks: 0 } }),
    );
  // Read otherwise, of a period, or by what was passed: not from there.
  expect(await ask({ period: { from: 0 } })).toBeUndefined();
  expect(await ask({ filters: [{ is: 'through', place: 'a' }] })).toBeUndefined();
  expect(await ask({ patience: 5 })).toBeUndefined();
  await prepared(engine);
  expect(await ask({ patience: 5 })).toBeDefined();
});

it('an answer from what was dropped meanwhile is not given', async () => {
  const answer = await fromPrepared(
    engine,
    { question, events: eventsWorthPreparing },
    {
      async prepared() {
        await dropPreparations(engine, scope);
        return 'half an answer';
      },
      read: async () => 'read',
    },
  );
  expect(answer).toBe('read');
});
