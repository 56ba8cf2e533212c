import type { JourneyMap } from '#journey/domain/schema.ts';
import { inOrder } from '#kit/document/order.ts';
import type { DurationShown, Shown } from '#kit/statistics/estimate.ts';
import type { MapMeasure, Score } from '#measure/domain/figures.ts';
import { positionOf, shown } from '#measure/web/place.ts';

/** The persona of a map that stands for a persona of the workspace, and says which journeys are theirs. */
export function groupOf(
  map: JourneyMap,
  personaId: string,
): { readonly key: string; readonly attribute: string } | undefined {
  const found = inOrder(map.personas).find(([, one]) => one.personaId === personaId && one.match !== null);
  return found && { key: found[0], attribute: found[1].match!.attribute };
}

/** One figure of a group, at the step where it is told. */
export type Lived =
  | {
      readonly what: 'best' | 'worst';
      readonly stepId: string;
      readonly score: Score;
      readonly estimate: Shown;
    }
  | { readonly what: 'wait'; readonly stepId: string; readonly estimate: DurationShown };

/**
 * Where a group is least and most satisfied, and after which step it waits longest (median): the extremes of one map, each
 * with its own interval; nothing is said of a difference with the others. Figures that are withheld are left out.
 */
export function livedBy(measure: Pick<MapMeasure, 'steps'>, group: string): Lived[] {
  const scores: Extract<Lived, { score: Score }>[] = [];
  const waits: { readonly lived: Extract<Lived, { what: 'wait' }>; readonly median: number }[] = [];
  for (const [stepId, groups] of Object.entries(measure.steps)) {
    const figures = groups[group];
    const score = figures?.satisfaction;
    const satisfied = shown(score?.estimate);
    if (score && satisfied) scores.push({ what: 'worst', stepId, score, estimate: satisfied });
    const time = figures?.timeToNext;
    if (time && !time.withheld && time.value !== null) {
      waits.push({ lived: { what: 'wait', stepId, estimate: time }, median: time.value });
    }
  }
  const at = ({ score, estimate }: (typeof scores)[number]) => positionOf(score, estimate.value);
  scores.sort((a, b) => at(a) - at(b));
  waits.sort((a, b) => b.median - a.median);
  const [worst] = scores;
  const best = scores.length > 1 ? scores.at(-1) : undefined;
  const [wait] = waits;
  return [
    ...(worst ? [worst] : []),
    ...(best ? [{ ...best, what: 'best' as const }] : []),
    ...(wait ? [wait.lived] : []),
  ];
}
