import { z } from 'zod';
import type { Numbering } from '#measure/domain/measuring/source-plan.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { hitsSql } from './hits-sql.ts';
import { unfolding } from './journey-codes.ts';
import { inScope, type JourneysScope, scopeParams } from './journeys-scope.ts';
import { staged } from './staged-sql.ts';

const rowSchema = z.object({ place: z.int(), at: z.int() });

/**
 * Moment of the last event at each touchpoint, by id; milliseconds since 1970. Only the journeys that end after `since` are
 * looked through at first: an event after it can be in no other journey. The others are, for what was not found there.
 */
export async function lastSeen(
  engine: Engine,
  question: JourneysScope & { readonly numbering: Numbering; readonly since: number },
): Promise<Map<string, number>> {
  const { numbering, since } = question;
  const recent = await latest(engine, question, since);
  const settled =
    recent.size === numbering.touchpoints.length && [...recent.values()].every((at) => at >= since);
  return settled ? recent : latest(engine, question, undefined);
}

async function latest(
  engine: Engine,
  question: JourneysScope & { readonly numbering: Numbering },
  since: number | undefined,
): Promise<Map<string, number>> {
  const hits = hitsSql(question.numbering, { moment: 'times' });
  const recent = since === undefined ? '' : "AND last_time >= fromUnixTimestamp64Milli({since:Int64}, 'UTC')";
  const from = staged(`lived_journey WHERE ${inScope(question)} ${recent}`, hits.stages);
  const rows = await engine.query(
    `SELECT place, max(seen) AS at
     FROM ${from} ARRAY JOIN touchpoint AS place, moment AS seen
     GROUP BY place`,
    { ...scopeParams(question), ...hits.params, ...(since === undefined ? {} : { since }) },
    { settings: unfolding },
  );
  return new Map(
    z
      .array(rowSchema)
      .parse(rows)
      .map(({ place, at }) => [question.numbering.touchpoints[place - 1]?.id ?? '', at]),
  );
}
