import { applyChanges, type Change, diff } from '#kit/document/changes.ts';
import { readChanges } from '#kit/document/read-document.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { personaDocument } from '../domain/document.ts';
import { firstMisplaced, healPersona, type PartName } from '../domain/parts.ts';
import { checkPicture, readPersona } from './find-persona.ts';
import type { OnePersona } from './input.ts';
import type { PersonaPorts } from './ports.ts';
import { ofPersona, partMisplaced } from './problems.ts';

/**
 * Edits a persona through the live document; all changes or none. What a removal leaves without a place goes with it,
 * and is counted. Problems: `persona.not-found`, `document.invalid-change` {index, path, issue},
 * `persona.part-misplaced` {part, id, field}, `persona.picture-not-found`.
 */
export async function change(
  ports: PersonaPorts,
  input: OnePersona & { readonly changes: readonly unknown[] },
): Promise<Result<{ changes: number }>> {
  const { workspaceId, personaId } = input;
  const asked = readChanges(personaDocument, input.changes);
  if (!asked.ok) return asked;
  const present = await readPersona(ports, input);
  if (!present.ok) return present;
  const after = applyChanges(present.value, asked.value);
  const misplaced = firstMisplaced(after, written(asked.value));
  if (misplaced) return fail(partMisplaced(misplaced));
  const picture = await checkPicture(ports, workspaceId, present.value, after);
  if (!picture.ok) return picture;
  const changes = [
    ...asked.value,
    ...diff(personaDocument.layout.collections.keys(), after, healPersona(after)),
  ];
  const edited = await ports.collaboration.edit(
    workspaceId,
    personaDocument,
    personaId,
    changes,
    ports.author,
  );
  const done = ofPersona(personaId, edited);
  return done.ok ? ok({ changes: changes.length }) : done;
}

/** The parts that somebody wrote: healing would make them disappear, which nobody asked for. */
const written = (changes: readonly Change[]): [PartName, string][] =>
  changes.flatMap(({ op, path }): [PartName, string][] =>
    op === 'remove' || path.length === 1 ? [] : [[path[0] as PartName, path[1]]],
  );
