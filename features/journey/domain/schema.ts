import { z } from 'zod';
import { channelSchema } from '#kit/channel.ts';
import { commentsAbout, replySchema, signature } from '#kit/document/comments.ts';
import { orderKeySchema } from '#kit/document/order.ts';
import { collaborativeText, collection } from '#kit/document/schema.ts';
import { idSchema } from '#kit/ids.ts';
import { localeSchema } from '#kit/locale.ts';
import { evidenceSchema } from '#persona/domain/evidence.ts';
import { bindingSchema } from '#touchpoint/domain/binding.ts';
import { figureIds } from './live-figures.ts';

/** Position among siblings: a fractional index; ties are broken by id (kit/document/order.ts). */
const order = orderKeySchema;
const dateSchema = z.iso.date();

export const mapKinds = ['journey', 'experience', 'blueprint'] as const;
export const mapStates = ['as-is', 'to-be'] as const;
export const moments = ['before', 'during', 'after'] as const;
export const durationUnits = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;

/** How long a stage or a step lasts for the customer, as the team believes it (measured delays are figures). */
export const durationSchema = z.object({ value: z.number().nonnegative(), unit: z.enum(durationUnits) });
export type Duration = z.infer<typeof durationSchema>;

/** A row of the map. `line-*` are the lines of a blueprint; `figures` and `verbatims` are filled from data. */
export const laneTypes = [
  'actions',
  'touchpoints',
  'emotion',
  'pain-points',
  'delights',
  'expectations',
  'key-questions',
  'thoughts',
  'feelings',
  'goals',
  'opportunities',
  'solutions',
  'moments-of-truth',
  'employee-experience',
  'brand-promise',
  'front-office',
  'back-office',
  'support',
  'line-of-interaction',
  'line-of-visibility',
  'line-of-internal-interaction',
  'stakeholders',
  'social',
  'sensory',
  'emotional',
  'data-collected',
  'figures',
  'verbatims',
  'media',
  'text',
] as const;
export type LaneType = (typeof laneTypes)[number];

/** A persona as this map names it. `match` says which journeys of the data are theirs. */
export const mapPersonaSchema = z.object({
  order,
  name: collaborativeText(),
  /** Index in the six Okabe–Ito colours. */
  colour: z.int().min(0).max(5),
  match: z
    .object({ attribute: z.string().min(1).max(200), value: z.string().max(500) })
    .nullable()
    .default(null),
  /** The persona of the workspace this one stands for, once there is one. */
  personaId: idSchema.nullable().default(null),
});
export type MapPersona = z.infer<typeof mapPersonaSchema>;

export const phaseSchema = z.object({ order, name: collaborativeText(), moment: z.enum(moments) });
export type Phase = z.infer<typeof phaseSchema>;

export const stageSchema = z.object({
  order,
  phaseId: idSchema,
  /** What the customer is doing, in the first person. */
  title: collaborativeText(),
  goals: collaborativeText(),
  promise: collaborativeText(),
  duration: durationSchema.nullable().default(null),
  /** Another map that tells this stage in detail. */
  subMapId: idSchema.nullable().default(null),
  /** What the speaker wants to say here when the map is presented. */
  notes: collaborativeText(),
});
export type Stage = z.infer<typeof stageSchema>;

export const stepSchema = z.object({
  order,
  stageId: idSchema,
  title: collaborativeText(),
  duration: durationSchema.nullable().default(null),
  momentOfTruth: z.boolean().default(false),
});
export type Step = z.infer<typeof stepSchema>;

/** Which figures a `figures` lane shows, in what order, and of what. */
export const laneFiguresSchema = z.object({
  of: z.enum(['step', 'touchpoint']),
  show: z.array(z.enum(figureIds)).max(figureIds.length),
});
export type LaneFigures = z.infer<typeof laneFiguresSchema>;

export const laneSchema = z.object({
  order,
  type: z.enum(laneTypes),
  /** Empty: the name of the type in the reader's language. */
  title: collaborativeText(),
  hidden: z.boolean().default(false),
  folded: z.boolean().default(false),
  colour: z.int().min(0).max(5).nullable().default(null),
  /** Of a `figures` lane; null: what tells most of each step. */
  figures: laneFiguresSchema.nullable().default(null),
});
export type Lane = z.infer<typeof laneSchema>;

export const cardSchema = z.object({
  order,
  laneId: idSchema,
  stepId: idSchema,
  text: collaborativeText(),
  /** Personas it holds for; none listed: everyone. */
  personaIds: z.array(idSchema).max(12).default([]),
  status: z.enum(['assumed', 'validated']).default('assumed'),
  evidence: z.array(evidenceSchema).max(50).default([]),
  weight: z.int().min(1).max(5).nullable().default(null),
  momentOfTruth: z.boolean().default(false),
  tags: z.array(z.string().min(1).max(60)).max(30).default([]),
  /** For an expectation: is it met? null: not said. */
  met: z.boolean().nullable().default(null),
  linkedCardId: idSchema.nullable().default(null),
  /** A picture, sound or video kept on the server; the text says what it shows. */
  mediaId: idSchema.nullable().default(null),
});
export type Card = z.infer<typeof cardSchema>;

/** Bindings of one touchpoint; more would be several touchpoints drawn as one. */
export const mostBindings = 10;

/** The meeting of a step and a channel. */
export const mapTouchpointSchema = z.object({
  order,
  stepId: idSchema,
  channel: channelSchema,
  title: collaborativeText(),
  initiator: z.enum(['customer', 'company']).default('customer'),
  bindings: z.array(bindingSchema).max(mostBindings).default([]),
});
export type MapTouchpoint = z.infer<typeof mapTouchpointSchema>;

export const emotionReadings = ['planned', 'felt'] as const;

/**
 * One point of an emotion curve. Its id is `emotionId(reading, personaId, stepId)`, so that two people who place the
 * same point at once move one point. The measured reading is never stored: it is computed.
 */
export const emotionPointSchema = z.object({
  stepId: idSchema,
  personaId: idSchema.nullable(),
  reading: z.enum(emotionReadings),
  /** −3 (at the end of one's tether) … +3 (delighted). */
  value: z.number().min(-3).max(3),
  /** 0 … 1, drawn as thickness. */
  intensity: z.number().min(0).max(1).default(0.5),
  note: collaborativeText(),
});
export type EmotionPoint = z.infer<typeof emotionPointSchema>;

export const objectiveKinds = ['satisfaction', 'retention', 'touchpoints', 'conversion', 'cost'] as const;

/** J12: what the map is for. The figure is bound to data when `binding` is set, else followed by hand. */
export const objectiveSchema = z.object({
  order,
  kind: z.enum(objectiveKinds),
  text: collaborativeText(),
  binding: bindingSchema.nullable().default(null),
  baseline: z.number().nullable().default(null),
  target: z.number().nullable().default(null),
  unit: z.string().max(30).default(''),
  due: dateSchema.nullable().default(null),
});
export type Objective = z.infer<typeof objectiveSchema>;

/**
 * What a comment is about, from the whole map (all null) down to one card. A card is named with the cell it stood in
 * when the comment was written: what goes away is forgotten here, and the comment falls back to what remains.
 */
export const commentTargetSchema = z.object({
  stageId: idSchema.nullable().default(null),
  stepId: idSchema.nullable().default(null),
  laneId: idSchema.nullable().default(null),
  cardId: idSchema.nullable().default(null),
  touchpointId: idSchema.nullable().default(null),
});
export type CommentTarget = z.infer<typeof commentTargetSchema>;

/**
 * J9: a remark of the method review that the team has heard and does not follow, with its reason. It names the rule
 * and the parts as text: a rule that a later Parcours renames must not make the reason unreadable.
 */
export const dismissalSchema = z.object({
  ...signature,
  rule: z.string().min(1).max(60),
  /** The parts the remark was about, in the order of the remark; none: the map as a whole. */
  about: z
    .array(z.object({ part: z.string().min(1).max(40), id: idSchema }))
    .max(50)
    .default([]),
  /** What else tells the remark from others of its rule: a channel. */
  detail: z.string().max(100).default(''),
  reason: collaborativeText(),
});
export type Dismissal = z.infer<typeof dismissalSchema>;

/** The whole model of a journey map (product.md J1–J6, J8, J9, J12). Every part has a stable id and an order of its own. */
export const journeyMapSchema = z.object({
  title: collaborativeText(),
  kind: z.enum(mapKinds),
  state: z.enum(mapStates).default('as-is'),
  scope: collaborativeText(),
  /** The language its content is written in. */
  language: localeSchema,
  /** State of mind in which the customer arrives and leaves. */
  arrival: collaborativeText(),
  departure: collaborativeText(),
  /** The journey told as a story (J6). */
  story: collaborativeText(),
  parent: z.object({ mapId: idSchema, stageId: idSchema.nullable() }).nullable().default(null),
  /** For a to-be map: the as-is map it was made from. */
  asIsMapId: idSchema.nullable().default(null),
  /** While a group works on the map: cards are written, but no phase, stage, step or lane is added, moved or removed. */
  structureLocked: z.boolean().default(false),
  personas: collection(mapPersonaSchema),
  phases: collection(phaseSchema),
  stages: collection(stageSchema),
  steps: collection(stepSchema),
  lanes: collection(laneSchema),
  cards: collection(cardSchema),
  touchpoints: collection(mapTouchpointSchema),
  emotions: collection(emotionPointSchema),
  objectives: collection(objectiveSchema),
  /** J8: a comment opens a thread, whose id is its own; answers are `replies`. */
  comments: commentsAbout(commentTargetSchema),
  replies: collection(replySchema),
  dismissals: collection(dismissalSchema),
});
export type JourneyMap = z.infer<typeof journeyMapSchema>;
export type Comment = JourneyMap['comments'][string];

/** Id of an emotion point (`null` persona: everyone). Ids from elsewhere may be long: those are shortened to fit. */
export const emotionId = (
  reading: EmotionPoint['reading'],
  personaId: string | null,
  stepId: string,
): string => `${reading}_${short(personaId ?? 'all')}_${short(stepId)}`;

/** Two short ids and the reading fit in the 64 characters of an id. */
const short = (id: string): string => (id.length <= 27 ? id : `${id.slice(0, 18)}-${fingerprint(id)}`);

/** FNV-1a, 32 bits, eight hexadecimal digits. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
