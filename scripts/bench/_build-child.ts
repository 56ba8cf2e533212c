import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkspaceId } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import { eventMappingSchema } from '#measure/domain/event-import/mapping.ts';
import { importEvents } from '#measure/server/import/import-events.ts';
import { jsonImports } from '#measure/server/import/json-imports.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import { csvMapping } from './_events-file.ts';

/**
 * Imports two files into one source, the second once the engine has nothing left to merge, with one customer in fifty joined to
 * another. Writes one JSON object: for each file the seconds of each phase and the balance; the most memory of the process.
 */
const [first = '', second = '', customers = '0'] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'parcours-bench-build-'));
const engine = unwrap(await openEngine({ dataDir: join(folder, 'engine') }));
await engine.command(
  `INSERT INTO identity_person
   SELECT 'w', 1, concat('H', leftPad(toString(50 * number), 8, '0')), concat('H', leftPad(toString(50 * number + 1), 8, '0'))
   FROM numbers({pairs:UInt32})`,
  { pairs: Math.floor(Number(customers) / 50) },
);
let imports = 0;
const setting = {
  engine,
  imports: await jsonImports(join(folder, 'imports.json')),
  folder: join(folder, 'set-aside'),
  now: () => new Date(),
  newId: () => `import-${++imports}`,
  sourceMaking: async () => ({ rule: { is: 'whole' as const }, identities: 1 }),
};

async function importing(path: string) {
  const seconds: Record<string, number> = {};
  let phase = 'opening';
  let since = performance.now();
  const enter = (next: string): void => {
    const now = performance.now();
    seconds[phase] = (seconds[phase] ?? 0) + (now - since) / 1000;
    phase = next;
    since = now;
  };
  const result = await importEvents(setting, {
    workspaceId: 'w' as WorkspaceId,
    sourceId: 's',
    file: { path, name: 'events.csv' },
    mapping: eventMappingSchema.parse(csvMapping),
    onProgress: (progress) => {
      if (progress.phase !== phase) enter(progress.phase);
    },
  });
  enter('done');
  return { seconds, balance: unwrap(result).record.balance };
}

const built = await importing(first);
for (let quiet = 0; quiet < 10; ) {
  await pause(200);
  const [merging] = await engine.query<{ n: number }>('SELECT count() AS n FROM system.merges');
  quiet = merging?.n === 0 ? quiet + 1 : 0;
}
const late = await importing(second);
const [journeys] = await engine.query<{ n: number; events: number }>(
  'SELECT count() AS n, sum(events) AS events FROM lived_journey',
);
process.stdout.write(
  `${JSON.stringify({ built, late, journeys, peak: process.resourceUsage().maxRSS * 1024 })}\n`,
);
await engine.close();
await rm(folder, { recursive: true, force: true });
