import type { ColumnGuess } from '#kit/table/column-guess.ts';
import type { EventDraft, NeededRole } from './event-draft.ts';
import { neededRoles } from './event-draft.ts';
import { tellingExample } from './time-reading.ts';

/** What must be looked at before importing, for the mapping as it stands now. */
export type EventQuestion =
  | { readonly code: 'role-missing'; readonly role: NeededRole }
  /** Day and month can be swapped in every value seen. */
  | { readonly code: 'ambiguous-date'; readonly column: string; readonly example: string }
  /** None, or some, of the values say their zone. */
  | { readonly code: 'no-zone' | 'mixed-zones'; readonly column: string; readonly example: string }
  | { readonly code: 'impossible-dates'; readonly column: string; readonly count: number }
  /** The marks seen end at none of the usual scales: a code such as 11 or 99 may stand among them. */
  | { readonly code: 'doubtful-scale'; readonly column: string; readonly min: number; readonly max: number }
  /** Nothing repeats: a file where nobody comes back holds no journey. */
  | { readonly code: 'customer-unique'; readonly column: string }
  /** Every row has an event of its own name: no two journeys would be alike. */
  | { readonly code: 'event-unique'; readonly column: string };

/** Where the scales people use end. */
const usualEnds = [1, 3, 4, 5, 6, 7, 10, 20, 100];

export function questionsOf(draft: EventDraft, table: readonly ColumnGuess[]): EventQuestion[] {
  const column = (role: NeededRole) => table.find(({ name }) => name === draft.columns[role]);
  const questions: EventQuestion[] = neededRoles
    .filter((role) => draft.columns[role] === null)
    .map((role) => ({ code: 'role-missing', role }));
  const time = column('time');
  if (time?.time) {
    const example = tellingExample(time) ?? '';
    if (time.time.ambiguous) questions.push({ code: 'ambiguous-date', column: time.name, example });
    if (time.time.zone === 'none') questions.push({ code: 'no-zone', column: time.name, example });
    if (time.time.zone === 'some') questions.push({ code: 'mixed-zones', column: time.name, example });
    if (time.time.refused > 0)
      questions.push({ code: 'impossible-dates', column: time.name, count: time.time.refused });
  }
  const score = table.find(({ name }) => name === draft.columns.score);
  const settled = draft.score.noAnswer.trim() !== '' || usualEnds.includes(draft.score.max);
  if (
    score?.number &&
    !usualEnds.includes(score.number.max) &&
    !(settled && draft.score.max < score.number.max)
  )
    questions.push({
      code: 'doubtful-scale',
      column: score.name,
      min: score.number.min,
      max: score.number.max,
    });
  const customer = column('customer');
  if (customer && customer.filled >= 20 && customer.distinct === customer.filled)
    questions.push({ code: 'customer-unique', column: customer.name });
  const event = column('event');
  if (event && event.filled >= 20 && event.distinct > event.filled * 0.9)
    questions.push({ code: 'event-unique', column: event.name });
  return questions;
}
