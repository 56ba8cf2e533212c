import type { Change } from '#kit/document/changes.ts';
import type { Reply } from '#kit/document/comments.ts';
import {
  type Card,
  type Comment,
  type CommentTarget,
  type Dismissal,
  type EmotionPoint,
  emotionId,
  type JourneyMap,
  type Lane,
  type MapPersona,
  type MapTouchpoint,
  type Objective,
  type Phase,
  type Stage,
  type Step,
} from './schema.ts';

/** The collections of a map, and what one of their entities is. */
export type Parts = {
  personas: MapPersona;
  phases: Phase;
  stages: Stage;
  steps: Step;
  lanes: Lane;
  cards: Card;
  touchpoints: MapTouchpoint;
  emotions: EmotionPoint;
  objectives: Objective;
  comments: Comment;
  replies: Reply;
  dismissals: Dismissal;
};
export type PartName = keyof Parts;

export const partNames = [
  'personas',
  'phases',
  'stages',
  'steps',
  'lanes',
  'cards',
  'touchpoints',
  'emotions',
  'objectives',
  'comments',
  'replies',
  'dismissals',
] as const satisfies readonly PartName[];

/** Own entities only: ids come from outside, and `constructor` is a valid one. */
export const part = <K extends PartName>(map: JourneyMap, name: K, id: string): Parts[K] | undefined =>
  Object.hasOwn(map[name], id) ? (map[name] as Record<string, Parts[K]>)[id] : undefined;

/** What goes away, and what must be said differently because of it. */
type Consequences = {
  readonly gone: { readonly [K in PartName]: ReadonlySet<string> };
  readonly rewritten: {
    readonly cards: ReadonlyMap<string, { personaIds?: string[]; linkedCardId?: null }>;
    readonly comments: ReadonlyMap<string, { target: CommentTarget }>;
  };
};

/**
 * The one rule of what depends on what: a stage lives in a phase, a step in a stage, cards in a step and a lane,
 * touchpoints and emotions in a step, emotions of a persona with the persona. A card held for several personas loses
 * the one that goes; held for that one only, it goes too (without it, it would be read as true for everyone).
 * A comment outlives what it is about and falls back to what remains; a dismissed remark goes with what it was about.
 */
function consequences(map: JourneyMap, name?: PartName, id?: string): Consequences {
  const gone = Object.fromEntries(partNames.map((key) => [key, new Set<string>()])) as {
    [K in PartName]: Set<string>;
  };
  if (name !== undefined && id !== undefined) gone[name].add(id);
  const there = (key: PartName, wanted: string) => Object.hasOwn(map[key], wanted) && !gone[key].has(wanted);

  for (const [key, stage] of Object.entries(map.stages)) {
    if (!there('phases', stage.phaseId)) gone.stages.add(key);
  }
  for (const [key, step] of Object.entries(map.steps)) {
    if (!there('stages', step.stageId)) gone.steps.add(key);
  }
  for (const [key, touchpoint] of Object.entries(map.touchpoints)) {
    if (!there('steps', touchpoint.stepId)) gone.touchpoints.add(key);
  }
  for (const [key, point] of Object.entries(map.emotions)) {
    const known = point.personaId === null || there('personas', point.personaId);
    // Under another id the same point would exist twice, and the curve would go through both.
    const itself = key === emotionId(point.reading, point.personaId, point.stepId);
    if (!known || !itself || !there('steps', point.stepId)) gone.emotions.add(key);
  }
  const cards = new Map<string, { personaIds?: string[]; linkedCardId?: null }>();
  for (const [key, card] of Object.entries(map.cards)) {
    const personaIds = card.personaIds.filter((personaId) => there('personas', personaId));
    const orphan = card.personaIds.length > 0 && personaIds.length === 0;
    if (orphan || !there('steps', card.stepId) || !there('lanes', card.laneId)) gone.cards.add(key);
    else if (personaIds.length < card.personaIds.length) cards.set(key, { personaIds });
  }
  for (const [key, card] of Object.entries(map.cards)) {
    const link = card.linkedCardId;
    if (link === null || gone.cards.has(key) || (link !== key && there('cards', link))) continue;
    cards.set(key, { ...cards.get(key), linkedCardId: null });
  }
  const comments = new Map<string, { target: CommentTarget }>();
  for (const [key, { target }] of Object.entries(map.comments)) {
    const remaining = remainingTarget(target, there);
    if (!gone.comments.has(key) && remaining !== target) comments.set(key, { target: remaining });
  }
  for (const [key, reply] of Object.entries(map.replies)) {
    if (!there('comments', reply.commentId)) gone.replies.add(key);
  }
  for (const [key, { about }] of Object.entries(map.dismissals)) {
    if (about.some((one) => !isPartName(one.part) || !there(one.part, one.id))) gone.dismissals.add(key);
  }
  return { gone, rewritten: { cards, comments } };
}

const targetParts = {
  stageId: 'stages',
  stepId: 'steps',
  laneId: 'lanes',
  cardId: 'cards',
  touchpointId: 'touchpoints',
} as const satisfies Record<keyof CommentTarget, PartName>;

/** The same object where nothing of it has gone. */
function remainingTarget(
  target: CommentTarget,
  there: (name: PartName, id: string) => boolean,
): CommentTarget {
  const lost = Object.entries(targetParts).filter(([field, name]) => {
    const wanted = target[field as keyof CommentTarget];
    return wanted !== null && !there(name, wanted);
  });
  return lost.length === 0
    ? target
    : { ...target, ...Object.fromEntries(lost.map(([field]) => [field, null])) };
}

const isPartName = (name: string): name is PartName => (partNames as readonly string[]).includes(name);

/** The changes that take one part away with everything that lives in it; none when it is already gone. */
export function removal(map: JourneyMap, name: PartName, id: string): Change[] {
  if (!part(map, name, id)) return [];
  const { gone, rewritten } = consequences(map, name, id);
  const changes: Change[] = partNames.flatMap((key) =>
    [...gone[key]].map((entity): Change => ({ op: 'remove', path: [key, entity] })),
  );
  for (const [key, entities] of Object.entries(rewritten)) {
    for (const [entity, fields] of entities) {
      for (const [field, value] of Object.entries(fields)) {
        changes.push({ op: 'set', path: [key, entity, field], value });
      }
    }
  }
  return changes;
}

/**
 * A map without the parts that merging left hanging: somebody removed a step while somebody else wrote a card in it,
 * and removal wins. Pure and idempotent; where nothing hangs, the same object comes back.
 */
export function healMap(map: JourneyMap): JourneyMap {
  const { gone, rewritten } = consequences(map);
  const healed: Record<string, unknown> = {};
  for (const name of partNames) {
    const fields: ReadonlyMap<string, object> | undefined =
      name === 'cards' || name === 'comments' ? rewritten[name] : undefined;
    if (gone[name].size === 0 && !fields?.size) continue;
    const kept = Object.entries<object>(map[name]).filter(([id]) => !gone[name].has(id));
    healed[name] = Object.fromEntries(
      kept.map(([id, entity]) => [id, fields?.has(id) ? { ...entity, ...fields.get(id) } : entity]),
    );
  }
  return Object.keys(healed).length > 0 ? ({ ...map, ...healed } as JourneyMap) : map;
}

/**
 * The field by which a part refers to what is not in the map, if there is one: what to say to somebody who writes it.
 * The same rule as `healMap`, seen from one part.
 */
export function missingReference(map: JourneyMap, name: PartName, id: string): string | undefined {
  const entity = part(map, name, id);
  if (!entity) return undefined;
  for (const [field, target] of references[name] ?? []) {
    const value = (entity as Readonly<Record<string, unknown>>)[field];
    const wanted = Array.isArray(value) ? (value as string[]) : value === null ? [] : [value as string];
    if (wanted.some((one) => !part(map, target, one) || (target === name && one === id))) return field;
  }
  const there = (target: PartName, wanted: string) => part(map, target, wanted) !== undefined;
  if (name === 'emotions') {
    const { reading, personaId, stepId } = entity as EmotionPoint;
    return id === emotionId(reading, personaId, stepId) ? undefined : 'id';
  }
  if (name === 'comments') {
    const { target } = entity as Comment;
    return remainingTarget(target, there) === target ? undefined : 'target';
  }
  if (name === 'dismissals') {
    const { about } = entity as Dismissal;
    return about.every((one) => isPartName(one.part) && there(one.part, one.id)) ? undefined : 'about';
  }
  return undefined;
}

const references: { readonly [K in PartName]?: readonly (readonly [field: string, target: PartName])[] } = {
  stages: [['phaseId', 'phases']],
  steps: [['stageId', 'stages']],
  cards: [
    ['stepId', 'steps'],
    ['laneId', 'lanes'],
    ['personaIds', 'personas'],
    ['linkedCardId', 'cards'],
  ],
  touchpoints: [['stepId', 'steps']],
  emotions: [
    ['stepId', 'steps'],
    ['personaId', 'personas'],
  ],
  replies: [['commentId', 'comments']],
};
