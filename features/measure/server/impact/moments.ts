import { ok, type Result } from '#kit/result.ts';
import { predictorsOf } from '#measure/analytics/impact/answered-sql.ts';
import { answeringJourneys } from '#measure/analytics/impact/answering-journeys.ts';
import { experienceSql } from '#measure/analytics/impact/experience-sql.ts';
import { momentSums } from '#measure/analytics/impact/moment-sums.ts';
import { servedSums } from '#measure/analytics/impact/served-sums.ts';
import type { MomentsAnswer } from '#measure/domain/impact/answer.ts';
import type { AnswerTarget } from '#measure/domain/impact/answered.ts';
import { peakAndEnd } from '#measure/domain/impact/peak-end.ts';
import { turns } from '#measure/domain/impact/served.ts';
import type { PathPorts, PathRequest } from '../paths/open-paths.ts';
import { inScale } from './in-scale.ts';
import { openAnswered } from './open-answered.ts';

type MomentsRequest = PathRequest & { readonly target: AnswerTarget };

/** Where what journeys answer turns most, and what of the scores before is remembered. Problems: those of `openAnswered`. */
export async function moments(ports: PathPorts, request: MomentsRequest): Promise<Result<MomentsAnswer>> {
  const open = await openAnswered(ports, request, true);
  if (!open.ok) return open;
  const { question, basis, options } = open.value;
  const { engine } = ports;
  const yesOrNo = request.target.of === 'goal';
  const { chosen, keys, leftOut } = await predictorsOf(engine, question);
  const [served, buckets, answering] = await Promise.all([
    servedSums(engine, question, chosen),
    // The mean of all scores is made of the scores that would be compared with it.
    request.target.of === 'mean' ? [] : momentSums(engine, experienceSql(question), 'score'),
    answeringJourneys(engine, question),
  ]);
  return ok({
    basis: basis(answering),
    scale: question.scale,
    leftOut,
    turns: turns(served, { ...options, yesOrNo }).map(({ place, difference, ...turn }) => ({
      key: keys[place] ?? '',
      ...turn,
      difference: yesOrNo ? difference : inScale(difference, question.scale),
    })),
    remembered: peakAndEnd(buckets, options),
  });
}
