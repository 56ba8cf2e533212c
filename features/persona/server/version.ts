import { fail, ok, type Result } from '#kit/result.ts';
import { personaDocument } from '../domain/document.ts';
import type { Persona } from '../domain/schema.ts';
import type { OneVersion } from './input.ts';
import type { PersonaPorts } from './ports.ts';
import { versionNotFound } from './problems.ts';
import { type PersonaVersion, versions } from './versions.ts';

/** A persona as it was then, in today's model. Problems: `persona.not-found`, `persona.version-not-found`. */
export async function version(
  ports: PersonaPorts,
  input: OneVersion,
): Promise<Result<PersonaVersion & { persona: Persona }>> {
  const { workspaceId, personaId, versionId } = input;
  const kept = await versions(ports, input);
  if (!kept.ok) return kept;
  const found = kept.value.find(({ id }) => id === versionId);
  if (!found) return fail(versionNotFound(versionId));
  const read = await ports.collaboration.readVersion(workspaceId, personaDocument, personaId, versionId);
  return read.ok ? ok({ ...found, persona: read.value.document }) : read;
}
