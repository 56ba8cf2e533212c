import type { KindOfEvent, Numbering, SourcePlan } from '../measuring/source-plan.ts';
import { numberPlaces } from '../measuring/source-plan.ts';
import type { PathUnit } from './question.ts';

/** The places a journey is read as, numbered from 1 in the order of `keys`, and how the engine finds them in events. */
export type PathPlaces = {
  readonly unit: PathUnit;
  readonly keys: readonly string[];
  readonly numbering: Numbering;
};

/** Each event name is a place, whatever its channel. */
export function placesOfEvents(sourceId: string, kinds: readonly KindOfEvent[]): PathPlaces {
  const names = [...new Set(kinds.map(({ name }) => name))];
  const plan: SourcePlan = {
    sourceId,
    touchpoints: names.map((name, stageRank) => ({
      id: name,
      stepId: name,
      stageId: name,
      stageRank,
      clauses: [{ kinds: kinds.filter((kind) => kind.name === name).map(({ id }) => id), conditions: [] }],
    })),
  };
  return { unit: 'event', keys: names, numbering: numberPlaces(plan) };
}

/** Touchpoints, steps or stages of a map. */
export function placesOfMap(unit: Exclude<PathUnit, 'event'>, plan: SourcePlan): PathPlaces {
  const numbering = numberPlaces(plan);
  const keys = {
    touchpoint: numbering.touchpoints.map(({ id }) => id),
    step: numbering.steps,
    stage: numbering.stages,
  }[unit];
  return { unit, keys, numbering };
}

/** Number of a place; 0, which no event has, for a key nobody knows (any more). */
export const numberOf = ({ keys }: PathPlaces, key: string): number => keys.indexOf(key) + 1;
