import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '#kit/result.ts';
import { largestPicture, type pictureTypes } from '../contract.ts';
import type { StoredPicture } from './picture-store.ts';
import { notAPicture, pictureTooLarge } from './problems.ts';

type PictureType = (typeof pictureTypes)[number];

const signatures: readonly (readonly [type: PictureType, at: number, bytes: readonly number[]])[] = [
  ['image/png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/webp', 8, [0x57, 0x45, 0x42, 0x50]],
];

/**
 * A picture as it will be kept. Its type is read from its first bytes, never from its name: what is served as a picture
 * must be one. Problems: `persona.picture-too-large` {megabytes}, `persona.not-a-picture`.
 */
export function readPicture(data: Uint8Array): Result<StoredPicture & { readonly type: PictureType }> {
  if (data.length > largestPicture) return fail(pictureTooLarge(largestPicture));
  const type = signatures.find(([, at, bytes]) =>
    bytes.every((byte, index) => data[at + index] === byte),
  )?.[0];
  if (type === undefined) return fail(notAPicture());
  const id = createHash('sha256').update(data).digest('hex').slice(0, 32);
  return ok({ id, type, data });
}
