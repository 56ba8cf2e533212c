import type { WorkspaceId } from '#kit/ids.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { StoredDocument } from '#platform/collaboration/document-store.ts';
import { personaDocument } from '../domain/document.ts';
import type { Persona } from '../domain/schema.ts';
import type { OnePersona } from './input.ts';
import type { PersonaPorts } from './ports.ts';
import { ofPersona, personaNotFound, pictureNotFound } from './problems.ts';

/** The stored row of a persona; a document of another kind under this id is no persona. */
export async function findRow(
  { documents }: Pick<PersonaPorts, 'documents'>,
  { workspaceId, personaId }: OnePersona,
): Promise<Result<StoredDocument>> {
  const found = await documents.find(workspaceId, personaId);
  return found?.kind === personaDocument.kind ? ok(found) : fail(personaNotFound(personaId));
}

/** The persona now, with everything acknowledged before the call. */
export async function readPersona(
  { collaboration }: Pick<PersonaPorts, 'collaboration'>,
  { workspaceId, personaId }: OnePersona,
): Promise<Result<Persona>> {
  const read = ofPersona(personaId, await collaboration.read(workspaceId, personaDocument, personaId));
  return read.ok ? ok(read.value.document) : read;
}

/** Ids of the personas of a workspace. */
export async function personaIds(
  { collaboration }: Pick<PersonaPorts, 'collaboration'>,
  workspaceId: WorkspaceId,
): Promise<ReadonlySet<string>> {
  const rows = await collaboration.list(workspaceId, personaDocument.kind);
  return new Set(rows.map(({ id }) => id));
}

/** A picture that is newly named must be there. Problem: `persona.picture-not-found`. */
export async function checkPicture(
  { personaPictures }: Pick<PersonaPorts, 'personaPictures'>,
  workspaceId: WorkspaceId,
  present: Persona,
  { picture }: Persona,
): Promise<Result<void>> {
  if (picture.kind !== 'upload') return ok(undefined);
  const { pictureId } = picture;
  const shown = present.picture.kind === 'upload' && present.picture.pictureId === pictureId;
  return shown || (await personaPictures.has(workspaceId, pictureId))
    ? ok(undefined)
    : fail(pictureNotFound(pictureId));
}
