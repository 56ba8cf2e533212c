import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { madeWhole } from '#measure/domain/lived-journey/journey-rule.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import { mappingOf, workspaceId } from '#testing/import-world.ts';
import { jsonImports } from './json-imports.ts';
import { recoverImports } from './recover-imports.ts';

const script = fileURLToPath(new URL('../../../../testing/import-child.ts', import.meta.url));
const rows = 60_000;
const customers = 4000;
const mapping = mappingOf({ attributes: [{ column: 'agent', name: 'agent' }] });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parcours-killed-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file of its own for each round: the same customers, later events. */
function fileOf(round: number): string {
  const path = join(folder, `events-${round}.csv`);
  const lines = Array.from(
    { length: rows },
    (_, n) => `C${n % customers},2025-01-${10 + round} 10:00,e${n % 7},a${n % 3}\n`,
  );
  writeFileSync(path, `client,date,etape,agent\n${lines.join('')}`);
  return path;
}

const start = (round: number): ChildProcess =>
  spawn(
    process.execPath,
    [script, JSON.stringify({ folder, importId: `import${round}`, path: fileOf(round), mapping })],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );

/** Opens what the killed process has left, as the next start would, and looks at all of it. */
async function afterRestart() {
  const engine = unwrap(await openEngine({ dataDir: join(folder, 'engine') }));
  const imports = await jsonImports(join(folder, 'imports.json'));
  try {
    await recoverImports({
      engine,
      imports,
      folder: join(folder, 'set-aside'),
      now: () => new Date(),
      newId: () => 'none',
      sourceMaking: async () => madeWhole,
    });
    const [seen] = await engine.query(
      `SELECT (SELECT count() FROM event) AS events,
              (SELECT countDistinct(import_id) FROM event) AS partitions,
              (SELECT count() FROM lived_journey) AS journeys,
              (SELECT sum(events) FROM lived_journey) AS lived,
              (SELECT sum(arrayCount(k -> k NOT IN (SELECT id FROM event_kind), kinds)) FROM lived_journey) AS strangers,
              (SELECT countIf(arraySort((s, t) -> (t, s), seqs, times) != seqs) FROM lived_journey) AS disordered,
              (SELECT count() FROM system.tables WHERE startsWith(name, 'scratch')) AS scratch`,
    );
    return { records: await imports.list(workspaceId), seen };
  } finally {
    await engine.close();
  }
}

describe('an import that is killed', () => {
  it('is either absent or whole after the next start, whenever it was killed', async () => {
    const outcomes = new Set<string>();
    const moments = [
      ['reading', 0],
      ['reading', 120],
      ['building', 0],
      ['building', 40],
      ['publishing', 0],
      ['publishing', 4],
      ['publishing', 10],
      ['publishing', 18],
      ['publishing', 30],
      ['publishing', 60],
    ] as const;
    for (const [round, [phase, milliseconds]] of moments.entries()) {
      const child = start(round);
      const ended = once(child, 'exit');
      for await (const line of createInterface({ input: child.stdout! })) {
        if ((JSON.parse(line) as { phase?: string }).phase === phase) break;
      }
      await pause(milliseconds);
      child.kill('SIGKILL');
      await ended;
      const { records, seen } = await afterRestart();
      const whole = records.filter(({ status }) => status === 'complete').length;
      const absent = records.filter(({ status }) => status === 'failed').length;
      expect(whole + absent, `${phase} + ${milliseconds} ms`).toBe(round + 1);
      expect(seen, `${phase} + ${milliseconds} ms`).toEqual({
        events: whole * rows,
        partitions: whole,
        journeys: whole > 0 ? customers : 0,
        lived: whole * rows,
        strangers: 0,
        disordered: 0,
        scratch: 0,
      });
      outcomes.add(records[0]?.status ?? '');
    }
    // Moments that never let an import through, or always, would prove little.
    expect([...outcomes].sort()).toEqual(['complete', 'failed']);
  }, 280_000);
});

/** A small disk of its own, where this machine lets us make one. */
const smallDisk = (command: readonly string[]) =>
  spawnSync(
    'unshare',
    ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=24m tmpfs "$0" && exec "$@"', ...command],
    {
      encoding: 'utf8',
      timeout: 110_000,
    },
  );

describe('an import on a disk without room', () => {
  const place = mkdtempSync(join(tmpdir(), 'parcours-small-'));
  const possible = smallDisk([place, 'true']).status === 0;

  it.skipIf(!possible)('says so, and leaves nothing', () => {
    const path = join(folder, 'large.csv');
    const lines = Array.from(
      { length: 900_000 },
      (_, n) => `customer-${(n * 7919) % 1_000_003},2025-01-01 10:00:00,event ${n % 50},${Math.sin(n)}\n`,
    );
    writeFileSync(path, `client,date,etape,agent\n${lines.join('')}`);
    const told = JSON.stringify({ folder: place, importId: 'large', path, mapping });
    const { stdout, stderr } = smallDisk([place, process.execPath, script, told]);
    const last = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
    expect(last, stderr.slice(-2000)).toMatchObject({
      result: { ok: false, problem: { code: 'import.disk-full', params: { file: 'events.csv' } } },
      left: { events: 0, scratch: 0 },
    });
  });
});
