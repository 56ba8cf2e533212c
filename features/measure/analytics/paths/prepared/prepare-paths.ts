import { z } from 'zod';
import type { Engine, QueryParams } from '#platform/clickhouse/engine.ts';
import { inScope, scopeParams } from '../../journeys-scope.ts';
import { staged } from '../../staged-sql.ts';
import { type PathsQuestion, pathsSql } from '../letters-sql.ts';
import {
  dropPreparation,
  dropPreparations,
  mostPlaces,
  type Preparation,
  sayPreparation,
  stampOf,
  type Told,
} from './preparation.ts';

/** An attribute with more values is not one that journeys are chosen by; nor are there more profiles. */
const mostValues = 20;
const mostAttributes = 8;
const mostProfiles = 250;

export type Reading = Omit<PathsQuestion, 'filters' | 'period'>;

/**
 * Counts the paths of all journeys of a source beforehand. `id` is new, `reading` tells what the journeys are read as. Undefined
 * when they changed meanwhile, or have more places than a byte can number: nothing is left then.
 */
export async function preparePaths(
  engine: Engine,
  asked: Reading,
  { id, reading }: { readonly id: string; readonly reading: string },
): Promise<Preparation | undefined> {
  if (asked.places.keys.length > mostPlaces) return undefined;
  const { workspaceId, sourceId } = asked;
  const scope = { workspaceId, sourceId };
  const stamp = await stampOf(engine, scope);
  await dropPreparations(engine, scope, stamp);
  await sayPreparation(engine, scope, { id, reading, stamp });
  try {
    const { attributes, profiles } = await profilesOf(engine, asked);
    const { from, params } = classedSql(asked, attributes, profiles);
    const all = { ...params, preparation: id };
    for (const statement of [linksSql(from), variantsSql(from)]) await engine.command(statement, all);
    const own = { workspace: workspaceId, preparation: id };
    await engine.command(setsSql, own);
    const told: Told = { attributes, profiles, ...(await totals(engine, own)) };
    if ((await stampOf(engine, scope)) === stamp) {
      await sayPreparation(engine, scope, { id, reading, stamp, told });
      return { workspaceId, id, told };
    }
  } catch (error) {
    await dropPreparation(engine, id);
    throw error;
  }
  await dropPreparation(engine, id);
  return undefined;
}

/** Attributes with few values, those with fewest first, as many as make few profiles; and the profiles there are, in order. */
async function profilesOf(engine: Engine, asked: Reading) {
  const scope = { workspaceId: asked.workspaceId, sourceId: asked.sourceId };
  const named = z.array(z.object({ name: z.string() })).parse(
    await engine.query(
      `SELECT toString(pair.1) AS name, uniqUpTo(${mostValues})(pair.2) AS different
       FROM lived_journey
       ARRAY JOIN CAST(attributes, 'Array(Tuple(String, String))') AS pair
       WHERE ${inScope(scope)}
       GROUP BY name HAVING different <= ${mostValues}
       ORDER BY different, name LIMIT ${mostAttributes}`,
      scopeParams(scope),
    ),
  );
  let attributes = named.map(({ name }) => name);
  for (;;) {
    const { sql, params } = profileSql(attributes);
    const rows = await engine.query<{ profile: string[] }>(
      `SELECT ${sql} AS profile FROM lived_journey WHERE ${inScope(scope)}
       GROUP BY profile ORDER BY profile LIMIT ${mostProfiles + 1}`,
      { ...scopeParams(scope), ...params },
    );
    const profiles = rows.map(({ profile }) => profile);
    const texts = new Set(profiles.map((profile) => profile.join(between)));
    if (attributes.length === 0) return { attributes, profiles: [[]] };
    if (profiles.length <= mostProfiles && texts.size === profiles.length) return { attributes, profiles };
    attributes = attributes.slice(0, -1);
  }
}

/** Between the values of a profile written as one text. */
const between = '\u001f';

function profileSql(attributes: readonly string[]) {
  const params: Record<string, QueryParams[string]> = {};
  const values = attributes.map((name, at) => {
    params[`attribute_${at}`] = name;
    return `toString(attributes[{attribute_${at}:String}])`;
  });
  return { sql: values.length > 0 ? `[${values.join(', ')}]` : 'emptyArrayString()', params };
}

/** Paths with `class`, and what several statements need of each. */
function classedSql(asked: Reading, attributes: readonly string[], profiles: readonly (readonly string[])[]) {
  const { from, params } = pathsSql({ ...asked, filters: [] });
  const { sql, params: named } = profileSql(attributes);
  return {
    from: staged(from, [
      [
        `toUInt16(2 * transform(arrayStringConcat(${sql}, {between:String}), {profiles:Array(String)}, {numbers:Array(UInt16)}, 0::UInt16)
           + under_way) AS class`,
        'arrayMap(l -> toUInt8(l), letter) AS bytes',
      ],
    ]),
    params: {
      ...params,
      ...named,
      between,
      profiles: profiles.map((profile) => profile.join(between)),
      numbers: profiles.map((_, at) => at),
    },
  };
}

/** Waits with the same sign, exponent and first two bits lie in one bucket: the order of buckets is that of waits. */
const bucketOf = (wait: string): string =>
  `toUInt16(bitShiftRight(reinterpretAsUInt64(toFloat64(${wait})), 50))`;

const linksSql = (from: string): string => {
  const links = staged(`(SELECT class, bytes, moment FROM ${from} WHERE notEmpty(bytes))`, [
    [
      'arrayPushFront(bytes, 0::UInt8) AS origins',
      'arrayPushBack(bytes, 255::UInt8) AS targets',
      // Nothing between the begin and the first place, nor between the last and the end.
      `arrayConcat([-1::Int64], arrayPopFront(arrayMap((m, b) -> m - b, moment, arrayShiftRight(moment, 1))), [-1::Int64]) AS between`,
    ],
    ['arrayMap((o, t) -> toUInt16(bitOr(bitShiftLeft(toUInt16(o), 8), t)), origins, targets) AS pairs'],
    ['arrayEnumerateUniq(pairs) AS nth'],
  ]);
  return `INSERT INTO path_link (workspace_id, preparation, origin, target, bucket, class, passages, journeys, waits)
    SELECT {workspace:String}, {preparation:String}, toUInt8(bitShiftRight(pair, 8)) AS origin, toUInt8(bitAnd(pair, 255)) AS target,
           if(wait < 0, 0::UInt16, ${bucketOf('wait')}) AS bucket, class, count(), countIf(first = 1), groupArrayIf(wait, wait >= 0)
    FROM (SELECT class, pairs, between, nth FROM ${links})
    ARRAY JOIN pairs AS pair, between AS wait, nth AS first
    GROUP BY pair, bucket, class`;
};

const variantsSql = (from: string): string =>
  `INSERT INTO path_variant (workspace_id, preparation, path, journeys, under_way, classes, counts, spans)
   SELECT {workspace:String}, {preparation:String}, path, sum(n), sumIf(n, class % 2 = 1), groupArray(class), groupArray(n), groupArray(took)
   FROM (
     SELECT reinterpretAsString(bytes) AS path, class, count() AS n,
            groupArray(if(empty(moment), 0::Int64, moment[-1] - moment[1])) AS took
     FROM ${from} GROUP BY path, class
   )
   GROUP BY path`;

/** The sets of places of a path are those of every journey that took it. */
const setsSql = `INSERT INTO path_set (workspace_id, preparation, side, place, class, set_1, set_2, set_3, set_4, journeys)
  SELECT {workspace:String}, {preparation:String}, row.1 AS side, row.2 AS place, class,
         row.3.1 AS set_1, row.3.2 AS set_2, row.3.3 AS set_3, row.3.4 AS set_4, sum(n)
  FROM (SELECT rows, classes, counts FROM ${staged(
    `(SELECT reinterpret(path, 'Array(UInt8)') AS letters, classes, counts FROM path_variant
      WHERE workspace_id = {workspace:String} AND preparation = {preparation:String} AND path != '')`,
    [
      [
        'arrayDistinct(letters) AS places',
        `arraySort(arrayDistinct(arrayPopFront(arrayMap((l, b) -> toUInt16(bitOr(bitShiftLeft(toUInt16(b), 8), l)),
           letters, arrayShiftRight(letters, 1, 0::UInt8))))) AS forward`,
      ],
      [
        'arraySort(arrayMap(p -> toUInt16(bitOr(bitShiftLeft(bitAnd(p, 255), 8), bitShiftRight(p, 8))), forward)) AS backward',
      ],
      [
        // Only who goes to several different places counts twice where their links are added up.
        ...['forward', 'backward'].map(
          (pairs) => `arrayMap(p -> toUInt8(bitShiftRight(p, 8)), ${pairs}) AS ${pairs}_places`,
        ),
      ],
      [
        ...['forward', 'backward'].map(
          (pairs) =>
            `arrayDistinct(arrayFilter((p, b) -> p = b, ${pairs}_places, arrayShiftRight(${pairs}_places, 1, 0::UInt8))) AS ${pairs}_several`,
        ),
      ],
      [
        `arrayConcat(
           arrayMap(p -> ('at', p, ${setsOf('emptyArrayUInt8()')}), places),
           [('all', 0::UInt8, ${setsOf('places')})],
           ${(['forward', 'backward'] as const)
             .map(
               (pairs) => `arrayMap(p -> ('${pairs === 'forward' ? 'next' : 'before'}', p,
                 ${setsOf(`arrayMap(q -> toUInt8(bitAnd(q, 255)), arrayFilter(q -> bitShiftRight(q, 8) = p, ${pairs}))`)}), ${pairs}_several)`,
             )
             .join(',\n           ')}) AS rows`,
      ],
    ],
  )})
  ARRAY JOIN rows AS row
  ARRAY JOIN classes AS class, counts AS n
  GROUP BY side, place, class, set_1, set_2, set_3, set_4`;

/** Four words of 64 bits: place p is bit p % 64 of word p / 64. */
function setsOf(places: string): string {
  const word = (at: number): string =>
    `arraySum(x -> if(intDiv(x, 64) = ${at}, bitShiftLeft(1::UInt64, x % 64), 0::UInt64), ${places})`;
  return `(${[0, 1, 2, 3].map(word).join(', ')})`;
}

async function totals(engine: Engine, params: QueryParams): Promise<Pick<Told, 'variants' | 'classes'>> {
  const mine = 'workspace_id = {workspace:String} AND preparation = {preparation:String}';
  const [classes, [row]] = await Promise.all([
    engine.query(
      `SELECT class, sum(n) AS journeys, sumIf(n, path != '') AS passing
       FROM path_variant ARRAY JOIN classes AS class, counts AS n
       WHERE ${mine} GROUP BY class ORDER BY class`,
      params,
    ),
    engine.query<{ variants: number }>(`SELECT count() AS variants FROM path_variant WHERE ${mine}`, params),
  ]);
  return {
    variants: row?.variants ?? 0,
    classes: z.array(z.object({ class: z.int(), journeys: z.int(), passing: z.int() })).parse(classes),
  };
}
