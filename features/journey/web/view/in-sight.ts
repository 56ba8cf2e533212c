import type { Row } from './grid-model.ts';

/** Page pixels: a title alone, the curve with its legend, what stands around a card, a line of text. */
const [titled, curve, around, line] = [36, 190, 22, 18];
/** Letters that fit on a line of a column as narrow as it gets. */
const letters = 26;

/**
 * How many rows, from the first, it takes to fill `height` page pixels: rather one too many than one too few. Those are
 * drawn at once when a map opens.
 */
export function rowsInSight(rows: readonly Row[], height: number): number {
  let filled = 0;
  let count = 0;
  while (count < rows.length && filled < height) {
    filled += leastHeight(rows[count]!);
    count += 1;
  }
  return count;
}

function leastHeight({ lane, kind, cards }: Row): number {
  if (lane.folded || kind === 'line') return titled;
  if (kind === 'emotion') return curve;
  let tallest = titled;
  for (const cell of cards.values()) {
    let height = around;
    for (const [, { text }] of cell) height += Math.max(1, Math.ceil(text.length / letters)) * line;
    tallest = Math.max(tallest, height);
  }
  return tallest;
}
