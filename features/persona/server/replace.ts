import { diff } from '#kit/document/changes.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { personaDocument } from '../domain/document.ts';
import { firstMisplaced, type PartName, partNames } from '../domain/parts.ts';
import type { Persona } from '../domain/schema.ts';
import { checkPicture, readPersona } from './find-persona.ts';
import type { OnePersona } from './input.ts';
import type { PersonaPorts } from './ports.ts';
import { ofPersona, partMisplaced } from './problems.ts';

/**
 * Brings a persona to this content by the difference, so that people in it see only what changed. Nothing is written
 * on a problem: `persona.not-found`, `persona.part-misplaced` {part, id, field}, `persona.picture-not-found`.
 */
export async function replace(
  ports: PersonaPorts,
  input: OnePersona & { readonly persona: Persona },
): Promise<Result<{ changes: number }>> {
  const { workspaceId, personaId, persona } = input;
  const misplaced = firstMisplaced(persona, allParts(persona));
  if (misplaced) return fail(partMisplaced(misplaced));
  const present = await readPersona(ports, input);
  if (!present.ok) return present;
  const picture = await checkPicture(ports, workspaceId, present.value, persona);
  if (!picture.ok) return picture;
  const changes = diff(personaDocument.layout.collections.keys(), present.value, persona);
  const file = { version: personaDocument.version, document: persona };
  const replaced = await ports.collaboration.replace(
    workspaceId,
    personaDocument,
    personaId,
    file,
    ports.author,
  );
  const done = ofPersona(personaId, replaced);
  return done.ok ? ok({ changes: changes.length }) : done;
}

const allParts = (persona: Persona): [PartName, string][] =>
  partNames.flatMap((name) => Object.keys(persona[name]).map((id): [PartName, string] => [name, id]));
