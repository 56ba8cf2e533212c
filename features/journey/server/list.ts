import { migrateJson } from '#kit/document/migrate.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { StoredDocument } from '#platform/collaboration/document-store.ts';
import type { MapSummary } from '../contract.ts';
import { journeyMapDocument } from '../domain/document.ts';
import type { JourneyMap } from '../domain/schema.ts';
import { summarise } from '../domain/summary.ts';
import type { JourneyPorts } from './ports.ts';

/** Last edited first. A map removed while the list was made is left out. */
export async function list(
  { collaboration, documents }: JourneyPorts,
  { workspaceId }: { readonly workspaceId: WorkspaceId },
): Promise<Result<MapSummary[]>> {
  const rows = await collaboration.list(workspaceId, journeyMapDocument.kind);
  const found = await Promise.all(rows.map(({ id }) => documents.find(workspaceId, id)));
  const summaries = found.flatMap((row) => (row ? (summaryOf(row) ?? []) : []));
  return ok(summaries.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0)));
}

/** Counted from the projection as stored, which was parsed when it was written; a map from a later Parcours is not ours to count. */
function summaryOf(row: StoredDocument): MapSummary | undefined {
  const migrated = migrateJson(journeyMapDocument, row.version, row.projection);
  return migrated.ok
    ? {
        id: row.id,
        ...summarise(migrated.value as JourneyMap),
        createdAt: row.createdAt.toISOString(),
        updatedAt: row.updatedAt.toISOString(),
      }
    : undefined;
}
