import { emotionCurve, orderedSteps } from './outline.ts';
import { type LinksOfMap, linksOf } from './portfolio/portfolio.ts';
import type { JourneyMap } from './schema.ts';

/** What a list of maps says of each one, counted from the map itself. */
export type MapCounts = Pick<JourneyMap, 'title' | 'kind' | 'state'> &
  LinksOfMap & {
    readonly stages: number;
    readonly steps: number;
    readonly cards: number;
    /** Touchpoints bound to data, of all `touchpoints`. */
    readonly bound: number;
    readonly touchpoints: number;
    readonly curve: MapCurve | null;
  };

/** The signature of a map: one felt curve (the wanted one of a to-be, which nobody has felt), as points at 0…1 of its steps, with the colour of its persona if it is one's. */
export type MapCurve = {
  readonly colour: number | null;
  readonly points: readonly { readonly at: number; readonly value: number }[];
};

export const summarise = (map: JourneyMap): MapCounts => ({
  title: map.title,
  kind: map.kind,
  state: map.state,
  stages: Object.keys(map.stages).length,
  steps: Object.keys(map.steps).length,
  cards: Object.keys(map.cards).length,
  bound: Object.values(map.touchpoints).filter((touchpoint) => touchpoint.bindings.length > 0).length,
  touchpoints: Object.keys(map.touchpoints).length,
  curve: signature(map),
  ...linksOf(map),
});

/** The curve of everyone, else of the first persona who has one of at least two points. */
function signature(map: JourneyMap): MapCurve | null {
  const steps = orderedSteps(map).map(([id]) => id);
  const reading = map.state === 'to-be' ? 'planned' : 'felt';
  for (const personaId of [null, ...Object.keys(map.personas)]) {
    const points = emotionCurve(map, reading, personaId).map(([, { stepId, value }]) => ({
      at: steps.length > 1 ? steps.indexOf(stepId) / (steps.length - 1) : 0,
      value,
    }));
    if (points.length >= 2) {
      return { colour: personaId === null ? null : (map.personas[personaId]?.colour ?? null), points };
    }
  }
  return null;
}
