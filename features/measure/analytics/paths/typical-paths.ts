import { z } from 'zod';
import type { Engine, QueryParams } from '#platform/clickhouse/engine.ts';
import type { Rows } from './journey-list.ts';
import { type PathsQuestion, pathsSql } from './letters-sql.ts';

const totalsSchema = z.object({
  journeys: z.int(),
  still: z.int(),
  placeless: z.int(),
  variants: z.int(),
});
const pathSchema = z.object({ path: z.array(z.int()), journeys: z.int(), hash: z.string() });
const medianSchema = z.object({ label: z.int(), median: z.number() });

/** More different paths than this are not read one by one: so many journeys are. A parameter of a query holds as many paths. */
const mostPaths = 10_000;

export type TypicalPaths = {
  /** Journeys in scope; of them, under way, and over without passing a place: both are left out. */
  readonly journeys: number;
  readonly underWay: number;
  readonly placeless: number;
  readonly sampled: boolean;
  /** The different paths as numbers of places, cut to `longest`, the commonest first; at equal numbers in their own order. */
  readonly paths: readonly Uint16Array[];
  readonly weights: readonly number[];
  /** Median milliseconds from first to last passage of the journeys of each group. `labels`: group of each path. */
  medians(labels: ArrayLike<number>, groups: number): Promise<number[]>;
  /** The journeys of one group: rows of a path. */
  members(labels: ArrayLike<number>, group: number): Rows;
};

/**
 * The paths of the journeys that are over. Beyond `mostPaths` different ones, those of a sample of as many journeys: the ones
 * that come first by a fixed hash of customer and part, the same at every run.
 */
export async function typicalPaths(
  engine: Engine,
  question: PathsQuestion & { readonly longest: number },
): Promise<TypicalPaths> {
  const { longest } = question;
  const all = pathsSql(question);
  const over = `(SELECT customer, part, moment[-1] - moment[1] AS length, arraySlice(letter, 1, {longest:UInt32}) AS path
                 FROM ${all.from} WHERE NOT under_way AND notEmpty(letter))`;
  const params: QueryParams = { ...all.params, longest, most: mostPaths };
  const [row] = await engine.query(
    `SELECT count() AS journeys, countIf(under_way) AS still, countIf(NOT under_way AND empty(letter)) AS placeless,
            uniqExactIf(arraySlice(letter, 1, {longest:UInt32}), NOT under_way AND notEmpty(letter)) AS variants
     FROM ${all.from}`,
    params,
  );
  const { journeys, still, placeless, variants } = totalsSchema.parse(row);
  const sampled = variants > mostPaths;
  const from = sampled
    ? `(SELECT * FROM ${over} ORDER BY sipHash64(customer, part), customer, part LIMIT {most:UInt32})`
    : over;
  const paths = z.array(pathSchema).parse(
    await engine.query(
      `SELECT path, count() AS journeys, toString(sipHash64(path)) AS hash
       FROM ${from} GROUP BY path ORDER BY journeys DESC, path`,
      params,
    ),
  );
  return {
    journeys,
    underWay: still,
    placeless,
    sampled,
    paths: paths.map(({ path }) => Uint16Array.from(path)),
    weights: paths.map((each) => each.journeys),
    members(labels, group) {
      const hashes = paths.filter((_, at) => labels[at] === group).map(({ hash }) => hash);
      const drawn = sampled ? `AND (customer, part) IN (SELECT customer, part FROM ${from})` : '';
      return {
        from: `(SELECT * FROM ${all.from}
                WHERE NOT under_way AND notEmpty(letter) ${drawn}
                  AND has({hashes:Array(String)}, toString(sipHash64(arraySlice(letter, 1, {longest:UInt32})))))`,
        params: { ...params, hashes },
      };
    },
    async medians(labels, groups) {
      if (paths.length === 0) return [];
      const rows = await engine.query(
        `SELECT transform(toString(sipHash64(path)), {hashes:Array(String)}, {labels:Array(UInt8)}, 255::UInt8) AS label,
                quantileExactInclusive(0.5)(length) AS median
         FROM ${from} GROUP BY label ORDER BY label`,
        { ...params, hashes: paths.map(({ hash }) => hash), labels: paths.map((_, at) => labels[at] ?? 255) },
      );
      const found = new Map(
        z
          .array(medianSchema)
          .parse(rows)
          .map(({ label, median }) => [label, median]),
      );
      return Array.from({ length: groups }, (_, label) => found.get(label) ?? 0);
    },
  };
}
