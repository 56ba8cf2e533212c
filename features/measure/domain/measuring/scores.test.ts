import { describe, expect, it } from 'vitest';
import type { Estimate } from '#kit/statistics/estimate.ts';
import type { Score } from '../figures.ts';
import { averageScore, emotionOf, eventScore, placeScore } from './scores.ts';

const shown = (value: number, n: number, half = 0.2): Estimate => ({
  withheld: false,
  value,
  low: value - half,
  high: value + half,
  n,
  level: 0.95,
  method: 't',
});
const score = (estimate: Estimate, more: Partial<Score> = {}): Score => ({
  kind: 'csat',
  scale: { min: 1, max: 5 },
  estimate,
  refused: 0,
  ...more,
});
const hidden: Estimate = { withheld: true, n: 7, minimum: 30 };

describe('score of the events at a place', () => {
  // Ten customers: five at 0, five at 1 on the scale said as 0…1.
  const scores = { n: 10, answers: 14, sum: 5, sumOfSquares: 5 };

  it('is the mean of the customers in the unit of the scale, its interval within it', () => {
    const told = eventScore([{ scores, scale: { min: 1, max: 5 }, designEffect: 1 }], 5);
    expect(told).toMatchObject({ kind: 'mean', scale: { min: 1, max: 5 }, refused: 0 });
    expect(told?.estimate).toMatchObject({ value: 3, n: 10, answers: 14, method: 't-customer-means' });
    // Student, 9 degrees of freedom: 2.262157 · sd (0.527046 · 4) / √10.
    expect(told?.estimate.withheld === false && told.estimate.high).toBeCloseTo(
      3 + (2.262157 * 4 * 0.527046) / Math.sqrt(10),
      5,
    );
    const top = eventScore(
      [
        {
          scores: { n: 6, answers: 6, sum: 5.9, sumOfSquares: 5.82 },
          scale: { min: 0, max: 10 },
          designEffect: 1,
        },
      ],
      5,
    );
    expect(top?.estimate.withheld === false && top.estimate.high).toBe(10);
  });

  it('adds sources on one scale, and of several scales tells the one with the most customers', () => {
    const five = { scores, scale: { min: 1, max: 5 }, designEffect: 1 };
    const ten = {
      scores: { ...scores, n: 15, sum: 7, sumOfSquares: 5 },
      scale: { min: 0, max: 10 },
      designEffect: 1,
    };
    expect(eventScore([five, five], 5)?.estimate.n).toBe(20);
    expect(eventScore([five, ten], 5)?.scale).toEqual({ min: 0, max: 10 });
  });

  it('is null without a score, withheld with few', () => {
    expect(
      eventScore(
        [
          {
            scores: { n: 0, answers: 0, sum: 0, sumOfSquares: 0 },
            scale: { min: 1, max: 5 },
            designEffect: 1,
          },
        ],
        5,
      ),
    ).toBeNull();
    expect(eventScore([{ scores, scale: { min: 1, max: 5 }, designEffect: 1 }], 30)?.estimate).toEqual({
      withheld: true,
      n: 10,
      minimum: 30,
    });
  });
});

describe('one score for a place with several', () => {
  it('is the mean of columns asked in the same way, with the mean of their bounds and the smallest n', () => {
    expect(averageScore([score(shown(3, 100, 0.1)), score(shown(4, 60, 0.3))]).estimate).toMatchObject({
      value: 3.5,
      low: 3.3,
      high: 3.7,
      n: 60,
    });
  });

  it('leaves out withheld columns, unless all are', () => {
    expect(averageScore([score(shown(3, 100)), score(hidden)]).estimate).toMatchObject({ value: 3, n: 100 });
    expect(averageScore([score({ ...hidden, n: 3 }), score(hidden)]).estimate).toEqual(hidden);
  });

  it('keeps the weighted figure only when every column has one', () => {
    const weighted = { value: 3, low: 2, high: 4, effectiveN: 50, method: 't-linearised' as const };
    const one = score({ ...shown(3, 100), weighted } as Estimate);
    expect(averageScore([one, one]).estimate).toMatchObject({ weighted: { value: 3, effectiveN: 50 } });
    expect(averageScore([one, score(shown(4, 80))]).estimate).not.toHaveProperty('weighted');
  });

  it('is that with the most people behind it', () => {
    const events = score(shown(2, 40), { kind: 'mean' });
    expect(placeScore(events, [score(shown(4, 90)), score(shown(20, 30), { kind: 'nps' })])?.kind).toBe(
      'csat',
    );
    expect(placeScore(events, [score(shown(4, 30))])?.kind).toBe('mean');
    expect(placeScore(null, [])).toBeNull();
  });
});

describe('measured emotion', () => {
  it('says the ends and the middle of a scale as −3, +3 and 0, and never goes beyond', () => {
    const at = (value: number) => {
      const emotion = emotionOf(score(shown(value, 50)));
      return emotion.withheld
        ? null
        : [emotion.low, emotion.value, emotion.high].map((x) => Math.round(x * 100) / 100);
    };
    expect(at(1)).toEqual([-3, -3, -2.7]);
    expect(at(3)).toEqual([-0.3, 0, 0.3]);
    expect(at(5)).toEqual([2.7, 3, 3]);
    expect(emotionOf(score(hidden))).toEqual(hidden);
  });
});
