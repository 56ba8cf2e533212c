import { z } from 'zod';
import { idSchema } from '#kit/ids.ts';
import { localeSchema } from '#kit/locale.ts';
import { expectationOf } from './expectation.ts';
import type { Indicator } from './indicator.ts';
import { standingOf } from './standing.ts';
import { newestOver, periodFigureSchema, type TrendPoint } from './trend.ts';

/** What is out of the ordinary in one period that is over. */
export const findingSchema = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  figure: periodFigureSchema,
  /** Outside what the past of the indicator lets expect. */
  unexpected: z
    .object({
      expected: z.number(),
      low: z.number(),
      high: z.number(),
      basedOn: z.enum(['season', 'level']),
      past: z.int(),
    })
    .nullable(),
  /** The target it missed beyond noise. */
  missed: z.number().nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

const wayThere = z.enum(['sent', 'failed', 'not-asked']);
/** `no-server`: asked, but the configuration names no mail server. */
const mailThere = z.enum(['sent', 'failed', 'not-asked', 'no-server']);

export const alertSchema = z.object({
  indicatorId: idSchema,
  finding: findingSchema,
  raisedAt: z.iso.datetime(),
  /** How it was told beyond this page. */
  sent: z.object({ webhook: wayThere, mail: mailThere.default('not-asked') }),
});
export type Alert = z.infer<typeof alertSchema>;

/** Where the alerts of a workspace go besides its pages. */
export const alertRouteSchema = z.object({
  webhook: z
    .object({ address: z.string().trim().min(1).max(2000), secret: z.string().max(200) })
    .nullable()
    .default(null),
  /** Addresses they are mailed to; nobody where it is empty. */
  mail: z.array(z.email().max(320)).max(20).default([]),
  language: localeSchema.default('fr'),
});
export type AlertRoute = z.infer<typeof alertRouteSchema>;

/**
 * What the newest period that is over has to tell; null where it is as expected, withheld or without a figure. A target counts
 * from the day it is to be reached on.
 */
export function findingOf(
  { grain, target }: Pick<Indicator, 'grain' | 'target'>,
  points: readonly TrendPoint[],
): Finding | null {
  const newest = newestOver(points);
  if (newest?.figure.is !== 'shown') return null;
  const { from, to, figure } = newest;
  const expectation = expectationOf(points, points.indexOf(newest), grain);
  const outside = expectation !== null && (figure.value < expectation.low || figure.value > expectation.high);
  const due = target !== null && (target.by === null || to >= target.by);
  const missed = due && standingOf(target, figure) === 'missed';
  if (!outside && !missed) return null;
  return { from, to, figure, unexpected: outside ? expectation : null, missed: missed ? target.value : null };
}
