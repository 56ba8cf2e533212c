import { type Parts, part } from '../dependents.ts';
import type { JourneyMap } from '../schema.ts';
import type { ComparedPart, Spot } from './difference.ts';

/** What a part lives in, by the fields that name it; changing one of them is a move. */
export const homes: { readonly [K in ComparedPart]: readonly (keyof Parts[K] & string)[] } = {
  objectives: [],
  personas: [],
  phases: [],
  stages: ['phaseId'],
  steps: ['stageId'],
  lanes: [],
  cards: ['stepId', 'laneId'],
  touchpoints: ['stepId'],
};

const collectionOf = { phaseId: 'phases', stageId: 'stages', stepId: 'steps', laneId: 'lanes' } as const;

/** The parts that a part lives in, the nearest first: a card in a step and a lane. */
export function homesOf(
  map: JourneyMap,
  name: ComparedPart,
  id: string,
): readonly { name: ComparedPart; id: string }[] {
  const entity = part(map, name, id) as Readonly<Record<string, unknown>> | undefined;
  return homes[name].map((field) => ({
    name: collectionOf[field as keyof typeof collectionOf],
    id: String(entity?.[field] ?? ''),
  }));
}

/** The words a part is known by. */
export function nameOf(map: JourneyMap, name: ComparedPart, id: string): string {
  switch (name) {
    case 'objectives':
      return part(map, 'objectives', id)?.text ?? '';
    case 'cards':
      return part(map, 'cards', id)?.text ?? '';
    case 'personas':
    case 'phases':
      return part(map, name, id)?.name ?? '';
    case 'stages':
    case 'steps':
    case 'lanes':
    case 'touchpoints':
      return part(map, name, id)?.title ?? '';
  }
}

/** The stage a part stands in, or is. */
export function stageOf(map: JourneyMap, name: ComparedPart, id: string): string | null {
  if (name === 'stages') return id;
  if (name === 'steps') return part(map, 'steps', id)?.stageId ?? null;
  const stepId = stepOf(map, name, id);
  return stepId === null ? null : (part(map, 'steps', stepId)?.stageId ?? null);
}

/** The step a part stands in, or is. */
export function stepOf(map: JourneyMap, name: ComparedPart, id: string): string | null {
  if (name === 'steps') return id;
  return name === 'cards' || name === 'touchpoints' ? (part(map, name, id)?.stepId ?? null) : null;
}

export function spotOf(map: JourneyMap, name: ComparedPart, id: string): Spot {
  const stageId = stageOf(map, name, id);
  const stepId = stepOf(map, name, id);
  const stage = stageId === null ? undefined : part(map, 'stages', stageId);
  const phaseId = name === 'phases' ? id : (stage?.phaseId ?? '');
  const laneId = name === 'lanes' ? id : name === 'cards' ? (part(map, 'cards', id)?.laneId ?? '') : '';
  const lane = part(map, 'lanes', laneId);
  return {
    phase: part(map, 'phases', phaseId)?.name ?? '',
    stage: stage?.title ?? '',
    step: stepId === null ? '' : (part(map, 'steps', stepId)?.title ?? ''),
    lane: lane ? { type: lane.type, title: lane.title } : null,
  };
}
