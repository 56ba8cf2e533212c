import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnelDifferences, funnelFigures, reachOf } from './funnel.ts';

const depths = [
  { depth: 0, open: false, journeys: 40 },
  { depth: 1, open: false, journeys: 30 },
  { depth: 1, open: true, journeys: 10 },
  { depth: 2, open: false, journeys: 20 },
  { depth: 2, open: true, journeys: 3 },
  { depth: 3, open: true, journeys: 50 },
];

describe('a funnel', () => {
  it('leaves those who may still go on out of its shares, and tells them apart', () => {
    const reach = reachOf(3, depths);
    expect(reach).toEqual({ reached: [113, 73, 50], undecided: [10, 3, 0] });
    const [first, second, third] = funnelFigures(reach, { minimum: 30 }, false);
    expect(first).toMatchObject({ reached: 113, undecided: 10, ofFirst: { value: 1, n: 113 } });
    expect(second).toMatchObject({ reached: 73, ofPrevious: { value: 73 / 103, n: 103 } });
    expect(third).toMatchObject({
      reached: 50,
      ofPrevious: { value: 50 / 70, n: 70 },
      ofFirst: { value: 50 / 100, n: 100 },
    });
  });

  it('points at nobody in a group, and says nothing of few', () => {
    const reach = reachOf(2, [
      { depth: 1, open: false, journeys: 12 },
      { depth: 2, open: false, journeys: 3 },
    ]);
    const [, second] = funnelFigures(reach, { minimum: 30 }, true);
    expect(second).toMatchObject({ reached: { withheld: true }, ofPrevious: { withheld: true, n: 15 } });
  });

  it('never reaches more at a later step, nor shares above one', () => {
    const counts = fc.array(fc.record({ depth: fc.nat(5), open: fc.boolean(), journeys: fc.nat(500) }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(counts, (all) => {
        const reach = reachOf(5, all);
        for (const [step, n] of reach.reached.entries())
          expect(n).toBeLessThanOrEqual(reach.reached[step - 1] ?? n);
        for (const { ofFirst, ofPrevious } of funnelFigures(reach, { minimum: 5 }, false)) {
          for (const share of [ofFirst, ofPrevious])
            if (!share.withheld) expect(share.value).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 11 },
    );
  });

  it('compares each group with all others, adjusted together', () => {
    const group = (key: string, lost: number, gone: number) => ({
      key,
      reach: reachOf(2, [
        { depth: 1, open: false, journeys: lost },
        { depth: 2, open: false, journeys: gone },
      ]),
    });
    const told = funnelDifferences([group('a', 100, 300), group('b', 300, 100), group('c', 1, 2)], {
      minimum: 30,
    });
    expect(told.map(({ group: key }) => key)).toEqual(['a', 'b']);
    expect(told[0]?.difference.value).toBeCloseTo(0.75 - 102 / 403, 10);
    for (const { difference } of told) expect(difference.adjustedP).toBeGreaterThanOrEqual(difference.p);
  });
});
