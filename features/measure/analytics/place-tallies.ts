import { z } from 'zod';
import type { Precision } from '#measure/domain/measuring/duration-marks.ts';
import type { Numbering, PlannedTouchpoint } from '#measure/domain/measuring/source-plan.ts';
import type { Split } from '#measure/domain/measuring/split.ts';
import type { SourceTallies } from '#measure/domain/measuring/tally.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { groupSql, groupsOf } from './group-sql.ts';
import { hitsSql } from './hits-sql.ts';
import { inScope, type JourneysScope, scopeParams } from './journeys-scope.ts';
import { staged } from './staged-sql.ts';
import { type CodeRow, layoutFor, readTallies } from './tally-codes.ts';
import {
  eventEdges,
  hitCodes,
  laterSql,
  passageArrays,
  passageCodes,
  passagesSql,
  rowCode,
} from './tally-sql.ts';

export type TalliesQuestion = JourneysScope & {
  /** No more than `mostTouchpoints`. */
  readonly numbering: Numbering;
  readonly split: Split | null;
  /** Last event of the whole source, and the silence after which a journey is over; milliseconds. */
  readonly end: number;
  readonly patience: number;
  /** Events of the longest journey. */
  readonly longest: number;
  readonly precision: Precision;
};

const rowSchema = z.object({ head: z.int(), tails: z.array(z.number()), counts: z.array(z.number()) });

/**
 * Everything that is counted at every touchpoint, step and stage, per group, in one pass over the lived journeys. Each
 * journey is unfolded into codes (a hit with what is true of it; a first passage with its duration) and the engine only
 * counts equal codes: whole numbers, so the answer is the same at every run and number of threads.
 */
export async function placeTallies(engine: Engine, question: TalliesQuestion): Promise<SourceTallies> {
  const { numbering, split } = question;
  const layout = layoutFor(question.precision);
  const oneKindEach = numbering.touchpoints.every(ofOneKind);
  const hits = hitsSql(numbering, { moment: 'times', ...(oneKindEach && { first_passage: 'first' }) });
  const group = groupSql(split);
  const passages = passagesSql(numbering, hits, oneKindEach ? 'first_passage' : undefined);
  const later = laterSql(numbering, hits, question.longest);
  const from = staged(`lived_journey WHERE ${inScope(question)}`, [
    oneKindEach ? ['first_of_kind AS first'] : [],
    ...rowCode(group.sql),
    ...hits.stages,
    ...(hits.layers > 1 ? eventEdges : []),
    ...later.stages,
    ...passages.stages,
    ...hitCodes(hits, layout),
    ...passageCodes(numbering, hits, layout),
  ]);
  const rows: CodeRow[] = await engine.query(
    `SELECT toUInt32(bitShiftRight(code, ${layout.tailBits})) AS head,
            groupArray(bitAnd(code, {tail:UInt64})) AS tails, groupArray(n) AS counts
     FROM (
       SELECT arrayJoin(arrayConcat(${['journey_codes', 'hit_codes', ...passageArrays(numbering)].join(', ')})) AS code,
              count() AS n
       FROM ${from}
       GROUP BY code
     )
     GROUP BY head
     ORDER BY head`,
    {
      ...scopeParams(question),
      ...hits.params,
      ...group.params,
      ...later.params,
      ...passages.params,
      end: question.end,
      patience: question.patience,
      tail: 2 ** layout.tailBits - 1,
    },
    { settings: unfolding },
  );
  return readTallies(z.array(rowSchema).parse(rows), layout, numbering, groupsOf(split));
}

/** The first passage at a touchpoint that one kind of event reaches, whatever else holds, is the first event of the kind. */
const ofOneKind = ({ clauses }: PlannedTouchpoint): boolean =>
  new Set(clauses.flatMap(({ kinds }) => kinds)).size === 1 &&
  clauses.every(({ conditions }) => conditions.length === 0);

/**
 * Arrays of a whole block are worked on at once: lazily evaluated branches cost more than they save there, and the table of
 * codes is small, so that splitting it or writing it to disk would only be in the way. Folding the stages into one expression
 * takes the engine longer than it saves, and much longer with several layers.
 */
export const unfolding = {
  short_circuit_function_evaluation: 'disable',
  query_plan_merge_expressions: false,
  group_by_two_level_threshold: 0,
  group_by_two_level_threshold_bytes: 0,
  max_bytes_before_external_group_by: 0,
} as const;
