import { journeyMapDocument } from '#journey/domain/document.ts';
import { editPersona } from '#journey/domain/edit/persona.ts';
import type { JourneyMap } from '#journey/domain/schema.ts';
import { migrateJson } from '#kit/document/migrate.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { PersonaUse } from '#persona/contract.ts';
import type { Collaboration } from '#platform/collaboration/collaboration.ts';
import type { DocumentStore } from '#platform/collaboration/document-store.ts';

/** The maps that name a persona, by title: the persona room asks, and must not know maps. */
export async function findPersonaUses(
  collaboration: Pick<Collaboration, 'list'>,
  documents: Pick<DocumentStore, 'find'>,
  workspaceId: WorkspaceId,
  personaId: string,
): Promise<PersonaUse[]> {
  const rows = await collaboration.list(workspaceId, journeyMapDocument.kind);
  const maps = await Promise.all(rows.map(({ id }) => documents.find(workspaceId, id)));
  return maps
    .flatMap((row): PersonaUse[] => {
      const migrated = row && migrateJson(journeyMapDocument, row.version, row.projection);
      if (!migrated?.ok) return [];
      const { title, state, personas } = migrated.value as JourneyMap;
      const named = Object.values(personas).some((persona) => persona.personaId === personaId);
      return named ? [{ mapId: row!.id, title, state }] : [];
    })
    .sort((a, b) => a.title.localeCompare(b.title) || (a.mapId < b.mapId ? -1 : 1));
}

/**
 * Takes a persona that goes off the maps that name it: each keeps the name, the colour, the curve and the cards it has for
 * it, as those of a persona of its own, and its versions keep everything.
 */
export async function detachPersona(
  collaboration: Pick<Collaboration, 'read' | 'edit'>,
  workspaceId: WorkspaceId,
  personaId: string,
  uses: readonly PersonaUse[],
  author: string,
): Promise<Result<void>> {
  for (const { mapId } of uses) {
    const reading = await collaboration.read(workspaceId, journeyMapDocument, mapId);
    // A map that was deleted meanwhile names nobody.
    if (!reading.ok) continue;
    const map = reading.value.document;
    const changes = Object.entries(map.personas).flatMap(([id, persona]) =>
      persona.personaId === personaId ? editPersona(map, id, { personaId: null }) : [],
    );
    const edited = await collaboration.edit(workspaceId, journeyMapDocument, mapId, changes, author);
    if (!edited.ok) return edited;
  }
  return ok(undefined);
}
