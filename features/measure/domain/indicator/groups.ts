import { z } from 'zod';
import { countSchema } from '../figures.ts';
import { splitCount } from '../measuring/split.ts';
import {
  type PeriodFigure,
  shownFigureSchema,
  type TrendPoint,
  trendPointSchema,
  withoutFigureSchema,
} from './trend.ts';

/** The figure of one period in one group: counts of one to four people are withheld. */
export const groupFigureSchema = z.discriminatedUnion('is', [
  shownFigureSchema,
  z.object({ is: z.literal('withheld'), n: countSchema, minimum: z.int() }),
  withoutFigureSchema,
]);
export type GroupFigure = z.infer<typeof groupFigureSchema>;

export const groupPointSchema = trendPointSchema.extend({
  undecided: countSchema,
  figure: groupFigureSchema,
});
export type GroupPoint = z.infer<typeof groupPointSchema>;

/** An indicator in one group of customers, over the same periods as for everyone. */
export const groupTrendSchema = z.object({
  key: z.string(),
  /** Empty: the remaining values together, or a group nobody named. */
  label: z.string(),
  personaId: z.string().nullable(),
  points: z.array(groupPointSchema),
});
export type GroupTrend = z.infer<typeof groupTrendSchema>;

const figureIn = (figure: PeriodFigure): GroupFigure =>
  figure.is === 'withheld' ? { ...figure, n: splitCount(figure.n) } : figure;

/** The periods of a group as they may be told: nobody can be pointed at. */
export const groupPoints = (points: readonly TrendPoint[]): GroupPoint[] =>
  points.map(({ from, to, state, undecided, figure }) => ({
    from,
    to,
    state,
    undecided: splitCount(undecided),
    figure: figureIn(figure),
  }));

/** The newest period of a group that is over. */
export const newestOfGroup = ({ points }: Pick<GroupTrend, 'points'>): GroupPoint | undefined =>
  points.findLast(({ state }) => state === 'over');
