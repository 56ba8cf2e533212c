import { markShift } from '#measure/domain/measuring/duration-marks.ts';
import type { Numbering } from '#measure/domain/measuring/source-plan.ts';
import type { QueryParams } from '#platform/clickhouse/engine.ts';
import { type HitsSql, numbered, ofTouchpoint } from './hits-sql.ts';
import type { Stages } from './staged-sql.ts';
import {
  flag,
  groupBits,
  groupShift,
  type Layout,
  levelShift,
  placeShift,
  stepsInOrder,
} from './tally-codes.ts';

/** Expressions over the hits of one journey (hits-sql.ts), for place-tallies.ts. */

const bits = (parts: readonly string[]): string => parts.reduce((a, b) => `bitOr(${a}, ${b})`);
const at = (sql: string, bit: number): string => (bit === 0 ? sql : `bitShiftLeft(${sql}, ${bit})`);

/** Several hits of one event: where an event begins and ends among the hits. */
export const eventEdges: Stages = [
  [
    'arrayMap((a, b) -> a != b, position, arrayShiftRight(position, 1, 0::UInt32)) AS event_begins',
    'arrayMap((a, b) -> a != b, position, arrayShiftLeft(position, 1, 0::UInt32)) AS event_ends',
  ],
];

/** The value at the next event, for each hit: `following` is the same array moved by one hit. */
const atNextEvent = (following: string): string => `arrayReverseFill((x, e) -> e, ${following}, event_ends)`;

/**
 * `goes_on`: is there, after each hit, an event of a later stage? The weight of a stage is a power of two so much larger
 * than that of the stage before that no number of its events can add up to it: the sum of the weights to come then tells
 * the furthest stage to come, in one running sum. Adding powers of two of one sign never crosses the threshold by rounding
 * (it lies half-way, in exponents). With so many stages that the powers would overflow, the furthest is looked up instead.
 */
export function laterSql(
  { ranks, rankOf }: Numbering,
  { layers, type }: Pick<HitsSql, 'layers' | 'type'>,
  longest: number,
): { stages: Stages; params: QueryParams } {
  const width = Math.ceil(Math.log2(longest * layers + 1)) + 2;
  const strictly = (name: string, zero: string): string =>
    layers > 1 ? atNextEvent(`arrayShiftLeft(${name}, 1, ${zero})`) : name;
  if (width * ranks <= 1000) {
    return {
      stages: [
        [`${ofTouchpoint(type, 'weights', 'Float64')} AS weight`],
        ['arrayReverse(arrayCumSum(arrayReverse(weight))) AS weight_from_here'],
        [
          `arrayMap((l, w) -> l >= w * ${2 ** (width - 1)}, ${strictly('weight_from_here', '0::Float64')}, weight) AS goes_on`,
        ],
      ],
      params: { weights: numbered(rankOf.map((rank) => 2 ** (width * rank))) },
    };
  }
  return {
    stages: [
      [`${ofTouchpoint(type, 'rankOf', 'UInt16')} AS rank`],
      [
        `arrayReduceInRanges('max', arrayMap(i -> (i, toUInt32(length(rank))), arrayEnumerate(rank)), rank) AS furthest`,
      ],
      [`arrayMap((l, r) -> l > r, ${strictly('furthest', '0::UInt16')}, rank) AS goes_on`],
    ],
    params: { rankOf: numbered(rankOf) },
  };
}

/** What all codes of a journey share: its group, and whether it is under way. */
export const rowCode = (group: string): Stages => [
  ['{end:Int64} - times[-1] <= {patience:Int64} AS under_way', `toUInt32(${group}) AS grp`],
  [`bitOr(${at('grp', groupShift)}, ${at('toUInt32(under_way)', flag.underWay)}) AS row_code`],
];

/** `first_at_…`: is this hit the first of the journey at its place? */
export const firstPassages = ({ severalSteps, severalStages }: Numbering): Stages => [
  ['arrayMap(u -> u = 1, arrayEnumerateUniq(touchpoint)) AS first_at_touchpoint'],
  // Where no step has two touchpoints, the first passage at the step is the one at its touchpoint.
  [
    `${severalSteps > 0 ? 'arrayMap(u -> u = 1, arrayEnumerateUniq(step))' : 'first_at_touchpoint'} AS first_at_step`,
  ],
  [
    `${severalStages > 0 ? 'arrayMap(u -> u = 1, arrayEnumerateUniq(stage))' : 'first_at_step'} AS first_at_stage`,
  ],
];

/** Steps whose order among neighbours is told at most: one bit each. */
const mostNeighbours = 254;

/**
 * `step_bit`: at the first passage at a step, the bit of that step, else 0; `steps_seen`: the bits of all steps passed so far.
 * Each bit is added once, so that the running sum is the set.
 */
export function neighbourSql(
  { touchpoints }: Numbering,
  { type }: HitsSql,
): { stages: Stages; params: QueryParams } {
  const steps = stepsInOrder(touchpoints);
  const set = steps.length < 63 ? 'UInt64' : steps.length < 127 ? 'UInt128' : 'UInt256';
  const rank = (stepId: string): number => steps.indexOf(stepId) + 1;
  return {
    stages: [
      [`${ofTouchpoint(type, 'stepRanks', 'UInt8')} AS step_rank`],
      [
        `arrayMap((r, f) -> if(f${steps.length > mostNeighbours ? ' AND r > 0' : ''}, bitShiftLeft(1::${set}, r), 0::${set}), step_rank, first_at_step) AS step_bit`,
      ],
      ['arrayCumSum(step_bit) AS steps_seen'],
      [
        'arrayMap((b, s) -> bitAnd(s, bitShiftLeft(b, 1)) != 0, step_bit, steps_seen) AS after_next',
        'arrayMap((b, s) -> bitAnd(s, bitShiftRight(b, 1)) != 0, step_bit, steps_seen) AS after_previous',
      ],
    ],
    params: {
      stepRanks: numbered(
        touchpoints.map(({ stepId }) => (rank(stepId) <= mostNeighbours ? rank(stepId) : 0)),
      ),
    },
  };
}

/**
 * `hit_codes`: one code per hit, and `journey_codes`: one that stands for the journey. Where an event is at one touchpoint
 * at most, the place of the last event is told once by the journey instead of by every hit.
 */
export function hitCodes({ layers, type: places }: HitsSql, { type }: Layout): Stages {
  const code = (place: string, ...parts: string[]): string =>
    `to${type}(${bits([at(`toUInt32(${place})`, placeShift), ...parts])})`;
  const always = (...known: number[]): string =>
    `bitOr(row_code, ${known.reduce((sum, bit) => sum + 2 ** bit, 0)}::UInt32)`;
  const journey = code('0', always(flag.firstAtTouchpoint));
  const order = 'first_at_touchpoint, first_at_step, first_at_stage, goes_on, after_next, after_previous';
  const flags = bits([
    at('f1', flag.firstAtTouchpoint),
    at('f2', flag.firstAtStep),
    at('f3', flag.firstAtStage),
    at('g', flag.goesOn),
    at('n', flag.afterNext),
    at('p', flag.afterPrevious),
  ]);
  if (layers === 1) {
    const counted = always(flag.countsAtTouchpoint, flag.countsAtStep, flag.countsAtStage);
    return [
      [`${counted} AS counted`],
      [
        `arrayMap((t, f1, f2, f3, g, n, p) -> ${code('t', 'counted', flags)}, touchpoint, ${order}) AS hit_codes`,
        `[${journey}, ${code('layer_1[-1]', always(flag.last))}] AS journey_codes`,
      ],
    ];
  }
  const counts = (place: string): string =>
    `arrayMap((a, b, e) -> e OR a != b, ${place}, arrayShiftRight(${place}, 1, 0::${places}), event_begins) AS ${place}_counts`;
  const also = bits([
    at('toUInt16(c2)', flag.countsAtStep),
    at('toUInt16(c3)', flag.countsAtStage),
    at('toUInt16(l)', flag.last),
  ]);
  return [
    [
      'arrayMap(i -> i = length(kinds), position) AS is_last',
      counts('step'),
      counts('stage'),
      `${always(flag.countsAtTouchpoint)} AS counted`,
    ],
    [
      `arrayMap((t, f1, f2, f3, g, n, p, c2, c3, l) -> ${code('t', 'counted', flags, also)},
         touchpoint, ${order}, step_counts, stage_counts, is_last) AS hit_codes`,
      `[${journey}] AS journey_codes`,
    ],
  ];
}

/** Levels timed on their own: array of place numbers, its number in a code, how many places there are, how many are timed. */
export const timedLevels = ({ touchpoints, steps, stages, severalSteps, severalStages }: Numbering) =>
  [
    { place: 'touchpoint', level: 1, places: touchpoints.length, timed: touchpoints.length },
    { place: 'step', level: 2, places: steps.length, timed: severalSteps },
    { place: 'stage', level: 3, places: stages.length, timed: severalStages },
  ].filter(({ timed }) => timed > 0);

export const passageArrays = (numbering: Numbering): string[] =>
  timedLevels(numbering).map(({ place }) => `${place}_passages`);

/**
 * `…_passages`: one code per first passage, with the time to the first later event elsewhere. A journey without one waits
 * until the first moment after the data, a millisecond after their end, and counts as censored when it is under way; when it is
 * over it has no code.
 */
export function passageCodes(numbering: Numbering, hits: HitsSql, layout: Layout): Stages {
  const { type, durationBits, tailBits, precision } = layout;
  const mark =
    precision === 'exact'
      ? 'toUInt64(n - m)'
      : `bitShiftRight(reinterpretAsUInt32(toFloat32(n - m)), ${markShift(precision)})`;
  const levels = timedLevels(numbering);
  const parts = (level: number): string =>
    bits([at(`${level}::${type}`, levelShift(layout)), at(`to${type}(grp)`, tailBits)]);
  return [
    [
      'arrayShiftLeft(moment, 1, {end:Int64} + 1) AS following',
      ...levels.flatMap(({ place, level }) => [
        `${parts(level)} AS ${place}_ended`,
        `bitOr(${parts(level)}, ${at(`1::${type}`, durationBits)}) AS ${place}_waiting`,
      ]),
    ],
    ...(hits.layers > 1 ? nextElsewhereSeveral : nextElsewhere)(
      levels.map(({ place }) => place),
      hits.type,
    ),
    levels.map(
      ({ place, places, timed }) =>
        `arrayMap((x, f, m, n) -> if(f AND (n <= {end:Int64} OR under_way)${timed < places ? ` AND x <= ${timed}` : ''}, ${bits(
          [
            `if(n <= {end:Int64}, ${place}_ended, ${place}_waiting)`,
            at(`to${type}(x)`, tailBits + groupBits),
            mark,
          ],
        )}, 0::${type}), ${place}, first_at_${place}, moment, ${place}_left) AS ${place}_passages`,
    ),
  ];
}

/** `…_left`: moment of the first later event elsewhere. One hit per event: where the run of this place ends. */
const nextElsewhere = (places: readonly string[], type: HitsSql['type']): Stages => [
  places.map(
    (place) =>
      `arrayReverseFill((x, a, b) -> a != b, following, ${place}, arrayShiftLeft(${place}, 1, 0::${type})) AS ${place}_left`,
  ),
];

/**
 * The same where an event may be at several places at once: an event is elsewhere unless all its hits are here. `only`: the
 * one place of the event of a hit, 0 when it is at several; `left_event`: moment of the first event whose `only` differs.
 */
const nextElsewhereSeveral = (places: readonly string[], type: HitsSql['type']): Stages => [
  places.map(
    (place) =>
      `arrayMap((a, b) -> if(a = b, a, 0::${type}), arrayFill((x, e) -> e, ${place}, event_begins),
         arrayReverseFill((x, e) -> e, ${place}, event_ends)) AS ${place}_only`,
  ),
  places.map((place) => `arrayShiftLeft(${place}_only, 1, 0::${type}) AS ${place}_only_following`),
  places.map(
    (place) =>
      `arrayReverseFill((x, e, a, b) -> e AND a != b, following, event_ends, ${place}_only, ${place}_only_following) AS ${place}_left_event`,
  ),
  places.map(
    (place) => `arrayMap((p, a, far, near) -> if(a = p, far, near), ${place},
         ${atNextEvent(`${place}_only_following`)},
         ${atNextEvent(`arrayShiftLeft(${place}_left_event, 1, {end:Int64} + 1)`)},
         ${atNextEvent('following')}) AS ${place}_left`,
  ),
];
