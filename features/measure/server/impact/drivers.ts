import { ok, type Result } from '#kit/result.ts';
import { answeredSql, predictorsOf } from '#measure/analytics/impact/answered-sql.ts';
import { momentSums } from '#measure/analytics/impact/moment-sums.ts';
import { servedSums } from '#measure/analytics/impact/served-sums.ts';
import type { DriversAnswer } from '#measure/domain/impact/answer.ts';
import type { AnswerTarget } from '#measure/domain/impact/answered.ts';
import { satisfactionDrivers } from '#measure/domain/impact/drivers.ts';
import type { Predictor } from '#measure/domain/impact/pair-sums.ts';
import { contrasts } from '#measure/domain/impact/served.ts';
import type { PathPorts, PathRequest } from '../paths/open-paths.ts';
import { inScale } from './in-scale.ts';
import { openAnswered } from './open-answered.ts';

type DriversRequest = PathRequest & { readonly target: AnswerTarget; readonly about: Predictor };

/** What of the places goes with what journeys answer. Problems: those of `openAnswered`. */
export async function drivers(ports: PathPorts, request: DriversRequest): Promise<Result<DriversAnswer>> {
  const { target, about } = request;
  const isGoal = target.of === 'goal';
  const open = await openAnswered(ports, request, !isGoal || about === 'score');
  if (!open.ok) return open;
  const { question, basis, options } = open.value;
  const { engine } = ports;
  const { chosen, keys, leftOut } = await predictorsOf(engine, question);
  const [buckets, served] = await Promise.all([
    momentSums(engine, answeredSql(question, chosen, about), about),
    // A mean is made of the very scores it would be compared with.
    isGoal || target.of === 'mean' ? [] : servedSums(engine, question, chosen),
  ]);
  const found = satisfactionDrivers(keys.length, buckets, { about, ...options });
  const keyOf = (place: number): string => keys[place] ?? '';
  return ok({
    basis: basis(found.customers),
    scale: isGoal ? null : question.scale,
    customers: found.customers,
    leftOut,
    explained: found.explained,
    drivers: found.drivers.map(({ place, ...driver }) => ({ key: keyOf(place), ...driver })),
    contrasts: contrasts(served, options).map(({ place, penalty, reward, role, customers }) => ({
      key: keyOf(place),
      customers: { ...customers },
      penalty: inScale(penalty, question.scale),
      reward: inScale(reward, question.scale),
      role: role ?? null,
    })),
  });
}
