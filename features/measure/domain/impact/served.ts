import type { Difference, EstimateOptions } from '#kit/statistics/estimate.ts';
import { meanDifference } from '#kit/statistics/mean.ts';
import { adjustDifferences } from '#kit/statistics/multiple.ts';
import { shareDifference } from '#kit/statistics/share.ts';
import type { Served } from './answered.ts';

/** Customers served in one way at a place (0 … n−1): how many, and the sums of their answers and of the squares, 0…1. */
export type ServedSums = {
  readonly place: number;
  readonly served: Served;
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
};

/**
 * What a place is for satisfaction, by penalty and reward (Brandt 1987; Matzler & Sauerwein 2002). Basic: only being badly served
 * there counts. Excitement: only being well served counts. Performance: both. None: neither is beyond chance.
 */
export const placeRoles = ['basic', 'performance', 'excitement', 'none'] as const;
export type PlaceRole = (typeof placeRoles)[number];

export type Contrast = {
  readonly place: number;
  readonly customers: Readonly<Record<Served, number>>;
  /** Mean answer of the badly served, and of the well served, less that of those in between; in shares of the scale. */
  readonly penalty: Difference;
  readonly reward: Difference;
  /** Undefined where one of the two could not be told. */
  readonly role: PlaceRole | undefined;
};

const groupsOf = (sums: readonly ServedSums[]) => {
  const places = [...new Set(sums.map(({ place }) => place))].sort((a, b) => a - b);
  return places.map((place) => {
    const of = (served: Served) => {
      const found = sums.find((each) => each.place === place && each.served === served);
      const { n, sum, squares } = found ?? { n: 0, sum: 0, squares: 0 };
      const mean = n > 0 ? sum / n : 0;
      const sd = n > 1 ? Math.sqrt(Math.max(0, squares - n * mean * mean) / (n - 1)) : 0;
      return { n, mean, sd, sum };
    };
    return { place, badly: of('badly'), between: of('between'), well: of('well') };
  });
};

/** Penalty and reward of each place (Welch), all adjusted together; places with neither are left out. */
export function contrasts(sums: readonly ServedSums[], options: EstimateOptions): Contrast[] {
  const groups = groupsOf(sums);
  const adjusted = adjustDifferences(
    groups.flatMap(({ badly, between, well }) => [
      meanDifference(badly, between, options),
      meanDifference(well, between, options),
    ]),
  );
  return groups.flatMap(({ place, badly, between, well }, at) => {
    const [penalty, reward] = [adjusted[2 * at]!, adjusted[2 * at + 1]!];
    if (penalty.withheld && reward.withheld) return [];
    const customers = { badly: badly.n, between: between.n, well: well.n };
    return [{ place, customers, penalty, reward, role: roleOf(penalty, reward) }];
  });
}

function roleOf(penalty: Difference, reward: Difference): PlaceRole | undefined {
  if (penalty.withheld || reward.withheld) return undefined;
  const punishes = isSure(penalty) && penalty.value < 0;
  const rewards = isSure(reward) && reward.value > 0;
  if (punishes) return rewards ? 'performance' : 'basic';
  return rewards ? 'excitement' : 'none';
}

const isSure = (difference: Difference): boolean =>
  !difference.withheld && (difference.adjustedP ?? difference.p) < 1 - difference.level;

export type Turn = {
  readonly place: number;
  readonly badly: number;
  readonly well: number;
  /** Answer of the well served less that of the badly served: in shares of the scale, or of those who reach the goal. */
  readonly difference: Difference;
  readonly sure: boolean;
};

/**
 * Where the answer turns most: the gap between those well and badly served at each place, adjusted over all places, the widest sure
 * one first. Of an answer that is yes or no the gap is one of shares (Newcombe), of a score one of means (Welch).
 */
export function turns(
  sums: readonly ServedSums[],
  options: EstimateOptions & { readonly yesOrNo: boolean },
): Turn[] {
  const { yesOrNo, ...told } = options;
  const groups = groupsOf(sums);
  const adjusted = adjustDifferences(
    groups.map(({ well, badly }) =>
      yesOrNo
        ? shareDifference(
            { successes: Math.round(well.sum), n: well.n },
            { successes: Math.round(badly.sum), n: badly.n },
            told,
          )
        : meanDifference(well, badly, told),
    ),
  );
  const size = ({ difference }: Turn): number =>
    difference.withheld ? Number.NEGATIVE_INFINITY : Math.abs(difference.value);
  return groups
    .map(({ place, badly, well }, at): Turn => {
      const difference = adjusted[at]!;
      return { place, badly: badly.n, well: well.n, difference, sure: isSure(difference) };
    })
    .toSorted((a, b) => Number(b.sure) - Number(a.sure) || size(b) - size(a) || a.place - b.place);
}
