import { type Problem, problem } from '#kit/problem.ts';
import { fail, type Result } from '#kit/result.ts';

export const mapNotFound = (mapId: string): Problem => problem('journey.map-not-found', { mapId }, 404);

export const laneSetNotFound = (laneSetId: string): Problem =>
  problem('journey.lane-set-not-found', { laneSetId }, 404);

export const versionNotFound = (versionId: string): Problem =>
  problem('journey.version-not-found', { versionId }, 404);

/** A written part refers, by `field`, to what is not in the map. */
export const partDangling = (part: string, id: string, field: string): Problem =>
  problem('journey.part-dangling', { part, id, field });

export const stageNotFound = (stageId: string): Problem =>
  problem('journey.stage-not-found', { stageId }, 404);

/** A to-be is made from what is lived now. */
export const notAsIs = (title: string): Problem => problem('journey.not-as-is', { title }, 409);

export const subMapExists = (title: string): Problem => problem('journey.sub-map-exists', { title }, 409);

/** Other maps lead to it, or it leads to them: `maps` are their titles. */
export const mapLinked = (titles: readonly string[]): Problem =>
  problem('journey.map-linked', { count: titles.length, maps: titles.join(', ') }, 409);

/** For whoever asked for a map, a document that is gone and one that never was are the same. */
export function ofMap<T>(mapId: string, result: Result<T>): Result<T> {
  const gone =
    !result.ok &&
    (result.problem.code === 'document.not-found' || result.problem.code === 'document.deleted');
  return gone ? fail(mapNotFound(mapId)) : result;
}
