import { z } from 'zod';
import { chooseDrawn, type Flow, type FlowLink, type FlowPlace } from '#measure/domain/paths/flow.ts';
import type { PathPlaces } from '#measure/domain/paths/places.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { ofPreparation, type Preparation } from './preparation.ts';

/** In the numbers of a link, beside 0 (the begin) and those of places: the others together, and the end. */
const other = 1000;
const end = 1001;

const rowSchema = z.object({
  from: z.int(),
  to: z.int(),
  still: z.int(),
  passages: z.int(),
  journeys: z.int(),
  buckets: z.array(z.int()),
  counts: z.array(z.int()),
});
type Row = z.infer<typeof rowSchema>;

/**
 * The flow of all journeys of some classes as a map of the process, as `flowCounts` counts it: a link to or from the others is the
 * links it stands for, so that passages and times add up from the direct links; only journeys that take several of them are
 * taken off. A median is looked for where the counts of buckets say it is.
 */
export async function preparedFlow(
  engine: Engine,
  preparation: Preparation,
  question: {
    readonly places: PathPlaces;
    readonly most: number;
    readonly classes: ReadonlySet<number>;
  },
): Promise<Flow> {
  const { places, most, classes } = question;
  const { where, ofClasses, params } = ofPreparation(preparation, classes);
  const mine = `${where} ${ofClasses}`;
  const at = places.keys.map(() => 0);
  const passed = z
    .array(z.object({ place: z.int(), journeys: z.int() }))
    .parse(
      await engine.query(
        `SELECT place, sum(journeys) AS journeys FROM path_set WHERE ${mine} AND side = 'at' GROUP BY place ORDER BY place`,
        params,
      ),
    );
  for (const { place, journeys } of passed) at[place - 1] = journeys;
  const drawn = chooseDrawn(at, most, []);
  const hidden = passed.map(({ place }) => place).filter((place) => !drawn.includes(place));
  const all = { ...params, drawn: drawn.length > 0 ? drawn : [255], ...masks(hidden) };
  const asked = <T>(sql: string): Promise<T[]> =>
    hidden.length > 0 ? engine.query<T>(sql, all) : Promise.resolve([]);
  const [rows, several, [passing]] = await Promise.all([
    engine.query(linksSql(mine), all),
    asked(severalSql(mine, places.keys.length)),
    asked<{ journeys: number }>(othersSql(mine, places.keys.length)),
  ]);
  const links = z.array(rowSchema).parse(rows);
  const medians = await mediansOf(engine, mine, all, links);
  const extra = z.array(z.object({ side: z.string(), place: z.int(), journeys: z.int() })).parse(several);
  const twice = (side: 'next' | 'before', place: number): number =>
    extra.find((each) => each.side === side && each.place === place)?.journeys ?? 0;
  const placeOf = (number: number): FlowPlace =>
    number === other ? { at: 'other' } : { at: 'place', key: places.keys[number - 1] ?? '' };
  const others = passing?.journeys ?? 0;
  const mineOf = preparation.told.classes.filter((each) => classes.has(each.class));
  return {
    journeys: mineOf.reduce((sum, { journeys }) => sum + journeys, 0),
    drawn: mineOf.reduce((sum, { passing }) => sum + passing, 0),
    places: [
      ...drawn.map((number) => ({ place: placeOf(number), journeys: at[number - 1] ?? 0 })),
      ...(others > 0 ? [{ place: placeOf(other), journeys: others }] : []),
    ],
    links: links.map((row, index): FlowLink => {
      const { from, to, still, passages, journeys } = row;
      return {
        rank: null,
        from: from === 0 ? { at: 'begin' } : placeOf(from),
        to: to === end ? { at: still === 1 ? 'in-progress' : 'left' } : placeOf(to),
        passages,
        journeys:
          journeys -
          (to === other && from !== 0 ? twice('next', from) : 0) -
          (from === other && to !== end ? twice('before', to) : 0),
        medianMilliseconds: medians.get(index) ?? null,
      };
    }),
  };
}

/** Bits of the places that are not drawn, in four words. */
function masks(hidden: readonly number[]) {
  const words = [0n, 0n, 0n, 0n];
  for (const place of hidden) words[place >> 6]! |= 1n << BigInt(place & 63);
  return Object.fromEntries(words.map((word, at) => [`hidden_${at + 1}`, word]));
}

const originSql = `if(origin = 0 OR has({drawn:Array(UInt8)}, origin), toUInt16(origin), ${other}::UInt16)`;
const targetSql = `multiIf(target = 255, ${end}::UInt16, has({drawn:Array(UInt8)}, target), toUInt16(target), ${other}::UInt16)`;

/** One row per link, with the buckets of its waits and how many there are in each. */
const linksSql = (mine: string): string => `
  SELECT from, to, still, sum(n) AS passages, sum(j) AS journeys,
         groupArrayIf(bucket, from != 0 AND to != ${end}) AS buckets, groupArrayIf(n, from != 0 AND to != ${end}) AS counts
  FROM (
    SELECT ${originSql} AS from, ${targetSql} AS to, toUInt8(target = 255 AND class % 2 = 1) AS still, bucket,
           sum(passages) AS n, sum(journeys) AS j
    FROM path_link
    WHERE ${mine} AND NOT (from = ${other} AND to = ${other})
    GROUP BY from, to, still, bucket
  )
  GROUP BY from, to, still
  ORDER BY from, to, still`;

/** Where the middle of the waits of a link lies: in one bucket or two, after how many shorter ones. Undefined without waits. */
function middleOf({ buckets, counts }: Row) {
  const order = buckets.map((_, at) => at).sort((a, b) => buckets[a]! - buckets[b]!);
  const waits = counts.reduce((sum, count) => sum + count, 0);
  if (waits === 0) return undefined;
  const near: number[] = [];
  let shorter = 0;
  let before = 0;
  for (const at of order) {
    const until = before + counts[at]!;
    const holds = [Math.floor((waits - 1) / 2), Math.floor(waits / 2)].some(
      (rank) => rank >= before && rank < until,
    );
    if (holds && near.push(buckets[at]!) === 1) shorter = before;
    before = until;
  }
  return { waits, near, shorter };
}

/** How many of the places of a set are not drawn. */
function hiddenSql(places: number): string {
  const words = [1, 2, 3, 4].slice(0, Math.floor(places / 64) + 1);
  return words.map((at) => `bitCount(bitAnd(set_${at}, {hidden_${at}:UInt64}))`).join(' + ');
}

/** Journeys that take several of the links that are one here: counted once too often for each beyond the first. */
const severalSql = (mine: string, places: number): string => `
  SELECT toString(side) AS side, place, sum(toUInt64(${hiddenSql(places)} - 1) * journeys) AS journeys
  FROM path_set WHERE ${mine} AND side IN ('next', 'before') AND ${hiddenSql(places)} > 1
  GROUP BY side, place ORDER BY side, place`;

const othersSql = (mine: string, places: number): string => `
  SELECT sum(journeys) AS journeys FROM path_set WHERE ${mine} AND side = 'all' AND ${hiddenSql(places)} > 0`;

/** Few rows with many waits each: both processors are to read them. */
const rowsAtOnce = 16_384;

/** Longer than any wait. */
const longest = 2n ** 62n;

/**
 * Median of each link by its place in the list, of the waits in its one or two buckets: those of the other buckets are as many
 * shorter and longer ones, which cancel out but for a few.
 */
async function mediansOf(
  engine: Engine,
  mine: string,
  params: ReturnType<typeof ofPreparation>['params'],
  links: readonly Row[],
): Promise<Map<number, number>> {
  const timed = links.flatMap((row, index) => {
    const middle = middleOf(row);
    return middle ? [{ ...middle, from: row.from, to: row.to, number: index + 1 }] : [];
  });
  if (timed.length === 0) return new Map();
  const keys = timed.flatMap(({ from, to, number, near }) =>
    near.map((bucket) => ({ key: keyOf(from, to, bucket), bucket, number })),
  );
  const rows = await engine.query(
    `SELECT number, arrayReduce('quantileExactInclusive(0.5)', arrayConcat(near,
              arrayResize(emptyArrayInt64(), toUInt64(abs(more)), if(more > 0, -1::Int64, {longest:Int64})))) AS median
     FROM (
       SELECT number, groupArrayArray(waits) AS near,
              toInt64(2 * transform(number, {timed:Array(UInt32)}, {shorter:Array(Int64)}, 0::Int64) + length(near)
                - transform(number, {timed:Array(UInt32)}, {of:Array(Int64)}, 0::Int64)) AS more
       FROM (
         SELECT transform(${keySql}, {keys:Array(UInt64)}, {numbers:Array(UInt32)}, 0::UInt32) AS number, waits
         FROM path_link WHERE ${mine} AND bucket IN {buckets:Array(UInt16)} AND number > 0
       )
       GROUP BY number
     )
     ORDER BY number
     SETTINGS merge_tree_min_rows_for_concurrent_read = ${rowsAtOnce}, merge_tree_min_bytes_for_concurrent_read = 0`,
    {
      ...params,
      longest,
      keys: keys.map(({ key }) => key),
      numbers: keys.map(({ number }) => number),
      buckets: [...new Set(keys.map(({ bucket }) => bucket))],
      timed: timed.map(({ number }) => number),
      shorter: timed.map(({ shorter }) => shorter),
      of: timed.map(({ waits }) => waits),
    },
  );
  return new Map(
    z
      .array(z.object({ number: z.int(), median: z.number() }))
      .parse(rows)
      .map(({ number, median }) => [number - 1, median]),
  );
}

const keyOf = (from: number, to: number, bucket: number): number => (from * 65_536 + to) * 65_536 + bucket;
const keySql = `(toUInt64(${originSql}) * 65536 + ${targetSql}) * 65536 + bucket`;
