import { ORPCError } from '@orpc/server';
import type { ProblemDetails } from '#kit/contract.ts';
import type { Locale } from '#kit/locale.ts';
import type { Problem } from '#kit/problem.ts';
import { engineProblem } from '#platform/clickhouse/problems.ts';
import { problemSentence } from '../problem-sentence.ts';

/** A problem as RFC 9457 details, said in the reader's language. */
export function problemDetails(problem: Problem, locale: Locale): ProblemDetails {
  return {
    type: `/api/docs#problem-${problem.code}`,
    title: problemSentence(problem, locale),
    status: problem.status ?? 422,
    code: problem.code,
    ...(problem.params ? { params: { ...problem.params } } : {}),
  };
}

/** Our problem, inside the one error type the contract library lets through. */
export const asContractError = (problem: Problem): ORPCError<string, Problem> =>
  new ORPCError(problem.code, { status: problem.status ?? 422, data: problem });

type ValidationCause = { issues?: readonly { path?: readonly unknown[]; message: string }[] };

/**
 * What the contract library refuses by itself (bad input, unknown route), what a handler refused, or a fault of the engine
 * that a person can cure, as a problem.
 */
export function problemOfError(error: ORPCError<string, unknown>, reference: string): Problem {
  if (isProblem(error.data)) return error.data;
  if (error.status === 404) return { code: 'request.not-found', status: 404 };
  if (error.status === 400) {
    const issues = (error.cause as ValidationCause | undefined)?.issues ?? [];
    const details = issues
      .slice(0, 8)
      .map((issue) => `${(issue.path ?? []).map(pathPart).join('.')}: ${issue.message}`)
      .join('; ');
    return { code: 'request.invalid', status: 400, params: { details: details || error.message } };
  }
  return engineProblem(error.cause) ?? { code: 'server.fault', status: 500, params: { reference } };
}

const pathPart = (part: unknown): string =>
  typeof part === 'object' && part !== null && 'key' in part ? String(part.key) : String(part);

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
