import { lowestMark, markShift } from '#measure/domain/measuring/duration-marks.ts';
import type { Numbering } from '#measure/domain/measuring/source-plan.ts';
import type { QueryParams } from '#platform/clickhouse/engine.ts';
import { type HitsSql, numbered, ofTouchpoint } from './hits-sql.ts';
import type { Stages } from './staged-sql.ts';
import { flag, type Layout, levelShift, stepsInOrder } from './tally-codes.ts';

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

/** Bits of the widest set the engine knows; the lowest and the highest step have a neighbour beside them too. */
const mostBits = 256;
const outside = 2;

/**
 * `first_at_…`: is this hit the first of the journey at its place? And, at the first passage at a step, whether the next step
 * (`after_next`) or the one before (`after_previous`) was passed already.
 *
 * `seen`: a running sum where each step, in reading order, has a few bits of its own. A touchpoint adds one to its step the
 * first time it is passed, so that no step can run over into the next: the sum tells how many touchpoints of each step have
 * been passed, and a first passage at a step, at a stage, is one where there is nothing but this one. With so many steps that
 * they do not fit, steps are told apart one by one first, and the neighbours of the first 254 of them are told.
 *
 * `known`: the name that tells the first passages at touchpoints already, if any does.
 */
export function passagesSql(
  { touchpoints, severalSteps, severalStages }: Numbering,
  { type }: HitsSql,
  known?: string,
): { stages: Stages; params: QueryParams } {
  const steps = stepsInOrder(touchpoints);
  const inStep = steps.map((id) => touchpoints.filter(({ stepId }) => stepId === id).length);
  const enough = Math.ceil(Math.log2(Math.max(1, ...inStep) + 1));
  const together = enough * (steps.length + outside) <= mostBits;
  const width = together ? enough : 1;
  const told = Math.min(steps.length, mostBits - outside);
  const bits = width * (told + outside);
  const set = bits <= 64 ? 'UInt64' : bits <= 128 ? 'UInt128' : 'UInt256';
  const all = (1n << BigInt(width)) - 1n;
  const shiftOf = (stepId: string): number => {
    const rank = steps.indexOf(stepId) + 1;
    return rank <= told ? rank * width : 0;
  };
  const stageBits = new Map<string, bigint>();
  for (const { stageId, stepId } of touchpoints) {
    stageBits.set(stageId, (stageBits.get(stageId) ?? 0n) | (all << BigInt(shiftOf(stepId))));
  }
  const added = together ? 'first_at_touchpoint' : 'first_at_step';
  const each = `arrayMap(u -> u = 1, arrayEnumerateUniq(`;
  const alone = `arrayMap((f, b, s) -> f AND bitAnd(s, bitShiftLeft(b, ${width}) - b) = b, first_at_touchpoint, step_bit, seen)`;
  const first = 'first_at_step, step_bit, seen';
  return {
    stages: [
      [`${known ?? `${each}touchpoint))`} AS first_at_touchpoint`],
      together ? [] : [`${severalSteps > 0 ? `${each}step))` : 'first_at_touchpoint'} AS first_at_step`],
      [`${ofTouchpoint(type, 'stepShifts', 'UInt8')} AS step_shift`],
      [
        `arrayMap((r, f) -> if(f${told < steps.length ? ' AND r > 0' : ''}, bitShiftLeft(1::${set}, r), 0::${set}), step_shift, ${added}) AS step_bit`,
      ],
      ['arrayCumSum(step_bit) AS seen'],
      together ? [`${severalSteps > 0 ? alone : 'first_at_touchpoint'} AS first_at_step`] : [],
      [
        severalStages === 0
          ? 'first_at_step AS first_at_stage'
          : told < steps.length
            ? `${each}stage)) AS first_at_stage`
            : `arrayMap((f, b, s, m) -> f AND bitAnd(s, m) = b, first_at_step, step_bit, seen, ${ofTouchpoint(type, 'stageBits', set)}) AS first_at_stage`,
        `arrayMap((f, b, s) -> f AND bitAnd(s, bitShiftLeft(bitShiftLeft(b, ${width}) - b, ${width})) != 0, ${first}) AS after_next`,
        `arrayMap((f, b, s) -> f AND bitAnd(s, bitShiftRight(bitShiftLeft(b, ${width}) - b, ${width})) != 0, ${first}) AS after_previous`,
      ],
    ],
    params: {
      stepShifts: numbered(touchpoints.map(({ stepId }) => shiftOf(stepId))),
      stageBits: [0n, ...touchpoints.map(({ stageId }) => stageBits.get(stageId) ?? 0n)],
    },
  };
}

/**
 * `hit_codes`: one code per hit, and `journey_codes`: one that stands for the journey. Where an event is at one touchpoint
 * at most, the place of the last event is told once by the journey instead of by every hit.
 */
export function hitCodes({ layers, type: places }: HitsSql, { type, tailBits }: Layout): Stages {
  const code = (place: string, ...parts: string[]): string =>
    `to${type}(${bits([at(`to${type}(${place})`, tailBits), ...parts])})`;
  const always = (...known: number[]): string => `${known.reduce((sum, bit) => sum + 2 ** bit, 0)}::${type}`;
  const journey = always(flag.firstAtTouchpoint);
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
      [
        `arrayMap((t, f1, f2, f3, g, n, p) -> ${code('t', counted, flags)}, touchpoint, ${order}) AS hit_codes`,
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
    ['arrayMap(i -> i = length(kinds), position) AS is_last', counts('step'), counts('stage')],
    [
      `arrayMap((t, f1, f2, f3, g, n, p, c2, c3, l) -> ${code('t', always(flag.countsAtTouchpoint), flags, also)},
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
 * `…_passages`: codes of first passages, with the time to the first later event elsewhere. Most of the time what comes next is
 * at another touchpoint, step and stage at once: a first passage at a touchpoint that is left together with its step or stage
 * tells of them too, and a step or stage has codes of its own only where it is left later than its touchpoint.
 *
 * A journey without a later event elsewhere waits until the first moment after the data, a millisecond after their end: a
 * censored duration, that counts when the journey is under way.
 */
export function passageCodes(numbering: Numbering, hits: HitsSql, layout: Layout): Stages {
  const { type, durationBits, tailBits, precision } = layout;
  const mark = (wait: string): string =>
    precision === 'exact'
      ? `toUInt64(${wait})`
      : `toUInt32(greatest(bitShiftRight(reinterpretAsUInt32(toFloat32(${wait})), ${markShift(precision)}), ${lowestMark(precision)}) - ${lowestMark(precision)})`;
  const levels = timedLevels(numbering);
  const [, ...wider] = levels;
  const waiting = `${2 ** durationBits}::${type}`;
  const code = (hasEnded: string, wait: string, ...more: string[]): string =>
    `to${type}(${bits([
      `if(${hasEnded}, 0::${type}, ${waiting})`,
      at(`to${type}(x)`, tailBits),
      mark(wait),
      ...more,
    ])})`;
  const levelBit = (level: number): number => levelShift(layout) + level - 1;
  return [
    ['arrayShiftLeft(moment, 1, {end:Int64} + 1) AS following'],
    ...(hits.layers > 1 ? nextElsewhereSeveral : nextElsewhere)(
      levels.map(({ place }) => place),
      hits.type,
    ),
    wider.flatMap(({ place, places, timed }) => [
      `arrayMap((x, f, a, b) -> f AND a != b${timed < places ? ` AND x <= ${timed}` : ''}, ${place}, first_at_${place}, ${place}_left, touchpoint_left) AS ${place}_apart`,
      // Ended or not in one number, as each array that is filtered costs as much: a wait without end is never 0.
      `arrayMap((m, n) -> if(n <= {end:Int64}, n - m, m - n), moment, ${place}_left) AS ${place}_wait`,
    ]),
    [
      `arrayMap((x, f, m, n${wider.map(({ place }) => `, ${place[2]}1, ${place[2]}2`).join('')}) -> if(f, ${code(
        'n <= {end:Int64}',
        'n - m',
        at(`1::${type}`, levelBit(1)),
        ...wider.map(({ place, level }) =>
          at(`to${type}(${place[2]}1 AND NOT ${place[2]}2)`, levelBit(level)),
        ),
      )}, 0::${type}), touchpoint, first_at_touchpoint, moment, touchpoint_left${wider
        .map(({ place }) => `, first_at_${place}, ${place}_apart`)
        .join('')}) AS touchpoint_passages`,
      ...wider.map(
        ({ place, level }) =>
          `arrayMap((x, w) -> ${code('w >= 0', 'abs(w)', at(`1::${type}`, levelBit(level)))},
             ${[place, `${place}_wait`].map((name) => `arrayFilter((v, a) -> a, ${name}, ${place}_apart)`).join(', ')}) AS ${place}_passages`,
      ),
    ],
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
