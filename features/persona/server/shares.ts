import { ok, type Result } from '#kit/result.ts';
import type { PersonaShare } from '../domain/segment.ts';
import { personaIds } from './find-persona.ts';
import type { InWorkspace } from './input.ts';
import type { PersonaPorts } from './ports.ts';

/** Cells of personas that are there; an empty cell is not in the list. */
export async function shares(
  ports: PersonaPorts,
  { workspaceId }: InWorkspace,
): Promise<Result<PersonaShare[]>> {
  const [known, cells] = await Promise.all([
    personaIds(ports, workspaceId),
    ports.segments.shares(workspaceId),
  ]);
  return ok(cells.filter(({ personaId }) => known.has(personaId)));
}
