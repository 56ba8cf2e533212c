import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { AnsweredQuestion } from '#measure/analytics/impact/answered-sql.ts';
import { type AnswerTarget, placeOfTarget } from '#measure/domain/impact/answered.ts';
import { findBoundSources } from '../measuring/bound-sources.ts';
import { type OpenPaths, openPaths, type PathPorts, type PathRequest } from '../paths/open-paths.ts';

type OpenAnswered = {
  readonly question: AnsweredQuestion;
  readonly basis: OpenPaths['basis'];
  readonly options: { readonly minimum: number; readonly designEffect: number };
};

/** A question on what journeys answer. Problems: those of `openPaths`; `impact.no-scores` {source}. */
export async function openAnswered(
  ports: PathPorts,
  request: PathRequest & { readonly target: AnswerTarget },
  needsScores: boolean,
): Promise<Result<OpenAnswered>> {
  const { target } = request;
  const open = await openPaths(ports, request, placeOfTarget(target));
  if (!open.ok) return open;
  const { question, basis, designEffect } = open.value;
  const known = await scaleOfSource(ports, question.workspaceId, question.sourceId);
  const { minimum, sourceName } = basis(0);
  if (known === null && needsScores) return fail(problem('impact.no-scores', { source: sourceName }));
  // Where no score is asked for, any scale reads none.
  return ok({
    question: { ...question, target, scale: known ?? { min: 0, max: 1 } },
    basis,
    options: { minimum, designEffect },
  });
}

/** Scale of the scores of a source; null where it has none. */
export async function scaleOfSource(ports: PathPorts, workspaceId: WorkspaceId, sourceId: string) {
  const { present } = await findBoundSources(ports, workspaceId, [sourceId]);
  return present[0]?.scale ?? null;
}
