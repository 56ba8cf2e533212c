import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkspaceId } from '#kit/ids.ts';
import { randomId } from '#kit/random-id.ts';
import { unwrap } from '#kit/result.ts';
import { RecordSplitter, textRows } from '#kit/table/delimited.ts';
import { type EventMapping, eventMappingSchema } from '#measure/domain/event-import/mapping.ts';
import { madeWhole } from '#measure/domain/lived-journey/journey-rule.ts';
import { importEvents } from '#measure/server/import/import-events.ts';
import { jsonImports } from '#measure/server/import/json-imports.ts';
import type { ImportRequest, ImportSetting } from '#measure/server/import/outcome.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import { setAsidePath } from '#platform/files/set-aside-file.ts';

export type JourneyRow = {
  readonly customer: string;
  readonly names: readonly string[];
  readonly kinds: readonly number[];
  readonly times: readonly number[];
  readonly scores: readonly (number | null)[];
  readonly seqs: readonly number[];
  readonly event_attributes: readonly Readonly<Record<string, string>>[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly events: number;
  readonly first_time: string;
  readonly last_time: string;
};

export const workspaceId = 'w' as WorkspaceId;

/** A mapping for the columns client, date, etape; more columns as told. */
export const mappingOf = (more: Partial<Record<keyof EventMapping, unknown>> = {}): EventMapping =>
  eventMappingSchema.parse({
    customer: 'client',
    time: { column: 'date', format: 'iso', zone: 'UTC' },
    event: 'etape',
    ...more,
  });

/** A real engine, a memory of imports and a folder of files, to import into. */
export async function openImportWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-import-'));
  const engine: Engine = unwrap(await openEngine({ dataDir: join(folder, 'engine') }));
  const setting: ImportSetting = {
    engine,
    imports: await jsonImports(join(folder, 'imports.json')),
    folder: join(folder, 'set-aside'),
    now: () => new Date(),
    newId: randomId,
    sourceMaking: async () => madeWhole,
  };
  let files = 0;
  mkdirSync(join(folder, 'files'));

  const file = (content: string | Buffer, name = 'events.csv') => {
    const path = join(folder, 'files', `${++files}`);
    writeFileSync(path, content);
    return { path, name };
  };

  const journeys = (sourceId = 's') =>
    engine.query<JourneyRow>(
      `SELECT customer, kinds, times, scores, seqs, event_attributes, attributes, events, first_time, last_time,
              arrayMap(k -> arrayFirst(pair -> pair.1 = k, (
                SELECT groupArray((id, name)) FROM event_kind
                WHERE workspace_id = {workspace:String} AND source_id = {source:String})).2, kinds) AS names
       FROM lived_journey
       WHERE workspace_id = {workspace:String} AND source_id = {source:String}
       ORDER BY customer`,
      { workspace: workspaceId, source: sourceId },
    );

  return {
    folder,
    engine,
    setting,
    file,
    importing: (
      content: string | Buffer,
      { name, ...request }: Partial<ImportRequest> & { readonly name?: string } = {},
    ) =>
      importEvents(setting, {
        workspaceId,
        sourceId: 's',
        mapping: mappingOf(),
        file: file(content, name),
        ...request,
      }),
    /** Journeys of a source in the order of customers, with the names of their events. */
    journeys,
    /** The same told briefly: customer, and name@minute of each event. */
    stories: async (sourceId: string) =>
      (await journeys(sourceId)).map(({ customer, names, times }) => [
        customer,
        names.map((name, index) => `${name}@${new Date(times[index] ?? 0).toISOString().slice(0, 16)}`),
      ]),
    /** The rows that an import set aside, as downloaded: the header, then one row each. */
    setAsideRows(importId: string): string[][] {
      const splitter = new RecordSplitter({ delimiter: ',', quote: '"', newline: '\n' });
      const mark = 3;
      return textRows(
        splitter.push(readFileSync(setAsidePath(setting.folder, importId)).subarray(mark), true),
      );
    },
    /** Everything of this product that lies in the engine: rows per table, and tables that should not be there. */
    async leftovers() {
      const tables = await engine.query<{ name: string }>(
        `SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, 'scratch')`,
      );
      const counts: Record<string, number> = {};
      for (const table of ['event', 'event_kind', 'event_attribute', 'lived_journey']) {
        const [row] = await engine.query<{ n: number }>(
          `SELECT count() AS n FROM ${table}${table === 'event_attribute' ? ' FINAL' : ''}`,
        );
        counts[table] = row?.n ?? 0;
      }
      return { scratch: tables.map(({ name }) => name), ...counts };
    },
    async close() {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type ImportWorld = Awaited<ReturnType<typeof openImportWorld>>;
