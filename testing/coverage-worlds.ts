import { meanInterval } from '#kit/statistics/mean.ts';
import { adjustDifferences } from '#kit/statistics/multiple.ts';
import { npsDifference, npsInterval } from '#kit/statistics/nps.ts';
import { createRandom, type Random, seedFrom } from '#kit/statistics/random.ts';
import { shareDifference, wilson } from '#kit/statistics/share.ts';
import { survivalQuantile } from '#kit/statistics/survival.ts';

/**
 * Worlds whose truth is known, to count how often what is said of a sample holds it. Each truth is drawn too (fixed seeds): one
 * share or one shape of answers alone would say more of that one than of the formula.
 */
type Bounds = { readonly low: number | null; readonly high: number | null };
type World = {
  /** A truth, and a sample of n people with the interval told of it. */
  truth(random: Random): { readonly value: number; told(random: Random, n: number): Bounds };
};

/** Shares that add up to one; each at least a twentieth of an even part. */
function sharesOf(random: Random, parts: number): number[] {
  const weights = Array.from({ length: parts }, () => 0.05 + random.exponential());
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** How many of n people are in each part. */
function drawn(random: Random, n: number, shares: readonly number[]): number[] {
  const counts = shares.map(() => 0);
  for (let person = 0; person < n; person++) {
    let left = random.next();
    let part = 0;
    while (part < shares.length - 1 && left >= shares[part]!) left -= shares[part++]!;
    counts[part]!++;
  }
  return counts;
}

const shareWorld = (least: number, most: number): World => ({
  truth(random) {
    const share = least + (most - least) * random.next();
    return { value: share, told: (r, n) => wilson(drawn(r, n, [share, 1 - share])[0]!, n) };
  },
});

/** Waits of gamma shape, from steep to bell-like; `seen` up to a moment of their own where some are still under way. */
const waitWorld = (censored: boolean): World => ({
  truth(random) {
    const shape = 1 + random.below(4);
    const wait = (r: Random): number => {
      let sum = 0;
      for (let part = 0; part < shape; part++) sum += r.exponential();
      return sum;
    };
    const value = gammaMedian(shape);
    return {
      value,
      told(r, n) {
        const told = survivalQuantile(
          Array.from({ length: n }, () => {
            const life = wait(r);
            const seen = censored ? 4 * value * r.next() : Number.POSITIVE_INFINITY;
            return {
              time: Math.min(life, seen),
              events: life <= seen ? 1 : 0,
              censored: life <= seen ? 0 : 1,
            };
          }),
        );
        if (told.withheld) throw new Error('withheld');
        return told;
      },
    };
  },
});

/** Median of a sum of whole `shape` exponentials: where its distribution function is a half, by halving. */
function gammaMedian(shape: number): number {
  let [low, high] = [0, 2 * shape + 1];
  for (let step = 0; step < 60; step++) {
    const time = (low + high) / 2;
    let left = 0;
    for (let k = 0, term = Math.exp(-time); k < shape; k++, term *= time / k) left += term;
    if (left > 0.5) low = time;
    else high = time;
  }
  return (low + high) / 2;
}

export const coverageWorlds = {
  nps: {
    truth(random) {
      const shares = sharesOf(random, 3);
      const [promoters = 0, , detractors = 0] = shares;
      return {
        value: 100 * (promoters - detractors),
        told(r, n) {
          const [a = 0, b = 0, c = 0] = drawn(r, n, shares);
          return npsInterval(a, b, c);
        },
      };
    },
  },
  /** Share of the two best answers of five. */
  csat: shareWorld(0.3, 0.95),
  conversion: shareWorld(0.05, 0.6),
  /** Mean of answers from 1 to 7. */
  ces: {
    truth(random) {
      const shares = sharesOf(random, 7);
      return {
        value: shares.reduce((sum, share, at) => sum + share * (at + 1), 0),
        told(r, n) {
          const counts = drawn(r, n, shares);
          const mean = counts.reduce((sum, count, at) => sum + count * (at + 1), 0) / n;
          const squares = counts.reduce((sum, count, at) => sum + count * (at + 1 - mean) ** 2, 0);
          return meanInterval(mean, Math.sqrt(squares / (n - 1)), n);
        },
      };
    },
  },
  median: waitWorld(false),
  /** A quarter to a half still under way when last seen. */
  medianUnderWay: waitWorld(true),
} as const satisfies Record<string, World>;
export type CoverageWorld = keyof typeof coverageWorlds;

/** Share of the 95 % intervals that hold the truth: over so many truths, with so many samples of n people each; and the worst one. */
export function coverageOf(
  name: CoverageWorld,
  n: number,
  { truths, runs }: { readonly truths: number; readonly runs: number },
): { readonly held: number; readonly least: number; readonly most: number } {
  const random = createRandom(seedFrom(`${name} ${n}`));
  const each = Array.from({ length: truths }, () => {
    const { value, told } = coverageWorlds[name].truth(random);
    let held = 0;
    for (let run = 0; run < runs; run++) {
      const { low, high } = told(random, n);
      if ((low ?? Number.POSITIVE_INFINITY) <= value && value <= (high ?? Number.POSITIVE_INFINITY)) held++;
    }
    return held / runs;
  });
  return {
    held: each.reduce((sum, share) => sum + share, 0) / truths,
    least: Math.min(...each),
    most: Math.max(...each),
  };
}

/**
 * Worlds with personas that do not differ in conversion at five places nor in NPS: share of those worlds in which something shown is
 * called a difference (adjusted p under .05), each persona against all others together.
 */
export function falseDiscoveries(
  worlds: number,
  { personas, n }: { readonly personas: number; readonly n: number },
): number {
  const random = createRandom(seedFrom(`false ${personas} ${n}`));
  let wrong = 0;
  for (let world = 0; world < worlds; world++) {
    const others = <T extends readonly number[]>(all: readonly T[], own: number): number[] =>
      all[0]!.map((_, part) => all.reduce((sum, counts, at) => sum + (at === own ? 0 : counts[part]!), 0));
    const differences = Array.from({ length: 5 }, () => 0.1 + 0.6 * random.next()).flatMap((share) => {
      const counts = Array.from({ length: personas }, () => drawn(random, n, [share, 1 - share]));
      return counts.map((own, at) => {
        const [successes = 0, failures = 0] = others(counts, at);
        return shareDifference({ successes: own[0]!, n }, { successes, n: successes + failures });
      });
    });
    const shares = sharesOf(random, 3);
    const answers = Array.from({ length: personas }, () => drawn(random, n, shares));
    const npsOf = ([promoters = 0, passives = 0, detractors = 0]: readonly number[]) => ({
      promoters,
      passives,
      detractors,
    });
    for (const [at, own] of answers.entries())
      differences.push(npsDifference(npsOf(own), npsOf(others(answers, at))));
    if (adjustDifferences(differences).some((each) => !each.withheld && (each.adjustedP ?? 1) < 0.05))
      wrong++;
  }
  return wrong / worlds;
}
