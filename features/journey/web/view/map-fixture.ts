import { applyChanges, type Change } from '#kit/document/changes.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import { templateMap } from '../../domain/templates/template.ts';
import { type GridModel, nextGridModel } from './grid-model.ts';
import type { Seen } from './map-commands.ts';

/** Ids in order: `prefix1`, `prefix2` … */
export function counter(prefix: string): () => string {
  let count = 0;
  return () => `${prefix}${++count}`;
}

/** A small map for tests: the template of a journey, seen by everyone. */
export const seenMap = (): Seen => see(templateMap('journey', 'fr', 'Essai', counter('e')));

export const see = (map: JourneyMap, personaId: string | null = null, former?: GridModel): Seen => ({
  map,
  model: nextGridModel(map, personaId, former),
  personaId,
});

export const applied = (seen: Seen, changes: readonly Change[]): Seen =>
  see(applyChanges(seen.map, changes), seen.personaId, seen.model);

/** Id of the first lane of a type. */
export const laneOf = (seen: Seen, type: string): string =>
  seen.model.outline.lanes.find(([, lane]) => lane.type === type)![0];
