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
 * passage, in order), `moment` (its time), `under_way`, `begun` and `ended` (moments of the whole journey). Journeys that do not
 * pass the filters are left out. With a scale also, one for each event at a place, repeated or not: `hit_letter`, `hit_position` (which
 * event of the journey, from 1), `hit_moment` and `hit_part` (its score as so many of the equal parts of the scale, −1 without one).
 */
export function pathsSql(
  question: PathsQuestion,
  scores?: { readonly min: number; readonly max: number; readonly parts: number },
): { from: string; params: QueryParams } {
  const { places, repeats, filters } = question;
  const hits = hitsSql(places.numbering, { moment: 'times', ...(scores && { score_part: partsOfEvents }) });
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
    ['NOT closed AND {end:Int64} - times[-1] <= {patience:Int64} AS under_way'],
    scores ? hitColumns(hits.layers) : [],
  ]);
  const where = tests.map(({ sql }) => sql).join(' AND ');
  return {
    from: `(SELECT customer, attributes, kinds, letter, moment_of_passage AS moment, under_way, events, part,
                   times[1] AS begun, times[-1] AS ended${scores ? ', hit_letter, hit_position, hit_moment, hit_part' : ''}
            FROM ${rows}${where === '' ? '' : `\nWHERE ${where}`})`,
    params: {
      ...scopeParams(question),
      ...hits.params,
      ...Object.assign({}, ...tests.map(({ params }) => params)),
      end: question.end,
      patience: question.patience,
      ...(scores && { lowest: scores.min, highest: scores.max, parts: scores.parts }),
    },
  };
}

/** A score outside the scale does not count. */
const partsOfEvents = `arrayMap(s -> if(isNull(s) OR s < {lowest:Float64} OR s > {highest:Float64}, -1::Int32,
  toInt32(round((assumeNotNull(s) - {lowest:Float64}) / ({highest:Float64} - {lowest:Float64}) * {parts:UInt32}))), scores)`;

function hitColumns(layers: number): string[] {
  const keep = keptHits('kept', layers);
  const columns = {
    hit_letter: 'letter_of_hit',
    hit_position: layers > 1 ? 'position' : 'arrayEnumerate(letter_of_hit)',
    hit_moment: 'moment',
    hit_part: 'score_part',
  };
  return Object.entries(columns).map(([name, sql]) =>
    keep === undefined ? `${sql} AS ${name}` : `arrayFilter((v, k) -> k, ${sql}, ${keep}) AS ${name}`,
  );
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
