import { fail, ok, type Result } from '#kit/result.ts';
import { personaDocument } from '../domain/document.ts';
import { findRow } from './find-persona.ts';
import type { OnePersona } from './input.ts';
import type { PersonaPorts } from './ports.ts';
import { inUse, ofPersona } from './problems.ts';

/**
 * With its row of the matrix; situations of the quiz about it stay, and are no longer asked. Whoever is in it is told,
 * and can do no more. Forced, it is first taken off the maps that name it. Problems: `persona.not-found`, `persona.in-use` {maps, count} unless `force`.
 */
export async function remove(
  ports: PersonaPorts,
  input: OnePersona & { readonly force: boolean },
): Promise<Result<Record<string, never>>> {
  const { workspaceId, personaId, force } = input;
  const row = await findRow(ports, input);
  if (!row.ok) return row;
  const maps = await ports.personaUses(workspaceId, personaId);
  if (maps.length > 0 && !force) return fail(inUse(maps));
  const detached = await ports.detachPersona(workspaceId, personaId, maps);
  if (!detached.ok) return detached;
  const gone = await ports.collaboration.remove(workspaceId, personaDocument, personaId);
  const removed = ofPersona(personaId, gone);
  if (!removed.ok) return removed;
  await ports.segments.removePersona(workspaceId, personaId);
  return ok({});
}
