import type { WorkspaceId } from '#kit/ids.ts';
import type { PortraitContent } from '../../domain/deliverable/content.ts';
import type { StoredPicture } from '../picture-store.ts';
import type { PersonaPorts } from '../ports.ts';
import type { Photographs } from './drawing.ts';
import { isSoundPng } from './sound-png.ts';

/** Where the sides of a JPEG are told: markers C0 … CF but the three that are something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Whether a JPEG says how large it is. Its pixels are put into the PDF as they are. */
function isSizedJpeg(data: Uint8Array): boolean {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (let at = 2; at + 9 < data.length; ) {
    if (view.getUint8(at) !== 0xff) return false;
    if (isFrame(view.getUint8(at + 1))) return view.getUint16(at + 5) > 0 && view.getUint16(at + 7) > 0;
    at += 2 + view.getUint16(at + 2);
  }
  return false;
}

const isPrintable = ({ type, data }: StoredPicture): boolean =>
  type === 'image/png' ? isSoundPng(data) : type === 'image/jpeg' && isSizedJpeg(data);

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
