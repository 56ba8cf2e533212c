import type { Problem } from './problem.ts';

/** An expected outcome: either a value or a problem a person can act on. Bugs throw instead. */
export type Result<T, P = Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

export const fail = <P>(problem: P): Result<never, P> => ({ ok: false, problem });

/** Unwraps a result where a failure would be a bug (tests, seeds, code that has just checked). */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(
    `unexpected problem ${result.problem.code}: ${JSON.stringify(result.problem.params ?? {})}`,
  );
}
