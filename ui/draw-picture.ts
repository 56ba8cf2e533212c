/** Dots per inch of a picture to print, and how many of them every browser can still draw. */
const fine = 300;
const mostPixels = 16_000_000;

/** A picture (SVG, sizes in points) drawn as PNG, as fine as it is printed. Undefined when this browser cannot. */
export async function drawPicture(page: {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}): Promise<Blob | undefined> {
  const { width, height, svg } = page;
  const scale = Math.min(fine / 72, Math.sqrt(mostPixels / (width * height)));
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    if (!context) return undefined;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}
