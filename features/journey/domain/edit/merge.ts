import { applyChanges, type Change } from '#kit/document/changes.ts';
import type { Ordered } from '#kit/document/order.ts';
import { keysAt, siblings } from '#kit/document/position.ts';
import { part, removal } from '../dependents.ts';
import { addDurations } from '../duration.ts';
import { orderedPhases, orderedStages, orderedSteps } from '../outline.ts';
import { type CommentTarget, type EmotionPoint, emotionId, type JourneyMap } from '../schema.ts';
import { put, rewrite } from './change.ts';

/*
 * Two neighbours become one: the first stays, what lived in the second goes on living in it, after its own. Whatever
 * somebody adds to the second at the same moment goes with it, as with any removal; what was there when the merge was
 * asked for is kept.
 */

/** The step and the one after it in the whole map, even across a stage. No next one: nothing to merge. */
export function mergeStep(map: JourneyMap, stepId: string): Change[] {
  const nextId = nextOf(orderedSteps(map), stepId);
  const step = part(map, 'steps', stepId);
  const next = nextId === undefined ? undefined : part(map, 'steps', nextId);
  if (!step || !next || nextId === undefined) return [];
  const changes = [
    ...moveCards(map, nextId, stepId),
    ...moveTouchpoints(map, nextId, stepId),
    ...moveEmotions(map, nextId, stepId),
    ...moveComments(map, 'stepId', nextId, stepId),
    ...rewrite(map, 'steps', stepId, {
      title: joined(step.title, next.title, ' · '),
      duration: addDurations(step.duration, next.duration),
      momentOfTruth: step.momentOfTruth || next.momentOfTruth,
    }),
  ];
  return withoutRest(map, changes, 'steps', nextId);
}

/** The stage and the one after it in the whole map: its steps follow, its goals, promise and notes are kept below. */
export function mergeStage(map: JourneyMap, stageId: string): Change[] {
  const nextId = nextOf(orderedStages(map), stageId);
  const stage = part(map, 'stages', stageId);
  const next = nextId === undefined ? undefined : part(map, 'stages', nextId);
  if (!stage || !next || nextId === undefined) return [];
  const changes = [
    ...adopt(map, 'steps', 'stageId', nextId, stageId),
    ...moveComments(map, 'stageId', nextId, stageId),
    ...rewrite(map, 'stages', stageId, {
      title: joined(stage.title, next.title, ' · '),
      goals: joined(stage.goals, next.goals, '\n'),
      promise: joined(stage.promise, next.promise, '\n'),
      notes: joined(stage.notes, next.notes, '\n'),
      duration: addDurations(stage.duration, next.duration),
      subMapId: stage.subMapId ?? next.subMapId,
    }),
  ];
  return withoutRest(map, changes, 'stages', nextId);
}

/** The phase and the one after it: its stages follow. Of two moments, the first stays. */
export function mergePhase(map: JourneyMap, phaseId: string): Change[] {
  const nextId = nextOf(orderedPhases(map), phaseId);
  const phase = part(map, 'phases', phaseId);
  const next = nextId === undefined ? undefined : part(map, 'phases', nextId);
  if (!phase || !next || nextId === undefined) return [];
  const changes = [
    ...adopt(map, 'stages', 'phaseId', nextId, phaseId),
    ...rewrite(map, 'phases', phaseId, { name: joined(phase.name, next.name, ' · ') }),
  ];
  return withoutRest(map, changes, 'phases', nextId);
}

function nextOf(entries: readonly (readonly [string, unknown])[], id: string): string | undefined {
  const at = entries.findIndex(([key]) => key === id);
  return at < 0 ? undefined : entries[at + 1]?.[0];
}

/** Two texts of which one may be empty, or both the same. */
const joined = (a: string, b: string, by: string): string =>
  b.trim() === '' || a.trim() === b.trim() ? a : a.trim() === '' ? b : `${a}${by}${b}`;

/**
 * What is left of the second goes away: read from the map as the changes leave it, so that nothing moved goes too.
 * Texts that do not fit in one are not cut: those two stay two.
 */
function withoutRest(
  map: JourneyMap,
  changes: readonly Change[],
  name: 'steps' | 'stages' | 'phases',
  id: string,
): Change[] {
  const tooLong = changes.some(
    (change) => change.op === 'set' && typeof change.value === 'string' && change.value.length > longestText,
  );
  return tooLong ? [] : [...changes, ...removal(applyChanges(map, changes), name, id)];
}

/** What a collaborative text of the map may hold. */
const longestText = 20_000;

/** Steps of one stage, or stages of one phase, in order, behind those of another. */
function adopt(
  map: JourneyMap,
  name: 'steps' | 'stages',
  field: 'stageId' | 'phaseId',
  from: string,
  to: string,
): Change[] {
  const records: Readonly<Record<string, Ordered & { readonly [parent in typeof field]?: string }>> =
    map[name];
  const moving = siblings(records, (entity) => entity[field] === from);
  const there = siblings(records, (entity) => entity[field] === to);
  const { orders, changes } = keysAt(name, there, {}, moving.length);
  return [
    ...changes,
    ...moving.flatMap(({ id }, index): Change[] => [
      { op: 'set', path: [name, id, field], value: to },
      { op: 'set', path: [name, id, 'order'], value: orders[index] },
    ]),
  ];
}

function moveCards(map: JourneyMap, from: string, to: string): Change[] {
  return Object.keys(map.lanes).flatMap((laneId) => {
    const moving = siblings(map.cards, (card) => card.laneId === laneId && card.stepId === from);
    const there = siblings(map.cards, (card) => card.laneId === laneId && card.stepId === to);
    const { orders, changes } = keysAt('cards', there, {}, moving.length);
    if (moving.length === 0) return [];
    return [
      ...changes,
      ...moving.flatMap(({ id }, index) => rewrite(map, 'cards', id, { stepId: to, order: orders[index] })),
    ];
  });
}

function moveTouchpoints(map: JourneyMap, from: string, to: string): Change[] {
  const moving = siblings(map.touchpoints, (touchpoint) => touchpoint.stepId === from);
  const there = siblings(map.touchpoints, (touchpoint) => touchpoint.stepId === to);
  const { orders, changes } = keysAt('touchpoints', there, {}, moving.length);
  if (moving.length === 0) return [];
  return [
    ...changes,
    ...moving.flatMap(({ id }, index) =>
      rewrite(map, 'touchpoints', id, { stepId: to, order: orders[index] }),
    ),
  ];
}

/**
 * A curve has one point at a step. Where both steps have one, the stronger stays (a mean would be a feeling nobody
 * named) and its note keeps the other: its value and why.
 */
function moveEmotions(map: JourneyMap, from: string, to: string): Change[] {
  return Object.entries(map.emotions).flatMap(([id, point]): Change[] => {
    if (point.stepId !== from) return [];
    const target = emotionId(point.reading, point.personaId, to);
    const there = part(map, 'emotions', target);
    return [
      { op: 'remove', path: ['emotions', id] },
      ...(there
        ? rewrite(map, 'emotions', target, strongest(there, point))
        : [put('emotions', target, { ...point, stepId: to })]),
    ];
  });
}

function strongest(first: EmotionPoint, second: EmotionPoint) {
  const [kept, other] = Math.abs(second.value) > Math.abs(first.value) ? [second, first] : [first, second];
  const told = other.value === kept.value ? other.note : `(${signed(other.value)}) ${other.note}`.trim();
  return {
    value: kept.value,
    intensity: Math.max(first.intensity, second.intensity),
    note: joined(kept.note, told, '\n'),
  };
}

const signed = (value: number): string => (value === 0 ? '0' : `${value > 0 ? '+' : '−'}${Math.abs(value)}`);

function moveComments(map: JourneyMap, field: 'stepId' | 'stageId', from: string, to: string): Change[] {
  return Object.entries(map.comments).flatMap(([id, { target }]): Change[] => {
    if (target[field] !== from) return [];
    const moved: CommentTarget = { ...target, [field]: to };
    return [{ op: 'set', path: ['comments', id, 'target'], value: moved }];
  });
}
