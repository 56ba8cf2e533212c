import { z } from 'zod';
import { groupNumber, type Split } from '#measure/domain/measuring/split.ts';
import { numberOf, type PathPlaces } from '#measure/domain/paths/places.ts';
import type { Funnel } from '#measure/domain/paths/question.ts';
import type { Engine, QueryParams } from '#platform/clickhouse/engine.ts';
import { staged } from '../../staged-sql.ts';
import type { FunnelDepth } from '../funnel-counts.ts';
import { ofPreparation, type Preparation } from './preparation.ts';

const rowSchema = z.object({ depth: z.int(), class: z.int(), journeys: z.int() });

/** The first steps are looked for one after the other; further ones passage by passage, on the few paths that come so far. */
const first = 8;

/** Can a funnel be read from different paths alone? */
export const isPreparable = ({ order, withinSeconds }: Funnel): boolean =>
  order === 'loose' && withinSeconds === undefined;

/**
 * How many journeys of each group go how deep into a loose funnel without a time, as `funnelCounts` counts them. Each step is looked
 * for after the one before: the earliest passage is always the best.
 */
export async function preparedFunnel(
  engine: Engine,
  preparation: Preparation,
  question: {
    readonly places: PathPlaces;
    readonly funnel: Funnel;
    readonly split: Split | null;
    readonly classes: ReadonlySet<number>;
  },
): Promise<FunnelDepth[] | undefined> {
  const { places, funnel, split, classes } = question;
  const { told } = preparation;
  const by = split ? told.attributes.indexOf(split.attribute) : -1;
  if (split && (split.run || by < 0)) return undefined;
  const steps = funnel.steps.map((step) => step.map((key) => numberOf(places, key)));
  const { where, all, params } = ofPreparation(preparation, classes);
  const begun = foundSql(steps.slice(0, first), `path_variant WHERE ${where}`);
  const ask = async (from: string, more: QueryParams = {}) => {
    const byClass = `SELECT depth, class, sum(n) AS journeys
       FROM (SELECT depth, classes, counts FROM ${from}) ARRAY JOIN classes AS class, counts AS n
       WHERE ${all ? 'true' : 'class IN {classes:Array(UInt16)}'}
       GROUP BY depth, class ORDER BY depth, class`;
    // Of everyone together the two sums are there.
    const whole = `SELECT depth, still AS class, if(still = 1, under, everyone - under) AS journeys
       FROM (SELECT depth, sum(journeys) AS everyone, sum(under_way) AS under FROM ${from} GROUP BY depth)
       ARRAY JOIN [0::UInt16, 1::UInt16] AS still WHERE journeys > 0 ORDER BY depth, class`;
    return z
      .array(rowSchema)
      .parse(await engine.query(all && !split ? whole : byClass, { ...params, ...more }));
  };
  let rows = await ask(begun);
  if (steps.length > first && rows.some(({ depth }) => depth === first)) {
    const further = furtherSql(begun, steps.slice(first));
    rows = [...rows.filter(({ depth }) => depth < first), ...(await ask(further.from, further.params))];
  }
  const groupOf = (number: number): number =>
    split ? groupNumber(split, told.profiles[Math.floor(number / 2)]?.[by] ?? '') : 0;
  const depths = new Map<string, FunnelDepth>();
  for (const row of rows) {
    const group = groupOf(row.class);
    const open = row.class % 2 === 1;
    const key = [group, row.depth, open].join();
    const journeys = (depths.get(key)?.journeys ?? 0) + row.journeys;
    depths.set(key, { group, depth: row.depth, open, journeys });
  }
  return [...depths.values()].sort(
    (a, b) => a.group - b.group || a.depth - b.depth || Number(a.open) - Number(b.open),
  );
}

/**
 * Paths with `depth`, steps passed in order, and `found`, where in the path the last one is. After the path one place of each step is
 * written: so every step is found, beyond the end where it is not passed.
 */
function foundSql(steps: readonly (readonly number[])[], table: string): string {
  const beyond = steps.map(([place = 0]) => place.toString(16).padStart(2, '0')).join('');
  const stages = steps.map((step, at) => {
    const before = at === 0 ? '0::UInt64' : `found_${at}`;
    const places = [...new Set(step)].map((place) => `char(${place})`);
    return [
      places.length === 1
        ? `position(marked, ${places[0]}, ${before} + 1) AS found_${at + 1}`
        : `${before} + multiSearchFirstPosition(substring(marked, ${before} + 1), [${places.join(', ')}]) AS found_${at + 1}`,
    ];
  });
  return staged(table, [
    [`concat(path, unhex('${beyond}')) AS marked`, 'length(path) AS passages'],
    ...stages,
    [
      `${steps.map((_, at) => `toUInt16(found_${at + 1} <= passages)`).join(' + ')} AS depth`,
      `found_${steps.length} AS found`,
    ],
  ]);
}

/** Of the paths that came through the first steps: how far they go. A place has a bit for each further step it is. */
function furtherSql(begun: string, steps: readonly (readonly number[])[]) {
  const places = [...new Set(steps.flat())];
  const bits = places.map((place) =>
    steps.reduce((sum, step, at) => sum | (step.includes(place) ? 1n << BigInt(at) : 0n), 0n),
  );
  return {
    from: `(SELECT journeys, under_way, classes, counts,
              toUInt16(${first} + arrayFold((passed, bits) -> passed + bitAnd(bitShiftRight(bits, passed), 1::UInt64),
                arrayMap(p -> transform(p, {step_places:Array(UInt8)}, {step_bits:Array(UInt64)}, 0::UInt64),
                  reinterpret(substring(path, found + 1), 'Array(UInt8)')),
                0::UInt64)) AS depth
            FROM ${begun} WHERE found <= passages)`,
    params: { step_places: places, step_bits: bits },
  };
}
