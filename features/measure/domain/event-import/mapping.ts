import { z } from 'zod';
import { timeFormatSchema } from '#kit/table/time-format.ts';

const columnName = z.string().min(1).max(1000);

/** What a score column means. Values outside `min`–`max`, and `noAnswer` codes, are never counted as answers. */
export const scoreMappingSchema = z.object({
  column: columnName,
  min: z.number(),
  max: z.number(),
  noAnswer: z.array(z.number()).max(100).default([]),
  decimal: z.enum(['.', ',']).default('.'),
});

/**
 * `journey`: one value per lived journey (the customer's segment); `event`: may differ at each event (the agent);
 * `auto`: decided from the whole file — journey when no customer has two values.
 */
export const attributeMappingSchema = z.object({
  column: columnName,
  name: z.string().min(1).max(200),
  level: z.enum(['auto', 'journey', 'event']).default('auto'),
});

/** Which column of a file of events means what. Columns are named as the reader names them. */
export const eventMappingSchema = z.object({
  version: z.literal(1).default(1),
  customer: columnName,
  /** `zone`: IANA zone of values that carry none. */
  time: z.object({ column: columnName, format: timeFormatSchema, zone: z.string().min(1).max(64) }),
  event: columnName,
  channel: columnName.optional(),
  score: scoreMappingSchema.optional(),
  text: columnName.optional(),
  orderId: columnName.optional(),
  /** Makes the import drop repeated deliveries of one event. */
  eventId: columnName.optional(),
  attributes: z.array(attributeMappingSchema).max(500).default([]),
  /** Keep as attributes (`auto`) the columns that only show up further down a JSON Lines or XES file. */
  keepLaterColumns: z.boolean().default(false),
  /** Cells that mean "nothing", besides the empty cell. Of customers and events, only words that nobody is called. */
  missing: z.array(z.string().max(50)).max(50).default([]),
});

export type EventMapping = z.infer<typeof eventMappingSchema>;
export type AttributeMapping = z.infer<typeof attributeMappingSchema>;
