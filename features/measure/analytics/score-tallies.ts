import { z } from 'zod';
import type { Numbering } from '#measure/domain/measuring/source-plan.ts';
import type { Split } from '#measure/domain/measuring/split.ts';
import { type ByPlace, emptyScores, type ScoreTally } from '#measure/domain/measuring/tally.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { groupsOf } from './group-sql.ts';
import { type HitsSql, hitsSql } from './hits-sql.ts';
import { countedCodes, type JourneyCodes, toldOf, unfolding } from './journey-codes.ts';
import { inScope, type JourneysScope, scopeParams } from './journeys-scope.ts';
import { askCodes, type KeptCodes } from './kept-codes.ts';
import { staged } from './staged-sql.ts';
import { eventEdges, timedLevels } from './tally-sql.ts';

/**
 * A scale is cut into this many equal parts, and scores are added as whole parts: the sum is then the same in any order. All
 * scores of scales of up to 16 points, of 20 or of 100, are whole parts, and so are most of their means.
 */
const parts = 3_603_600;
const meanBits = 22;
const answerBits = 18;
/** Level and number of a place. */
const placeBits = 12;

const rowSchema = z.object({
  head: z.int(),
  customers: z.int(),
  answers: z.int(),
  sum: z.number(),
  squares: z.number(),
});

export type ScoreTallies = {
  readonly touchpoints: ByPlace<ScoreTally>;
  readonly steps: ByPlace<ScoreTally>;
  readonly stages: ByPlace<ScoreTally>;
};

export type ScoresQuestion = JourneysScope & {
  readonly numbering: Numbering;
  readonly split: Split | null;
  readonly scale: { readonly min: number; readonly max: number };
};

/**
 * Scores of the events at every touchpoint, step and stage, per group: the mean of each customer first, then sums over
 * customers. Scores outside the scale do not count.
 */
export async function scoreTallies(
  engine: Engine,
  question: ScoresQuestion,
  kept?: KeptCodes,
): Promise<ScoreTallies> {
  const { numbering, split } = question;
  if (timedLevels(numbering).length === 0) return readScores([], numbering, groupsOf(split));
  const told = toldOf('UInt64', meanBits + answerBits + placeBits, split);
  const rows = await askCodes(
    question,
    (scope) => scoreCodes(scope, question),
    kept,
    ({ from, params }) =>
      engine.query(
        `SELECT toUInt32(bitShiftRight(code, ${meanBits + answerBits})) AS head, sum(n) AS customers,
                sum(n * bitAnd(bitShiftRight(code, ${meanBits}), ${2 ** answerBits - 1})) AS answers,
                sum(n * mean) AS sum, toFloat64(sum(toUInt128(n) * mean * mean)) AS squares
         FROM (SELECT code, n, bitAnd(code, ${2 ** meanBits - 1}) AS mean FROM (${countedCodes(from, told.sql)}))
         GROUP BY head
         ORDER BY head`,
        { ...params, ...told.params },
        { settings: unfolding },
      ),
  );
  return readScores(z.array(rowSchema).parse(rows), numbering, groupsOf(split));
}

/** Codes of the scores a journey gave: from the lowest bit its mean at a place in parts, how many, and the place. */
function scoreCodes(
  scope: JourneysScope,
  { numbering, scale }: Pick<ScoresQuestion, 'numbering' | 'scale'>,
): JourneyCodes {
  const hits = hitsSql(numbering, { part: 'parts' });
  const of = 'notEmpty(scored_kinds)';
  const levels = timedLevels(numbering);
  // Where events have attributes of their own, those of the events that have a score.
  const scored = staged(`lived_journey WHERE ${inScope(scope)} AND ${of}`, [
    [
      'fingerprint',
      'scored_kinds AS answered_kinds',
      'scored AS marks',
      'arrayFilter((a, n) -> NOT n, arrayResize(event_attributes, length(kinds)), scores.null) AS answered_details',
      'arrayMap(m -> m >= {min:Float64} AND m <= {max:Float64}, scored) AS counts',
    ],
    [
      'arrayFilter((k, c) -> c, answered_kinds, counts) AS kinds_in_scale',
      'arrayFilter((a, c) -> c, answered_details, counts) AS details_in_scale',
      `arrayMap(m -> toUInt64(round((m - {min:Float64}) / ({max:Float64} - {min:Float64}) * ${parts})),
         arrayFilter((m, c) -> c, marks, counts)) AS parts_in_scale`,
    ],
  ]);
  const from = staged(
    `(SELECT workspace_id, source_id, customer, attributes, first_time, last_time, closed, fingerprint, kinds_in_scale AS kinds, details_in_scale AS event_attributes, parts_in_scale AS parts FROM ${scored})`,
    [
      ...hits.stages,
      ...(hits.layers > 1 ? eventEdges : []),
      [`arraySort(arrayConcat(${levels.map((level) => entriesOf(level, hits)).join(', ')})) AS entries`],
      [
        'arrayMap(e -> toUInt16(bitShiftRight(e, 32)), entries) AS places',
        'arrayCumSum(arrayMap(e -> bitOr(bitShiftLeft(1::UInt64, 44), bitAnd(e, 4294967295)), entries)) AS totals',
      ],
      ['arrayShiftLeft(places, 1, 0::UInt16) AS next_places'],
      [
        'arrayFilter((p, n) -> p != n, places, next_places) AS each_place',
        'arrayFilter((t, p, n) -> p != n, totals, places, next_places) AS each_total',
      ],
      ['arrayMap((t, u) -> t - u, each_total, arrayShiftRight(each_total, 1, 0::UInt64)) AS own'],
      [
        `arrayMap((p, o) -> bitOr(
            bitShiftLeft(toUInt64(p), ${meanBits + answerBits}),
            bitOr(bitShiftLeft(least(bitShiftRight(o, 44), ${2 ** answerBits - 1}), ${meanBits}),
                  toUInt64(round(bitAnd(o, ${2 ** 44 - 1}) / bitShiftRight(o, 44))))),
            each_place, own) AS codes`,
      ],
    ],
  );
  return { type: 'UInt64', of, from, params: { ...scopeParams(scope), ...hits.params, ...scale } };
}

type Level = ReturnType<typeof timedLevels>[number];

/**
 * The scores of a journey at the places of one level: the place (levels apart) above bit 32, the score below. Nothing (0) for a
 * place that is not timed on its own. Where an event may be at several places, it counts once at each.
 */
function entriesOf({ place, level, places, timed }: Level, { layers, type }: HitsSql): string {
  const entry = `bitOr(bitShiftLeft(toUInt64(x) + ${level * 1024}, 32), q)`;
  const conditions = [
    ...(layers > 1 ? ['(begins OR before != x)'] : []),
    ...(timed < places ? [`x <= ${timed}`] : []),
  ];
  const kept = conditions.length > 0 ? `if(${conditions.join(' AND ')}, ${entry}, 0)` : entry;
  return layers > 1
    ? `arrayMap((x, q, before, begins) -> ${kept}, ${place}, part, arrayShiftRight(${place}, 1, 0::${type}), event_begins)`
    : `arrayMap((x, q) -> ${kept}, ${place}, part)`;
}

function readScores(rows: z.infer<typeof rowSchema>[], numbering: Numbering, groups: number): ScoreTallies {
  const { touchpoints, steps, stages, stepOf, severalSteps, severalStages } = numbering;
  const levels = [touchpoints.length, steps.length, stages.length].map((places) =>
    Array.from({ length: places }, () => Array.from({ length: groups }, emptyScores)),
  );
  const [atTouchpoints = [], atSteps = [], atStages = []] = levels;
  for (const { head, customers, answers, sum, squares } of rows) {
    const place = head % 2 ** placeBits;
    const groupsOfPlace = levels[Math.floor(place / 1024) - 1]?.[(place % 1024) - 1];
    if (groupsOfPlace) {
      groupsOfPlace[head >> placeBits] = {
        n: customers,
        answers,
        sum: sum / parts,
        sumOfSquares: squares / (parts * parts),
      };
    }
  }
  // A step with one touchpoint, a stage with one step, has the scores of its only part.
  for (let step = severalSteps; step < steps.length; step++) {
    atSteps[step] = atTouchpoints[stepOf.indexOf(step + 1)] ?? [];
  }
  for (let stage = severalStages; stage < stages.length; stage++) {
    const only = touchpoints.find(({ stageId }) => stageId === stages[stage]);
    atStages[stage] = atSteps[steps.indexOf(only?.stepId ?? '')] ?? [];
  }
  return {
    touchpoints: new Map(touchpoints.map(({ id }, index) => [id, atTouchpoints[index] ?? []])),
    steps: new Map(steps.map((id, index) => [id, atSteps[index] ?? []])),
    stages: new Map(stages.map((id, index) => [id, atStages[index] ?? []])),
  };
}
