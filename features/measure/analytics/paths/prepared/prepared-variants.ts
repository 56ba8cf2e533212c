import { z } from 'zod';
import type { PathPlaces } from '#measure/domain/paths/places.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import type { Variants } from '../variant-counts.ts';
import { ofPreparation, type Preparation } from './preparation.ts';

const pathSchema = z.object({ bytes: z.string(), journeys: z.int(), n: z.int() });
const medianSchema = z.object({ bytes: z.string(), median: z.number() });

/** The different paths of all journeys of some classes, as `variantCounts` counts them. */
export async function preparedVariants(
  engine: Engine,
  preparation: Preparation,
  question: {
    readonly places: PathPlaces;
    readonly most: number;
    readonly classes: ReadonlySet<number>;
  },
): Promise<Variants> {
  const { places, most, classes } = question;
  const { where, all, params } = ofPreparation(preparation, classes);
  const n = all
    ? 'journeys'
    : 'arraySum((c, n) -> if(has({classes:Array(UInt16)}, c), n, 0), classes, counts)';
  const spans = all ? 'spans' : 'arrayFilter((s, c) -> has({classes:Array(UInt16)}, c), spans, classes)';
  const commonest = async (least: number) =>
    z.array(pathSchema).parse(
      await engine.query(
        `SELECT hex(path) AS bytes, journeys, n FROM (SELECT path, journeys, ${n} AS n FROM path_variant WHERE ${where} AND journeys >= {least:UInt32})
         WHERE n > 0 ORDER BY n DESC, path LIMIT {most:UInt32}`,
        { ...params, most, least },
      ),
    );
  /** Most different paths of many are those of one journey: they are looked at only where there are not enough others. */
  const listed = async () => {
    const several = await commonest(2);
    return several.length === most && several.every((each) => each.n > 1) ? several : commonest(1);
  };
  const [paths, [row]] = await Promise.all([
    listed(),
    all
      ? [{ variants: preparation.told.variants }]
      : engine.query<{ variants: number }>(
          `SELECT countIf(hasAny(classes, {classes:Array(UInt16)})) AS variants FROM path_variant WHERE ${where}`,
          params,
        ),
  ]);
  const rows =
    paths.length === 0
      ? []
      : await engine.query(
          `SELECT hex(path) AS bytes, arrayReduce('quantileExactInclusive(0.5)', arrayFlatten(${spans})) AS median
     FROM path_variant
     WHERE ${where} AND journeys IN {numbers:Array(UInt32)} AND path IN (SELECT arrayJoin(arrayMap(b -> unhex(b), {paths:Array(String)})))
     ORDER BY bytes`,
          {
            ...params,
            numbers: [...new Set(paths.map(({ journeys }) => journeys))],
            paths: paths.map(({ bytes }) => bytes),
          },
        );
  const medians = new Map(
    z
      .array(medianSchema)
      .parse(rows)
      .map(({ bytes, median }) => [bytes, median]),
  );
  return {
    journeys: preparation.told.classes.reduce(
      (sum, each) => sum + (classes.has(each.class) ? each.journeys : 0),
      0,
    ),
    variants: row?.variants ?? 0,
    commonest: paths.map(({ bytes, n: journeys }) => ({
      path: [...Buffer.from(bytes, 'hex')].map((number) => places.keys[number - 1] ?? ''),
      journeys,
      medianMilliseconds: medians.get(bytes) ?? 0,
    })),
  };
}
