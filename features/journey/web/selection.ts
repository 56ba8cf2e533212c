import type { JourneyMap, LaneType } from '../domain/schema.ts';
import type { GridModel } from './view/grid-model.ts';
import { kindOf } from './view/notice.ts';
import type { Place } from './view/place.ts';

/** What the reader has chosen on the map, for the panel that explains it; composed by the page that knows the data. */
export type MapSelection =
  | { readonly kind: 'map' }
  | { readonly kind: 'phase'; readonly phaseId: string }
  | { readonly kind: 'stage'; readonly stageId: string }
  | { readonly kind: 'step'; readonly stepId: string }
  | { readonly kind: 'lane'; readonly laneId: string; readonly laneType: LaneType }
  | {
      readonly kind: 'cell';
      readonly laneId: string;
      readonly laneType: LaneType;
      readonly stepId: string;
    }
  | {
      readonly kind: 'card';
      readonly cardId: string;
      readonly laneId: string;
      readonly laneType: LaneType;
      readonly stepId: string;
    }
  | { readonly kind: 'touchpoint'; readonly touchpointId: string; readonly stepId: string }
  | { readonly kind: 'emotion'; readonly stepId: string; readonly laneId: string }
  | { readonly kind: 'figures'; readonly stepId: string; readonly laneId: string };

export function selectionOf(map: JourneyMap, model: GridModel, place: Place | null): MapSelection {
  if (!place) return { kind: 'map' };
  switch (place.at) {
    case 'phase':
      return { kind: 'phase', phaseId: place.phaseId };
    case 'stage':
      return { kind: 'stage', stageId: place.stageId };
    case 'step':
      return { kind: 'step', stepId: place.stepId };
    case 'lane': {
      const laneType = map.lanes[place.laneId]?.type;
      return laneType ? { kind: 'lane', laneId: place.laneId, laneType } : { kind: 'map' };
    }
    case 'cell': {
      const { laneId, stepId, itemId } = place;
      const laneType = map.lanes[laneId]?.type;
      const rowKind = kindOf(model, laneId);
      if (!laneType || !rowKind || !Object.hasOwn(map.steps, stepId)) return { kind: 'map' };
      if (rowKind === 'emotion' || rowKind === 'figures') return { kind: rowKind, stepId, laneId };
      if (itemId === null) return { kind: 'cell', laneId, laneType, stepId };
      return rowKind === 'touchpoints'
        ? { kind: 'touchpoint', touchpointId: itemId, stepId }
        : { kind: 'card', cardId: itemId, laneId, laneType, stepId };
    }
  }
}

/** The step a selection is about, for figures of the whole column. */
export const stepOf = (selection: MapSelection): string | null =>
  'stepId' in selection ? selection.stepId : null;
