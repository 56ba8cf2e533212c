import type { Difference } from './estimate.ts';

/**
 * Benjamini–Hochberg adjusted p-values, in the order given: the smallest false-discovery rate at which each would be
 * called a difference (Benjamini & Hochberg 1995, J. R. Statist. Soc. B 57, 289–300; Yekutieli & Benjamini 1999 for
 * the adjusted form). To be applied to all comparisons shown together.
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  const order = p.map((_, i) => i).sort((a, b) => p[b]! - p[a]! || b - a);
  const adjusted = new Array<number>(p.length);
  let smallest = 1;
  order.forEach((index, fromLargest) => {
    const rank = p.length - fromLargest;
    smallest = Math.min(smallest, p[index]! * (p.length / rank));
    adjusted[index] = smallest;
  });
  return adjusted;
}

/** The differences on screen with `adjustedP` filled; the withheld ones stay as they are and do not count. */
export function adjustDifferences(differences: readonly Difference[]): Difference[] {
  const adjusted = benjaminiHochberg(differences.flatMap((d) => (d.withheld ? [] : [d.p])));
  let next = 0;
  return differences.map((d) => (d.withheld ? d : { ...d, adjustedP: adjusted[next++]! }));
}
