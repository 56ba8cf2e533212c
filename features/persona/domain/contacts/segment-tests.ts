import { type Condition, inSegment } from '../segment.ts';
import { placesOf } from './contact-columns.ts';
import type { ContactColumn } from './contact-list.ts';

/** A condition as the engine asks it of a contact: one of these words, or a number within bounds (null: open). */
export type SegmentTest =
  | { readonly is: 'words'; readonly place: number; readonly codes: readonly number[] }
  | {
      readonly is: 'number';
      readonly place: number;
      readonly from: number | null;
      readonly to: number | null;
    };

/**
 * The rule of a segment over the columns of a list, by the same reading as for one contact (`inSegment`). Null: the list cannot
 * tell, because there is no rule or a column is not there.
 */
export function segmentTests(
  conditions: readonly Condition[],
  columns: readonly ContactColumn[],
): readonly SegmentTest[] | null {
  const places = placesOf(columns);
  const tests = conditions.map((condition): SegmentTest | null => {
    const column = columns.find(({ name }) => name === condition.attribute);
    const wordsAt = places.words.get(condition.attribute);
    if (column?.words && wordsAt)
      return {
        is: 'words',
        place: wordsAt,
        codes: column.words.flatMap((word, at) =>
          inSegment({ conditions: [condition] }, { [condition.attribute]: word }) ? [at + 1] : [],
        ),
      };
    const numbersAt = places.numbers.get(condition.attribute);
    return numbersAt && condition.is === 'between'
      ? { is: 'number', place: numbersAt, from: condition.from, to: condition.to }
      : null;
  });
  return tests.length > 0 && tests.every((test) => test !== null) ? tests : null;
}
