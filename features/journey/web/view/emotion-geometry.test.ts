import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bandPath,
  columnCentre,
  curvePath,
  curveStrokes,
  heightOf,
  laneHeight,
  roundValue,
  runsOf,
  thicknessOf,
  valueAt,
} from './emotion-geometry.ts';

const seed = 20_240_702;
const numbersOf = (path: string) => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
const heights = (path: string) => numbersOf(path).filter((_, index) => index % 2 === 1);

describe('the scale of the emotion lane', () => {
  it('puts +3 above −3, both inside the lane', () => {
    expect(heightOf(3)).toBeGreaterThan(0);
    expect(heightOf(-3)).toBeLessThan(laneHeight);
    expect(heightOf(0)).toBe(laneHeight / 2);
  });

  it('reads back the value where it was drawn, to a tenth', () => {
    for (let tenth = -30; tenth <= 30; tenth++)
      expect(valueAt(heightOf(tenth / 10))).toBeCloseTo(tenth / 10, 9);
  });

  it('keeps a hand that leaves the lane inside the scale, and never says minus zero', () => {
    expect(valueAt(-500)).toBe(3);
    expect(valueAt(5000)).toBe(-3);
    expect(Object.is(roundValue(-0.01), 0)).toBe(true);
  });
});

describe('curves', () => {
  it('go through their points and never over-shoot them', () => {
    const points = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(points, (values) => {
        const path = curvePath(values.map((value, column) => ({ column, value })));
        const ys = heights(path);
        expect(Math.min(...ys)).toBeGreaterThanOrEqual(heightOf(Math.max(...values)) - 0.01);
        expect(Math.max(...ys)).toBeLessThanOrEqual(heightOf(Math.min(...values)) + 0.01);
        expect(numbersOf(path).slice(0, 2)[0]).toBe(columnCentre(0));
      }),
      { seed },
    );
  });

  it('say nothing with fewer than two points', () => {
    expect(curvePath([{ column: 0, value: 1 }])).toBe('');
    expect(curveStrokes([{ column: 0, value: 1, intensity: 1 }])).toEqual([]);
    expect(bandPath([{ column: 0, value: 1, low: 0, high: 2 }])).toBe('');
  });

  it('are one stroke when the intensity is the same all along', () => {
    const points = [0, 1, 2].map((column) => ({ column, value: column, intensity: 0.4 }));
    expect(curveStrokes(points)).toEqual([{ path: curvePath(points), width: thicknessOf(0.4) }]);
  });

  it('grow in thickness between two intensities, in pieces that touch each other', () => {
    const strokes = curveStrokes(
      [
        { column: 0, value: 1, intensity: 0 },
        { column: 1, value: -2, intensity: 1 },
        { column: 2, value: -2, intensity: 1 },
      ],
      4,
    );
    expect(strokes).toHaveLength(5);
    const widths = strokes.map(({ width }) => width);
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(widths.at(-1)).toBe(thicknessOf(1));
    for (const [index, { path }] of strokes.entries()) {
      const next = strokes[index + 1];
      if (next) expect(numbersOf(path).slice(-2)).toEqual(numbersOf(next.path).slice(0, 2));
    }
  });

  it('are broken where a step was not measured', () => {
    const points = [4, 0, 1, 6, 7].map((column) => ({ column }));
    expect(runsOf(points).map((run) => run.map(({ column }) => column))).toEqual([[0, 1], [4], [6, 7]]);
  });
});
