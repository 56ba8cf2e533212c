import { applyChanges, type Change, diff } from '#kit/document/changes.ts';
import { readChanges } from '#kit/document/read-document.ts';
import type { Problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { healMap, missingReference, type PartName } from '../domain/dependents.ts';
import { journeyMapDocument } from '../domain/document.ts';
import type { JourneyMap } from '../domain/schema.ts';
import { readMap } from './find-map.ts';
import type { OneMap } from './input.ts';
import type { JourneyPorts } from './ports.ts';
import { ofMap, partDangling } from './problems.ts';

/**
 * Edits a map through the live document; all changes or none. What a removal leaves without a place goes with it, and
 * is counted. Problems: `journey.map-not-found`, `document.invalid-change` {index, path, issue},
 * `journey.part-dangling` {part, id, field}.
 */
export async function change(
  ports: JourneyPorts,
  input: OneMap & { readonly changes: readonly unknown[] },
): Promise<Result<{ changes: number }>> {
  const { workspaceId, mapId } = input;
  const asked = readChanges(journeyMapDocument, input.changes);
  if (!asked.ok) return asked;
  const present = await readMap(ports, input);
  if (!present.ok) return present;
  const after = applyChanges(present.value, asked.value);
  const dangling = firstDangling(after, asked.value);
  if (dangling) return fail(dangling);
  const changes = [
    ...asked.value,
    ...diff(journeyMapDocument.layout.collections.keys(), after, healMap(after)),
  ];
  const edited = await ports.collaboration.edit(
    workspaceId,
    journeyMapDocument,
    mapId,
    changes,
    ports.author,
  );
  const done = ofMap(mapId, edited);
  return done.ok ? ok({ changes: changes.length }) : done;
}

/** The first written part that would hang in the air: healing would make it disappear, which nobody asked for. */
function firstDangling(after: JourneyMap, changes: readonly Change[]): Problem | undefined {
  for (const { op, path } of changes) {
    if (op === 'remove' || path.length === 1) continue;
    const [name, id] = path;
    const field = missingReference(after, name as PartName, id);
    if (field !== undefined) return partDangling(name, id, field);
  }
  return undefined;
}
