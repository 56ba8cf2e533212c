import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { ok, unwrap } from '#kit/result.ts';
import { designEffect } from '#measure/analytics/design-effect.ts';
import { logStats } from '#measure/analytics/log-stats.ts';
import { patience } from '#measure/analytics/patience.ts';
import { madeWhole } from '#measure/domain/lived-journey/journey-rule.ts';
import type { FlowAnswer } from '#measure/domain/paths/answer.ts';
import type { PathFilter } from '#measure/domain/paths/question.ts';
import { flow } from '#measure/server/paths/flow.ts';
import { funnel } from '#measure/server/paths/funnel.ts';
import type { PathPorts } from '#measure/server/paths/open-paths.ts';
import { prepared } from '#measure/server/paths/prepared-paths.ts';
import { variants } from '#measure/server/paths/variants.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import { makeJourneys, personas, sourceId, workspaceId } from './_measure-data.ts';
import {
  type Dialect,
  inDuckdb,
  inEngine,
  left,
  linksSql,
  mostPassedSql,
  mostWindowSteps,
  variantsSql,
  windowFunnelSql,
} from './_paths-peers.ts';

/** One part of the bench in a process of its own, so that its memory is its own. Prints one line of JSON. */
const [role = '', folder = '', size = '0', peers = 'yes'] = process.argv.slice(2);
const parquet = join(folder, 'raw.parquet');
const most = 12;
const kinds = 48;
const asked = [null, personas[0]] as const;

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
  const begun = performance.now();
  await makeJourneys(engine, Number(size), peers === 'yes');
  if (peers === 'yes')
    await engine.command("INSERT INTO FUNCTION file({parquet:String}, 'Parquet') SELECT * FROM raw_event", {
      parquet,
    });
  const [row] = await engine.query<object>(
    'SELECT count() AS journeys, sum(length(kinds)) AS events FROM lived_journey',
  );
  await engine.close();
  return { ...row, seconds: seconds(begun) };
}

function seconds(begun: number): number {
  return Math.round((performance.now() - begun) / 100) / 10;
}

/** What the handlers need beside the engine, as the product has it when the source was imported. */
async function portsOf(engine: Engine): Promise<PathPorts & { attributedRun(): Promise<never> }> {
  const scope = { workspaceId, sourceId };
  const source = {
    ...{ id: sourceId, name: 'bench', simulated: true, createdAt: '2024-01-01T00:00:00Z', remaking: false },
    ...madeWhole,
    summary: {
      stats: await logStats(engine, workspaceId, sourceId, 0),
      patienceSeconds: (await patience(engine, scope)) / 1000,
      designEffect: await designEffect(engine, scope),
    },
  };
  const none = async (): Promise<never> => {
    throw new Error('not asked');
  };
  return {
    engine,
    sources: {
      add: none,
      get: async () => source,
      list: none,
      setSummary: none,
      setMaking: none,
      madeAgain: none,
      remove: none,
    },
    imports: { list: async () => [] } as unknown as PathPorts['imports'],
    minimumOf: async () => ok(30),
    zoneOf: async () => ok('UTC'),
    readMap: none,
    attributedRun: none,
  };
}

async function timed<T>(run: () => Promise<T>): Promise<{ answer: T; milliseconds: number }> {
  const begun = performance.now();
  const answer = await run();
  return { answer, milliseconds: Math.round(10 * (performance.now() - begun)) / 10 };
}

/** Milliseconds of each of so many runs, after one that is not counted. */
async function several(times: number, run: (at: number) => Promise<unknown>): Promise<number[]> {
  await run(0);
  const taken: number[] = [];
  for (let at = 0; at < times; at++) taken.push((await timed(() => run(at))).milliseconds);
  return taken;
}

function place(kind: number): string {
  return `event ${kind}`;
}
/** Steps in the order of the map, as many to each kind of event as it takes. */
function stepsOf(count: number): number[] {
  return Array.from({ length: count }, (_, at) => 1 + Math.floor((at * kinds) / count));
}

async function ours(): Promise<object> {
  const engine = await open();
  const ports = await portsOf(engine);
  const whole = { workspaceId, sourceId, unit: 'event', repeats: 'joined' } as const;
  const filtersOf = (values: readonly string[]): PathFilter[] =>
    values.length === 0 ? [] : [{ is: 'one-of', attribute: 'persona', values: [...values] }];
  /** Flow map with median times, and exact variants with theirs, asked at once as a page does. */
  const together = async (filters: PathFilter[]) => {
    const [picture, list] = await Promise.all([
      flow(ports, { ...whole, filters, most, ranks: 0 }),
      variants(ports, { ...whole, filters, most: 20 }),
    ]);
    return { picture: unwrap(picture), list: unwrap(list) };
  };
  const begun = performance.now();
  const first = await timed(() => together([]));
  await prepared(engine);
  const preparedAfter = seconds(begun);
  // Every set of personas there is, one after the other.
  const sets = Array.from({ length: 2 ** personas.length - 1 }, (_, at) =>
    filtersOf(personas.filter((_name, bit) => ((at + 1) >> bit) & 1)),
  );
  const maps = await several(60, (at) => together(sets[at % sets.length] ?? []));
  const one = await several(15, () => together(filtersOf([personas[0]])));
  const byRank = await several(3, () => flow(ports, { ...whole, filters: [], most: 8, ranks: 5 }));
  const reach = async (count: number) => {
    const steps = stepsOf(count).map((kind) => [place(kind)]);
    const answer = unwrap(
      await funnel(ports as never, { ...whole, filters: [], funnel: { steps, order: 'loose' } }),
    );
    return answer.groups[0]?.steps.map(({ reached }) => (typeof reached === 'number' ? reached : 0)) ?? [];
  };
  const funnels: Record<string, { runs: number[]; reached: number[] }> = {};
  for (const count of [5, mostWindowSteps, 64])
    funnels[count] = { runs: await several(15, () => reach(count)), reached: await reach(count) };
  const answers = await Promise.all(
    asked.map(async (persona) => {
      const { picture, list } = await together(filtersOf(persona === null ? [] : [persona]));
      return { links: linksOf(picture), variants: list.variants };
    }),
  );
  await engine.close();
  return { first: first.milliseconds, preparedAfter, maps, one, byRank, funnels, answers };
}

type Link = { origin: number; target: number; passages: number; journeys: number; median: number | null };

/** In the numbers of the peers, those from the begin left out and the ends of one place added up. */
function linksOf({ links }: FlowAnswer): Link[] {
  const numberOf = (node: (typeof links)[number]['from' | 'to']): number =>
    node.at === 'place' ? Number(node.key.slice(6)) : node.at === 'other' ? 1000 : left;
  const found = new Map<string, Link>();
  for (const { from, to, passages, journeys, medianMilliseconds } of links) {
    if (from.at === 'begin') continue;
    const [origin, target] = [numberOf(from), numberOf(to)];
    const key = `${origin} ${target}`;
    const before = found.get(key) ?? { origin, target, passages: 0, journeys: 0, median: medianMilliseconds };
    found.set(key, { ...before, passages: before.passages + passages, journeys: before.journeys + journeys });
  }
  return [...found.values()].sort((a, b) => a.origin - b.origin || a.target - b.target);
}

type Ask = (sql: string) => Promise<Record<string, unknown>[]>;

async function askPeer(ask: Ask, dialect: Dialect) {
  const runs: number[] = [];
  const answers: object[] = [];
  for (const persona of asked) {
    const run = async () => {
      const passed = await ask(mostPassedSql(persona, most));
      const drawn = passed.map(({ kind }) => Number(kind));
      const links = await ask(linksSql(dialect, persona, drawn));
      const paths = await ask(variantsSql(dialect, persona));
      return {
        links: links.map(
          (row): Link => ({
            origin: Number(row.origin),
            target: Number(row.target),
            passages: Number(row.passages),
            journeys: Number(row.journeys),
            median: Number(row.target) === left ? null : Number(row.median_time),
          }),
        ),
        variants: Number(paths[0]?.variants),
      };
    };
    const { answer, milliseconds } = await timed(run);
    runs.push(milliseconds);
    answers.push(answer);
  }
  return { runs, answers };
}

async function windowFunctions(): Promise<object> {
  const engine = await open();
  const peer = await askPeer((sql) => engine.query(sql), inEngine);
  const funnels: Record<string, { runs: number[]; reached: number[] }> = {};
  for (const count of [5, mostWindowSteps]) {
    const sql = windowFunnelSql(stepsOf(count));
    const rows = await engine.query<{ level: number; journeys: number }>(sql);
    const reached = stepsOf(count).map((_, at) =>
      rows.filter(({ level }) => level > at).reduce((sum, { journeys }) => sum + journeys, 0),
    );
    funnels[count] = { runs: await several(3, () => engine.query(sql)), reached };
  }
  await engine.close();
  return { ...peer, funnels };
}

async function duckdb(): Promise<object> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '6GB' });
  const connection = await instance.connect();
  await connection.run(
    `CREATE TABLE raw_event AS SELECT * FROM read_parquet('${parquet.replaceAll("'", "''")}')`,
  );
  const peer = await askPeer(
    async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
    inDuckdb,
  );
  connection.closeSync();
  return peer;
}
