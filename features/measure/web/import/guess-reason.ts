import type { ColumnGuess } from '#kit/table/column-guess.ts';
import { nameSays } from '#kit/table/event-roles.ts';
import type { Role } from './event-draft.ts';

/** Why a column was taken for what it is: names come before values in the guess, so they do in the reason. */
export function guessReason(
  role: Role,
  column: ColumnGuess,
): 'name' | 'dates' | 'repeats' | 'few-values' | 'values' {
  if (nameSays(role, column.name)) return 'name';
  if (role === 'time') return 'dates';
  if (role === 'customer') return 'repeats';
  return role === 'event' ? 'few-values' : 'values';
}
