import { sameJson } from '#kit/document/changes.ts';
import { inOrder } from '#kit/document/order.ts';
import { type Parts, part } from '../dependents.ts';
import type { JourneyMap } from '../schema.ts';
import type { ComparedPart, FieldChange, Told } from './difference.ts';

type Tellers<T> = { readonly [Field in keyof T]?: (value: T[Field], map: JourneyMap) => Told };

const asIs = <T extends Told>(value: T): Told => value;
const count = (list: readonly unknown[]): Told => list.length;

/**
 * The fields that say something of the journey, and how each is told. What concerns the drawing only (colours, folded
 * lanes, notes of the speaker) is no difference between two journeys.
 */
const tellers: { readonly [K in ComparedPart]: Tellers<Parts[K]> } = {
  objectives: {
    text: asIs,
    kind: asIs,
    baseline: asIs,
    target: asIs,
    unit: asIs,
    due: asIs,
    binding: (binding) => binding !== null,
  },
  personas: { name: asIs, match: (match) => match && `${match.attribute} = ${match.value}` },
  phases: { name: asIs, moment: asIs },
  stages: {
    title: asIs,
    goals: asIs,
    promise: asIs,
    duration: asIs,
    subMapId: (subMapId) => subMapId !== null,
  },
  steps: { title: asIs, duration: asIs, momentOfTruth: asIs },
  lanes: { title: asIs, type: asIs },
  cards: {
    text: asIs,
    personaIds: (personaIds, map) =>
      inOrder(map.personas)
        .filter(([id]) => personaIds.includes(id))
        .map(([, { name }]) => name),
    status: asIs,
    evidence: count,
    weight: asIs,
    momentOfTruth: asIs,
    tags: (tags) => tags,
    met: asIs,
    linkedCardId: (id, map) => (id === null ? null : (part(map, 'cards', id)?.text ?? null)),
    mediaId: (mediaId) => mediaId !== null,
  },
  touchpoints: { title: asIs, channel: asIs, initiator: asIs, bindings: count },
};

/** The fields of a part that say something else on the second map. */
export const fieldChanges = <K extends ComparedPart>(
  name: K,
  before: { readonly map: JourneyMap; readonly entity: Parts[K] },
  after: { readonly map: JourneyMap; readonly entity: Parts[K] },
): FieldChange[] =>
  Object.entries(
    tellers[name] as Readonly<Record<string, (value: unknown, map: JourneyMap) => Told>>,
  ).flatMap(([field, tell]) => {
    const old = (before.entity as Readonly<Record<string, unknown>>)[field];
    const now = (after.entity as Readonly<Record<string, unknown>>)[field];
    return sameJson(old, now) ? [] : [{ field, before: tell(old, before.map), after: tell(now, after.map) }];
  });

const mapFields = ['title', 'kind', 'scope', 'arrival', 'departure', 'story'] as const;

/**
 * What is said of the map as a whole. Between an as-is map and its to-be, neither the state nor the story is a change:
 * they are what makes them two.
 */
export const mapChanges = (before: JourneyMap, after: JourneyMap): FieldChange[] =>
  mapFields
    .filter((field) => before[field] !== after[field] && (field !== 'story' || before.state === after.state))
    .map((field) => ({ field, before: before[field], after: after[field] }));
