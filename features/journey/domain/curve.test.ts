import { curveMonotoneX, line } from 'd3-shape';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '#kit/document/changes.ts';
import { type CurvePoint, describeCurve, heightAt, monotoneSlopes } from './curve.ts';
import { placeEmotion } from './edit/emotion.ts';
import { orderedSteps } from './outline.ts';
import { templateMap } from './templates/template.ts';

const seed = 20_240_601;

const somePoints = fc
  .array(fc.record({ width: fc.integer({ min: 1, max: 300 }), y: fc.integer({ min: -30, max: 30 }) }), {
    minLength: 2,
    maxLength: 12,
  })
  .map((steps) => {
    let x = 0;
    return steps.map(({ width, y }): CurvePoint => {
      x += width;
      return { x, y: y / 10 };
    });
  });

describe('the monotone curve', () => {
  it('is the one that d3 draws', () => {
    const draw = line<CurvePoint>()
      .x((point) => point.x)
      .y((point) => point.y)
      .curve(curveMonotoneX)
      .digits(null);
    fc.assert(
      fc.property(somePoints, (points) => {
        const slopes = monotoneSlopes(points);
        const [, ...segments] = (draw(points) ?? '').split(/[MCL]/).filter(Boolean);
        for (const [at, segment] of segments.entries()) {
          const numbers = segment.split(',').map(Number);
          const [x0, y0] = [points[at]!.x, points[at]!.y];
          // Two points alone are drawn as a line: the same, with both handles on it.
          const [, y1, , y2, x3, y3] = numbers.length === 2 ? [0, y0, 0, numbers[1]!, ...numbers] : numbers;
          for (const t of [0.1, 0.37, 0.5, 0.8]) {
            const u = 1 - t;
            const bezier =
              numbers.length === 2
                ? u * y0 + t * y3!
                : u ** 3 * y0 + 3 * u * u * t * y1! + 3 * u * t * t * y2! + t ** 3 * y3!;
            expect(heightAt(points, slopes, x0 + t * (x3! - x0))).toBeCloseTo(bezier, 9);
          }
        }
      }),
      { seed },
    );
  });

  it('never goes beyond two neighbouring points', () => {
    fc.assert(
      fc.property(somePoints, fc.double({ min: 0, max: 1, noNaN: true }), (points, t) => {
        const slopes = monotoneSlopes(points);
        for (const [at, right] of points.slice(1).entries()) {
          const left = points[at]!;
          const height = heightAt(points, slopes, left.x + t * (right.x - left.x))!;
          expect(height).toBeGreaterThanOrEqual(Math.min(left.y, right.y) - 1e-12);
          expect(height).toBeLessThanOrEqual(Math.max(left.y, right.y) + 1e-12);
        }
      }),
      { seed },
    );
  });

  it('passes through its points and says nothing beyond them', () => {
    const points = [
      { x: 10, y: 1 },
      { x: 20, y: -2 },
    ];
    const slopes = monotoneSlopes(points);
    expect(points.map(({ x }) => heightAt(points, slopes, x))).toEqual([1, -2]);
    expect(heightAt(points, slopes, 9)).toBeUndefined();
    expect(heightAt(points, slopes, 21)).toBeUndefined();
    expect(monotoneSlopes([{ x: 1, y: 1 }])).toEqual([0]);
    expect(heightAt([], [], 1)).toBeUndefined();
  });
});

describe('a curve, described', () => {
  const curveOf = (values: readonly (number | null)[]) => {
    let count = 0;
    let map = templateMap('journey', 'en', 'A journey', () => `i${count++}`);
    const steps = orderedSteps(map).map(([id]) => id);
    for (const [index, value] of values.entries()) {
      if (value === null) continue;
      map = applyChanges(
        map,
        placeEmotion(map, { reading: 'felt', personaId: null, stepId: steps[index]!, value }),
      );
    }
    const said = describeCurve(map, 'felt', null);
    const place = ({ stepId, value }: { stepId: string; value: number }) => [steps.indexOf(stepId), value];
    return {
      stretches: said.stretches.map(({ trend, from, to }) => [trend, ...place(from), ...place(to)]),
      lowest: said.lowest && place(said.lowest),
      highest: said.highest && place(said.highest),
      fall: said.steepestFall && [...place(said.steepestFall.from), ...place(said.steepestFall.to)],
    };
  };

  it('joins what goes the same way', () => {
    expect(curveOf([1, 2, 0.5, null, -1, -1, 2])).toEqual({
      stretches: [
        ['rises', 0, 1, 1, 2],
        ['falls', 1, 2, 4, -1],
        ['stays', 4, -1, 5, -1],
        ['rises', 5, -1, 6, 2],
      ],
      lowest: [4, -1],
      highest: [1, 2],
      fall: [1, 2, 2, 0.5],
    });
  });

  it('says little of little', () => {
    expect(curveOf([])).toEqual({ stretches: [], lowest: null, highest: null, fall: null });
    expect(curveOf([2])).toEqual({ stretches: [], lowest: [0, 2], highest: [0, 2], fall: null });
  });
});
