import { type Problem, ProblemError, problem } from '#kit/problem.ts';

const textOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.message} ${error.cause === undefined ? '' : textOf(error.cause)}`
    : String(error);

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** True when the disk (or a quota) has no room left, whoever noticed: the engine or the file system. */
export const isDiskFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', '243'].includes(codeOf(error)) ||
  /No space left on device|NOT_ENOUGH_SPACE|Disk quota exceeded|ENOSPC/.test(textOf(error));

/** True when a table that a statement names is not there (any more). */
export const isTableGone = (error: unknown): boolean =>
  codeOf(error) === '60' || /UNKNOWN_TABLE/.test(textOf(error));

/** The faults of engine and machine that a person can cure, as problems; undefined for a bug. */
export function engineProblem(error: unknown): Problem | undefined {
  if (error instanceof ProblemError) return error.problem;
  if (isDiskFull(error)) return problem('engine.disk-full', undefined, 507);
  const code = codeOf(error);
  if (code === '241') return problem('engine.memory', undefined, 507);
  if (['ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET', 'ETIMEDOUT'].includes(code))
    return problem('engine.unreachable', undefined, 503);
  return undefined;
}
