import { z } from 'zod';
import type { Precision } from '#measure/domain/measuring/duration-marks.ts';
import type { Numbering, PlannedTouchpoint } from '#measure/domain/measuring/source-plan.ts';
import type { Split } from '#measure/domain/measuring/split.ts';
import type { SourceTallies } from '#measure/domain/measuring/tally.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { groupsOf } from './group-sql.ts';
import { hitsSql } from './hits-sql.ts';
import { countedCodes, type JourneyCodes, toldOf, unfolding } from './journey-codes.ts';
import { inScope, type JourneysScope, scopeParams } from './journeys-scope.ts';
import { askCodes, type KeptCodes } from './kept-codes.ts';
import { staged } from './staged-sql.ts';
import { type CodeRow, journeyShift, layoutFor, readTallies } from './tally-codes.ts';
import { eventEdges, hitCodes, laterSql, passageArrays, passageCodes, passagesSql } from './tally-sql.ts';

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
export async function placeTallies(
  engine: Engine,
  question: TalliesQuestion,
  kept?: KeptCodes,
): Promise<SourceTallies> {
  const { numbering, split } = question;
  const layout = layoutFor(question.precision);
  const told = toldOf(layout.type, journeyShift(layout), split, question);
  const rows = await askCodes(
    question,
    (scope) => placeCodes(scope, question),
    kept,
    ({ from, params }) =>
      engine.query<CodeRow>(
        `SELECT toUInt32(bitShiftRight(code, ${layout.tailBits})) AS head,
                groupArray(bitAnd(code, {tail:UInt64})) AS tails, groupArray(n) AS counts
         FROM (${countedCodes(from, told.sql)})
         GROUP BY head
         ORDER BY head`,
        { ...params, ...told.params, tail: 2 ** layout.tailBits - 1 },
        { settings: unfolding },
      ),
  );
  return readTallies(z.array(rowSchema).parse(rows), layout, numbering, groupsOf(split));
}

/** Codes as `tally-codes.ts` lays them out. */
function placeCodes(
  scope: JourneysScope,
  { numbering, longest, end, precision }: Omit<TalliesQuestion, 'split' | 'patience'>,
): JourneyCodes {
  const layout = layoutFor(precision);
  const oneKindEach = numbering.touchpoints.every(ofOneKind);
  const hits = hitsSql(numbering, { moment: 'times', ...(oneKindEach && { first_passage: 'first' }) });
  const passages = passagesSql(numbering, hits, oneKindEach ? 'first_passage' : undefined);
  const later = laterSql(numbering, hits, longest);
  return {
    type: layout.type,
    of: 'true',
    from: staged(`lived_journey WHERE ${inScope(scope)}`, [
      ['fingerprint', ...(oneKindEach ? ['first_of_kind AS first'] : [])],
      ...hits.stages,
      ...(hits.layers > 1 ? eventEdges : []),
      ...later.stages,
      ...passages.stages,
      ...hitCodes(hits, layout),
      ...passageCodes(numbering, hits, layout),
      [`arrayConcat(${['journey_codes', 'hit_codes', ...passageArrays(numbering)].join(', ')}) AS codes`],
    ]),
    params: { ...scopeParams(scope), ...hits.params, ...later.params, ...passages.params, end },
  };
}

/** The first passage at a touchpoint that one kind of event reaches, whatever else holds, is the first event of the kind. */
const ofOneKind = ({ clauses }: PlannedTouchpoint): boolean =>
  new Set(clauses.flatMap(({ kinds }) => kinds)).size === 1 &&
  clauses.every(({ conditions }) => conditions.length === 0);
