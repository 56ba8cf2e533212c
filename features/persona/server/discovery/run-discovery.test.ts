import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { openTable } from '#platform/files/open-table.ts';
import { customerGroups } from '#testing/customer-groups.ts';
import type { Corrections } from '../../domain/discovery/attribute.ts';
import { type DiscoveryInput, discover } from '../../domain/discovery/discover.ts';
import { type DiscoveryProgress, discoveryOptionsSchema } from '../../domain/discovery/result.ts';
import { encodeTable, guessTable, readRows } from './read-table.ts';
import { runDiscovery } from './run-discovery.ts';

const folder = await mkdtemp(join(tmpdir(), 'parcours-discovery-'));
afterAll(() => rm(folder, { recursive: true }));

const request = { kMax: 4, bootstraps: 4, starts: 6 } as const;

async function tableOf(name: string, text: string) {
  const path = join(folder, name);
  await writeFile(path, text);
  return unwrap(await openTable({ path, name }));
}

async function inputOf(rows: number, corrections: Corrections = {}): Promise<DiscoveryInput> {
  const groups = customerGroups({ rows, seed: 6 });
  const text = [groups.names, ...groups.rows].map((row) => row.join(';')).join('\n');
  const table = await tableOf(`${rows}.csv`, text);
  const guessed = unwrap(await guessTable(table, corrections));
  return encodeTable(table, guessed, { source: `${rows}.csv`, date: '2026-11-21' });
}

describe('a discovery in threads', () => {
  it('gives what the domain gives, whatever the number of threads, and tells how far it is', async () => {
    const input = await inputOf(500);
    const alone = unwrap(discover(input, discoveryOptionsSchema.parse(request)));
    const told: DiscoveryProgress[] = [];
    const two = unwrap(await runDiscovery(input, request, { onProgress: (progress) => told.push(progress) }));
    expect(two).toEqual(alone);
    expect(unwrap(await runDiscovery(input, request, { threads: 1 }))).toEqual(alone);
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).toSorted((a, b) => a - b));
    expect(told[0]!.done).toBeLessThan(told[0]!.total);
    expect(told.at(-1)).toMatchObject({ stage: 'describing' });
  }, 120_000);

  it('stops when asked to, before and on the way', async () => {
    const input = await inputOf(500);
    const gone = new AbortController();
    gone.abort();
    const cancelled = { ok: false, problem: { code: 'persona.discovery.cancelled' } };
    expect(await runDiscovery(input, request, { signal: gone.signal })).toMatchObject(cancelled);
    const later = new AbortController();
    const running = runDiscovery(input, request, {
      signal: later.signal,
      onProgress: ({ done }) => {
        if (done === 2) later.abort();
      },
    });
    expect(await running).toMatchObject(cancelled);
  }, 120_000);

  it('says what cannot be discovered', async () => {
    expect(await runDiscovery(await inputOf(3), request)).toMatchObject({
      ok: false,
      problem: { code: 'persona.discovery.too-few-rows', params: { rows: 3, fewest: 60 } },
    });
  }, 60_000);
});

describe('a file of customers', () => {
  it('is guessed from rows of the whole file, not from its beginning', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, row) => `${row < 25_000 ? 'resort' : 'city'},${row % 83}`,
    );
    const table = await tableOf('sorted.csv', ['hotel,age', ...rows].join('\n'));
    const { attributes, rows: read } = unwrap(await guessTable(table, {}));
    expect(read).toBe(30_000);
    expect(attributes[0]).toMatchObject({ type: 'nominal', levels: ['resort', 'city'] });
  });

  it('keeps the row of a portrait customer as it is written', async () => {
    const table = await tableOf('few.csv', 'name;panier\nA;12,50\nB;=1+1\nC;3,10\n');
    expect(await readRows(table, [1, 2])).toEqual(
      new Map([
        [1, { name: 'B', panier: '=1+1' }],
        [2, { name: 'C', panier: '3,10' }],
      ]),
    );
  });
});
