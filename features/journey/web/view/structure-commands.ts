import type { Change } from '#kit/document/changes.ts';
import type { NewId } from '#kit/ids.ts';
import { duplicateLane, duplicatePhase, duplicateStage, duplicateStep } from '../../domain/edit/duplicate.ts';
import { mergePhase, mergeStage, mergeStep } from '../../domain/edit/merge.ts';
import { splitPhase, splitStage, splitStep } from '../../domain/edit/split.ts';
import { type Outcome, type Seen, textAt } from './map-commands.ts';
import type { Place } from './place.ts';

/** Joining with what follows, cutting here, making a second one: `structure` gestures of a menu, a key or a hand. */
export type Restructuring = 'merge' | 'split' | 'duplicate';
export const restructurings: readonly Restructuring[] = ['merge', 'split', 'duplicate'];

const nothing = (place: Place): Outcome => ({ changes: [], place });

/** What it changes at a place; no change where it has no meaning (the last cannot be joined, the first not be cut). */
export function restructure(
  seen: Pick<Seen, 'map' | 'model'>,
  what: Restructuring,
  place: Place,
  newId: NewId,
): Outcome {
  const { map } = seen;
  if (what === 'merge') return mergeAt(seen, place);
  if (what === 'split') return splitAt(map, place, newId);
  switch (place.at) {
    case 'phase':
      return born(
        duplicatePhase(map, place.phaseId, newId),
        'phases',
        (phaseId) => ({ at: 'phase', phaseId }),
        place,
      );
    case 'stage':
      return born(
        duplicateStage(map, place.stageId, newId),
        'stages',
        (stageId) => ({ at: 'stage', stageId }),
        place,
      );
    case 'step':
      return born(
        duplicateStep(map, place.stepId, newId),
        'steps',
        (stepId) => ({ at: 'step', stepId }),
        place,
      );
    case 'lane':
      return born(
        duplicateLane(map, place.laneId, newId),
        'lanes',
        (laneId) => ({ at: 'lane', laneId }),
        place,
      );
    case 'cell':
      return nothing(place);
  }
}

function mergeAt({ map }: Pick<Seen, 'map'>, place: Place): Outcome {
  switch (place.at) {
    case 'phase':
      return { changes: mergePhase(map, place.phaseId), place };
    case 'stage':
      return { changes: mergeStage(map, place.stageId), place };
    case 'step':
      return { changes: mergeStep(map, place.stepId), place };
    default:
      return nothing(place);
  }
}

/** A stage cuts its phase, a step its stage, a card its step; the new half is named at once. */
function splitAt(map: Seen['map'], place: Place, newId: NewId): Outcome {
  switch (place.at) {
    case 'stage':
      return born(
        splitPhase(map, { stageId: place.stageId }, newId),
        'phases',
        (phaseId) => ({ at: 'phase', phaseId }),
        place,
        true,
      );
    case 'step':
      return born(
        splitStage(map, { stepId: place.stepId }, newId),
        'stages',
        (stageId) => ({ at: 'stage', stageId }),
        place,
        true,
      );
    case 'cell':
      return place.itemId === null
        ? nothing(place)
        : born(
            splitStep(map, { cardId: place.itemId }, newId),
            'steps',
            (stepId) => ({ at: 'step', stepId }),
            place,
            true,
          );
    default:
      return nothing(place);
  }
}

function born(
  changes: readonly Change[],
  collection: string,
  placeOf: (id: string) => Place,
  place: Place,
  edit = false,
): Outcome {
  const id = changes.find(({ op, path }) => op === 'put' && path[0] === collection)?.path[1];
  return id === undefined ? nothing(place) : { changes, place: placeOf(id), edit };
}

/** How what was restructured is called afterwards, for who hears it. */
export const nameAfter = (seen: Pick<Seen, 'map' | 'model'>, place: Place): string =>
  (textAt(seen, place) ?? '').slice(0, 60);
