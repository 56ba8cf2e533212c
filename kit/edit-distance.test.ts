import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, pathDistance } from './edit-distance.ts';

/** The table of the textbook. */
function byTable(a: readonly number[], b: readonly number[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  a.forEach((letter, i) => {
    const next = [i + 1];
    b.forEach((other, j) => {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === other ? 0 : 1)));
    });
    row = next;
  });
  return row[b.length]!;
}

describe("Levenshtein's distance", () => {
  it('is that of the table of the textbook, however long the paths', () => {
    const path = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 100 });
    fc.assert(
      fc.property(path, path, (a, b) => {
        expect(editDistance(a, b)).toBe(byTable(a, b));
        expect(editDistance(b, a)).toBe(editDistance(a, b));
      }),
      { seed: 3, numRuns: 1500 },
    );
  });

  it('is told over the longer path', () => {
    expect(pathDistance([], [])).toBe(0);
    expect(pathDistance([1, 2, 3, 4], [1, 3, 4])).toBe(0.25);
    expect(pathDistance([1, 65_535], [3])).toBe(1);
  });
});
