import { type Problem, problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { ColumnGuess } from '#kit/table/column-guess.ts';
import type { EventMapping } from './mapping.ts';
import { proposeMapping } from './propose-mapping.ts';

/** Columns somebody has named, instead of the guess. */
export type ToldColumns = {
  readonly customer?: string;
  readonly time?: string;
  readonly event?: string;
};

/** The columns of a file as a person is told them: not a page of them. */
const listed = (columns: readonly ColumnGuess[]): string => {
  const names = columns.slice(0, 30).map(({ name }) => name);
  return columns.length > names.length ? `${names.join(', ')}, …` : names.join(', ');
};

/**
 * The proposal for a caller who cannot be asked: what is missing is a problem instead of a question.
 * Problems: `import.missing-column` {file, column}; `import.which-customer`, `import.which-time` and `import.which-event`
 * {file, columns}.
 */
export function checkedProposal(
  fileName: string,
  columns: readonly ColumnGuess[],
  zone: string,
  told: ToldColumns,
  growing = false,
): Result<EventMapping> {
  const absent = Object.values(told).find((column) => !columns.some(({ name }) => name === column));
  if (absent !== undefined) return fail(problem('import.missing-column', { file: fileName, column: absent }));
  const { mapping, doubts } = proposeMapping(columns, zone, told, growing);
  if (mapping) return ok(mapping);
  const params = { file: fileName, columns: listed(columns) };
  const missing: Record<string, Problem> = {
    'no-customer': problem('import.which-customer', params),
    'no-time': problem('import.which-time', params),
    'no-event': problem('import.which-event', params),
  };
  const first = doubts.map(({ code }) => missing[code]).find((found) => found !== undefined);
  if (!first) throw new Error('a mapping is missing without a doubt that says why');
  return fail(first);
}
