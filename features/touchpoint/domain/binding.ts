import { z } from 'zod';
import { idSchema } from '#kit/ids.ts';

/** A condition on one attribute of an event (or of its journey). Values are compared as written in the data. */
export const attributeConditionSchema = z.object({
  name: z.string().min(1).max(200),
  is: z.enum(['one-of', 'none-of']),
  values: z.array(z.string().max(500)).min(1).max(100),
});

/**
 * Which events count for a touchpoint: the name is one of `names`, and the channel one of `channels` (none listed: any
 * channel), and every attribute condition holds.
 */
export const eventRuleSchema = z.object({
  names: z.array(z.string().min(1).max(500)).min(1).max(200),
  channels: z.array(z.string().max(200)).max(50).default([]),
  attributes: z.array(attributeConditionSchema).max(20).default([]),
});
export type EventRule = z.infer<typeof eventRuleSchema>;

export const eventBindingSchema = z.object({
  on: z.literal('events'),
  sourceId: idSchema,
  rule: eventRuleSchema,
});
export type EventBinding = z.infer<typeof eventBindingSchema>;

export const scoreKinds = ['nps', 'csat', 'ces', 'mean'] as const;
export const scoreKindSchema = z.enum(scoreKinds);
export type ScoreKind = z.infer<typeof scoreKindSchema>;

export const surveyBindingSchema = z.object({
  on: z.literal('survey'),
  surveyId: idSchema,
  column: z.string().min(1).max(500),
  kind: scoreKindSchema,
});
export type SurveyBinding = z.infer<typeof surveyBindingSchema>;

/** What ties a touchpoint of a map to the data: a rule over events, or a column of a survey. */
export const bindingSchema = z.discriminatedUnion('on', [eventBindingSchema, surveyBindingSchema]);
export type Binding = z.infer<typeof bindingSchema>;
