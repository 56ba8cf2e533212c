import { emotionCurve, type Outline } from '../outline.ts';
import type { JourneyMap } from '../schema.ts';

/** Personas put side by side on one map: two to six, the number of colours that can be told apart. */
export const fewestCompared = 2;
export const mostCompared = 6;

/** A cell whose cards do not all hold for all the personas compared. */
export type DifferingCell = {
  readonly laneId: string;
  readonly stepId: string;
  /** Cards that hold for some of them only, in the order of the cell, with those they hold for. */
  readonly cards: readonly { readonly cardId: string; readonly personaIds: readonly string[] }[];
};

/** How far apart what they feel is at a step where at least two of them have a point. */
export type CurveGap = {
  readonly stepId: string;
  readonly low: { readonly personaId: string; readonly value: number };
  readonly high: { readonly personaId: string; readonly value: number };
};

export type SideBySide = {
  readonly cells: readonly DifferingCell[];
  /** In reading order; steps where fewer than two have a point are left out. */
  readonly gaps: readonly CurveGap[];
  /** The widest of them, the first in reading order; null when nowhere more than a point of the scale apart. */
  readonly widest: CurveGap | null;
  /** Those of them with a curve of what is felt. */
  readonly drawn: readonly string[];
};

/** Two curves less than a point of the scale (−3 … +3) apart say the same: a hand does not place them finer. */
const tellingGap = 1;

/**
 * What differs between personas on one map: the cells whose cards hold for some of them only, and how far apart their
 * curves of what is felt are. Cards for a persona outside the comparison hold for none of them and are not told.
 */
export function sideBySide(map: JourneyMap, tree: Outline, personaIds: readonly string[]): SideBySide {
  const compared = new Set(personaIds);
  const cells: DifferingCell[] = [];
  for (const [laneId] of tree.lanes) {
    for (const { id: stepId } of tree.steps) {
      const cards = (tree.cells.get(`${laneId}/${stepId}`) ?? []).flatMap(([cardId, card]) => {
        if (card.personaIds.length === 0) return [];
        const own = personaIds.filter((id) => card.personaIds.includes(id));
        return own.length === 0 || own.length === compared.size ? [] : [{ cardId, personaIds: own }];
      });
      if (cards.length > 0) cells.push({ laneId, stepId, cards });
    }
  }
  const curves = personaIds.map((personaId) => ({
    personaId,
    points: new Map(emotionCurve(map, 'felt', personaId).map(([, point]) => [point.stepId, point.value])),
  }));
  const gaps = tree.steps.flatMap(({ id: stepId }): CurveGap[] => {
    const values = curves.flatMap(({ personaId, points }) => {
      const value = points.get(stepId);
      return value === undefined ? [] : [{ personaId, value }];
    });
    if (values.length < 2) return [];
    const low = values.reduce((a, b) => (b.value < a.value ? b : a));
    const high = values.reduce((a, b) => (b.value > a.value ? b : a));
    return [{ stepId, low, high }];
  });
  const spread = ({ low, high }: CurveGap) => high.value - low.value;
  const widest = gaps.reduce<CurveGap | null>(
    (found, gap) => (spread(gap) > (found ? spread(found) : tellingGap) ? gap : found),
    null,
  );
  return {
    cells,
    gaps,
    widest,
    drawn: curves.flatMap(({ personaId, points }) => (points.size > 0 ? [personaId] : [])),
  };
}
