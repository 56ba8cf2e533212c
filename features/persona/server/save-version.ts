import { ok, type Result } from '#kit/result.ts';
import { personaDocument } from '../domain/document.ts';
import type { OnePersona } from './input.ts';
import type { PersonaPorts } from './ports.ts';
import { ofPersona } from './problems.ts';
import { type PersonaVersion, versions } from './versions.ts';

/** Problem: `persona.not-found`. */
export async function saveVersion(
  ports: PersonaPorts,
  input: OnePersona & { readonly name: string },
): Promise<Result<PersonaVersion>> {
  const { workspaceId, personaId, name } = input;
  const saved = ofPersona(
    personaId,
    await ports.collaboration.saveVersion(workspaceId, personaDocument, personaId, name, ports.author),
  );
  if (!saved.ok) return saved;
  const kept = await versions(ports, input);
  if (!kept.ok) return kept;
  const made = kept.value.find(({ id }) => id === saved.value.id);
  if (!made) throw new Error(`version ${saved.value.id} was saved and is not there`);
  return ok(made);
}
