import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Trend } from '#measure/domain/indicator/answer.ts';
import type { Indicator } from '#measure/domain/indicator/indicator.ts';
import type { IndicatorPorts } from './ports.ts';
import { type ToldIndicator, tellIndicators } from './tell-indicators.ts';

/** An indicator as the API tells it: what cannot be told any more says why. */
export const trendOf = ({ indicator, told }: ToldIndicator): Trend => ({
  indicator,
  outcome: told.ok
    ? { is: 'told', ...told.value, points: [...told.value.points] }
    : {
        is: 'broken',
        problem: {
          code: told.problem.code,
          ...(told.problem.params && { params: { ...told.problem.params } }),
        },
      },
});

/** All indicators with their figures. */
export async function indicators(
  ports: IndicatorPorts,
  { workspaceId }: { readonly workspaceId: WorkspaceId },
): Promise<Result<Trend[]>> {
  const all = await ports.indicators.list(workspaceId);
  const told = await tellIndicators(ports, workspaceId, all, ports.now().getTime());
  return told.ok ? ok(told.value.map(trendOf)) : told;
}

/** Problem: `indicator.not-found`. */
export async function findIndicator(
  { indicators: store }: Pick<IndicatorPorts, 'indicators'>,
  workspaceId: WorkspaceId,
  indicatorId: string,
): Promise<Result<Indicator>> {
  const found = (await store.list(workspaceId)).find(({ id }) => id === indicatorId);
  return found ? ok(found) : fail(problem('indicator.not-found', { indicatorId }, 404));
}
