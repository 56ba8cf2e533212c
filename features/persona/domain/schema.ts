import { z } from 'zod';
import { channelSchema } from '#kit/channel.ts';
import { commentsAbout, replySchema } from '#kit/document/comments.ts';
import { orderKeySchema } from '#kit/document/order.ts';
import { collaborativeText, collection } from '#kit/document/schema.ts';
import { idSchema } from '#kit/ids.ts';
import { localeSchema } from '#kit/locale.ts';
import { avatarSchema } from './avatar.ts';
import { evidenceSchema } from './evidence.ts';

/** Position among siblings: a fractional index; ties are broken by id (kit/document/order.ts). */
const order = orderKeySchema;

export const personaKinds = ['people', 'company'] as const;
/** `any`: of all genders; null: not told. It also says which pronoun the sheet speaks with. */
export const genders = ['woman', 'man', 'other', 'any'] as const;
export const purchasingPowers = ['low', 'modest', 'middle', 'comfortable', 'high'] as const;

/** A range with an open end where it is null; both ends belong to it. */
const rangeSchema = (most: number) => {
  const end = z.int().min(0).max(most).nullable();
  return z
    .object({ from: end, to: end })
    .refine(({ from, to }) => from === null || to === null || from <= to, {
      message: 'a range ends after it begins',
    });
};
export type Range = { readonly from: number | null; readonly to: number | null };

/** What a portrait is made of (P1). */
export const portraitSections = ['goals', 'obstacles', 'fears', 'values', 'habits', 'expectations'] as const;
/** The empathy map (P3). */
export const empathySections = ['says', 'thinks', 'does', 'feels', 'pains', 'gains'] as const;
/** On the phone with a customer (P5). */
export const serviceSections = [
  'signs',
  'tone',
  'words-to-use',
  'words-to-avoid',
  'services',
  'contact-rhythm',
  'hard-situations',
] as const;
/** What tells these customers from the others (P2). Criteria describe; a segment, with its rule, slices. */
export const criteriaKinds = ['demographic', 'geographic', 'behavioural', 'psychographic'] as const;

export const sections = [
  ...portraitSections,
  ...empathySections,
  ...serviceSections,
  ...criteriaKinds,
] as const;
export type Section = (typeof sections)[number];

/** One thing said of a persona, with what proves it. Whether it is proven is computed: `evidenceState`. */
export const statementSchema = z.object({
  order,
  section: z.enum(sections),
  text: collaborativeText(),
  /** For a hard situation, what to say or do; for words to avoid, what to say instead. */
  answer: collaborativeText(),
  /** Where it comes from as long as nothing proves it: "assumed in the workshop". */
  note: collaborativeText(),
  evidence: z.array(evidenceSchema).max(50).default([]),
  /** How much it counts, 1 to 5: for a sign, how typical it is of this persona. Null: as the others (3). */
  weight: z.int().min(1).max(5).nullable().default(null),
  /** Days after which its evidence is out of date. Null: a year, see `defaultValidity`. */
  validForDays: z.int().min(1).max(36_500).nullable().default(null),
});
export type Statement = z.infer<typeof statementSchema>;

/** A way by which they like to be reached, or reach us, and when: "application, le soir". */
export const preferredChannelSchema = z.object({ order, channel: channelSchema, note: collaborativeText() });
export type PreferredChannel = z.infer<typeof preferredChannelSchema>;

/** An own picture (kept in the workspace, see `server/picture-store.ts`) or a drawn face. */
export const pictureSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('upload'), pictureId: idSchema }),
  z.object({ kind: z.literal('avatar'), avatar: avatarSchema }),
]);
export type Picture = z.infer<typeof pictureSchema>;

/** What they expect of us, each from one word to the other; 0 is the first, 1 the second, null not told. */
export const expectationScales = ['advice', 'reactivity', 'warmth'] as const;
export type ExpectationScale = (typeof expectationScales)[number];
const scale = z.number().min(0).max(1).nullable().default(null);

/** What a comment is about: one statement, a section, or the whole persona when both are null. */
export const commentTargetSchema = z.object({
  section: z.enum(sections).nullable().default(null),
  statementId: idSchema.nullable().default(null),
});
export type CommentTarget = z.infer<typeof commentTargetSchema>;

/** The whole model of a persona (product.md P1–P3, P5). */
export const personaSchema = z.object({
  /** Its name. */
  title: collaborativeText(),
  kind: z.enum(personaKinds),
  /** The language its content is written in. */
  language: localeSchema,
  /** Index in the six Okabe–Ito colours. */
  colour: z.int().min(0).max(5).default(0),
  picture: pictureSchema.default({ kind: 'avatar', avatar: avatarSchema.parse({}) }),
  quote: collaborativeText(),
  /** Who it is in one line. */
  tagline: collaborativeText(),
  story: collaborativeText(),

  /** Years. People. */
  age: rangeSchema(130).nullable().default(null),
  gender: z.enum(genders).nullable().default(null),
  /** Socio-professional category, in the words of the team. People. */
  occupation: collaborativeText(),
  /** Sector of activity, of the person or of the company. */
  sector: collaborativeText(),
  household: collaborativeText(),
  purchasingPower: z.enum(purchasingPowers).nullable().default(null),
  /** What marks their life and is none of the above: "suit un traitement au long cours". */
  circumstances: collaborativeText(),
  /** Number of employees. Companies. */
  size: rangeSchema(10_000_000).nullable().default(null),
  /** Of the person we deal with in the company. */
  role: collaborativeText(),

  /** From "does it alone" to "wants to be advised". */
  advice: scale,
  /** From "at their own pace" to "at once". */
  reactivity: scale,
  /** From factual to warm. */
  warmth: scale,

  /** How a column of the data names them, where one does. */
  match: z
    .object({ attribute: z.string().min(1).max(200), value: z.string().max(500) })
    .nullable()
    .default(null),

  channels: collection(preferredChannelSchema),
  statements: collection(statementSchema),
  comments: commentsAbout(commentTargetSchema),
  replies: collection(replySchema),
});
export type Persona = z.infer<typeof personaSchema>;
export type PersonaComment = Persona['comments'][string];
