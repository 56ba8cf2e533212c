import { fail, ok, type Result } from '#kit/result.ts';
import type { InWorkspace } from './input.ts';
import type { PersonaPorts } from './ports.ts';
import { pictureNotFound } from './problems.ts';

/** Problem: `persona.picture-not-found`. */
export async function picture(
  { personaPictures }: PersonaPorts,
  { workspaceId, pictureId }: InWorkspace & { readonly pictureId: string },
): Promise<Result<File>> {
  const found = await personaPictures.find(workspaceId, pictureId);
  if (!found) return fail(pictureNotFound(pictureId));
  const { type, data } = found;
  const name = `${pictureId}.${type.slice('image/'.length)}`;
  return ok(new File([new Uint8Array(data)], name, { type }));
}
