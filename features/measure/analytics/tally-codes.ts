import {
  durationOf,
  lowestMark,
  type MarkBits,
  type Precision,
} from '#measure/domain/measuring/duration-marks.ts';
import type { Numbering } from '#measure/domain/measuring/source-plan.ts';
import {
  type ByPlace,
  emptyTally,
  type PlaceTally,
  type SourceTallies,
} from '#measure/domain/measuring/tally.ts';

/**
 * Codes the engine counts. Bits from the lowest:
 *
 * - what is counted apart under one head, the tail: of a hit its flags; of a first passage its duration (12 bits as a mark, 42
 *   in milliseconds), then whether it is censored. A censored duration is counted to the millisecond after the end of the data;
 * - place (10): the touchpoint of a hit, 0 standing for the journey itself with the first flag;
 * - level (3): 0 for a hit, else what it is a first passage of: touchpoint (1), step (2), stage (4), at least one. The place is
 *   a touchpoint when that is among them;
 * - what is asked of the journey and not of its events, added when codes are counted (code-counts.ts): is it under way (1), its
 *   group (5). A censored passage of a journey that is over counts for nothing: it will never end.
 */
export type Layout = {
  readonly type: 'UInt32' | 'UInt64';
  readonly durationBits: number;
  /** Duration and censored: what is counted apart under one head. */
  readonly tailBits: number;
  readonly precision: Precision;
};

export const flag = {
  firstAtTouchpoint: 0,
  firstAtStep: 1,
  firstAtStage: 2,
  /** A later stage comes after. */
  goesOn: 3,
  /** First passage at the step, after the next step (in reading order) was taken; after the one before it was. */
  afterNext: 4,
  afterPrevious: 5,
  /** The event is counted there: it is not at the step, the stage already through another touchpoint. */
  countsAtTouchpoint: 6,
  countsAtStep: 7,
  countsAtStage: 8,
  /** The event is the last of the journey. Without `countsAtTouchpoint`: told apart, the event itself is counted elsewhere. */
  last: 9,
} as const;
const placeBits = 10;
const levelBits = 3;
/** Touchpoints bound to one source. */
export const mostTouchpoints = 2 ** placeBits - 1;

export const layoutFor = (precision: Precision): Layout =>
  precision === 'exact'
    ? { type: 'UInt64', durationBits: 42, tailBits: 43, precision }
    : { type: 'UInt32', durationBits: 12, tailBits: 13, precision };

/** Lowest bit of what is told of a journey. */
export const journeyShift = ({ tailBits }: Layout): number => tailBits + placeBits + levelBits;
export const levelShift = ({ tailBits }: Layout): number => tailBits + placeBits;

export type CodeRow = {
  readonly head: number;
  readonly tails: readonly number[];
  readonly counts: readonly number[];
};

/** Turns counted codes into tallies of places, by number of the group (`groups` of them, none included). */
export function readTallies(
  rows: readonly CodeRow[],
  layout: Layout,
  numbering: Numbering,
  groups: number,
): SourceTallies {
  const journeys = new Array<number>(groups).fill(0);
  const touchpoints = numbering.touchpoints.map(() => tallies(groups));
  const steps = numbering.steps.map(() => tallies(groups));
  const stages = numbering.stages.map(() => tallies(groups));
  const neighbours = new Neighbours(numbering);
  const timed = new Timed([touchpoints, steps, stages]);

  for (const { head, tails, counts } of rows) {
    const place = (head % 2 ** placeBits) - 1;
    const of = (head >> placeBits) % 2 ** levelBits;
    const underWay = ((head >> (placeBits + levelBits)) & 1) === 1;
    const group = head >> (placeBits + levelBits + 1);
    if (of > 0) {
      const passages = { tails, counts, underWay };
      if (of & 1) timed.add(0, place, group, passages);
      if (of & 2) timed.add(1, of & 1 ? numbering.stepOf[place]! - 1 : place, group, passages);
      if (of & 4) timed.add(2, of & 1 ? numbering.stageOf[place]! - 1 : place, group, passages);
      continue;
    }
    tails.forEach((code, index) => {
      const n = counts[index]!;
      if (place < 0) {
        if (has(code, flag.firstAtTouchpoint)) journeys[group]! += n;
        return;
      }
      neighbours.count(place, code, n);
      const step = numbering.stepOf[place]! - 1;
      const stage = numbering.stageOf[place]! - 1;
      const hit = { code, n, underWay };
      countHit(touchpoints[place]?.[group], hit, flag.firstAtTouchpoint, flag.countsAtTouchpoint);
      countHit(steps[step]?.[group], hit, flag.firstAtStep, flag.countsAtStep);
      countHit(stages[stage]?.[group], hit, flag.firstAtStage, flag.countsAtStage);
    });
  }
  timed.tell(layout);
  timeLikeItsOnlyPart(numbering, touchpoints, steps, stages);
  const byId = (ids: readonly string[], values: readonly PlaceTally[][]): ByPlace<PlaceTally> =>
    new Map(ids.map((id, index) => [id, values[index]!]));
  return {
    journeys,
    neighbours: neighbours.pairs(),
    touchpoints: byId(
      numbering.touchpoints.map(({ id }) => id),
      touchpoints,
    ),
    steps: byId(numbering.steps, steps),
    stages: byId(numbering.stages, stages),
  };
}

/** In which order journeys first pass at neighbouring steps, all groups together. */
class Neighbours {
  readonly #steps: readonly string[];
  readonly #rank: readonly number[];
  readonly #straight: number[];
  readonly #inverted: number[];

  constructor({ touchpoints }: Numbering) {
    this.#steps = stepsInOrder(touchpoints);
    this.#rank = touchpoints.map(({ stepId }) => this.#steps.indexOf(stepId));
    this.#straight = this.#steps.map(() => 0);
    this.#inverted = this.#steps.map(() => 0);
  }

  count(touchpoint: number, code: number, n: number): void {
    const rank = this.#rank[touchpoint]!;
    if (has(code, flag.afterNext)) this.#inverted[rank]! += n;
    if (has(code, flag.afterPrevious)) this.#straight[rank - 1]! += n;
  }

  pairs(): SourceTallies['neighbours'] {
    return this.#steps.slice(1).flatMap((second, rank) => {
      const inverted = this.#inverted[rank]!;
      const both = inverted + this.#straight[rank]!;
      return both > 0 ? [{ first: this.#steps[rank]!, second, both, inverted }] : [];
    });
  }
}

/** Steps in reading order: that of their touchpoints. */
export const stepsInOrder = (touchpoints: Numbering['touchpoints']): string[] => [
  ...new Set(touchpoints.map(({ stepId }) => stepId)),
];

type Passages = Omit<CodeRow, 'head'> & { readonly underWay: boolean };

/** Durations at the places of each level, per group: the codes of several heads may tell of one of them. */
class Timed {
  readonly #levels: readonly (readonly PlaceTally[][])[];
  readonly #rows = new Map<PlaceTally, Passages[]>();

  constructor(levels: readonly (readonly PlaceTally[][])[]) {
    this.#levels = levels;
  }

  add(level: number, place: number, group: number, row: Passages): void {
    const tally = this.#levels[level]?.[place]?.[group];
    if (!tally) return;
    const rows = this.#rows.get(tally);
    if (rows) rows.push(row);
    else this.#rows.set(tally, [row]);
  }

  /** Equal durations together, in order. */
  tell({ durationBits, precision }: Layout): void {
    const censoredBit = 2 ** durationBits;
    const add = (tally: PlaceTally, time: number, n: number, censored: boolean): void => {
      tally.durations.push({ time, events: censored ? 0 : n, censored: censored ? n : 0 });
    };
    if (precision === 'exact') {
      for (const [tally, rows] of this.#rows) {
        const sums = new Map<number, number>();
        for (const { tails, counts, underWay } of rows)
          tails.forEach((tail, at) => {
            if (underWay || tail < censoredBit) sums.set(tail, (sums.get(tail) ?? 0) + counts[at]!);
          });
        for (const [tail, n] of [...sums].sort(([a], [b]) => a - b))
          add(tally, tail >= censoredBit ? tail - censoredBit - 1 : tail, n, tail >= censoredBit);
      }
      return;
    }
    const times = timesOf(precision, durationBits);
    const sums = new Float64Array(2 * censoredBit);
    for (const [tally, rows] of this.#rows) {
      let from = sums.length;
      let to = 0;
      for (const { tails, counts, underWay } of rows) {
        const bound = underWay ? sums.length : censoredBit;
        for (let at = 0; at < tails.length; at++) {
          const tail = tails[at]!;
          if (tail >= bound) continue;
          sums[tail]! += counts[at]!;
          if (tail < from) from = tail;
          if (tail > to) to = tail;
        }
      }
      for (let tail = from; tail <= to; tail++) {
        const n = sums[tail]!;
        if (n === 0) continue;
        sums[tail] = 0;
        add(tally, times[tail % censoredBit]!, n, tail >= censoredBit);
      }
    }
  }
}

const knownTimes = new Map<MarkBits, Float64Array>();

/** The duration each mark of a code stands for. */
function timesOf(precision: MarkBits, durationBits: number): Float64Array {
  let times = knownTimes.get(precision);
  if (!times) {
    times = Float64Array.from({ length: 2 ** durationBits }, (_, mark) =>
      mark === 0 ? 0 : durationOf(mark + lowestMark(precision), precision),
    );
    knownTimes.set(precision, times);
  }
  return times;
}

const tallies = (groups: number): PlaceTally[] => Array.from({ length: groups }, emptyTally);

const has = (code: number, bit: number): boolean => ((code >> bit) & 1) === 1;

type Hits = { readonly code: number; readonly n: number; readonly underWay: boolean };

function countHit(
  tally: PlaceTally | undefined,
  { code, n, underWay }: Hits,
  first: number,
  counts: number,
): void {
  if (!tally) return;
  const apart = !has(code, flag.countsAtTouchpoint);
  if (has(code, counts)) tally.volume += n;
  if (has(code, flag.last) && (apart || has(code, counts))) {
    if (underWay) tally.inProgress += n;
    else tally.stopped += n;
  }
  if (!has(code, first)) return;
  tally.customers += n;
  if (has(code, flag.goesOn)) tally.wentOn += n;
  else if (underWay) tally.undecided += n;
}

/** A step with one touchpoint, a stage with one step, is left when its part is left: it is not timed twice. */
function timeLikeItsOnlyPart(
  { touchpoints, steps, stages, stepOf, severalSteps, severalStages }: Numbering,
  atTouchpoints: readonly PlaceTally[][],
  atSteps: readonly PlaceTally[][],
  atStages: readonly PlaceTally[][],
): void {
  const copy = (from: readonly PlaceTally[] | undefined, to: readonly PlaceTally[] | undefined): void =>
    to?.forEach((tally, group) => {
      tally.durations = [...(from?.[group]?.durations ?? [])];
    });
  for (let step = severalSteps; step < steps.length; step++) {
    copy(atTouchpoints[stepOf.indexOf(step + 1)], atSteps[step]);
  }
  for (let stage = severalStages; stage < stages.length; stage++) {
    const only = touchpoints.find(({ stageId }) => stageId === stages[stage]);
    copy(atSteps[steps.indexOf(only?.stepId ?? '')], atStages[stage]);
  }
}
