import type { WorkspaceId } from '#kit/ids.ts';
import type { PortraitContent } from '../../domain/deliverable/content.ts';
import type { StoredPicture } from '../picture-store.ts';
import type { PersonaPorts } from '../ports.ts';
import type { Photographs } from './drawing.ts';

/** Unpacked, a picture takes four bytes a pixel whatever it weighed: one declared larger is not opened. */
const mostPixels = 25_000_000;

/** Where the sides of a JPEG are told: markers C0 … CF but the three that are something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Pixels that a PNG or JPEG says it has; undefined when it does not say, or is something else. */
export function pixelsOf(type: string, data: Uint8Array): number | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (type === 'image/png') return data.length < 33 ? undefined : view.getUint32(16) * view.getUint32(20);
  if (type !== 'image/jpeg') return undefined;
  for (let at = 2; at + 9 < data.length; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) return view.getUint16(at + 5) * view.getUint16(at + 7);
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

const isPrintable = ({ type, data }: StoredPicture): boolean => {
  const pixels = pixelsOf(type, data);
  return pixels !== undefined && pixels > 0 && pixels <= mostPixels;
};

/** The photographs of portraits that can be printed, and the names of the personas whose own cannot. */
export async function printablePictures(
  { personaPictures }: Pick<PersonaPorts, 'personaPictures'>,
  workspaceId: WorkspaceId,
  contents: readonly PortraitContent[],
): Promise<{ readonly photographs: Photographs; readonly leftOut: readonly string[] }> {
  const photographs = new Map<string, StoredPicture>();
  const leftOut: string[] = [];
  for (const { picture, name } of contents) {
    if (picture.kind !== 'upload' || photographs.has(picture.pictureId)) continue;
    const found = await personaPictures.find(workspaceId, picture.pictureId);
    if (found && isPrintable(found)) photographs.set(picture.pictureId, found);
    else leftOut.push(name);
  }
  return { photographs, leftOut };
}
