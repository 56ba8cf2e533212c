import { ok, type Result } from '#kit/result.ts';
import { kaplanMeier, survivalQuantile } from '#kit/statistics/survival.ts';
import { waitCounts } from '#measure/analytics/paths/wait-counts.ts';
import type { WaitAnswer } from '#measure/domain/paths/answer.ts';
import { openPaths, type PathPorts, type PathRequest } from './open-paths.ts';

type WaitRequest = PathRequest & { readonly first: string; readonly second: string };

const mostPoints = 200;

/** How long journeys take from one place to another (Kaplan–Meier). Problems: those of `openPaths`. */
export async function wait(ports: PathPorts, request: WaitRequest): Promise<Result<WaitAnswer>> {
  const { first, second } = request;
  const open = await openPaths(ports, request, [first, second]);
  if (!open.ok) return open;
  const { groups, without } = await waitCounts(ports.engine, { ...open.value.question, first, second });
  const { designEffect } = open.value;
  const curve = kaplanMeier(groups, { designEffect });
  const basis = open.value.basis(curve.n + without);
  const median = survivalQuantile(groups, { minimum: basis.minimum, designEffect });
  const every = Math.max(1, Math.ceil(curve.steps.length / mostPoints));
  const shown = median.withheld
    ? []
    : curve.steps.filter((_, index) => index % every === 0 || index === curve.steps.length - 1);
  return ok({
    basis,
    median,
    curve: shown.map(({ time, survival, low, high }) => ({ time, waiting: survival, low, high })),
    arrived: curve.ended,
    stillWaiting: curve.stillInProgress,
    without,
  });
}
