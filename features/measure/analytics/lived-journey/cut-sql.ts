import type { QueryParams } from '#platform/clickhouse/engine.ts';

/** A rule that cuts journeys (domain/lived-journey/journey-rule.ts), with the numbers of the kinds of events it names. */
export type JourneyCut = {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly silenceMilliseconds: number | null;
};

/** Arrays of a whole journey that are cut at the same places. */
const cutArrays = ['kinds', 'times', 'scores', 'seqs'] as const;

/**
 * Rows of whole journeys (`customer`, `kinds`, `times`, `scores`, `seqs`, `event_attributes`, `attributes`) as rows of the
 * journeys they are cut into, with `part` from 1 and `closed`. Without a cut each is one part, not closed.
 */
export function cutSql(
  whole: string,
  cut: JourneyCut | null,
  hasEventAttributes: boolean,
): { sql: string; params: QueryParams } {
  if (!cut) return { sql: `(SELECT *, 1 AS part, false AS closed FROM (${whole}))`, params: {} };
  const arrays = hasEventAttributes ? [...cutArrays, 'event_attributes'] : cutArrays;
  const split = (name: string): string => `arraySplit((x, opens) -> opens, ${name}, opening)`;
  // An element and the one before it; the first of a journey opens it anyway.
  const opens = [
    'has({cut_starts:Array(UInt16)}, kind)',
    'has({cut_ends:Array(UInt16)}, kind_before)',
    ...(cut.silenceMilliseconds === null ? [] : ['time - time_before > {cut_silence:Int64}']),
  ].join(' OR ');
  return {
    sql: `(SELECT customer, attributes, ${hasEventAttributes ? '' : 'event_attributes,'}
                  ${arrays.map((name) => `part_${name} AS ${name}`).join(', ')}, part,
                  part < parts OR has({cut_ends:Array(UInt16)}, part_kinds[-1]) AS closed
           FROM (
             SELECT customer, attributes, event_attributes,
                    ${arrays.map((name) => `${split(name)} AS parts_${name}`).join(', ')},
                    length(parts_kinds) AS parts
             FROM (
               SELECT *, arrayMap((kind, kind_before, time, time_before) -> ${opens}, kinds,
                                  arrayPushFront(arrayPopBack(kinds), kinds[1]),
                                  times, arrayPushFront(arrayPopBack(times), times[1])) AS opening
               FROM (${whole})
             )
           )
           ARRAY JOIN ${arrays.map((name) => `parts_${name} AS part_${name}`).join(', ')},
                      arrayEnumerate(parts_kinds) AS part)`,
    params: {
      cut_starts: cut.starts,
      cut_ends: cut.ends,
      ...(cut.silenceMilliseconds !== null && { cut_silence: cut.silenceMilliseconds }),
    },
  };
}
