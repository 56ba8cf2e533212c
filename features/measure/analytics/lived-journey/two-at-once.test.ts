import { describe, expect, it } from 'vitest';
import { twoAtOnce } from './two-at-once.ts';

/** Work that ends when told. */
function openWork() {
  const begun: number[] = [];
  const ends = new Map<number, PromiseWithResolvers<void>>();
  const work = (item: number): Promise<void> => {
    begun.push(item);
    const end = Promise.withResolvers<void>();
    ends.set(item, end);
    return end.promise;
  };
  return { begun, work, end: (item: number) => ends.get(item)!, turn: () => new Promise(setImmediate) };
}

describe('two at once', () => {
  it('begins the next when one of two ends', async () => {
    const { begun, work, end, turn } = openWork();
    const all = twoAtOnce([1, 2, 3, 4], work);
    expect(begun).toEqual([1, 2]);
    end(2).resolve();
    await turn();
    expect(begun).toEqual([1, 2, 3]);
    for (const item of [1, 3]) end(item).resolve();
    await turn();
    end(4).resolve();
    await all;
    expect(begun).toEqual([1, 2, 3, 4]);
  });

  it('begins nothing after a failure, and waits for what runs before it tells', async () => {
    const { begun, work, end, turn } = openWork();
    let told: unknown;
    const all = twoAtOnce([1, 2, 3], work).catch((error: unknown) => {
      told = error;
    });
    end(1).reject(new Error('one'));
    await turn();
    expect(told).toBeUndefined();
    end(2).resolve();
    await all;
    expect(told).toEqual(new Error('one'));
    expect(begun).toEqual([1, 2]);
  });
});
