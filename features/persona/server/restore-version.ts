import { diff } from '#kit/document/changes.ts';
import { ok, type Result } from '#kit/result.ts';
import { personaDocument } from '../domain/document.ts';
import { readPersona } from './find-persona.ts';
import type { OneVersion } from './input.ts';
import type { PersonaPorts } from './ports.ts';
import { ofPersona } from './problems.ts';
import { version } from './version.ts';

/**
 * Goes back by the difference, after keeping the persona as it is: restoring can be undone.
 * Problems: `persona.not-found`, `persona.version-not-found`.
 */
export async function restoreVersion(
  ports: PersonaPorts,
  input: OneVersion,
): Promise<Result<{ changes: number }>> {
  const { workspaceId, personaId, versionId } = input;
  const wanted = await version(ports, input);
  if (!wanted.ok) return wanted;
  const present = await readPersona(ports, input);
  if (!present.ok) return present;
  const changes = diff(personaDocument.layout.collections.keys(), present.value, wanted.value.persona);
  const restored = await ports.collaboration.restore(
    workspaceId,
    personaDocument,
    personaId,
    versionId,
    ports.author,
  );
  const done = ofPersona(personaId, restored);
  return done.ok ? ok({ changes: changes.length }) : done;
}
