import { z } from 'zod';
import { idSchema } from '#kit/ids.ts';
import { attributeSchema, correctionsSchema, noteSchema } from './attribute.ts';
import { discoveryProgressSchema, discoveryResultSchema, shortFormSchema } from './result.ts';

/** What a table of customers holds, before anything is looked for in it. */
export const customerTableSchema = z.object({
  fileName: z.string(),
  /** Rows that could be read, and those that could not. */
  rows: z.int().nonnegative(),
  setAside: z.int().nonnegative(),
  columns: z.array(
    z.object({
      attribute: attributeSchema,
      /** A few different cells as written. */
      samples: z.array(z.string()),
      /** Share of cells with nothing in them, 0…1. */
      blank: z.number(),
    }),
  ),
  notes: z.array(noteSchema),
});
export type CustomerTable = z.infer<typeof customerTableSchema>;

/** How personas are looked for: how the columns are read, and how many personas are wanted (null: as many as are stable). */
export const discoverySettingsSchema = z.object({
  corrections: correctionsSchema.default({}),
  k: z.int().min(2).max(20).nullable().default(null),
});
export type DiscoverySettings = z.infer<typeof discoverySettingsSchema>;

export const discoveryStatuses = ['running', 'complete', 'cancelled', 'failed'] as const;

/** A search for personas in one table, and what has become of it. */
export const discoveryRecordSchema = z.object({
  id: idSchema,
  /** The file, as long as it is there: it can be looked at again. */
  uploadId: idSchema,
  fileName: z.string(),
  settings: discoverySettingsSchema,
  status: z.enum(discoveryStatuses),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  problem: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
    .nullable(),
  /** How many personas it proposes; null as long as it runs, and when there are none. */
  chosen: z.int().nullable(),
  /** What the team kept of it. */
  kept: z
    .object({
      modelId: idSchema,
      personaIds: z.array(idSchema),
      /** Its short form, measured on held-out customers; null when personas were joined, which it was not measured for. */
      form: shortFormSchema.nullable(),
    })
    .nullable(),
});
export type DiscoveryRecord = z.infer<typeof discoveryRecordSchema>;

/** The portrait customer of each persona, as written in the table: the columns that took part. */
const portraitsSchema = z.record(z.string(), z.record(z.string(), z.string()));

export const foundPersonasSchema = z.object({ result: discoveryResultSchema, portraits: portraitsSchema });
export type FoundPersonas = z.infer<typeof foundPersonasSchema>;

/** One discovery, whole: how far it is while it runs, what it found once it is complete. */
export const discoveryStateSchema = discoveryRecordSchema.extend({
  progress: discoveryProgressSchema.nullable(),
  found: foundPersonasSchema.nullable(),
});
export type DiscoveryState = z.infer<typeof discoveryStateSchema>;
