import type { Random } from '#kit/statistics/random.ts';
import type { MomentBucket } from '#measure/domain/impact/pair-sums.ts';

/** A customer: the answer, and what each place tells of it; undefined where the place was not passed or not scored. */
export type PlantedCustomer = { readonly answer: number; readonly values: readonly (number | undefined)[] };

/**
 * Customers who give every place a score, all of them pulled by one mood (`together` 0…1), and an answer that is pulled by each place
 * as much as its slope says, with noise of deviation 1.
 */
export function scoringCustomers(
  slopes: readonly number[],
  customers: number,
  random: Random,
  together = 0.4,
): PlantedCustomer[] {
  return Array.from({ length: customers }, () => {
    const mood = random.normal();
    const values = slopes.map(() => Math.sqrt(together) * mood + Math.sqrt(1 - together) * random.normal());
    return {
      values,
      answer: values.reduce((sum, value, at) => sum + value * slopes[at]!, random.normal()),
    };
  });
}

/** What the engine counts: sums of pairs in buckets. */
export function momentBuckets(
  customers: readonly PlantedCustomer[],
  bucketOf: (customer: number) => number,
): MomentBucket[] {
  type Sums = { n: number; sumA: number; sumB: number; sumOfProducts: number };
  const buckets = new Map<number, Map<number, Sums>>();
  customers.forEach(({ answer, values }, at) => {
    const bucket = bucketOf(at);
    const pairs = buckets.get(bucket) ?? new Map<number, Sums>();
    buckets.set(bucket, pairs);
    const entries = [answer, ...values].flatMap((value, place) =>
      value === undefined ? [] : [{ place, value }],
    );
    entries.forEach((one, first) => {
      for (const other of entries.slice(first)) {
        const key = one.place * 1000 + other.place;
        const sums = pairs.get(key) ?? { n: 0, sumA: 0, sumB: 0, sumOfProducts: 0 };
        pairs.set(key, sums);
        sums.n += 1;
        sums.sumA += one.value;
        sums.sumB += other.value;
        sums.sumOfProducts += one.value * other.value;
      }
    });
  });
  return [...buckets.values()].map((pairs) =>
    [...pairs].map(([key, sums]) => ({ a: Math.floor(key / 1000), b: key % 1000, ...sums })),
  );
}
