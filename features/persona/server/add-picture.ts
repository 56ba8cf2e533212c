import { fail, ok, type Result } from '#kit/result.ts';
import { largestPicture } from '../contract.ts';
import type { InWorkspace } from './input.ts';
import type { PersonaPorts } from './ports.ts';
import { pictureTooLarge } from './problems.ts';
import { readPicture } from './read-picture.ts';

/** Problems: those of `readPicture`. */
export async function addPicture(
  { personaPictures, now }: PersonaPorts,
  { workspaceId, file }: InWorkspace & { readonly file: Blob },
): Promise<Result<{ pictureId: string }>> {
  if (file.size > largestPicture) return fail(pictureTooLarge(largestPicture));
  const picture = readPicture(new Uint8Array(await file.arrayBuffer()));
  if (!picture.ok) return picture;
  await personaPictures.add(workspaceId, picture.value, now());
  return ok({ pictureId: picture.value.id });
}
