import { z } from 'zod';
import { idSchema, workspaceIdSchema } from '#kit/ids.ts';
import { balanceSchema } from './balance.ts';
import { eventMappingSchema } from './mapping.ts';

/**
 * `running`: nothing of it can be seen; a restart removes it.
 * `publishing`: all is prepared; a restart finishes it. This is the commit point.
 * `removing`: a restart finishes taking it back.
 */
export const importStatusSchema = z.enum([
  'running',
  'publishing',
  'complete',
  'cancelled',
  'failed',
  'removing',
]);

/** One import of one file into one source of lived journeys. Moments are ISO 8601 in UTC. */
export const importRecordSchema = z.object({
  id: idSchema,
  workspaceId: workspaceIdSchema,
  sourceId: idSchema,
  fileName: z.string(),
  /** Bytes of the file as stored. */
  fileSize: z.number().int().min(0),
  /** SHA-256 (hex) of the decompressed content; null until the file has been read whole. */
  fingerprint: z.string().nullable(),
  mapping: eventMappingSchema,
  status: importStatusSchema,
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  balance: balanceSchema.nullable(),
  /** The earlier import of the same file that this one takes the place of. */
  replaces: idSchema.nullable(),
  problem: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
    .nullable(),
});
export type ImportRecord = z.infer<typeof importRecordSchema>;

/** `rate` in rows per second; `secondsLeft` null until it can be told. */
export const importProgressSchema = z.object({
  phase: z.enum(['reading', 'checking', 'building', 'publishing']),
  bytesRead: z.number(),
  bytesTotal: z.number(),
  rows: z.number(),
  setAside: z.number(),
  rate: z.number(),
  secondsLeft: z.number().nullable(),
});
export type ImportProgress = Readonly<z.infer<typeof importProgressSchema>>;
