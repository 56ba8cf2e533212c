import { z } from 'zod';
import { adjustDifferences } from '#kit/statistics/multiple.ts';
import { type Finding, findingOf, findingSchema } from '../indicator/alert.ts';
import { type Trend, trendSchema } from '../indicator/answer.ts';
import { type GroupTrend, groupTrendSchema } from '../indicator/groups.ts';
import {
  isBeyondNoise,
  movementOf,
  movementSchema,
  newestOver,
  trendPointSchema,
} from '../indicator/trend.ts';

export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** One indicator in a month. */
export const reportEntrySchema = z.object({
  trend: trendSchema,
  /** The newest period that is over and ends in the month; null: none does. */
  point: trendPointSchema.nullable(),
  /** Against the period before, adjusted over all that the report compares. */
  movement: movementSchema.nullable(),
  finding: findingSchema.nullable(),
  /** In each group the indicator is also told by, the same periods. */
  groups: z.array(groupTrendSchema),
});
export type ReportEntry = z.infer<typeof reportEntrySchema>;

export const reportSchema = z.object({
  month: monthSchema,
  /** Comparisons made, which all are corrected for. */
  compared: z.int(),
  /** Moved beyond noise, the surest first. */
  moved: z.array(reportEntrySchema),
  /** Compared, and noise is enough to explain the difference; or not comparable. */
  steady: z.array(reportEntrySchema),
  /** Without a period that ends in the month, or that can no longer be told. */
  silent: z.array(reportEntrySchema),
});
export type Report = z.infer<typeof reportSchema>;

/** First and last day of a month. */
export function daysOf(month: string): { readonly from: string; readonly to: string } {
  const [year, number] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year ?? 0, number ?? 1, 0)).toISOString().slice(0, 10);
  return { from: `${month}-01`, to: last };
}

/** The month some months later (or earlier). */
export function monthAfter(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, (number ?? 1) - 1 + by, 1)).toISOString().slice(0, 7);
}

/**
 * What a month says to the committee: what moved, what is beyond noise once corrected for all the comparisons of the report
 * (Benjamini–Hochberg), what is out of the ordinary. `groupsOf`: by id of the indicator, where it is also told by group. A month is read as it was known: later periods are left out.
 */
export function reportOf(
  month: string,
  trends: readonly Trend[],
  groupsOf: ReadonlyMap<string, readonly GroupTrend[]> = new Map(),
): Report {
  const { from, to } = daysOf(month);
  const entries = trends.map((trend): ReportEntry => {
    const points = trend.outcome.is === 'told' ? trend.outcome.points.filter((point) => point.to <= to) : [];
    const newest = newestOver(points);
    const inMonth = newest && newest.to >= from ? newest : null;
    const finding: Finding | null = inMonth ? findingOf(trend.indicator, points) : null;
    const groups = (inMonth && groupsOf.get(trend.indicator.id)) || [];
    const movement = inMonth ? movementOf(points) : null;
    return { trend, point: inMonth, movement, finding, groups: [...groups] };
  });
  const differences = entries.flatMap(({ movement }) => movement?.difference ?? []);
  const adjusted = adjustDifferences(differences);
  let next = 0;
  const told = entries.map((entry): ReportEntry => {
    const { movement } = entry;
    if (!movement?.difference) return entry;
    return { ...entry, movement: { ...movement, difference: adjusted[next++] ?? null } };
  });
  const isMoved = ({ movement }: ReportEntry) => isBeyondNoise(movement?.difference ?? null);
  const surety = ({ movement }: ReportEntry): number =>
    movement?.difference && !movement.difference.withheld ? movement.difference.p : 1;
  return {
    month,
    compared: adjusted.filter(({ withheld }) => !withheld).length,
    moved: told.filter(isMoved).sort((a, b) => surety(a) - surety(b)),
    steady: told.filter((entry) => entry.point !== null && !isMoved(entry)),
    silent: told.filter(({ point }) => point === null),
  };
}
