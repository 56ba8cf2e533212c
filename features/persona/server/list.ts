import { migrateJson } from '#kit/document/migrate.ts';
import { ok, type Result } from '#kit/result.ts';
import type { StoredDocument } from '#platform/collaboration/document-store.ts';
import type { PersonaSummary } from '../contract.ts';
import { personaDocument } from '../domain/document.ts';
import type { Persona } from '../domain/schema.ts';
import { summarise } from '../domain/summary.ts';
import type { InWorkspace } from './input.ts';
import { type PersonaPorts, today } from './ports.ts';

/** The oldest first: a gallery does not jump while one is written. One removed while the list was made is left out. */
export async function list(
  ports: PersonaPorts,
  { workspaceId }: InWorkspace,
): Promise<Result<PersonaSummary[]>> {
  const { collaboration, documents } = ports;
  const day = today(ports);
  const rows = await collaboration.list(workspaceId, personaDocument.kind);
  const found = await Promise.all(rows.map(({ id }) => documents.find(workspaceId, id)));
  const summaries = found.flatMap((row) => (row ? (summaryOf(row, day) ?? []) : []));
  return ok(summaries.sort((a, b) => order(a.createdAt, b.createdAt) || order(a.id, b.id)));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Counted from the projection as stored, which was parsed when it was written; a persona from a later Parcours is not ours to count. */
function summaryOf(row: StoredDocument, day: string): PersonaSummary | undefined {
  const migrated = migrateJson(personaDocument, row.version, row.projection);
  return migrated.ok
    ? {
        id: row.id,
        ...summarise(migrated.value as Persona, day),
        createdAt: row.createdAt.toISOString(),
        updatedAt: row.updatedAt.toISOString(),
      }
    : undefined;
}
