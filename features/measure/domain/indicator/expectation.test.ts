import { describe, expect, it } from 'vitest';
import { createRandom } from '#kit/statistics/random.ts';
import { expectationOf, fewestPast } from './expectation.ts';
import type { TrendPoint } from './trend.ts';

const point = (value: number | null, error = 0): TrendPoint => ({
  from: '2026-01-01',
  to: '2026-01-31',
  state: 'over',
  undecided: 0,
  figure:
    value === null
      ? { is: 'withheld', n: 9, minimum: 30 }
      : {
          is: 'shown',
          value,
          low: value - 1.96 * error,
          high: value + 1.96 * error,
          n: 100,
          method: 'wilson',
        },
});

const isOut = (points: readonly TrendPoint[], grain: 'month' | 'quarter'): boolean => {
  const expectation = expectationOf(points, points.length - 1, grain);
  const figure = points.at(-1)?.figure;
  if (!expectation || figure?.is !== 'shown') throw new Error('nothing expected');
  return figure.value < expectation.low || figure.value > expectation.high;
};

describe('what the past lets expect', () => {
  it('needs a past', () => {
    expect(
      expectationOf(
        Array.from({ length: fewestPast }, () => point(5)),
        fewestPast - 1,
        'month',
      ),
    ).toBeNull();
    const withheld = [...Array.from({ length: 20 }, () => point(null)), point(5)];
    expect(expectationOf(withheld, 20, 'month')).toBeNull();
  });

  it('is the same month of last year with the yearly drift, once there are two years', () => {
    const wave = (at: number) => 100 + 2 * at + 30 * Math.sin((2 * Math.PI * at) / 12);
    const points = Array.from({ length: 31 }, (_, at) => point(wave(at), 0.5));
    const found = expectationOf(points, 30, 'month');
    expect(found).toMatchObject({ basedOn: 'season', past: 18 });
    expect(found?.expected).toBeCloseTo(wave(30), 9);
    expect(expectationOf(points.slice(0, 20), 19, 'month')).toMatchObject({ basedOn: 'level', past: 19 });
  });

  it('never expects more than the newest figure knows of itself', () => {
    // A past without any spread: the interval of the figure is what is left of noise.
    const points = [...Array.from({ length: 12 }, () => point(50, 2)), point(53, 2)];
    expect(isOut(points, 'month')).toBe(false);
    expect(isOut([...points.slice(0, 12), point(70, 2)], 'month')).toBe(true);
  });

  const rate = (length: number, grain: 'month' | 'quarter', wave: boolean, shift = 0): number => {
    const random = createRandom(21, length);
    let out = 0;
    const runs = 3000;
    for (let run = 0; run < runs; run++) {
      const season = grain === 'month' ? 12 : 4;
      const points = Array.from({ length }, (_, at) =>
        point(
          50 +
            (wave ? 20 * Math.sin((2 * Math.PI * at) / season) : 0) +
            3 * random.normal() +
            (at === length - 1 ? shift : 0),
          1,
        ),
      );
      if (isOut(points, grain)) out++;
    }
    return out / runs;
  };

  it.each([
    [7, 'month', false],
    [9, 'month', false],
    [13, 'month', false],
    [24, 'month', false],
    [31, 'month', true],
    [48, 'month', true],
    [12, 'quarter', true],
    [20, 'quarter', true],
  ] as const)('calls a false alarm at most 5 times in 100 (%d periods, %s)', (length, grain, wave) => {
    expect(rate(length, grain, wave)).toBeLessThanOrEqual(0.05);
  });

  it('sees what is out of the ordinary', () => {
    expect(rate(24, 'month', false, 15)).toBeGreaterThan(0.85);
    expect(rate(48, 'month', true, 22)).toBeGreaterThan(0.85);
  });
});
