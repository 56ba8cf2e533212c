import { ok, type Result } from '#kit/result.ts';
import { type FunnelDepth, funnelCounts } from '#measure/analytics/paths/funnel-counts.ts';
import { isPreparable, preparedFunnel } from '#measure/analytics/paths/prepared/prepared-funnel.ts';
import { everyoneKey, splitCount } from '#measure/domain/measuring/split.ts';
import type { FunnelAnswer } from '#measure/domain/paths/answer.ts';
import { funnelDifferences, funnelFigures, reachOf } from '#measure/domain/paths/funnel.ts';
import type { Funnel } from '#measure/domain/paths/question.ts';
import { findSplits } from '../measuring/find-splits.ts';
import { namedGroups } from '../measuring/named-groups.ts';
import type { AttributedRunPort } from '../measuring/ports.ts';
import { openPaths, type PathPorts, type PathRequest } from './open-paths.ts';
import { fromPrepared } from './prepared-paths.ts';

type FunnelRequest = PathRequest & { readonly funnel: Funnel; readonly by?: string | undefined };

/** How many journeys reach each step of a funnel, for everyone and per group. Problems: those of `openPaths`. */
export async function funnel(
  ports: PathPorts & AttributedRunPort,
  request: FunnelRequest,
): Promise<Result<FunnelAnswer>> {
  const { steps } = request.funnel;
  const open = await openPaths(ports, request, steps.flat());
  if (!open.ok) return open;
  const { question, map, basis, designEffect } = open.value;
  const [split = null] = await findSplits(ports, {
    workspaceId: question.workspaceId,
    map: map ?? { personas: {} },
    by: request.by,
    sourceIds: [question.sourceId],
    period: question.period,
    surveyGroups: async () => [],
  });
  const asked = { places: question.places, funnel: request.funnel, split };
  const read = () => funnelCounts(ports.engine, { ...question, ...asked });
  const rows = isPreparable(request.funnel)
    ? await fromPrepared(ports.engine, open.value, {
        prepared: (preparation, classes) => preparedFunnel(ports.engine, preparation, { ...asked, classes }),
        read,
      })
    : await read();
  const journeys = total(rows);
  const told = basis(journeys);
  const options = { minimum: told.minimum, designEffect };
  const groups = namedGroups(split, map).map((group) => {
    const own = rows.filter((row) => row.group === group.number);
    return { ...group, journeys: total(own), reach: reachOf(steps.length, own) };
  });
  return ok({
    basis: told,
    groups: [
      {
        key: everyoneKey,
        label: '',
        personaId: null,
        journeys,
        steps: funnelFigures(reachOf(steps.length, rows), options, false),
      },
      ...groups.map(({ key, label, personaId, journeys: own, reach }) => ({
        key,
        label,
        personaId,
        journeys: splitCount(own),
        steps: funnelFigures(reach, options, true),
      })),
    ],
    differences: funnelDifferences(groups, options),
  });
}

const total = (rows: readonly FunnelDepth[]): number => rows.reduce((sum, { journeys }) => sum + journeys, 0);
