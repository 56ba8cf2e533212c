import { type AnswerTarget, partsOfScale } from '#measure/domain/impact/answered.ts';
import type { Predictor } from '#measure/domain/impact/pair-sums.ts';
import { chooseDrawn } from '#measure/domain/paths/flow.ts';
import { numberOf } from '#measure/domain/paths/places.ts';
import type { Engine, QueryParams } from '#platform/clickhouse/engine.ts';
import { type PathsQuestion, pathsSql } from '../paths/letters-sql.ts';
import { staged } from '../staged-sql.ts';
import { journeysAtPlaces } from './journeys-at-places.ts';

/** Places told apart: those most journeys pass. */
export const mostPredictors = 40;

export type AnsweredQuestion = PathsQuestion & {
  readonly target: AnswerTarget;
  readonly scale: { readonly min: number; readonly max: number };
};

/** The places that may go with an answer, in reading order: numbers 1 … n are places of these keys. */
export async function predictorsOf(
  engine: Engine,
  question: AnsweredQuestion,
): Promise<{
  readonly chosen: readonly number[];
  readonly keys: readonly string[];
  readonly leftOut: number;
}> {
  const { places, target } = question;
  const own = 'place' in target ? numberOf(places, target.place) : 0;
  const at =
    places.keys.length <= mostPredictors
      ? places.keys.map(() => 1)
      : await journeysAtPlaces(engine, question);
  const others = at.map((journeys, index) => (index + 1 === own ? 0 : journeys));
  const chosen = chooseDrawn(others, mostPredictors, []);
  return {
    chosen,
    keys: chosen.map((number) => places.keys[number - 1] ?? ''),
    leftOut: others.filter((journeys) => journeys > 0).length - chosen.length,
  };
}

/** Mean of an array of whole parts, to the nearest part. */
export const wholeMean = (parts: string): string =>
  `intDiv(2 * arraySum(${parts}) + length(${parts}), 2 * length(${parts}))`;

/**
 * Journeys that answer: rows with `customer`, `answer` (in parts of the scale; all of them or none for a goal), `before_part` (the scores
 * given before it, in order) and, for each place told apart, once, `place` and `value`: 1 where it was passed before the answer, or
 * the mean of its scores before the answer, in parts.
 */
export function answeredSql(
  question: AnsweredQuestion,
  chosen: readonly number[],
  about: Predictor,
): { from: string; params: QueryParams } {
  const { target, scale, places } = question;
  const { from, params } = pathsSql(question, { ...scale, parts: partsOfScale });
  const never = '4294967295::UInt32';
  const positions = (test: string): string =>
    `arrayFilter((p, l, q) -> ${test}, hit_position, hit_letter, hit_part)`;
  const scored = 'q >= 0';
  const here = 'l = {target:UInt16}';
  const [answers, until, answer] = {
    last: [positions(scored), 'answers[-1]', 'arrayMax(at_answer)'],
    place: [positions(`${scored} AND ${here}`), 'answers[-1]', 'arrayMax(at_answer)'],
    mean: [positions(scored), never, wholeMean(`arrayFilter(q -> ${scored}, hit_part)`)],
    goal: [
      positions(here),
      `if(empty(answers), ${never}, answers[1])`,
      `if(empty(answers), 0, ${partsOfScale})`,
    ],
  }[target.of];
  const keep = target.of === 'goal' ? '(notEmpty(answers) OR NOT under_way)' : 'notEmpty(answers)';
  const kept = `(SELECT * FROM ${staged(from, [[`${answers} AS answers`]])} WHERE ${keep})`;
  const number = 'transform(l, {chosen:Array(UInt16)}, {numbers:Array(UInt16)}, 0::UInt16)';
  const scores = about === 'score' ? ` AND ${scored}` : '';
  return {
    from: staged(kept, [
      [`toUInt32(${until}) AS until`],
      [
        // Two places of one event have one score.
        'arrayFilter((q, p) -> p = until, hit_part, hit_position) AS at_answer',
        `arrayFilter((q, p) -> p < until AND ${scored}, hit_part, hit_position) AS before_part`,
        `arrayFilter(c -> bitShiftRight(c, 32) > 0, arraySort(arrayMap((l, q) -> bitOr(bitShiftLeft(toUInt64(${number}), 32),
            toUInt64(greatest(q, 0))),
            arrayFilter((l, q, p) -> p < until${scores}, hit_letter, hit_part, hit_position),
            arrayFilter((q, p) -> p < until${scores}, hit_part, hit_position)))) AS entries`,
      ],
      [
        `toUInt32(${answer}) AS answer`,
        'arrayMap(e -> toUInt16(bitShiftRight(e, 32)), entries) AS entry_places',
        'arrayCumSum(arrayMap(e -> bitOr(bitShiftLeft(1::UInt64, 44), bitAnd(e, 4294967295)), entries)) AS totals',
      ],
      ['arrayMap((a, b) -> a != b, entry_places, arrayShiftLeft(entry_places, 1, 0::UInt16)) AS is_last'],
      [
        'arrayFilter((p, k) -> k, entry_places, is_last) AS place',
        'arrayFilter((t, k) -> k, totals, is_last) AS place_totals',
      ],
      [
        about === 'passed'
          ? 'arrayMap(p -> 1::UInt32, place) AS value'
          : `arrayMap((t, u) -> toUInt32(intDiv(2 * bitAnd(t - u, ${2 ** 44 - 1}) + bitShiftRight(t - u, 44),
                 2 * bitShiftRight(t - u, 44))), place_totals, arrayShiftRight(place_totals, 1, 0::UInt64)) AS value`,
      ],
    ]),
    params: {
      ...params,
      target: 'place' in target ? numberOf(places, target.place) : 0,
      // The engine wants at least one.
      chosen: chosen.length > 0 ? chosen : [0],
      numbers: chosen.length > 0 ? chosen.map((_, index) => index + 1) : [0],
    },
  };
}
