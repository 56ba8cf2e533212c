import type { SurveyPreviewColumn } from '../domain/survey.ts';
import type { FormTable } from './form-columns.ts';
import { useText } from './text.ts';

/** Says why a column was taken for what it still is; undefined when a person chose it. */
export function useReason(
  table: Pick<FormTable, 'guesses'>,
): (column: string | null, role: SurveyPreviewColumn['role']) => string | undefined {
  const t = useText();
  return (column, role) => {
    const guess = column === null ? undefined : table.guesses.get(column);
    if (guess?.role !== role) return undefined;
    const reason = t.maybe(`reason.${guess.reason.code}`, guess.reason.params);
    return reason === undefined ? undefined : t('form.guessed', { reason });
  };
}
