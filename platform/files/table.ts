import { z } from 'zod';
import type { Cells } from '#kit/table/cells.ts';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15'] as const;
export const encodingSchema = z.enum(encodings);
export type Encoding = z.infer<typeof encodingSchema>;

/** How a delimited file is written. */
export const dialectSchema = z.object({
  /** A character, or a few. */
  delimiter: z.string().min(1).max(8),
  /** Empty when nothing is quoted. */
  quote: z.enum(['"', "'", '']),
  header: z.boolean(),
  encoding: encodingSchema,
});
export type Dialect = z.infer<typeof dialectSchema>;

export const tableFormatSchema = z.enum(['delimited', 'json-lines', 'xes', 'parquet', 'xlsx']);
export type TableFormat = z.infer<typeof tableFormatSchema>;

/** What the person tells of a file; what is not told is detected from its head. */
export const tableOptionsSchema = z.object({
  format: tableFormatSchema.optional(),
  dialect: dialectSchema.partial().optional(),
});
export type TableOptions = z.input<typeof tableOptionsSchema>;

export type Column = { readonly index: number; readonly name: string };

/** Why a row could not even be read as a row. Reasons of meaning (no customer, impossible date …) come later. */
export type ShapeReason =
  | 'too-many-fields'
  | 'too-few-fields'
  | 'unterminated-quote'
  | 'invalid-bytes'
  | 'invalid-json'
  | 'row-too-long';

/** A row that is kept out, with what is needed to find and repair it. */
export type SetAsideRow = {
  /** Line of the file (delimited, JSON Lines, XES) or record number (Parquet), from 1. */
  readonly line: number;
  readonly reason: ShapeReason;
  readonly fields: readonly string[];
};

/**
 * Some rows of a table, in the order of the file. A cell is a string, '' when the file has nothing there.
 * `columns` grows from batch to batch for formats that declare nothing (JSON Lines, XES): a row shorter than
 * `columns` has nothing in the last ones.
 */
export type Batch = {
  readonly columns: readonly Column[];
  /** Made when first asked for, which must be before the next batch is. */
  readonly rows: readonly (readonly string[])[];
  /** Line (or record number) of each row. */
  readonly lines: readonly number[] | Float64Array;
  readonly setAside: readonly SetAsideRow[];
  /** The same rows as bytes, for those who read millions. Good until the next batch is asked for, as `lines` is. */
  readonly cells: Cells;
  /** Bytes of the file (as stored, so compressed when it is) consumed so far. */
  readonly bytesRead: number;
};

export const tableNoteSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('duplicate-header'), name: z.string(), renamed: z.string() }),
  z.object({ code: z.literal('empty-header'), renamed: z.string() }),
]);
export type TableNote = z.infer<typeof tableNoteSchema>;

export type ReadOptions = {
  readonly signal?: AbortSignal;
  /** Sees the decompressed content go by (to fingerprint it). */
  readonly onBytes?: (chunk: Uint8Array) => void;
};

export type Table = {
  readonly format: TableFormat;
  readonly compressed: boolean;
  /** Of delimited files only. */
  readonly dialect?: Dialect;
  /** Known at opening: the header, or what the head of the file shows. */
  readonly columns: readonly Column[];
  readonly notes: readonly TableNote[];
  /** Size of the file as stored, bytes. */
  readonly size: number;
  /**
   * Reads the file once, from its start, with bounded memory. Faults of the file throw `ProblemError`:
   * `import.truncated`, `import.damaged`, `import.not-xes`, `import.xml-entities`, `import.not-parquet`, with file and
   * line.
   */
  rows(options?: ReadOptions): AsyncIterable<Batch>;
};

/** The file to read: `path` is where the bytes are, `name` what people see and what says the format. */
export type FileRef = { readonly path: string; readonly name: string };
