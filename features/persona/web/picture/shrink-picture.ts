import { largestPicture } from '../../contract.ts';

/** Longest side of a kept picture, in pixels: sharp on a poster's portrait, light on a telephone. */
const longestSide = 1400;

/** What a canvas writes, lighter and lighter until it is small enough. */
const qualities = [0.88, 0.75, 0.6] as const;

/**
 * A photograph made small enough to be kept, as JPEG; one that already is goes as it is, but WebP, which no PDF can hold. Undefined when the browser cannot
 * read it as a picture.
 */
export async function shrinkPicture(file: File): Promise<File | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return undefined;
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const kept = ['image/jpeg', 'image/png'].includes(file.type);
  if (scale === 1 && kept && file.size <= largestPicture) return file;
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  // JPEG knows no transparency: what was see-through becomes white, not black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  for (const quality of qualities) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (blob && blob.size <= largestPicture) return new File([blob], 'picture.jpg', { type: 'image/jpeg' });
  }
  return undefined;
}
