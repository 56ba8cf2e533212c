import { z } from 'zod';
import { timeFormatSchema } from '#kit/table/time-format.ts';

/**
 * What is known of a customer, question by question, and how its cells are read. The same definition reads a table for
 * discovery, a contact for attribution and an answer to the short questionnaire.
 *
 * Two absences are kept apart everywhere: nobody asked (missing: the answer says nothing) and asked, ticked nothing
 * (an answer like another).
 */

/** Words of the cells that say a box was ticked, or was shown and left empty. Blank cells are told by `blank`. */
export const tickWordsSchema = z.object({
  ticked: z.array(z.string()).min(1),
  unticked: z.array(z.string()),
  /**
   * A blank cell in a row where another option of the question is filled: `unticked` for files that only write the ticks,
   * `missing` for files that write both. A row where all are blank was not asked, in both cases.
   */
  blank: z.enum(['unticked', 'missing']),
});

const common = {
  /** Name of the column, or of the question when several columns hold its options. */
  id: z.string().min(1).max(300),
  /** Takes part in the discovery. */
  use: z.boolean(),
  /** What customers did afterwards (left, cancelled): never fitted, and nothing that gives it away may be. */
  outcome: z.boolean(),
  /** Words of this column that mean "nothing there", besides the blank cell. */
  missing: z.array(z.string()),
};
const column = { ...common, column: z.string().min(1).max(300) };

export const numericAttributeSchema = z.object({
  ...column,
  type: z.literal('numeric'),
  decimal: z.enum(['.', ',']),
  /** `log1p` is log(1 + x), for amounts that can be 0. */
  scale: z.enum(['linear', 'log', 'log1p']),
  /**
   * Cuts, ascending: the attribute is then read as edges.length + 1 ordered levels (value < edges[0], …). For columns
   * where one value holds most rows, and for expectations written by hand. Null: a bell curve on `scale`.
   */
  edges: z.array(z.number()).min(1).max(40).nullable(),
});
export const nominalAttributeSchema = z.object({
  ...column,
  type: z.literal('nominal'),
  /** Commonest first. */
  levels: z.array(z.string()).min(1).max(201),
  /** The last level stands for every value that is not listed. Otherwise such a value is read as missing. */
  others: z.boolean(),
});
export const ordinalAttributeSchema = z.object({
  ...column,
  type: z.literal('ordinal'),
  /** From low to high. */
  levels: z.array(z.string()).min(2).max(60),
});
export const multipleAttributeSchema = z.object({
  ...common,
  type: z.literal('multiple'),
  options: z.array(z.string()).min(1).max(60),
  source: z.discriminatedUnion('form', [
    /** One column per option, in the order of `options`. */
    z.object({
      form: z.literal('columns'),
      columns: z.array(z.string()).min(1).max(60),
      words: tickWordsSchema,
    }),
    /** The ticked options in one cell; `none` are words for "asked, ticked nothing". */
    z.object({
      form: z.literal('cell'),
      column: z.string(),
      separator: z.string().length(1),
      none: z.array(z.string()),
    }),
  ]),
});
export const dateAttributeSchema = z.object({
  ...column,
  type: z.literal('date'),
  /** Read as days since 1970. */
  format: timeFormatSchema,
});
/** Kept in view, never fitted. */
export const unusableAttributeSchema = z.object({
  ...column,
  type: z.enum(['text', 'identifier', 'constant', 'empty']),
});

export const attributeSchema = z.discriminatedUnion('type', [
  numericAttributeSchema,
  nominalAttributeSchema,
  ordinalAttributeSchema,
  multipleAttributeSchema,
  dateAttributeSchema,
  unusableAttributeSchema,
]);
export type MultipleAttribute = z.infer<typeof multipleAttributeSchema>;
export type Attribute = z.infer<typeof attributeSchema>;

/** What a person says of a column against the guess; what is not said stays guessed. */
export const correctionSchema = z.object({
  type: z.enum(['numeric', 'nominal', 'ordinal', 'multiple', 'date', 'text', 'identifier']).optional(),
  use: z.boolean().optional(),
  outcome: z.boolean().optional(),
  missing: z.array(z.string()).optional(),
  decimal: z.enum(['.', ',']).optional(),
  scale: z.enum(['linear', 'log', 'log1p']).optional(),
  edges: z.array(z.number()).min(1).max(40).nullable().optional(),
  /** Order of an ordinal, low to high; or the levels of a nominal, the others becoming "other". */
  levels: z.array(z.string()).min(2).max(60).optional(),
  separator: z.string().length(1).optional(),
  blank: z.enum(['unticked', 'missing']).optional(),
  /** Name of the multiple-choice question this column is an option of; '' takes it out of the question guessed. */
  question: z.string().max(300).optional(),
});
export type Correction = z.infer<typeof correctionSchema>;
/** By column name. */
export const correctionsSchema = z.record(z.string(), correctionSchema);
export type Corrections = z.infer<typeof correctionsSchema>;

/** Something worth telling about the table or the answer found: a code and the parameters of its sentence. */
export const noteSchema = z.object({
  code: z.string(),
  /** Column or question it is about. */
  attribute: z.string().nullable(),
  severity: z.enum(['info', 'warning']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Note = z.infer<typeof noteSchema>;

/** Columns of the table an attribute is read from. */
export const columnsOf = (attribute: Attribute): readonly string[] =>
  attribute.type !== 'multiple'
    ? [attribute.column]
    : attribute.source.form === 'columns'
      ? attribute.source.columns
      : [attribute.source.column];
