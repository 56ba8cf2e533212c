import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkspaceId } from '#kit/ids.ts';
import { randomId } from '#kit/random-id.ts';
import { ok, type Result } from '#kit/result.ts';
import { logStats } from '#measure/analytics/log-stats.ts';
import { setAsideTotal } from '#measure/domain/event-import/balance.ts';
import { checkedProposal } from '#measure/domain/event-import/checked-proposal.ts';
import type { ImportProgress } from '#measure/domain/event-import/import-record.ts';
import type { EventMapping } from '#measure/domain/event-import/mapping.ts';
import type { LogStats } from '#measure/domain/figures.ts';
import { madeWhole } from '#measure/domain/lived-journey/journey-rule.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import { previewTable } from '#platform/files/preview.ts';
import type { FileRef, TableOptions } from '#platform/files/table.ts';
import { importEvents } from './import/import-events.ts';
import { jsonImports } from './import/json-imports.ts';

export type LogStatsRequest = {
  readonly file: FileRef;
  /** Columns; guessed from names and values unless told. */
  readonly customer?: string;
  readonly at?: string;
  readonly event?: string;
  /** IANA zone of moments that carry none; UTC unless told. */
  readonly zone?: string;
  readonly table?: TableOptions;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
};

/** The columns the figures were read from beside the figures, so that a wrong guess shows. */
export type LogStatsOfFile = LogStats & {
  readonly columns: { readonly customer: string; readonly at: string; readonly event: string };
};

/**
 * What a file of events holds, by the very pipeline of an import, in an engine that is thrown away afterwards.
 * Problems: those of `openTable`, `openEngine`, `checkedProposal` and `importEvents`.
 */
export async function logStatsOfFile(request: LogStatsRequest): Promise<Result<LogStatsOfFile>> {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-log-'));
  try {
    const opened = await openEngine({ dataDir: join(folder, 'engine') });
    if (!opened.ok) return opened;
    try {
      return await logStatsIn(opened.value, folder, request);
    } finally {
      await opened.value.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function logStatsIn(
  engine: Engine,
  folder: string,
  request: LogStatsRequest,
): Promise<Result<LogStatsOfFile>> {
  const { file, customer, at, event, zone = 'UTC', table = {}, onProgress, signal } = request;
  const preview = await previewTable(file, table, engine);
  if (!preview.ok) return preview;
  const told = { ...(customer && { customer }), ...(at && { time: at }), ...(event && { event }) };
  const proposal = checkedProposal(file.name, preview.value.columns, zone, told);
  if (!proposal.ok) return proposal;
  // Attributes change no figure of the log: they are not read. What makes two rows one event is.
  const mapping: EventMapping = { ...proposal.value, attributes: [], keepLaterColumns: false };
  const place = { workspaceId: 'stats' as WorkspaceId, sourceId: 'file' };
  const imported = await importEvents(
    {
      engine,
      imports: await jsonImports(),
      folder,
      now: () => new Date(),
      newId: randomId,
      sourceMaking: async () => madeWhole,
    },
    { ...place, file, mapping, table, ...(onProgress && { onProgress }), ...(signal && { signal }) },
  );
  if (!imported.ok) return imported;
  const { balance } = imported.value.record;
  const stats = await logStats(
    engine,
    place.workspaceId,
    place.sourceId,
    balance ? setAsideTotal(balance) : 0,
  );
  return ok({
    ...stats,
    columns: { customer: mapping.customer, at: mapping.time.column, event: mapping.event },
  });
}
