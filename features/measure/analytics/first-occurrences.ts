import { z } from 'zod';
import type { FirstOccurrences } from '#measure/domain/propose/typical-order.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { inScope, type JourneysScope, scopeParams } from './journeys-scope.ts';
import type { EventKindRow } from './lived-journey/event-kinds.ts';

const positionSchema = z.object({ name: z.int(), journeys: z.int(), place: z.number() });
const pairSchema = z.object({ pair: z.int(), journeys: z.int() });

/** Places are added as whole millionths, so that their sum is the same in any order. */
const whole = 1_000_000;
/** Names asked for at most: pairs of them fit in one small number. */
const mostNames = 255;

/**
 * In which order journeys first live a few events: the mean place of each name among those of the journey (in the middle when
 * it is alone), and for each two names how many journeys have the one before the other. At equal times, order of arrival.
 */
export async function firstOccurrences(
  engine: Engine,
  scope: JourneysScope,
  names: readonly string[],
  kinds: readonly EventKindRow[],
): Promise<FirstOccurrences> {
  if (names.length > mostNames) throw new Error(`at most ${mostNames} names`);
  const drawn = kinds.filter(({ name }) => names.includes(name));
  if (drawn.length === 0) return { names: [], before: () => 0 };
  const firsts = `(
    SELECT arrayDistinct(arrayFilter(n -> n > 0,
             arrayMap(k -> transform(k, {kinds:Array(UInt16)}, {names:Array(UInt8)}, 0::UInt8), kinds))) AS names
    FROM lived_journey
    WHERE ${inScope(scope)}
  )`;
  const params = {
    ...scopeParams(scope),
    kinds: drawn.map(({ id }) => id),
    names: drawn.map(({ name }) => names.indexOf(name) + 1),
  };
  const [positions, pairs] = await Promise.all([
    engine.query(
      `SELECT name, count() AS journeys, sum(place) AS place
       FROM (
         SELECT names, arrayMap(i -> if(length(names) = 1, ${whole / 2},
                  toUInt64(round((i - 1) / greatest(length(names) - 1, 1) * ${whole}))), arrayEnumerate(names)) AS places
         FROM ${firsts}
       )
       ARRAY JOIN names AS name, places AS place
       GROUP BY name`,
      params,
    ),
    engine.query(
      `SELECT pair, count() AS journeys
       FROM (
         SELECT arrayJoin(arrayFlatten(arrayMap((a, i) -> arrayMap(b -> toUInt16(a * 256 + b), arraySlice(names, i + 1)),
                  names, arrayEnumerate(names)))) AS pair
         FROM ${firsts}
       )
       GROUP BY pair`,
      params,
    ),
  ]);
  const counts = new Map(
    z
      .array(pairSchema)
      .parse(pairs)
      .map(({ pair, journeys }) => [pair, journeys]),
  );
  const number = (name: string): number => names.indexOf(name) + 1;
  return {
    names: z
      .array(positionSchema)
      .parse(positions)
      .map(({ name, journeys, place }) => ({
        name: names[name - 1] ?? '',
        journeys,
        position: place / whole / journeys,
      })),
    before: (a, b) => counts.get(number(a) * 256 + number(b)) ?? 0,
  };
}
