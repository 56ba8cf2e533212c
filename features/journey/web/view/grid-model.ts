import { cellKey, type Entry, holdsFor, type Outline, outline } from '../../domain/outline.ts';
import type { Card, EmotionPoint, JourneyMap, Lane, LaneType, Step } from '../../domain/schema.ts';

/**
 * The map as the page draws it: columns, rows, and what each cell holds. Made anew after each change, but what did
 * not change keeps its identity, so that a letter typed in one card redraws one cell.
 */
export type GridColumn = {
  readonly key: string;
  readonly phaseId: string;
  /** null: the empty place of a phase without stage, or of a stage without step; nothing can be put there. */
  readonly stageId: string | null;
  readonly stepId: string | null;
  readonly step: Step | null;
  /** Begins a stage: a full hairline on its left. */
  readonly opensStage: boolean;
};

export type RowKind = 'cards' | 'touchpoints' | 'emotion' | 'figures' | 'line';
export type Row = {
  readonly laneId: string;
  readonly lane: Lane;
  readonly kind: RowKind;
  /** By step id, of the persona looked at; a step without card is absent. */
  readonly cards: ReadonlyMap<string, readonly Entry<Card>[]>;
};

export type Curve = {
  /** `felt_all`, `planned_<persona>` … */
  readonly key: string;
  readonly reading: EmotionPoint['reading'];
  readonly personaId: string | null;
  /** By step id. */
  readonly points: ReadonlyMap<string, EmotionPoint>;
};

export type GridModel = {
  readonly outline: Outline;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly Row[];
  readonly hidden: readonly Entry<Lane>[];
  readonly curves: readonly Curve[];
  /** Column of a step, from 0. */
  readonly columnOf: ReadonlyMap<string, number>;
};

const kinds: Partial<Record<LaneType, RowKind>> = {
  touchpoints: 'touchpoints',
  emotion: 'emotion',
  figures: 'figures',
  'line-of-interaction': 'line',
  'line-of-visibility': 'line',
  'line-of-internal-interaction': 'line',
};
export const rowKind = (type: LaneType): RowKind => kinds[type] ?? 'cards';

/**
 * The grid of a map seen by one persona (null: everyone), without the cards that are hidden. `previous` is reused
 * wherever nothing changed.
 */
export function nextGridModel(
  map: JourneyMap,
  personaId: string | null,
  previous: GridModel | undefined,
  hidden: ReadonlySet<string> = nobody,
): GridModel {
  const tree = outline(map, previous?.outline);
  const columns = keep(previous?.columns, columnsOf(map, tree), sameColumn);
  const sameColumns = columns === previous?.columns;
  return {
    outline: tree,
    columns,
    rows: keep(previous?.rows, rowsOf(tree, personaId, previous?.rows ?? [], hidden), Object.is),
    hidden: keep(
      previous?.hidden,
      tree.lanes.filter(([, lane]) => lane.hidden),
      (a, b) => a[0] === b[0] && a[1] === b[1],
    ),
    curves: keep(previous?.curves, curvesOf(map, tree, previous?.curves ?? []), Object.is),
    columnOf: sameColumns
      ? previous.columnOf
      : new Map(columns.flatMap(({ stepId }, index) => (stepId === null ? [] : [[stepId, index] as const]))),
  };
}

function columnsOf(map: JourneyMap, tree: Outline): GridColumn[] {
  return tree.columns.map(({ phaseId, stageId, stepId }, index) => ({
    key: stepId ?? `empty-${stageId ?? phaseId}`,
    phaseId,
    stageId,
    stepId,
    step: stepId === null ? null : (map.steps[stepId] ?? null),
    opensStage: index === 0 || stageId === null || tree.columns[index - 1]!.stageId !== stageId,
  }));
}

const sameColumn = (a: GridColumn, b: GridColumn): boolean =>
  a.key === b.key &&
  a.step === b.step &&
  a.stageId === b.stageId &&
  a.phaseId === b.phaseId &&
  a.opensStage === b.opensStage;

function rowsOf(
  tree: Outline,
  personaId: string | null,
  previous: readonly Row[],
  hidden: ReadonlySet<string>,
): Row[] {
  const before = new Map(previous.map((row) => [row.laneId, row]));
  return tree.lanes.flatMap(([laneId, lane]) => {
    if (lane.hidden) return [];
    const old = before.get(laneId);
    const kind = rowKind(lane.type);
    const cards = kind === 'cards' ? cardsOf(tree, laneId, personaId, old, hidden) : none;
    const known = old?.lane === lane && sameMap(old.cards, cards, Object.is);
    return [known ? old : { laneId, lane, kind, cards }];
  });
}

const nobody: ReadonlySet<string> = new Set();
const none: ReadonlyMap<string, readonly Entry<Card>[]> = new Map();

function cardsOf(
  tree: Outline,
  laneId: string,
  personaId: string | null,
  old: Row | undefined,
  hidden: ReadonlySet<string>,
) {
  const cells = new Map<string, readonly Entry<Card>[]>();
  for (const { id: stepId } of tree.steps) {
    const all = tree.cells.get(cellKey(laneId, stepId));
    if (!all) continue;
    const own = personaId === null ? all : all.filter(([, card]) => holdsFor(card, personaId));
    const seen = hidden.size === 0 ? own : own.filter(([id]) => !hidden.has(id));
    if (seen.length > 0) cells.set(stepId, keep(old?.cards.get(stepId), seen, sameEntry));
  }
  return cells;
}

/** Curves in the order the legend names them: everyone first, then the personas. */
function curvesOf(map: JourneyMap, tree: Outline, previous: readonly Curve[]): Curve[] {
  const points = new Map<string, Map<string, EmotionPoint>>();
  for (const point of Object.values(map.emotions)) {
    const key = curveKey(point.reading, point.personaId);
    const known = points.get(key);
    if (known) known.set(point.stepId, point);
    else points.set(key, new Map([[point.stepId, point]]));
  }
  const before = new Map(previous.map((curve) => [curve.key, curve]));
  return [null, ...tree.personas.map(([id]) => id)].flatMap((personaId) =>
    (['felt', 'planned'] as const).flatMap((reading) => {
      const key = curveKey(reading, personaId);
      const own = points.get(key);
      if (!own) return [];
      const old = before.get(key);
      return [old && sameMap(old.points, own, Object.is) ? old : { key, reading, personaId, points: own }];
    }),
  );
}

export const curveKey = (reading: EmotionPoint['reading'], personaId: string | null): string =>
  `${reading}_${personaId ?? 'all'}`;

const sameEntry = (a: Entry<unknown>, b: Entry<unknown>): boolean => a[0] === b[0] && a[1] === b[1];

/** The former list when the new one holds the same things. */
function keep<T>(former: readonly T[] | undefined, list: readonly T[], same: (a: T, b: T) => boolean) {
  return former && former.length === list.length && list.every((item, at) => same(former[at]!, item))
    ? former
    : list;
}

function sameMap<T>(
  a: ReadonlyMap<string, T>,
  b: ReadonlyMap<string, T>,
  same: (a: T, b: T) => boolean,
): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of b) {
    const other = a.get(key);
    if (other === undefined || !same(other, value)) return false;
  }
  return true;
}
