import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, compare, inOrder, isOrderKey, orderKeySchema, place, spread } from './order.ts';

const seed = 20_240_601;

describe('order keys', () => {
  it('stay strictly between their neighbours, whatever the insertions', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 200 }), (positions) => {
        const keys: string[] = [];
        for (const position of positions) {
          const at = position % (keys.length + 1);
          const key = between(keys[at - 1], keys[at]);
          expect(isOrderKey(key)).toBe(true);
          keys.splice(at, 0, key);
        }
        expect([...keys].sort()).toEqual([...new Set(keys)]);
        expect([...keys].sort((a, b) => (a < b ? -1 : 1))).toEqual(keys);
      }),
      { seed },
    );
  });

  it('grow slowly when things are added at an end', () => {
    let end: string | undefined;
    let start: string | undefined;
    for (let count = 0; count < 10_000; count++) {
      end = between(end, undefined);
      start = between(undefined, start);
    }
    expect(end!.length).toBeLessThanOrEqual(4);
    expect(start!.length).toBeLessThanOrEqual(4);
  });

  it('spread evenly between two keys', () => {
    const keys = spread(500, 'a0', 'a1');
    expect(keys).toHaveLength(500);
    expect(['a0', ...keys, 'a1']).toEqual([...new Set(['a0', ...keys, 'a1'])].sort());
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(8);
    expect(spread(0)).toEqual([]);
    expect(spread(3)).toEqual(['a0', 'a1', 'a2']);
  });

  it('refuse what is not a key', () => {
    for (const bad of ['', '0', 'b1', 'a00', 'a0 ', 'é0', `A${'0'.repeat(26)}`]) {
      expect(isOrderKey(bad), bad).toBe(false);
      expect(orderKeySchema.safeParse(bad).success).toBe(false);
    }
    expect(() => between('a1', 'a1')).toThrow();
    expect(() => between('b1', 'a1')).toThrow();
    expect(() => between('nonsense!', undefined)).toThrow();
  });

  it('go by id where two people added at the same place', () => {
    const records = { z: { order: 'a1' }, b: { order: 'a2' }, a: { order: 'a2' } };
    expect(inOrder(records).map(([id]) => id)).toEqual(['z', 'a', 'b']);
  });
});

describe('place', () => {
  it('puts a thing exactly at its index, even among equal keys', () => {
    const orders = fc.array(fc.constantFrom('a0', 'a1', 'a1V', 'a2'), { maxLength: 8 });
    fc.assert(
      fc.property(orders, fc.nat(8), (keys, wanted) => {
        const siblings = keys.map((order, index) => ({ id: `s${index}`, order })).sort(compare);
        const index = Math.min(wanted, siblings.length);
        const { order, moved } = place(siblings, index);
        const renamed = siblings.map((item) => moved.find(({ id }) => id === item.id) ?? item);
        const all = [...renamed, { id: 'new', order }].sort(compare).map(({ id }) => id);
        const expected = siblings.map(({ id }) => id);
        expected.splice(index, 0, 'new');
        expect(all).toEqual(expected);
      }),
      { seed },
    );
  });

  it('re-keys the siblings before a key grows too long', () => {
    let siblings = [
      { id: 'first', order: 'a0' },
      { id: 'last', order: 'a1' },
    ];
    for (let count = 0; count < 2_000; count++) {
      const { order, moved } = place(siblings, 1);
      expect(orderKeySchema.safeParse(order).success).toBe(true);
      siblings = siblings.map((item) => moved.find(({ id }) => id === item.id) ?? item);
      siblings.splice(1, 0, { id: `n${count}`, order });
    }
    expect(siblings.map(({ order }) => order)).toEqual([...siblings].sort(compare).map(({ order }) => order));
  });
});
