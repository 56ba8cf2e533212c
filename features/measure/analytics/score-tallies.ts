import { z } from 'zod';
import type { Numbering } from '#measure/domain/measuring/source-plan.ts';
import type { Split } from '#measure/domain/measuring/split.ts';
import { type ByPlace, emptyScores, type ScoreTally } from '#measure/domain/measuring/tally.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { groupSql, groupsOf } from './group-sql.ts';
import { type HitsSql, hitsSql } from './hits-sql.ts';
import { inScope, type JourneysScope, scopeParams } from './journeys-scope.ts';
import { unfolding } from './place-tallies.ts';
import { type Stages, staged } from './staged-sql.ts';
import { eventEdges, timedLevels } from './tally-sql.ts';

/**
 * A scale is cut into this many equal parts, and scores are added as whole parts: the sum is then the same in any order. All
 * scores of scales of up to 16 points, of 20 or of 100, are whole parts, and so are most of their means.
 */
const parts = 3_603_600;
const meanBits = 22;
const answerBits = 18;
const groupBits = 5;

const rowSchema = z.object({
  head: z.int(),
  n: z.int(),
  answers: z.int(),
  sum: z.number(),
  squares: z.number(),
});

export type ScoreTallies = {
  readonly touchpoints: ByPlace<ScoreTally>;
  readonly steps: ByPlace<ScoreTally>;
  readonly stages: ByPlace<ScoreTally>;
};

/**
 * Scores of the events at every touchpoint, step and stage, per group: the mean of each customer first, then sums over
 * customers. Scores outside the scale do not count.
 */
export async function scoreTallies(
  engine: Engine,
  question: JourneysScope & {
    readonly numbering: Numbering;
    readonly split: Split | null;
    readonly scale: { readonly min: number; readonly max: number };
  },
): Promise<ScoreTallies> {
  const { numbering, split, scale } = question;
  const hits = hitsSql(numbering, { part: 'parts' });
  const group = groupSql(split);
  const scored = staged(`lived_journey WHERE ${inScope(question)} AND has(scores.null, 0)`, [
    [
      'arrayMap(s -> assumeNotNull(s), scores) AS marks',
      'arrayResize(event_attributes, length(kinds)) AS details',
    ],
    ['arrayMap((m, n) -> NOT n AND m >= {min:Float64} AND m <= {max:Float64}, marks, scores.null) AS counts'],
    [
      'arrayFilter((k, c) -> c, kinds, counts) AS scored_kinds',
      'arrayFilter((a, c) -> c, details, counts) AS scored_details',
      `arrayMap(m -> toUInt64(round((m - {min:Float64}) / ({max:Float64} - {min:Float64}) * ${parts})),
         arrayFilter((m, c) -> c, marks, counts)) AS scored_parts`,
    ],
  ]);
  const levels = timedLevels(numbering);
  if (levels.length === 0) return readScores([], numbering, groupsOf(split));
  const from = staged(
    `(SELECT attributes, scored_kinds AS kinds, scored_details AS event_attributes, scored_parts AS parts FROM ${scored})`,
    [
      [`bitShiftLeft(toUInt64(${group.sql}), ${meanBits + answerBits}) AS row_code`],
      ...hits.stages,
      ...(hits.layers > 1 ? [...eventEdges, ...sortedEach(levels, hits)] : sortedOnce(levels, hits)),
      levels.map(({ place }) => `arrayShiftLeft(${place}_sorted, 1, 0::${hits.type}) AS ${place}_next`),
      levels.flatMap(({ place }) => [
        `arrayFilter((p, n) -> p != n, ${place}_sorted, ${place}_next) AS ${place}_each`,
        `arrayFilter((t, p, n) -> p != n, ${place}_total, ${place}_sorted, ${place}_next) AS ${place}_totals`,
      ]),
      levels.map(
        ({ place }) =>
          `arrayMap((t, u) -> t - u, ${place}_totals, arrayShiftRight(${place}_totals, 1, 0::UInt64)) AS ${place}_own`,
      ),
      levels.map(
        ({
          place,
          level,
          places,
          timed,
        }) => `arrayMap((p, o) -> ${timed < places ? `if(p <= ${timed}, ` : ''}bitOr(
            bitOr(row_code, bitShiftLeft(toUInt64(p) + ${level * 1024}, ${meanBits + answerBits + groupBits})),
            bitOr(bitShiftLeft(least(bitShiftRight(o, 44), ${2 ** answerBits - 1}), ${meanBits}),
                  toUInt64(round(bitAnd(o, ${2 ** 44 - 1}) / bitShiftRight(o, 44)))))${timed < places ? ', 0)' : ''},
            ${place}_each, ${place}_own) AS ${place}_means`,
      ),
    ],
  );
  const rows = await engine.query(
    `SELECT toUInt32(bitShiftRight(code, ${meanBits + answerBits})) AS head, sum(c) AS n,
            sum(c * bitAnd(bitShiftRight(code, ${meanBits}), ${2 ** answerBits - 1})) AS answers,
            sum(c * mean) AS sum, toFloat64(sum(toUInt128(c) * mean * mean)) AS squares
     FROM (
       SELECT arrayJoin(arrayConcat(${levels.map(({ place }) => `${place}_means`).join(', ')})) AS code, count() AS c,
              bitAnd(code, ${2 ** meanBits - 1}) AS mean
       FROM ${from}
       GROUP BY code
     )
     WHERE code != 0
     GROUP BY head
     ORDER BY head`,
    { ...scopeParams(question), ...hits.params, ...group.params, ...scale },
    { settings: unfolding },
  );
  return readScores(z.array(rowSchema).parse(rows), numbering, groupsOf(split));
}

type Levels = ReturnType<typeof timedLevels>;

/** Number of answers (from bit 44) and their sum in one running total. */
const runningTotal = (entries: string): string =>
  `arrayCumSum(arrayMap(e -> bitOr(bitShiftLeft(1::UInt64, 44), bitAnd(e, 4294967295)), ${entries}))`;

const entry = (place: string): string => `bitOr(bitShiftLeft(toUInt64(${place}), 32), q)`;

/**
 * `…_sorted`: places of the scores of a journey, equal ones together; `…_total`: running totals in the same order. Touchpoints are
 * numbered as they are read, so that those of a step, of a stage, lie together: sorted once for all levels.
 */
const sortedOnce = (levels: Levels, { type }: HitsSql): Stages => [
  [`arraySort(arrayMap((x, q) -> ${entry('x')}, touchpoint, part)) AS entries`],
  [
    `arrayMap(e -> to${type}(bitShiftRight(e, 32)), entries) AS touchpoint_sorted`,
    `${runningTotal('entries')} AS touchpoint_total`,
  ],
  levels
    .filter(({ place }) => place !== 'touchpoint')
    .flatMap(({ place }) => [
      `arrayMap(t -> transform(t, {touchpoints:Array(${type})}, {${place}Of:Array(${type})}, 0::${type}), touchpoint_sorted) AS ${place}_sorted`,
      `touchpoint_total AS ${place}_total`,
    ]),
];

/** The same where an event may be at several places: at each level an event counts once at each of its places. */
const sortedEach = (levels: Levels, { type }: HitsSql): Stages => [
  levels.map(
    ({ place }) =>
      `arraySort(arrayFilter(e -> e > 0, arrayMap((x, q, a, e) -> if(e OR a != x, ${entry('x')}, 0), ${place}, part,
         arrayShiftRight(${place}, 1, 0::${type}), event_begins))) AS ${place}_entries`,
  ),
  levels.flatMap(({ place }) => [
    `arrayMap(e -> to${type}(bitShiftRight(e, 32)), ${place}_entries) AS ${place}_sorted`,
    `${runningTotal(`${place}_entries`)} AS ${place}_total`,
  ]),
];

function readScores(rows: z.infer<typeof rowSchema>[], numbering: Numbering, groups: number): ScoreTallies {
  const { touchpoints, steps, stages, stepOf, severalSteps, severalStages } = numbering;
  const levels = [touchpoints.length, steps.length, stages.length].map((places) =>
    Array.from({ length: places }, () => Array.from({ length: groups }, emptyScores)),
  );
  const [atTouchpoints = [], atSteps = [], atStages = []] = levels;
  for (const { head, n, answers, sum, squares } of rows) {
    const place = Math.floor(head / 2 ** groupBits);
    const groupsOfPlace = levels[Math.floor(place / 1024) - 1]?.[(place % 1024) - 1];
    if (groupsOfPlace) {
      groupsOfPlace[head % 2 ** groupBits] = {
        n,
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
