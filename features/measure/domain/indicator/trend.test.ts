import { describe, expect, it } from 'vitest';
import {
  differenceBetween,
  figureOfDuration,
  movementOf,
  type PeriodFigure,
  stateOf,
  type TrendPoint,
} from './trend.ts';

const shown = (value: number, high: number | null = value + 1): PeriodFigure => ({
  is: 'shown',
  value,
  low: value - 1,
  high,
  n: 100,
  method: 'wilson',
});
const point = (from: string, state: TrendPoint['state'], figure: PeriodFigure): TrendPoint => ({
  from,
  to: from,
  state,
  undecided: 0,
  figure,
});

describe('a period', () => {
  const until = { now: 100, covered: 90 };
  it.each([
    [{ end: 80 }, { n: 100, undecided: 1 }, 'over'],
    [{ end: 80 }, { n: 100, undecided: 2 }, 'unsettled'],
    [{ end: 95 }, { n: 100, undecided: 0 }, 'under-way'],
    [{ end: 120 }, { n: 0, undecided: 0 }, 'under-way'],
    [{ end: 80 }, { n: 0, undecided: 0 }, 'over'],
  ] as const)('%o with %o is %s', (period, journeys, state) => {
    expect(stateOf(period, until, journeys)).toBe(state);
  });

  it('is compared with the one before that is over, where both have an interval', () => {
    const points = [
      point('2026-01-01', 'over', shown(5)),
      point('2026-02-01', 'unsettled', shown(50)),
      point('2026-03-01', 'over', shown(9)),
      point('2026-04-01', 'under-way', shown(0)),
    ];
    const movement = movementOf(points);
    expect(movement).toMatchObject({
      newest: '2026-03-01',
      previous: '2026-01-01',
      difference: { value: 4 },
    });
    expect(movementOf(points.slice(0, 2))).toBeNull();
    expect(differenceBetween(shown(5), shown(5, null))).toBeNull();
    expect(differenceBetween({ is: 'none', why: 'nobody' }, shown(5))).toBeNull();
    expect(differenceBetween(shown(5), { is: 'withheld', n: 7, minimum: 30 })).toMatchObject({
      withheld: true,
      n: 7,
    });
  });

  it('says that a median lies beyond what was observed', () => {
    expect(
      figureOfDuration({
        withheld: false,
        value: null,
        low: 3,
        high: null,
        n: 40,
        ended: 10,
        stillInProgress: 30,
        observedUpTo: 9,
        quantile: 0.5,
        level: 0.95,
        method: 'kaplan-meier-log-log',
      }),
    ).toEqual({ is: 'none', why: 'beyond' });
    expect(figureOfDuration({ withheld: true, n: 0, minimum: 30 })).toEqual({ is: 'none', why: 'nobody' });
  });
});
