import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '#kit/result.ts';
import { eventKinds } from '#measure/analytics/lived-journey/event-kinds.ts';
import { typicalPaths } from '#measure/analytics/paths/typical-paths.ts';
import { placesOfEvents } from '#measure/domain/paths/places.ts';
import { findRepresentatives, longestRead } from '#measure/domain/paths/representative/representatives.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import { countPaths, plantedErrors, plantJourneys } from '#testing/planted-journeys.ts';
import { makeJourneys, sourceId, workspaceId } from './_measure-data.ts';

const journeys = 10_000;
const noises = [0.1, 0.2, 0.3, 0.4, 0.5];
const seeds = Array.from({ length: 10 }, (_, seed) => seed);
const seed = 20_190_604;

/**
 * Representative journeys. Found against planted: 10,000 journeys made of three to seven known ones, fifty times, under more and
 * more noise; how far the number found is from the number planted, how far the places found are from those planted (Jaccard), and
 * the time. Then the whole way over `size` events (10 million unless told) that follow no few paths at all: the worst case.
 * Published for the genetic search of Bernard & Andritsos: 3 to 51 minutes for 10,000 journeys.
 */
export async function run({ size = 10_000_000 }: { size?: number } = {}): Promise<unknown> {
  const planted = noises.map((noise) => {
    const found = seeds.map((each) => {
      const made = plantJourneys({ seed: each, journeys, noise });
      const paths = countPaths(made.journeys);
      const began = { wall: performance.now(), cpu: process.cpuUsage() };
      const { representatives } = findRepresentatives(paths, seed);
      const cpu = process.cpuUsage(began.cpu);
      return {
        ...plantedErrors(made, representatives),
        variants: paths.paths.length,
        seconds: (performance.now() - began.wall) / 1000,
        cpuSeconds: (cpu.user + cpu.system) / 1e6,
      };
    });
    const mean = (of: (one: (typeof found)[number]) => number): number =>
      round(found.reduce((sum, one) => sum + of(one), 0) / found.length);
    return {
      noise,
      variants: mean((one) => one.variants),
      errorOfNumber: mean((one) => one.number),
      jaccardDistance: mean((one) => one.jaccard),
      seconds: mean((one) => one.seconds),
      longestSeconds: round(Math.max(...found.map((one) => one.seconds))),
      cpuSeconds: mean((one) => one.cpuSeconds),
    };
  });
  const worst = (of: (one: (typeof planted)[number]) => number): number => Math.max(...planted.map(of));
  return {
    published: { journeys, minutes: [3, 51] },
    limit: { journeys, seconds: 2, jaccardDistance: 0.2, errorOfNumber: 0.7, secondsOfTenMillionEvents: 20 },
    ours: {
      journeys,
      longestSeconds: worst((one) => one.longestSeconds),
      jaccardDistance: worst((one) => one.jaccardDistance),
      errorOfNumber: worst((one) => one.errorOfNumber),
    },
    planted,
    whole: await whole(size),
  };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** From the journeys in the engine to the representatives and the median length of their groups, twice: the answers must agree. */
async function whole(size: number) {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-bench-representative-'));
  const engine = unwrap(await openEngine({ dataDir: folder, memory: 'normal' }));
  try {
    await makeJourneys(engine, size);
    const places = placesOfEvents(sourceId, await eventKinds(engine, workspaceId, sourceId));
    const [span] = await engine.query<{ journeys: number; events: number; end: number }>(
      `SELECT count() AS journeys, sum(events) AS events, toUnixTimestamp64Milli(max(last_time)) AS end FROM lived_journey`,
    );
    const runs: { seconds: number; answer: string }[] = [];
    for (let again = 0; again < 2; again++) {
      const began = performance.now();
      const read = await typicalPaths(engine, {
        workspaceId,
        sourceId,
        places,
        repeats: 'joined',
        filters: [],
        end: span?.end ?? 0,
        patience: 10 * 86_400_000,
        longest: longestRead,
      });
      const found = findRepresentatives(read, seed);
      const medians = await read.medians(found.nearest, found.representatives.length);
      runs.push({
        seconds: round((performance.now() - began) / 1000),
        answer: JSON.stringify([found.representatives.map((path) => [...path]), medians, read.sampled]),
      });
    }
    if (runs[0]?.answer !== runs[1]?.answer) throw new Error('two runs gave two answers');
    return {
      events: span?.events,
      journeys: span?.journeys,
      seconds: runs.map(({ seconds }) => seconds),
      peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  } finally {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}
