import type { GridModel } from './grid-model.ts';

/** A box on the page, in pixels. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/**
 * Where something falls in a list of boxes along one axis: the index it would take, by the middles of the boxes.
 */
export function dropIndex(boxes: readonly Box[], at: number, axis: 'x' | 'y'): number {
  const middle = (box: Box) => (axis === 'x' ? box.left + box.width / 2 : box.top + box.height / 2);
  const index = boxes.findIndex((box) => at < middle(box));
  return index < 0 ? boxes.length : index;
}

/** Position among brothers for a drop at an index: before the one that stands there, else at the end. */
export function positionAt(ids: readonly string[], index: number, moving: string) {
  const before = ids.slice(index).find((id) => id !== moving);
  if (before !== undefined) return { before };
  const after = ids.findLast((id) => id !== moving);
  return after === undefined ? {} : { after };
}

/** Where a step dropped at the left edge of a column (or past the last one) goes: which stage, next to which step. */
export function stepDrop(model: GridModel, index: number, moving: string) {
  const column = model.columns[index];
  const left = model.columns[index - 1];
  // On the boundary of two stages the step joins the stage it comes from, else the one on the right.
  const own = model.columns[model.columnOf.get(moving) ?? -1]?.stageId;
  const target = left && left.stageId !== column?.stageId && left.stageId === own ? left : (column ?? left);
  if (!target?.stageId) return undefined;
  const ids = model.columns.flatMap(({ stageId, stepId }) =>
    stageId === target.stageId && stepId !== null ? [stepId] : [],
  );
  const at = model.columns
    .slice(0, index)
    .filter(({ stageId, stepId }) => stageId === target.stageId && stepId !== null);
  return { stageId: target.stageId, ...positionAt(ids, at.length, moving) };
}

/** Where a phase dropped at the left edge of a column goes: next to which phase. */
export function phaseDrop(model: GridModel, index: number, moving: string) {
  const { phases } = model.outline;
  const next = phases.find((phase) => phase.column + phase.span / 2 > index && phase.id !== moving);
  if (next) return { before: next.id };
  const last = phases.findLast((phase) => phase.id !== moving);
  return last && { after: last.id };
}

/** Where a stage dropped at the left edge of a column goes: which phase, next to which stage. */
export function stageDrop(model: GridModel, index: number, moving: string) {
  const { stages } = model.outline;
  const next = stages.find((stage) => stage.column + stage.span / 2 > index && stage.id !== moving);
  if (next) return { phaseId: next.phaseId, before: next.id };
  const last = stages.findLast((stage) => stage.id !== moving);
  return last && { phaseId: last.phaseId, after: last.id };
}
