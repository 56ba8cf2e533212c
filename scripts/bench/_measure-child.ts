import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { unwrap } from '#kit/result.ts';
import { kindCounts } from '#measure/analytics/kind-counts.ts';
import { patience } from '#measure/analytics/patience.ts';
import { madeWhole } from '#measure/domain/lived-journey/journey-rule.ts';
import { assemblePlaces } from '#measure/domain/measuring/assemble.ts';
import { everyoneKey } from '#measure/domain/measuring/split.ts';
import { drawnAndTravelled } from '#measure/domain/measuring/travelled.ts';
import { codesOf, measureSource } from '#measure/server/measuring/measure-source.ts';
import { usualKeeping } from '#measure/server/measuring/usual-keeping.ts';
import type { SourceSummary } from '#measure/server/source-store.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import { createJobs } from '#platform/jobs/jobs.ts';
import { drawn, makeJourneys, sourceId, split, workspaceId } from './_measure-data.ts';
import { countsSql, mediansSql, peerLevels, scoresSql } from './_measure-peers.ts';

/** One part of the bench in a process of its own, so that its memory is its own. Prints one line of JSON. */
const [role = '', folder = '', size = '0', runsAsked = '1'] = process.argv.slice(2);
const runs = Number(runsAsked);
const parquet = join(folder, 'raw.parquet');
const minimum = 30;
const fewRuns = 5;
/** What lists say of a source; no figure of a map depends on it. */
const stats = {
  customers: 0,
  journeys: 0,
  events: 0,
  eventNames: 0,
  variants: 0,
  ties: { events: 0, journeys: 0, share: 0 },
  first: null,
  last: null,
  setAside: 0,
};

const jobs = createJobs<null>((error) => {
  throw error;
});

const roles: Record<string, () => Promise<object>> = { make, ours, window: windowFunctions, duckdb };
const work = roles[role];
if (!work) throw new Error(`no role ${role}`);
const result = await work();
const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(`${JSON.stringify({ ...result, peakMiB })}\n`, () => process.exit(0));

async function open() {
  return unwrap(await openEngine({ dataDir: join(folder, 'engine'), memory: 'normal' }));
}

async function make(): Promise<object> {
  const engine = await open();
  await makeJourneys(engine, Number(size));
  await engine.command("INSERT INTO FUNCTION file({parquet:String}, 'Parquet') SELECT * FROM raw_event", {
    parquet,
  });
  const [row] = await engine.query<{ journeys: number; events: number; end: number }>(
    `SELECT count() AS journeys, sum(length(kinds)) AS events, toUnixTimestamp64Milli(max(last_time)) AS end
     FROM lived_journey`,
  );
  await engine.close();
  return row ?? {};
}

/** Milliseconds of each warm run: one run before them is not counted. */
async function timed(times: number, run: () => Promise<unknown>): Promise<number[]> {
  await run();
  return clocked(times, run);
}

async function clocked(times: number, run: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let index = 0; index < times; index++) {
    const begun = performance.now();
    await run();
    taken.push(Math.round(performance.now() - begun));
  }
  return taken;
}

/** `keep`: are codes of journeys kept, and looked for? */
async function measure(engine: Engine, summary: SourceSummary, keep = true) {
  const keptCodes = { ...usualKeeping, ...(!keep && { from: Number.POSITIVE_INFINITY }), jobs };
  const source = unwrap(
    await measureSource(
      { engine, keptCodes },
      {
        workspaceId,
        source: {
          id: sourceId,
          name: 'bench',
          simulated: true,
          summary,
          createdAt: '2024-01-01T00:00:00Z',
          ...madeWhole,
          remaking: false,
        },
        importedAt: null,
        scale: { min: 1, max: 5 },
        touchpoints: drawn,
        splits: [split],
        period: undefined,
        patienceSeconds: undefined,
      },
    ),
  );
  const places = assemblePlaces({
    touchpoints: drawn,
    sources: [source.evidence],
    surveys: [],
    groups: split.groups.map(({ key }) => key),
    minimum,
  });
  const steps = [...new Set(drawn.map(({ stepId }) => stepId))];
  return { source, places, travelled: drawnAndTravelled([source.travelled], steps, minimum) };
}

async function ours(): Promise<object> {
  const engine = await open();
  // Computed once, when an import is published, as in the product.
  const scope = { workspaceId, sourceId };
  const patienceSeconds = (await patience(engine, scope)) / 1000;
  const summary = { stats, patienceSeconds, kinds: await kindCounts(engine, scope), designEffect: 1 };
  const notKept = await timed(fewRuns, () => measure(engine, summary, false));
  // The first question on a map, then one that does not wait for the codes to be made.
  const begun = performance.now();
  const [first] = await clocked(1, () => measure(engine, summary));
  const [meanwhile] = await clocked(1, () => measure(engine, summary));
  while (jobs.isRunning(workspaceId, codesOf(sourceId))) await pause(10);
  const madeAfter = Math.round(performance.now() - begun);
  const taken = await timed(runs, () => measure(engine, summary));
  const { source, places } = await measure(engine, summary);
  await engine.close();
  const figures = Object.values(places.touchpoints).map((by) => {
    const { volume, customers, timeToNext } = by[everyoneKey]!;
    return { volume, customers, median: timeToNext?.withheld === false ? timeToNext.value : null };
  });
  return {
    runs: taken,
    notKept,
    first,
    meanwhile,
    madeAfter,
    patience: source.patienceSeconds * 1000,
    figures,
  };
}

async function windowFunctions(): Promise<object> {
  const engine = await open();
  const [end = 0, silence = 0] = process.argv.slice(6).map(Number);
  let volumes: object[] = [];
  const taken = await timed(runs, async () => {
    for (const level of peerLevels) {
      const counts = await engine.query<{ place: number }>(countsSql(level, end, silence));
      await engine.query(mediansSql(level, 'quantileExact(0.5)'));
      await engine.query(scoresSql(level));
      if (level === 'touchpoint') volumes = counts;
    }
  });
  await engine.close();
  return { runs: taken, counts: volumes };
}

async function duckdb(): Promise<object> {
  const [end = 0, silence = 0] = process.argv.slice(6).map(Number);
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '4GB' });
  const connection = await instance.connect();
  await connection.run(
    `CREATE TABLE raw_event AS SELECT * FROM read_parquet('${parquet.replaceAll("'", "''")}')`,
  );
  const rows = drawn.map(
    ({ stepId, stageId }, index) =>
      `(${index + 1}, ${index + 1}, ${Number(stepId.slice(5))}, ${Number(stageId.slice(6))})`,
  );
  await connection.run(
    'CREATE TABLE place (kind USMALLINT, touchpoint USMALLINT, step USMALLINT, stage USMALLINT)',
  );
  await connection.run(`INSERT INTO place VALUES ${rows.join(', ')}`);
  let volumes: object[] = [];
  const taken = await timed(runs, async () => {
    for (const level of peerLevels) {
      const counts = await connection.runAndReadAll(countsSql(level, end, silence));
      await connection.runAndReadAll(mediansSql(level, 'median'));
      await connection.runAndReadAll(scoresSql(level));
      if (level === 'touchpoint') volumes = counts.getRowObjectsJson();
    }
  });
  connection.closeSync();
  return { runs: taken, counts: volumes };
}
