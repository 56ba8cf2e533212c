import { inOrder } from '#kit/document/order.ts';
import type {
  Card,
  EmotionPoint,
  JourneyMap,
  Lane,
  MapPersona,
  MapTouchpoint,
  Objective,
  Phase,
  Stage,
  Step,
} from './schema.ts';

/** An entity with its id, as `inOrder` gives them. */
export type Entry<T> = readonly [id: string, entity: T];

export type StepNode = {
  readonly id: string;
  readonly step: Step;
  readonly stageId: string;
  /** Place in the whole map, from 0. */
  readonly index: number;
};

export type StageNode = {
  readonly id: string;
  readonly stage: Stage;
  readonly phaseId: string;
  /** Place in the whole map, from 0. */
  readonly index: number;
  readonly steps: readonly StepNode[];
  /** First of its columns, and how many: one at least, so that an empty stage can be seen and filled. */
  readonly column: number;
  readonly span: number;
};

export type PhaseNode = {
  readonly id: string;
  readonly phase: Phase;
  readonly stages: readonly StageNode[];
  readonly column: number;
  readonly span: number;
};

/** A column of the map: a step, or the empty place of a stage without steps or of a phase without stages. */
export type Column = {
  readonly phaseId: string;
  readonly stageId: string | null;
  readonly stepId: string | null;
};

/** A map in reading order, made in one pass; what every view of it walks through. */
export type Outline = {
  readonly phases: readonly PhaseNode[];
  readonly stages: readonly StageNode[];
  readonly steps: readonly StepNode[];
  readonly columns: readonly Column[];
  readonly lanes: readonly Entry<Lane>[];
  readonly personas: readonly Entry<MapPersona>[];
  readonly objectives: readonly Entry<Objective>[];
  /** By `cellKey`. Cells without card are absent. */
  readonly cells: ReadonlyMap<string, readonly Entry<Card>[]>;
  /** By step. Steps without touchpoint are absent. */
  readonly touchpoints: ReadonlyMap<string, readonly Entry<MapTouchpoint>[]>;
};

export const cellKey = (laneId: string, stepId: string): string => `${laneId}/${stepId}`;

/**
 * The outline of a map. Given the former outline, the lists that did not change are the very same objects, so that a
 * view that compares by identity redraws only the cell that was written in.
 */
export function outline(map: JourneyMap, former?: Outline): Outline {
  const stagesOf = groupBy(inOrder(map.stages), (stage) => stage.phaseId);
  const stepsOf = groupBy(inOrder(map.steps), (step) => step.stageId);
  const phases: PhaseNode[] = [];
  const stages: StageNode[] = [];
  const steps: StepNode[] = [];
  const columns: Column[] = [];

  for (const [phaseId, phase] of inOrder(map.phases)) {
    const firstStage = stages.length;
    const column = columns.length;
    for (const [stageId, stage] of stagesOf.get(phaseId) ?? []) {
      const firstStep = steps.length;
      const stageColumn = columns.length;
      for (const [stepId, step] of stepsOf.get(stageId) ?? []) {
        steps.push({ id: stepId, step, stageId, index: steps.length });
        columns.push({ phaseId, stageId, stepId });
      }
      if (steps.length === firstStep) columns.push({ phaseId, stageId, stepId: null });
      stages.push({
        id: stageId,
        stage,
        phaseId,
        index: stages.length,
        steps: steps.slice(firstStep),
        column: stageColumn,
        span: columns.length - stageColumn,
      });
    }
    if (stages.length === firstStage) columns.push({ phaseId, stageId: null, stepId: null });
    phases.push({
      id: phaseId,
      phase,
      stages: stages.slice(firstStage),
      column,
      span: columns.length - column,
    });
  }

  return {
    phases,
    stages,
    steps,
    columns,
    lanes: keepList(inOrder(map.lanes), former?.lanes),
    personas: keepList(inOrder(map.personas), former?.personas),
    objectives: keepList(inOrder(map.objectives), former?.objectives),
    cells: keepLists(
      groupBy(inOrder(map.cards), (card) => cellKey(card.laneId, card.stepId)),
      former?.cells,
    ),
    touchpoints: keepLists(
      groupBy(inOrder(map.touchpoints), (touchpoint) => touchpoint.stepId),
      former?.touchpoints,
    ),
  };
}

export const orderedPhases = (map: JourneyMap): Entry<Phase>[] => inOrder(map.phases);

/** All stages in reading order: by phase, then inside it. */
export const orderedStages = (map: JourneyMap): Entry<Stage>[] =>
  inOrder(map.phases).flatMap(([phaseId]) => stagesOfPhase(map, phaseId));

/** All steps in reading order: by phase, by stage, then inside it. */
export const orderedSteps = (map: JourneyMap): Entry<Step>[] => {
  const stepsOf = groupBy(inOrder(map.steps), (step) => step.stageId);
  return orderedStages(map).flatMap(([stageId]) => stepsOf.get(stageId) ?? []);
};

export const orderedLanes = (map: JourneyMap): Entry<Lane>[] => inOrder(map.lanes);

export const stagesOfPhase = (map: JourneyMap, phaseId: string): Entry<Stage>[] =>
  inOrder(map.stages).filter(([, stage]) => stage.phaseId === phaseId);

export const stepsOfStage = (map: JourneyMap, stageId: string): Entry<Step>[] =>
  inOrder(map.steps).filter(([, step]) => step.stageId === stageId);

export const cardsOfCell = (map: JourneyMap, laneId: string, stepId: string): Entry<Card>[] =>
  inOrder(map.cards).filter(([, card]) => card.laneId === laneId && card.stepId === stepId);

export const touchpointsOfStep = (map: JourneyMap, stepId: string): Entry<MapTouchpoint>[] =>
  inOrder(map.touchpoints).filter(([, touchpoint]) => touchpoint.stepId === stepId);

/** Does a card hold for this persona? `null` asks for everyone: all cards are shown. */
export const holdsFor = (card: Card, personaId: string | null): boolean =>
  personaId === null || card.personaIds.length === 0 || card.personaIds.includes(personaId);

/** The points of one curve in reading order; steps nobody placed a point on are left out, never filled in. */
export function emotionCurve(
  map: JourneyMap,
  reading: EmotionPoint['reading'],
  personaId: string | null,
): Entry<EmotionPoint>[] {
  const byStep = new Map<string, Entry<EmotionPoint>>();
  for (const entry of Object.entries(map.emotions)) {
    const [, point] = entry;
    if (point.reading === reading && point.personaId === personaId) byStep.set(point.stepId, entry);
  }
  return orderedSteps(map).flatMap(([stepId]) => {
    const entry = byStep.get(stepId);
    return entry ? [entry] : [];
  });
}

function groupBy<T>(entries: readonly Entry<T>[], key: (entity: T) => string): Map<string, Entry<T>[]> {
  const groups = new Map<string, Entry<T>[]>();
  for (const entry of entries) {
    const group = groups.get(key(entry[1]));
    if (group) group.push(entry);
    else groups.set(key(entry[1]), [entry]);
  }
  return groups;
}

function keepLists<T>(
  lists: ReadonlyMap<string, readonly Entry<T>[]>,
  former: ReadonlyMap<string, readonly Entry<T>[]> | undefined,
): ReadonlyMap<string, readonly Entry<T>[]> {
  return new Map([...lists].map(([key, list]) => [key, keepList(list, former?.get(key))]));
}

function keepList<T>(list: readonly Entry<T>[], former: readonly Entry<T>[] | undefined) {
  const same =
    former?.length === list.length &&
    list.every(([id, entity], at) => former[at]![0] === id && former[at]![1] === entity);
  return same ? former : list;
}
