import { z } from 'zod';
import { columnGuessSchema } from './column-guess.ts';

/** The head of a table file, read without importing anything: what it is, its columns with examples, its first rows. */
export const tablePreviewSchema = z.object({
  fileName: z.string(),
  bytes: z.int().nonnegative(),
  format: z.enum(['delimited', 'json-lines', 'xes', 'parquet', 'xlsx']),
  compressed: z.boolean(),
  dialect: z
    .object({ delimiter: z.string(), quote: z.string(), header: z.boolean(), encoding: z.string() })
    .nullable(),
  columns: z.array(columnGuessSchema),
  /** The first rows as they are, as wide as `columns`. */
  rows: z.array(z.array(z.string())),
  notes: z.array(z.object({ code: z.string(), name: z.string().optional(), renamed: z.string().optional() })),
});
export type TablePreview = z.infer<typeof tablePreviewSchema>;
