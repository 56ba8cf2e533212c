import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import { createRandom, type Random } from '#kit/statistics/random.ts';
import { planSource } from '#measure/domain/measuring/source-plan.ts';
import type { Split } from '#measure/domain/measuring/split.ts';
import { placesOfEvents, placesOfMap } from '#measure/domain/paths/places.ts';
import type { Funnel, PathFilter } from '#measure/domain/paths/question.ts';
import { replaceJourneys } from '#measure/server/import/publish.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import { loadJourneys, randomJourneys } from '#testing/lived-journeys.ts';
import { randomBindings } from '#testing/random-bindings.ts';
import { flowCounts } from '../flow-counts.ts';
import { funnelCounts } from '../funnel-counts.ts';
import type { PathsQuestion } from '../letters-sql.ts';
import { variantCounts } from '../variant-counts.ts';
import { classesOf, findPreparation, type Preparation, stillThere } from './preparation.ts';
import { preparePaths } from './prepare-paths.ts';
import { preparedFlow } from './prepared-flow.ts';
import { isPreparable, preparedFunnel } from './prepared-funnel.ts';
import { preparedVariants } from './prepared-variants.ts';

const workspaceId = 'w' as WorkspaceId;
const names = ['ask', 'send', 'call', 'wait', 'pay', 'leave'];
const many = Array.from({ length: 140 }, (_, at) => `event ${at}`);
const day = 86_400_000;
const perRound = 1000;

let folder: string;
let engine: Engine;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-prepared-'));
  engine = unwrap(await openEngine({ dataDir: folder }));
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

/** Random journeys with ties, read in a random way; in the last round as more places than a word has bits. */
async function roundOf(round: number, wide: boolean): Promise<{ question: PathsQuestion; random: Random }> {
  const random = createRandom(round, 65);
  const sourceId = `prepared-${round}`;
  const own = wide ? many : names;
  const journeys = randomJourneys({
    seed: 9000 + round,
    journeys: perRound,
    names: own,
    channels: ['web', 'phone'],
    longest: wide ? 30 : 3 + random.below(22),
  });
  const kinds = await loadJourneys(engine, workspaceId, sourceId, journeys);
  const unit = wide ? 'event' : random.pick(['event', 'touchpoint', 'step', 'stage'] as const);
  const touchpoints = randomBindings(random, {
    stages: 2 + random.below(3),
    names,
    channels: ['web', 'phone'],
    sourceId,
    style: random.pick(['once', 'anyhow'] as const),
  });
  const plan = planSource(touchpoints, { sourceId, kinds, eventAttributes: new Set(['agent', 'urgent']) });
  const places = unit === 'event' ? placesOfEvents(sourceId, kinds) : placesOfMap(unit, plan);
  const end = Math.max(...journeys.map(({ events }) => events.at(-1)!.time));
  const patience = random.pick([3, 45]) * day;
  const repeats = random.pick(['kept', 'joined'] as const);
  return { question: { workspaceId, sourceId, places, repeats, filters: [], end, patience }, random };
}

const filtersOf = (random: Random): PathFilter[] =>
  random.pick<PathFilter[]>([
    [],
    [{ is: 'one-of', attribute: 'segment', values: ['A', ''] }],
    [{ is: 'none-of', attribute: 'segment', values: ['B'] }],
    [
      { is: 'one-of', attribute: 'region', values: ['Nord'] },
      { is: 'none-of', attribute: 'segment', values: ['C'] },
    ],
    [{ is: 'one-of', attribute: 'region', values: ['nobody'] }],
  ]);

const split: Split = { attribute: 'segment', groups: [{ key: 'a', value: 'A' }], others: true };

async function sameAsScanned(prepared: Preparation, question: PathsQuestion, random: Random): Promise<void> {
  const { places } = question;
  const filters = filtersOf(random);
  const classes = classesOf(prepared.told, filters)!;
  const asked = { ...question, filters };
  const most = random.pick([1, 3, 8, 200]);
  expect(await preparedFlow(engine, prepared, { places, most, classes })).toEqual(
    await flowCounts(engine, { ...asked, flow: { most, ranks: 0 } }),
  );
  expect(await preparedVariants(engine, prepared, { places, most: 9, classes })).toEqual(
    await variantCounts(engine, { ...asked, most: 9 }),
  );
  const funnel: Funnel = {
    steps: Array.from({ length: random.pick([1, 3, 20]) }, () =>
      Array.from({ length: 1 + random.below(3) }, () => random.pick(places.keys)),
    ),
    order: 'loose',
  };
  const by = random.chance(0.5) ? split : null;
  expect(await preparedFunnel(engine, prepared, { places, funnel, split: by, classes })).toEqual(
    await funnelCounts(engine, { ...asked, funnel, split: by }),
  );
}

describe('paths counted beforehand', () => {
  it('answer as the journeys themselves do, whatever they are read as and filtered by', async () => {
    const rounds = 5;
    for (let round = 0; round < rounds; round++) {
      const { question, random } = await roundOf(round, round === rounds - 1);
      if (question.places.keys.length === 0) continue;
      const prepared = await preparePaths(engine, question, { id: `preparation${round}`, reading: 'r' });
      for (let asked = 0; asked < 3; asked++) await sameAsScanned(prepared!, question, random);
    }
  }, 120_000);

  it('are found again only for the same reading of the same journeys', async () => {
    const { question } = await roundOf(90, false);
    const scope = { workspaceId, sourceId: question.sourceId };
    const ids = Array.from({ length: 8 }, (_, at) => `kept${at}`);
    for (const id of ids) await preparePaths(engine, question, { id, reading: `reading of ${id}` });
    const found = await findPreparation(engine, scope, 'reading of kept7');
    expect(found?.id).toBe('kept7');
    expect(await findPreparation(engine, scope, 'another reading')).toBeUndefined();
    const other = { ...scope, workspaceId: 'other' as WorkspaceId };
    expect(await findPreparation(engine, other, 'reading of kept7')).toBeUndefined();
    // No more than a few are kept.
    expect(await findPreparation(engine, scope, 'reading of kept0')).toBeUndefined();
    // Merged by the engine they are the same rows.
    await engine.command('OPTIMIZE TABLE lived_journey FINAL');
    expect((await findPreparation(engine, scope, 'reading of kept7'))?.id).toBe('kept7');

    await engine.command('CREATE TABLE scratch_journey_00000000000000000065 AS lived_journey');
    await engine.command(
      `INSERT INTO scratch_journey_00000000000000000065 (workspace_id, source_id, customer, kinds, times, scores, seqs, attributes, events, first_time, last_time)
       SELECT workspace_id, source_id, customer, kinds, times, scores, seqs, attributes, events, first_time, last_time
       FROM lived_journey WHERE source_id = {source:String}`,
      { source: question.sourceId },
    );
    await replaceJourneys(engine, workspaceId, question.sourceId, 'scratch_journey_00000000000000000065');
    expect(await findPreparation(engine, scope, 'reading of kept7')).toBeUndefined();
    expect(await stillThere(engine, found!)).toBe(false);
    const [left] = await engine.query<{ n: number }>(
      "SELECT count() AS n FROM path_link WHERE startsWith(preparation, 'kept')",
    );
    expect(left?.n).toBe(0);
  }, 60_000);

  it('say when a question is none of theirs', () => {
    const told = {
      attributes: ['segment'],
      profiles: [['A'], ['B']],
      variants: 2,
      classes: [0, 1, 2].map((number) => ({ class: number, journeys: 1, passing: 1 })),
    };
    expect(classesOf(told, [{ is: 'one-of', attribute: 'segment', values: ['A'] }])).toEqual(new Set([0, 1]));
    expect(classesOf(told, [{ is: 'one-of', attribute: 'region', values: ['A'] }])).toBeUndefined();
    expect(classesOf(told, [{ is: 'through', place: 'A' }])).toBeUndefined();
    expect(isPreparable({ steps: [['a']], order: 'strict' })).toBe(false);
    expect(isPreparable({ steps: [['a']], order: 'loose', withinSeconds: 9 })).toBe(false);
  });
});
