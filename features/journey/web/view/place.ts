import type { MapReference } from '../../domain/reference.ts';
import type { GridModel } from './grid-model.ts';

/**
 * Where on the map the reader is: the thing that has the focus, is explained by the panel, and is seen by the others
 * as "X is here". `itemId` is a card or a touchpoint of the cell, null for the cell itself.
 */
export type Place =
  | { readonly at: 'phase'; readonly phaseId: string }
  | { readonly at: 'stage'; readonly stageId: string }
  | { readonly at: 'step'; readonly stepId: string }
  | { readonly at: 'lane'; readonly laneId: string }
  | {
      readonly at: 'cell';
      readonly laneId: string;
      readonly stepId: string;
      readonly itemId: string | null;
    };

export type CellPlace = Extract<Place, { at: 'cell' }>;

/** One text for one place: attribute in the page, and what travels to the others. */
export function placeKey(place: Place): string {
  switch (place.at) {
    case 'phase':
      return `phase:${place.phaseId}`;
    case 'stage':
      return `stage:${place.stageId}`;
    case 'step':
      return `step:${place.stepId}`;
    case 'lane':
      return `lane:${place.laneId}`;
    case 'cell':
      return `cell:${place.laneId}:${place.stepId}${place.itemId === null ? '' : `:${place.itemId}`}`;
  }
}

/** Reads a place back; undefined for a text of another making (peers send anything). */
export function parsePlace(key: unknown): Place | undefined {
  if (typeof key !== 'string' || key.length > 300) return undefined;
  const [at, first, stepId, itemId] = key.split(':');
  if (!first) return undefined;
  if (at === 'phase') return { at, phaseId: first };
  if (at === 'stage') return { at, stageId: first };
  if (at === 'step') return { at, stepId: first };
  if (at === 'lane') return { at, laneId: first };
  if (at === 'cell' && stepId) return { at, laneId: first, stepId, itemId: itemId || null };
  return undefined;
}

/** What a reference leads to on the canvas; personas and objectives are told in the panel of the map itself. */
export const placeOf = (reference: MapReference): Place | null =>
  reference.at === 'map' || reference.at === 'persona' || reference.at === 'objective' ? null : reference;

/** A place as the end of an address (`#…`): opens the map at it. Empty for the map itself. */
export function addressOf(reference: MapReference): string {
  const place = placeOf(reference);
  return place === null ? '' : placeKey(place);
}

/** Ids of what can take the focus inside a cell, from top to bottom. */
export function itemsIn(model: GridModel, laneId: string, stepId: string): readonly string[] {
  const row = model.rows.find((candidate) => candidate.laneId === laneId);
  if (!row || row.lane.folded) return [];
  if (row.kind === 'touchpoints') return (model.outline.touchpoints.get(stepId) ?? []).map(([id]) => id);
  return row.kind === 'cards' ? (row.cards.get(stepId) ?? []).map(([id]) => id) : [];
}

/**
 * The place to show when the wanted one may be gone (somebody removed it): the same cell, else its column, else
 * nothing.
 */
export function existingPlace(model: GridModel, place: Place | null): Place | null {
  if (!place) return null;
  switch (place.at) {
    case 'phase':
      return model.outline.phases.some(({ id }) => id === place.phaseId) ? place : null;
    case 'stage':
      return model.outline.stages.some(({ id }) => id === place.stageId) ? place : null;
    case 'step':
      return model.columnOf.has(place.stepId) ? place : null;
    case 'lane':
      return model.rows.some(({ laneId }) => laneId === place.laneId) ? place : null;
    case 'cell': {
      if (!model.columnOf.has(place.stepId)) return null;
      if (!model.rows.some(({ laneId }) => laneId === place.laneId)) {
        return { at: 'step', stepId: place.stepId };
      }
      const { itemId, laneId, stepId } = place;
      if (itemId === null || itemsIn(model, laneId, stepId).includes(itemId)) return place;
      const point = model.curves.find(({ key }) => key === itemId)?.points.has(stepId);
      return point ? place : { ...place, itemId: null };
    }
  }
}

/**
 * Where to go on when the place is gone with nothing of it left: what has taken its rank among its like. For who moves by
 * keyboard, and would otherwise begin again at the first stage.
 */
export function nearestPlace(former: GridModel, model: GridModel, place: Place): Place | null {
  const heir = (before: readonly string[], after: readonly string[], id: string) =>
    after[Math.min(Math.max(before.indexOf(id), 0), after.length - 1)];
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  switch (place.at) {
    case 'phase': {
      const phaseId = heir(ids(former.outline.phases), ids(model.outline.phases), place.phaseId);
      return phaseId === undefined ? null : { at: 'phase', phaseId };
    }
    case 'stage': {
      const stageId = heir(ids(former.outline.stages), ids(model.outline.stages), place.stageId);
      return stageId === undefined ? null : { at: 'stage', stageId };
    }
    case 'lane': {
      const rows = (of: GridModel) => of.rows.map(({ laneId }) => laneId);
      const laneId = heir(rows(former), rows(model), place.laneId);
      return laneId === undefined ? null : { at: 'lane', laneId };
    }
    case 'step':
    case 'cell': {
      const stepId = heir(ids(former.outline.steps), ids(model.outline.steps), place.stepId);
      if (stepId === undefined) return null;
      return place.at === 'step'
        ? { at: 'step', stepId }
        : existingPlace(model, { ...place, stepId, itemId: null });
    }
  }
}

/** The step of a place: its column gets the tint. For a lane, a stage or a phase, none. */
export const stepIdOf = (place: Place | null): string | null =>
  place?.at === 'step' || place?.at === 'cell' ? place.stepId : null;

export function columnOfPlace(model: GridModel, place: Place | null): number | null {
  return model.columnOf.get(stepIdOf(place) ?? '') ?? null;
}
