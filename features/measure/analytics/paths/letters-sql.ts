import { numberOf, type PathPlaces } from '#measure/domain/paths/places.ts';
import type { PathFilter } from '#measure/domain/paths/question.ts';
import type { QueryParams } from '#platform/clickhouse/engine.ts';
import { hitsSql } from '../hits-sql.ts';
import { inScope, type JourneysScope, scopeParams } from '../journeys-scope.ts';
import { type Stages, staged } from '../staged-sql.ts';

export type PathsQuestion = JourneysScope & {
  readonly places: PathPlaces;
  readonly repeats: 'kept' | 'joined';
  readonly filters: readonly PathFilter[];
  /** Last event of the whole source, and the silence after which a journey is over; milliseconds. */
  readonly end: number;
  readonly patience: number;
};

/**
 * Lived journeys read as paths: rows of `lived_journey` with, beside their columns, `letter` (number of the place of each
 * passage, in order), `moment` (its time) and `under_way`. Journeys that do not pass the filters are left out.
 */
export function pathsSql(question: PathsQuestion): { from: string; params: QueryParams } {
  const { places, repeats, filters } = question;
  const hits = hitsSql(places.numbering, { moment: 'times' });
  const level = places.unit === 'event' ? 'touchpoint' : places.unit;
  const named: Stages = [[`arrayMap(l -> toUInt16(l), ${level}) AS letter_of_hit`]];
  const keep = keptHits(repeats, hits.layers);
  const tests = filters.map((filter, index) => filterSql(filter, index, places));
  const rows = staged(`lived_journey WHERE ${inScope(question)}`, [
    ...hits.stages,
    ...named,
    keep
      ? [
          `arrayFilter((l, k) -> k, letter_of_hit, ${keep}) AS letter`,
          `arrayFilter((m, k) -> k, moment, ${keep}) AS moment_of_passage`,
        ]
      : ['letter_of_hit AS letter', 'moment AS moment_of_passage'],
    ['{end:Int64} - times[-1] <= {patience:Int64} AS under_way'],
  ]);
  const where = tests.map(({ sql }) => sql).join(' AND ');
  return {
    from: `(SELECT customer, attributes, letter, moment_of_passage AS moment, under_way
            FROM ${rows}${where === '' ? '' : `\nWHERE ${where}`})`,
    params: {
      ...scopeParams(question),
      ...hits.params,
      ...Object.assign({}, ...tests.map(({ params }) => params)),
      end: question.end,
      patience: question.patience,
    },
  };
}

/** Which hits are passages. An event at two touchpoints of one step is at that step once. */
function keptHits(repeats: PathsQuestion['repeats'], layers: number): string | undefined {
  const sameBefore = 'l = b';
  const before = 'arrayShiftRight(letter_of_hit, 1, 0::UInt16)';
  if (repeats === 'joined') return `arrayMap((l, b) -> NOT (${sameBefore}), letter_of_hit, ${before})`;
  if (layers === 1) return undefined;
  return `arrayMap((l, b, p, q) -> NOT (${sameBefore} AND p = q), letter_of_hit, ${before}, position,
            arrayShiftRight(position, 1, 0::UInt32))`;
}

function filterSql(
  filter: PathFilter,
  index: number,
  places: PathPlaces,
): { sql: string; params: Record<string, QueryParams[string]> } {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => `filter_${index}_${name}`) as [string, string, string];
  switch (filter.is) {
    case 'through':
    case 'not-through':
      return {
        sql: `${filter.is === 'through' ? '' : 'NOT '}has(letter, {${a}:UInt16})`,
        params: { [a]: numberOf(places, filter.place) },
      };
    case 'then': {
      // The latest passage at the first place before each passage: the shortest way to it.
      const latest = `arrayResize(arrayPushFront(arrayFill(x -> isNotNull(x),
        arrayMap((l, m) -> if(l = {${a}:UInt16}, m, NULL), letter, moment_of_passage)), NULL), length(letter))`;
      const soon =
        filter.withinSeconds === undefined ? 'isNotNull(x)' : `ifNull(m - x <= {${c}:Int64}, false)`;
      return {
        sql: `arrayExists((l, m, x) -> l = {${b}:UInt16} AND ${soon}, letter, moment_of_passage, ${latest})`,
        params: {
          [a]: numberOf(places, filter.place),
          [b]: numberOf(places, filter.later),
          ...(filter.withinSeconds !== undefined && { [c]: Math.round(filter.withinSeconds * 1000) }),
        },
      };
    }
    case 'one-of':
    case 'none-of':
      return {
        sql: `${filter.is === 'one-of' ? '' : 'NOT '}has({${b}:Array(String)}, toString(attributes[{${a}:String}]))`,
        params: { [a]: filter.attribute, [b]: filter.values },
      };
  }
}
