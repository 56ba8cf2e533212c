import { z } from 'zod';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { depthSql, type FunnelAsked } from './funnel-sql.ts';

const rowSchema = z.object({
  grp: z.int(),
  depth: z.int(),
  open: z.union([z.int(), z.boolean()]),
  journeys: z.int(),
});

/** Journeys of a group (0: in none) that reach `depth` steps of the funnel and no more. */
export type FunnelDepth = {
  readonly group: number;
  readonly depth: number;
  /** Still under way, and within the limit: it may go deeper yet. */
  readonly open: boolean;
  readonly journeys: number;
};

/** How many journeys of each group go how deep into a funnel. */
export async function funnelCounts(engine: Engine, question: FunnelAsked): Promise<FunnelDepth[]> {
  const { from, params } = depthSql(question);
  const rows = await engine.query(
    `SELECT grp, depth, open, count() AS journeys
     FROM ${from}
     GROUP BY grp, depth, open
     ORDER BY grp, depth, open`,
    params,
  );
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ grp, depth, open, journeys }) => ({
      group: grp,
      depth,
      open: Boolean(open),
      journeys,
    }));
}
