import { join } from 'node:path';
import type { WorkspaceId } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import { eventMappingSchema } from '#measure/domain/event-import/mapping.ts';
import { madeWhole } from '#measure/domain/lived-journey/journey-rule.ts';
import { importEvents } from '#measure/server/import/import-events.ts';
import { jsonImports } from '#measure/server/import/json-imports.ts';
import { recoverImports } from '#measure/server/import/recover-imports.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';

/**
 * Imports a file in a process of its own, to be killed, or measured, or run where the disk is small. Told as JSON: the
 * data folder, the id of the import, the file and its mapping. Writes one JSON object a line: each phase, then the result
 * with the most memory the process has had, in bytes.
 */
const {
  folder,
  importId,
  path,
  mapping,
  sourceId = 's',
} = JSON.parse(process.argv[2] ?? '{}') as {
  folder: string;
  importId: string;
  path: string;
  mapping: unknown;
  sourceId?: string;
};

const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

const engine = unwrap(await openEngine({ dataDir: join(folder, 'engine') }));
const setting = {
  engine,
  imports: await jsonImports(join(folder, 'imports.json')),
  folder: join(folder, 'set-aside'),
  now: () => new Date(),
  newId: () => importId,
  sourceMaking: async () => madeWhole,
};
const recovery = await recoverImports(setting);
say({ recovery });
const start = performance.now();
const result = await importEvents(setting, {
  workspaceId: 'w' as WorkspaceId,
  sourceId,
  file: { path, name: 'events.csv' },
  mapping: eventMappingSchema.parse(mapping),
  onProgress: ({ phase, rows }) => say({ phase, rows }),
});
const [left] = await engine.query<{ events: number; scratch: number }>(
  `SELECT (SELECT count() FROM event) AS events,
          (SELECT count() FROM system.tables WHERE startsWith(name, 'scratch')) AS scratch`,
);
say({
  result,
  left,
  milliseconds: performance.now() - start,
  peak: process.resourceUsage().maxRSS * 1024,
});
await engine.close();
