import { z } from 'zod';
import { ProblemError } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { columnGuessSchema, guessColumn } from '#kit/table/column-guess.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { openTable } from './open-table.ts';
import {
  dialectSchema,
  type FileRef,
  type TableOptions,
  tableFormatSchema,
  tableNoteSchema,
} from './table.ts';

/** What a file looks like before it is imported. */
export const tablePreviewSchema = z.object({
  format: tableFormatSchema,
  compressed: z.boolean(),
  dialect: dialectSchema.nullable(),
  columns: z.array(columnGuessSchema),
  /** The first rows as they are, as wide as `columns`. */
  rows: z.array(z.array(z.string())),
  notes: z.array(tableNoteSchema),
  bytes: z.int(),
});
export type TablePreview = z.infer<typeof tablePreviewSchema>;

const sampleRows = 1000;
const shownRows = 20;

/** Reads the head of a file (its first 1,000 rows) and guesses its columns. Problems: those of `openTable`. */
export async function previewTable(
  file: FileRef,
  options: TableOptions = {},
  engine?: Engine,
): Promise<Result<TablePreview>> {
  const opened = await openTable(file, options, engine);
  if (!opened.ok) return opened;
  const table = opened.value;
  const rows: (readonly string[])[] = [];
  let { columns } = table;
  try {
    for await (const batch of table.rows()) {
      columns = batch.columns;
      for (const row of batch.rows) if (rows.length < sampleRows) rows.push(row);
      if (rows.length >= sampleRows) break;
    }
  } catch (error) {
    if (error instanceof ProblemError) return fail(error.problem);
    throw error;
  }
  return ok({
    format: table.format,
    compressed: table.compressed,
    dialect: table.dialect ?? null,
    columns: columns.map(({ index, name }) =>
      guessColumn(
        name,
        rows.map((row) => row[index] ?? ''),
      ),
    ),
    rows: rows.slice(0, shownRows).map((row) => columns.map(({ index }) => row[index] ?? '')),
    notes: [...table.notes],
    bytes: table.size,
  });
}
