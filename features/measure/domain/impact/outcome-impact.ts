import { z } from 'zod';
import {
  type BucketTable,
  bucketTable,
  drawnEstimate,
  percentileInterval,
  resample,
  wholeSums,
} from '#kit/statistics/bootstrap.ts';
import type { Difference, Estimate } from '#kit/statistics/estimate.ts';
import { adjustDifferences } from '#kit/statistics/multiple.ts';
import { shareDifference } from '#kit/statistics/share.ts';
import {
  chainRoom,
  type PassageCounts,
  passageCell,
  passageCells,
  removalEffects,
} from './removal-effect.ts';
import { shapleyCredit } from './shapley.ts';

/** The journeys of one bucket of customers that are over, or have reached the goal; each is read up to the goal. */
export type OutcomeBucket = {
  /** `from` 0: the begin, 1 … n: a place; `to` 1 … n: a place, n+1: the goal, n+2: over without it. */
  readonly passages: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  /** Journeys by place (1 … n; 0: all of them), by whether they reach the goal, and by how many different places they pass. */
  readonly passers: readonly {
    readonly place: number;
    readonly reached: boolean;
    readonly different: number;
    readonly journeys: number;
  }[];
};

/** The outcome looked at: the goal is reached, or the journey ends without it. */
export const outcomeSchema = z.enum(['reached', 'missed']);
export type Outcome = z.infer<typeof outcomeSchema>;

export type PlaceImpact = {
  /** 0 … n−1. */
  readonly place: number;
  /** Passages before the end of the journey, and journeys with one. */
  readonly passages: number;
  readonly journeys: number;
  /** Share of the outcomes that go through the place, in the chain. */
  readonly removal: Estimate;
  /** Rank of the removal effect, the largest first, and between which ranks it lies. */
  readonly rank: { readonly value: number; readonly low: number; readonly high: number };
  /** Share of the outcomes that are credited to the place. */
  readonly credit: Estimate;
  /** Share with the outcome of those who pass here, less that of those who do not; adjusted over all places. */
  readonly difference: Difference;
};

export type OutcomeImpact = {
  readonly journeys: number;
  readonly outcomes: number;
  readonly places: readonly PlaceImpact[];
};

/**
 * What each place counts for in an outcome, with intervals over customers. Under the minimum of outcomes, or of journeys without
 * the outcome, there is nothing to compare: no place is told. The places nobody passes are left out; the largest removal effect
 * comes first.
 */
export function outcomeImpact(
  places: number,
  buckets: readonly OutcomeBucket[],
  options: {
    readonly outcome: Outcome;
    readonly minimum: number;
    readonly designEffect?: number;
    readonly times?: number;
  },
): OutcomeImpact {
  const { minimum, designEffect = 1, times } = options;
  const tables = [
    passageTable(places, buckets, options.outcome),
    passerTable(places, buckets, options.outcome),
  ] as const;
  const [passages, passers] = tables.map(wholeSums) as [Float64Array, Float64Array];
  const [journeys, outcomes] = [passers[0]!, passers[1]!];
  if (outcomes < minimum || journeys - outcomes < minimum) return { journeys, outcomes, places: [] };
  const passed = Array.from({ length: places }, (_, place) => place).filter(
    (place) => passers[passerCell(place)]! > 0,
  );
  const room = chainRoom(places);
  const whole = removalEffects(places, passages, room).effects;
  const drawn = passed.map(() => ({ removal: [] as number[], rank: [] as number[], credit: [] as number[] }));
  resample(
    tables,
    ([paths, people]) => {
      const { effects } = removalEffects(places, paths!, room);
      const ranks = ranksOf(passed.map((place) => effects[place]!));
      const all = people![1]!;
      passed.forEach((place, at) => {
        const into = drawn[at]!;
        into.removal.push(all > 0 ? effects[place]! : Number.NaN);
        into.rank.push(ranks[at]!);
        into.credit.push(all > 0 ? people![passerCell(place) + 2]! / all : Number.NaN);
      });
    },
    times === undefined ? {} : { times },
  );
  const ranks = ranksOf(passed.map((place) => whole[place]!));
  const differences = adjustDifferences(
    passed.map((place) => {
      const n = passers[passerCell(place)]!;
      const successes = passers[passerCell(place) + 1]!;
      return shareDifference(
        { successes, n },
        { successes: outcomes - successes, n: journeys - n },
        { minimum, designEffect },
      );
    }),
  );
  const of = (n: number) => ({ n, buckets: buckets.length });
  const told = passed.map((place, at): PlaceImpact => {
    const n = passers[passerCell(place)]!;
    const { removal, rank, credit } = drawn[at]!;
    const between = percentileInterval(Float64Array.from(rank), buckets.length);
    return {
      place,
      passages: entering(places, passages, place),
      journeys: n,
      removal: drawnEstimate(whole[place]!, Float64Array.from(removal), of(n), { minimum }),
      rank: {
        value: ranks[at]!,
        low: Math.min(ranks[at]!, Math.floor(between.low)),
        high: Math.max(ranks[at]!, Math.ceil(between.high)),
      },
      credit: drawnEstimate(passers[passerCell(place) + 2]! / outcomes, Float64Array.from(credit), of(n), {
        minimum,
      }),
      difference: differences[at]!,
    };
  });
  return { journeys, outcomes, places: told.toSorted((a, b) => a.rank.value - b.rank.value) };
}

function entering(places: number, passages: PassageCounts, place: number): number {
  let sum = 0;
  for (let from = 0; from <= places; from++) sum += passages[passageCell(places, from, place)]!;
  return sum;
}

/** Rank of each value, from 1, the largest first; equal values in the order given. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, at) => at).sort((a, b) => values[b]! - values[a]! || a - b);
  const ranks = new Array<number>(values.length);
  order.forEach((at, rank) => {
    ranks[at] = rank + 1;
  });
  return ranks;
}

/** Where to in the cells of the chain: a place, the outcome looked at, or the other end. */
function passageTable(places: number, buckets: readonly OutcomeBucket[], outcome: Outcome): BucketTable {
  const column = (to: number): number => {
    if (to <= places) return to - 1;
    return (to === places + 1) === (outcome === 'reached') ? places : places + 1;
  };
  return bucketTable(
    passageCells(places),
    buckets.map(({ passages }) => ({
      cells: passages.map(({ from, to }) => passageCell(places, from, column(to))),
      values: passages.map(({ count }) => count),
    })),
  );
}

/** Cells: all journeys, all outcomes; then for each place its journeys, its outcomes and its credit. */
const passerCell = (place: number): number => 2 + 3 * place;

function passerTable(places: number, buckets: readonly OutcomeBucket[], outcome: Outcome): BucketTable {
  const width = passerCell(places);
  return bucketTable(
    width,
    buckets.map(({ passers }) => {
      const row = new Array<number>(width).fill(0);
      const withOutcome = passers.filter(({ reached }) => reached === (outcome === 'reached'));
      for (const { place, journeys } of passers) row[place === 0 ? 0 : passerCell(place - 1)]! += journeys;
      for (const { place, journeys } of withOutcome)
        row[place === 0 ? 1 : passerCell(place - 1) + 1]! += journeys;
      shapleyCredit(
        places,
        withOutcome.flatMap(({ place, different, journeys }) =>
          place === 0 ? [] : [{ place: place - 1, different, journeys }],
        ),
      ).forEach((credit, place) => {
        row[passerCell(place) + 2] = credit;
      });
      const cells = row.flatMap((value, cell) => (value === 0 ? [] : [cell]));
      return { cells, values: cells.map((cell) => row[cell]!) };
    }),
  );
}
