import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from '#ui/live/after-paint.ts';
import type { GridModel } from '../view/grid-model.ts';
import { rowsInSight } from '../view/in-sight.ts';

/** Page pixels that the bar and the heads of the columns take at least. */
const above = 150;

/**
 * How many rows are drawn with their cells: on opening those in sight, all of them as soon as these are painted. An address
 * that names a place needs them all at once.
 */
export function useRowsDrawn({ rows }: GridModel): number {
  const [drawn, setDrawn] = useState(() =>
    window.location.hash === '' ? rowsInSight(rows, window.innerHeight - above) : Number.POSITIVE_INFINITY,
  );
  useEffect(() => afterPaint(() => startTransition(() => setDrawn(Number.POSITIVE_INFINITY))), []);
  return drawn;
}
