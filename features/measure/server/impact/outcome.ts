import { ok, type Result } from '#kit/result.ts';
import { shareEstimate } from '#kit/statistics/share.ts';
import { outcomeCounts } from '#measure/analytics/impact/outcome-counts.ts';
import type { OutcomeAnswer } from '#measure/domain/impact/answer.ts';
import { type Outcome, outcomeImpact } from '#measure/domain/impact/outcome-impact.ts';
import { openPaths, type PathPorts, type PathRequest } from '../paths/open-paths.ts';

type OutcomeRequest = PathRequest & { readonly goal: string; readonly outcome: Outcome };

/** What each place counts for in reaching a goal, or in missing it. Problems: those of `openPaths`. */
export async function outcome(ports: PathPorts, request: OutcomeRequest): Promise<Result<OutcomeAnswer>> {
  const open = await openPaths(ports, request, [request.goal]);
  if (!open.ok) return open;
  const counted = await outcomeCounts(ports.engine, { ...open.value.question, goal: request.goal });
  const { designEffect } = open.value;
  const { minimum } = open.value.basis(0);
  const impact = outcomeImpact(counted.keys.length, counted.buckets, {
    outcome: request.outcome,
    minimum,
    designEffect,
  });
  return ok({
    basis: open.value.basis(impact.journeys + counted.undecided),
    journeys: impact.journeys,
    undecided: counted.undecided,
    share: shareEstimate(impact.outcomes, impact.journeys, { minimum, designEffect }),
    leftOut: counted.leftOut,
    places: impact.places.map(({ place, ...figures }) => ({ key: counted.keys[place] ?? '', ...figures })),
  });
}
