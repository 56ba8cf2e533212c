/** Sizes of the map that the buttons and the keys go through; 1 is as drawn. */
const sizes = [0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;
export const smallest = sizes[0];
const largest = 2;

/** The next size in a direction; the same at the end of the scale. */
export function nextZoom(zoom: number, direction: 'in' | 'out'): number {
  return direction === 'in'
    ? (sizes.find((size) => size > zoom + 0.01) ?? largest)
    : (sizes.findLast((size) => size < zoom - 0.01) ?? smallest);
}

/** Any size, kept inside the scale and to a hundredth. */
export const withinZoom = (zoom: number): number =>
  Math.round(Math.min(largest, Math.max(smallest, zoom)) * 100) / 100;
