import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergedOrder, movedIds } from './sequence.ts';

const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });

describe('what moved in an order', () => {
  it.each([
    ['abcd', 'dabc', 'd'],
    ['abcd', 'abcd', ''],
    ['abcd', 'abdc', 'c'],
    ['abcd', 'xbyd', ''],
    ['ab', '', ''],
  ])('%s → %s', (before, after, moved) => {
    expect([...movedIds([...before], [...after])]).toHaveLength(moved.length);
  });

  it('is the fewest things whose absence leaves the order as it was', () => {
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const moved = movedIds(before, after);
        const kept = after.filter((id) => before.includes(id) && !moved.has(id));
        expect(before.filter((id) => kept.includes(id))).toEqual(kept);
        // Brute force: no subset with one more kept.
        const common = after.filter((id) => before.includes(id));
        for (let mask = 0; mask < 2 ** common.length; mask++) {
          const subset = common.filter((_, at) => mask & (1 << at));
          const ordered = before.filter((id) => subset.includes(id)).join() === subset.join();
          if (ordered) expect(subset.length).toBeLessThanOrEqual(kept.length);
        }
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});

it('a merged order is the new one, with what has gone behind its former neighbour', () => {
  expect(mergedOrder([...'abcd'], [...'db']).join('')).toBe('adbc');
  fc.assert(
    fc.property(ids, ids, (before, after) => {
      const merged = mergedOrder(before, after);
      expect(merged.filter((id) => after.includes(id))).toEqual(after);
      expect(merged.toSorted()).toEqual([...new Set([...before, ...after])].toSorted());
    }),
    { seed: 4, numRuns: 200 },
  );
});
