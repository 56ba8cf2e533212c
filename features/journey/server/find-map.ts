import { fail, ok, type Result } from '#kit/result.ts';
import type { StoredDocument } from '#platform/collaboration/document-store.ts';
import { journeyMapDocument } from '../domain/document.ts';
import type { JourneyMap } from '../domain/schema.ts';
import type { OneMap } from './input.ts';
import type { JourneyPorts } from './ports.ts';
import { mapNotFound, ofMap } from './problems.ts';

/** The stored row of a map; a document of another kind under this id is no map. */
export async function findRow(
  { documents }: Pick<JourneyPorts, 'documents'>,
  { workspaceId, mapId }: OneMap,
): Promise<Result<StoredDocument>> {
  const found = await documents.find(workspaceId, mapId);
  return found?.kind === journeyMapDocument.kind ? ok(found) : fail(mapNotFound(mapId));
}

/** The map now, with everything acknowledged before the call. */
export async function readMap(
  { collaboration }: Pick<JourneyPorts, 'collaboration'>,
  { workspaceId, mapId }: OneMap,
): Promise<Result<JourneyMap>> {
  const read = ofMap(mapId, await collaboration.read(workspaceId, journeyMapDocument, mapId));
  return read.ok ? ok(read.value.document) : read;
}
