import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '#kit/result.ts';
import { createRandom } from '#kit/statistics/random.ts';
import { answeredSql, predictorsOf } from '#measure/analytics/impact/answered-sql.ts';
import { momentSums } from '#measure/analytics/impact/moment-sums.ts';
import { outcomeCounts } from '#measure/analytics/impact/outcome-counts.ts';
import type { PathsQuestion } from '#measure/analytics/paths/letters-sql.ts';
import { satisfactionDrivers } from '#measure/domain/impact/drivers.ts';
import { outcomeImpact } from '#measure/domain/impact/outcome-impact.ts';
import { removalEffects } from '#measure/domain/impact/removal-effect.ts';
import { planSource } from '#measure/domain/measuring/source-plan.ts';
import { placesOfMap } from '#measure/domain/paths/places.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import { bucketsOf, chainJourneys, plantedChain } from '#testing/planted-outcomes.ts';
import { drawn, makeJourneys, sourceId, workspaceId } from './_measure-data.ts';

/**
 * What 40 touchpoints count for over `size` events (10 million unless told): removal effects, credit and gaps for a goal, and relative
 * weights on satisfaction, each with a thousand resamples; wall time and the time of the processors, of warm runs. And how often the
 * interval over buckets of customers holds the truth, beside that over customers one by one.
 */
export async function run({ size = 10_000_000 }: { size?: number } = {}): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-bench-impact-'));
  const engine = unwrap(await openEngine({ dataDir: folder, memory: 'normal' }));
  try {
    await makeJourneys(engine, size);
    const kinds = Array.from({ length: 48 }, (_, index) => ({
      id: index + 1,
      name: `event ${index + 1}`,
      channel: '',
    }));
    const plan = planSource(drawn, { sourceId, kinds, eventAttributes: new Set() });
    const [span] = await engine.query<{ end: number }>(
      'SELECT toUnixTimestamp64Milli(max(last_time)) AS end FROM lived_journey',
    );
    const places = placesOfMap('touchpoint', plan);
    const question: PathsQuestion = {
      ...{ workspaceId, sourceId, places, repeats: 'joined', filters: [] },
      end: span?.end ?? 0,
      patience: 20 * 86_400_000,
    };
    const answered = { ...question, target: { of: 'last' } as const, scale: { min: 1, max: 5 } };
    const options = { minimum: 30 };
    const outcome = async () => {
      const { keys, buckets } = await outcomeCounts(engine, { ...question, goal: 'touchpoint-36' });
      return outcomeImpact(keys.length, buckets, { ...options, outcome: 'reached' }).places.length;
    };
    const drivers = async () => {
      const { chosen, keys } = await predictorsOf(engine, answered);
      const buckets = await momentSums(engine, answeredSql(answered, chosen, 'passed'), 'passed');
      return satisfactionDrivers(keys.length, buckets, { ...options, about: 'passed' }).drivers.length;
    };
    return {
      events: size,
      limit: { wall: 3000 },
      outcome: await timed(outcome),
      drivers: await timed(drivers),
      // As a page asks them: one does not wait for the other.
      together: await timed(async () => {
        const [places, chosen] = await Promise.all([outcome(), drivers()]);
        return places + chosen;
      }),
      coverage: coverage(),
    };
  } finally {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Five warm runs, in milliseconds; the time of all processors halved is what two free cores would take at best. */
async function timed(run: () => Promise<number>) {
  const places = await run();
  const walls: number[] = [];
  const processors: number[] = [];
  for (let index = 0; index < 5; index++) {
    const begun = performance.now();
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    walls.push(Math.round(performance.now() - begun));
    processors.push(Math.round((user + system) / 2000));
  }
  return { places, wall: median(walls), longest: Math.max(...walls), processorOverTwo: median(processors) };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Worlds of 2,000 journeys of a known chain: intervals over 200 buckets, and over each customer on their own. */
function coverage(worlds = 300, journeys = 2000, places = 6) {
  const random = createRandom(77);
  const chances = plantedChain(places, random);
  const truth = removalEffects(places, chances).effects;
  const held = { buckets: 0, customers: 0 };
  const width = { buckets: 0, customers: 0 };
  for (let world = 0; world < worlds; world++) {
    const lived = chainJourneys(places, chances, journeys, random);
    for (const way of ['buckets', 'customers'] as const) {
      const counted = bucketsOf(places, lived, way === 'buckets' ? () => random.below(200) : (at) => at);
      for (const { place, removal } of outcomeImpact(places, counted, {
        minimum: 30,
        outcome: 'reached',
        times: 400,
      }).places) {
        if (removal.withheld) continue;
        width[way] += removal.high - removal.low;
        if (removal.low <= truth[place]! && truth[place]! <= removal.high) held[way]++;
      }
    }
  }
  const all = worlds * places;
  return {
    worlds,
    journeys,
    heldByBuckets: held.buckets / all,
    heldByCustomers: held.customers / all,
    widthOfBucketsToCustomers: width.buckets / width.customers,
  };
}
