import { z } from 'zod';
import type { MomentBucket, Predictor } from '#measure/domain/impact/pair-sums.ts';
import type { Engine, QueryParams } from '#platform/clickhouse/engine.ts';
import { bucketSql } from './buckets-sql.ts';

const rowSchema = z.object({
  bucket: z.int(),
  pairs: z.array(z.tuple([z.int(), z.int(), z.number(), z.number(), z.number()])),
});

/** Rows with `customer`, `answer`, `place` (numbers in rising order) and `value`, one for each of them. */
type AnsweredRows = { readonly from: string; readonly params: QueryParams };

/**
 * Sums of the products of answers and places, two by two, per bucket of customers: all that correlations are made of. Whole numbers,
 * so that they are the same in any order of adding.
 */
export async function momentSums(
  engine: Engine,
  { from, params }: AnsweredRows,
  about: Predictor,
): Promise<MomentBucket[]> {
  // The value of a place that was passed is 1: only the answer with itself (pair 0) has to be multiplied.
  const [sumB, products, valuesB, ofB] =
    about === 'passed'
      ? ['if(pair = 0, sum_a, n)', 'if(pair = 0, sumIf(toUInt64(value_a) * value_a, b = 0), sum_a)', '', '']
      : [
          'sum(value_b)',
          'sum(toUInt64(value_a) * value_b)',
          ', arraySlice(all_values, i) AS values_b',
          ', values_b AS value_b',
        ];
  const rows = await engine.query(
    `SELECT bucket, arraySort(groupArray((pair, n, sum_a, sum_b, products))) AS pairs
     FROM (
       SELECT bucket, toUInt16(a * 64 + b) AS pair, count() AS n, sum(value_a) AS sum_a, ${sumB} AS sum_b,
              ${products} AS products
       FROM (
         SELECT bucket, all_places[i] AS a, all_values[i] AS value_a, arraySlice(all_places, i) AS bs${valuesB}
         FROM (
           SELECT ${bucketSql} AS bucket, arrayPushFront(place, 0::UInt16) AS all_places,
                  arrayPushFront(value, answer) AS all_values
           FROM ${from}
         )
         ARRAY JOIN arrayEnumerate(all_places) AS i
       )
       ARRAY JOIN bs AS b${ofB}
       GROUP BY bucket, pair
     )
     GROUP BY bucket
     ORDER BY bucket`,
    params,
  );
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ pairs }) =>
      pairs.map(([pair, n, sumA, sumB, sumOfProducts]) => ({
        a: Math.floor(pair / 64),
        b: pair % 64,
        n,
        sumA,
        sumB,
        sumOfProducts,
      })),
    );
}
