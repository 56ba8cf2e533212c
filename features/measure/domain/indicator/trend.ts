import { z } from 'zod';
import { differenceOfEstimates } from '#kit/statistics/difference.ts';
import {
  type Difference,
  type DurationEstimate,
  defaultLevel,
  differenceSchema,
  type Estimate,
  methodSchema,
} from '#kit/statistics/estimate.ts';

export const shownFigureSchema = z.object({
  is: z.literal('shown'),
  value: z.number(),
  /** Null: the bound lies beyond what was observed, or is not known. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.int(),
  method: methodSchema,
});
/** `nobody`: an empty period; `beyond`: the median lies later than anything observed; `no-number`: divided by zero. */
export const withoutFigureSchema = z.object({
  is: z.literal('none'),
  why: z.enum(['nobody', 'beyond', 'no-number']),
});

/** The figure of one period. */
export const periodFigureSchema = z.discriminatedUnion('is', [
  shownFigureSchema,
  /** Too few people. */
  z.object({ is: z.literal('withheld'), n: z.int(), minimum: z.int() }),
  withoutFigureSchema,
]);
export type PeriodFigure = z.infer<typeof periodFigureSchema>;

export const trendPointSchema = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  /**
   * `over`: nothing can change but by late data. `under-way`: the days, or the data, have not come to its end. `unsettled`: its
   * days are over, but more than one in a hundred of its journeys are still under way.
   */
  state: z.enum(['over', 'under-way', 'unsettled']),
  /** Journeys still under way: left out of a share, waiting in a time. */
  undecided: z.int(),
  figure: periodFigureSchema,
});
export type TrendPoint = z.infer<typeof trendPointSchema>;

/** The newest period that is over against the one before: how far it moved. */
export const movementSchema = z.object({
  newest: z.iso.date(),
  previous: z.iso.date(),
  difference: differenceSchema.nullable(),
});
export type Movement = z.infer<typeof movementSchema>;

/** Share of journeys under way above which a period is not settled: its decided ones would lean towards the fast. */
export const mostUndecided = 0.01;

export function stateOf(
  period: { readonly end: number },
  until: { readonly now: number; readonly covered: number },
  journeys: { readonly n: number; readonly undecided: number },
): TrendPoint['state'] {
  if (period.end > until.now || period.end > until.covered) return 'under-way';
  return journeys.undecided > mostUndecided * journeys.n ? 'unsettled' : 'over';
}

export function figureOf(estimate: Estimate): PeriodFigure {
  if (estimate.withheld)
    return estimate.n === 0
      ? { is: 'none', why: 'nobody' }
      : { is: 'withheld', n: estimate.n, minimum: estimate.minimum };
  const { value, low, high, n, method } = estimate;
  return { is: 'shown', value, low, high, n, method };
}

export function figureOfDuration(estimate: DurationEstimate): PeriodFigure {
  if (estimate.withheld)
    return estimate.n === 0
      ? { is: 'none', why: 'nobody' }
      : { is: 'withheld', n: estimate.n, minimum: estimate.minimum };
  if (estimate.value === null) return { is: 'none', why: 'beyond' };
  const { value, low, high, n, method } = estimate;
  return { is: 'shown', value, low, high, n, method };
}

const estimateOf = (figure: PeriodFigure): Estimate | null => {
  if (figure.is === 'withheld') return { withheld: true, n: figure.n, minimum: figure.minimum };
  if (figure.is === 'none' || figure.low === null || figure.high === null) return null;
  const { value, low, high, n, method } = figure;
  return { withheld: false, value, low, high, n, method, level: defaultLevel };
};

/** Newest − previous (MOVER); null where one of them has no figure or no interval. */
export function differenceBetween(newest: PeriodFigure, previous: PeriodFigure): Difference | null {
  const [a, b] = [estimateOf(newest), estimateOf(previous)];
  return a && b ? differenceOfEstimates(a, b) : null;
}

/** The newest period that is over, with the one before; null while there are not two of them. */
export function movementOf(points: readonly TrendPoint[], until?: string): Movement | null {
  const over = points.filter(({ state, to }) => state === 'over' && (until === undefined || to <= until));
  const [newest, previous] = [over.at(-1), over.at(-2)];
  if (!newest || !previous) return null;
  return {
    newest: newest.from,
    previous: previous.from,
    difference: differenceBetween(newest.figure, previous.figure),
  };
}

/** Beyond noise: the interval of the difference leaves out zero, after correction where several are shown. */
export const isBeyondNoise = (difference: Difference | null): boolean =>
  difference !== null &&
  !difference.withheld &&
  (difference.adjustedP ?? difference.p) < 1 - difference.level;

/** The newest period that is over, up to a day when told. */
export const newestOver = (points: readonly TrendPoint[], until?: string): TrendPoint | undefined =>
  points.findLast(({ state, to }) => state === 'over' && (until === undefined || to <= until));
