import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import { createRandom } from '#kit/statistics/random.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import { loadJourneys, randomJourneys } from '#testing/lived-journeys.ts';
import { endOf } from '#testing/measure-by-hand.ts';
import { randomBindings } from '#testing/random-bindings.ts';
import type { Precision } from '../domain/measuring/duration-marks.ts';
import { numberPlaces, planSource } from '../domain/measuring/source-plan.ts';
import type { Split } from '../domain/measuring/split.ts';
import { dropCodes, KeptCodes, sourceContent } from './kept-codes.ts';
import { placeTallies } from './place-tallies.ts';
import { scoreTallies } from './score-tallies.ts';

const workspaceId = 'w' as WorkspaceId;
const elsewhere = 'other' as WorkspaceId;
const names = ['Open', 'Read', 'Call', 'Pay', 'Complain'];
const channels = ['web', 'phone'];
const day = 86_400_000;
const scale = { min: 1, max: 5 };
const plenty = { tables: 100, bytes: 1e9 };

let engine: Engine;
let folder: string;
/** Every SQL text that was asked. */
const asked: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-codes-'));
  engine = await open();
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(): Promise<Engine> {
  const opened = unwrap(await openEngine({ dataDir: folder }));
  return {
    ...opened,
    query: (sql, ...rest) => {
      asked.push(sql);
      return opened.query(sql, ...rest);
    },
  };
}

/** All that a map asks of a source: without kept codes where `kept` is absent. */
type Ask = (kept?: KeptCodes) => Promise<unknown>;

type Example = {
  readonly sourceId: string;
  readonly seed: number;
  readonly style: 'once' | 'anyhow';
  readonly precision: Precision;
};

async function example({ sourceId, seed, style, precision }: Example, workspace = workspaceId) {
  const journeys = randomJourneys({ seed, journeys: 300, names, channels });
  const kinds = await loadJourneys(engine, workspace, sourceId, journeys);
  const questions = (bindings: number, within = workspace): Ask => {
    const touchpoints = randomBindings(createRandom(bindings), {
      stages: 3,
      names,
      channels,
      sourceId,
      style,
    });
    const eventAttributes = new Set(['agent', 'urgent']);
    const numbering = numberPlaces(planSource(touchpoints, { sourceId, kinds, eventAttributes }));
    const about = { workspaceId: within, sourceId, numbering };
    const until = { end: endOf(journeys), longest: 12, precision };
    const from = Date.UTC(2024, 1, 1);
    return async (kept) => [
      await placeTallies(engine, { ...about, ...until, patience: 45 * day, split: null }, kept),
      await placeTallies(engine, { ...about, ...until, patience: 9 * day, split, period: { from } }, kept),
      await scoreTallies(engine, { ...about, scale, split }, kept),
      await scoreTallies(
        engine,
        { ...about, scale, split: null, period: { from, to: from + 60 * day } },
        kept,
      ),
    ];
  };
  return { journeys, questions, source: { workspaceId: workspace, sourceId } };
}

const split: Split = {
  attribute: 'segment',
  groups: [
    { key: 'a', value: 'A' },
    { key: 'b', value: 'B' },
  ],
  others: true,
};

type Source = { readonly workspaceId: WorkspaceId; readonly sourceId: string };
const keptFor = async (source: Source) => new KeptCodes(engine, source, await sourceContent(engine, source));

/** Asks with what is kept now; how many of the tables that it read were kept ones. */
async function askKept(source: Source, ask: Ask): Promise<{ answer: unknown; kept: number; lacks: boolean }> {
  const kept = await keptFor(source);
  asked.length = 0;
  const answer = await ask(kept);
  const read = asked.filter((sql) => sql.includes('arrayJoin(codes)') && sql.includes('FROM scratch_codes_'));
  return { answer, kept: read.length, lacks: kept.lacks };
}

/** Asks, and keeps what was asked. */
async function keep(source: Source, ask: Ask, keeping = plenty): Promise<void> {
  const kept = await keptFor(source);
  await ask(kept);
  await kept.keep(keeping);
}

const tables = async (): Promise<string[]> =>
  (
    await engine.query<{ name: string }>(
      "SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, 'scratch_codes_') ORDER BY name",
    )
  ).map(({ name }) => name);

describe('codes of journeys that are kept between questions', () => {
  it.each([
    { sourceId: 'marks', seed: 1, style: 'once', precision: 5 },
    { sourceId: 'several', seed: 2, style: 'anyhow', precision: 6 },
    { sourceId: 'exact', seed: 3, style: 'anyhow', precision: 'exact' },
  ] as const)(
    'give the answer of the journeys, whatever the group, period and patience ($sourceId)',
    async (told) => {
      const { questions, source } = await example(told);
      const ask = questions(told.seed);
      const plain = await ask();
      expect(await askKept(source, ask)).toEqual({ answer: plain, kept: 0, lacks: true });
      await keep(source, ask);
      expect(await askKept(source, ask)).toEqual({ answer: plain, kept: 4, lacks: false });
    },
  );

  it('are of one workspace, of one set of bindings and of one content', async () => {
    const told = { sourceId: 'alike', seed: 11, style: 'once', precision: 5 } as const;
    const { questions, source } = await example(told);
    await keep(source, questions(11));

    // The same source and map in another workspace, that lived something else.
    const other = await example({ ...told, seed: 12 }, elsewhere);
    const there = other.questions(11);
    const plainThere = await there();
    expect(await askKept(other.source, there)).toEqual({ answer: plainThere, kept: 0, lacks: true });
    await keep(other.source, there);
    expect(await askKept(other.source, there)).toEqual({ answer: plainThere, kept: 4, lacks: false });

    const changed = questions(13);
    expect(await askKept(source, changed)).toEqual({ answer: await changed(), kept: 0, lacks: true });

    const ask = questions(11);
    const before = await ask();
    await engine.command(
      `INSERT INTO lived_journey (workspace_id, source_id, customer, kinds, times, scores, seqs, event_attributes,
         attributes, events, first_time, last_time)
       SELECT workspace_id, source_id, 'late', kinds, times, scores, seqs, event_attributes, attributes, events,
         first_time, last_time
       FROM lived_journey WHERE workspace_id = 'w' AND source_id = 'alike' ORDER BY customer LIMIT 1`,
    );
    const grown = await ask();
    expect(grown).not.toEqual(before);
    expect(await askKept(source, ask)).toEqual({ answer: grown, kept: 0, lacks: true });
    await keep(source, ask);
    expect(await askKept(source, ask)).toEqual({ answer: grown, kept: 4, lacks: false });
  });

  it('are not read while they are half made, nor when they are gone', async () => {
    const told = { sourceId: 'half', seed: 21, style: 'once', precision: 5 } as const;
    const { questions, source } = await example(told);
    const ask = questions(21);
    const plain = await ask();
    const before = await tables();

    // A process killed before the codes were in their table, and one killed in the middle of them.
    const cut: Engine = {
      ...engine,
      command: async (sql, params, options) => {
        if (!sql.startsWith('INSERT INTO scratch_codes_')) return engine.command(sql, params, options);
        await engine.command(`${sql} LIMIT 100`, params, options);
        throw new Error('killed');
      },
    };
    const dying: Engine = {
      ...cut,
      command: async (sql, ...rest) => {
        if (sql.startsWith('DROP')) throw new Error('killed');
        await cut.command(sql, ...rest);
      },
    };
    const kept = new KeptCodes(dying, source, await sourceContent(engine, source));
    await ask(kept);
    await expect(kept.keep(plenty)).rejects.toThrow('killed');
    const left = (await tables()).filter((name) => !before.includes(name));
    expect(left).toHaveLength(2);
    expect(await askKept(source, ask)).toEqual({ answer: plain, kept: 0, lacks: true });
    await keep(source, ask);
    expect(await askKept(source, ask)).toEqual({ answer: plain, kept: 4, lacks: false });

    // Removed between the moment it is found and the question.
    const found = await keptFor(source);
    await ask(found);
    await dropCodes(engine, source);
    expect(await ask(found)).toEqual(plain);
    expect((await tables()).filter((name) => !before.includes(name))).toEqual([]);

    // Removed between the list of tables and the look at it.
    const late: Engine = {
      ...engine,
      async query<T>(...call: Parameters<Engine['query']>) {
        const rows = await engine.query<T>(...call);
        const { beginning } = call[1] ?? {};
        return beginning ? [...rows, { name: `${beginning}00000000000000`, bytes: 1 } as T] : rows;
      },
    };
    expect(await ask(new KeptCodes(late, source, await sourceContent(engine, source)))).toEqual(plain);

    // An error takes its table with it, and is not run into again.
    const failing = async () => new KeptCodes(cut, source, await sourceContent(engine, source));
    const once = await failing();
    await ask(once);
    await expect(once.keep(plenty)).rejects.toThrow('killed');
    const again = await failing();
    expect(await ask(again)).toEqual(plain);
    expect(again.lacks).toBe(false);
    expect((await tables()).filter((name) => !before.includes(name))).toEqual([]);
  });

  it('are not kept of journeys that have changed since the question', async () => {
    const told = { sourceId: 'moves', seed: 31, style: 'once', precision: 5 } as const;
    const { questions, source } = await example(told);
    const ask = questions(31);
    const before = await tables();
    const kept = await keptFor(source);
    await ask(kept);
    await example({ ...told, seed: 32 });
    await kept.keep(plenty);
    expect(await tables()).toEqual(before);
    expect(await askKept(source, ask)).toEqual({ answer: await ask(), kept: 0, lacks: true });
  });

  it('may be made twice at once, and are there after a restart', async () => {
    const { questions, source } = await example({
      sourceId: 'twice',
      seed: 41,
      style: 'anyhow',
      precision: 5,
    });
    const ask = questions(41);
    const plain = await ask();
    await Promise.all([keep(source, ask), keep(source, ask), ask()]);
    expect(await askKept(source, ask)).toEqual({ answer: plain, kept: 4, lacks: false });
    await engine.close();
    engine = await open();
    expect(await askKept(source, ask)).toEqual({ answer: plain, kept: 4, lacks: false });
  });

  it('are bounded in number and size: the oldest go, the newest stays', async () => {
    const { questions, source } = await example({ sourceId: 'many', seed: 51, style: 'once', precision: 5 });
    const asks = [51, 52, 53].map((bindings) => questions(bindings));
    for (const ask of asks) await keep(source, ask, { tables: 4, bytes: 1e9 });
    expect(await tables()).toHaveLength(4);
    const counts: number[] = [];
    for (const ask of asks) counts.push((await askKept(source, ask)).kept);
    expect(counts).toEqual([0, 4, 4]);
    await keep(source, asks[0]!, { tables: 4, bytes: 1 });
    expect(await tables()).toHaveLength(1);
    expect((await askKept(source, asks[0]!)).answer).toEqual(await asks[0]!());
  });
});
