import { z } from 'zod';
import { idSchema } from '#kit/ids.ts';
import { estimateSchema } from '#kit/statistics/estimate.ts';
import { scoreKindSchema } from '#touchpoint/domain/binding.ts';

/**
 * How one column of a table of answers is read. Only values inside the scale that are not `noAnswer` codes count as
 * answers; codes are counted as "no answer", everything else outside the scale is refused and counted.
 */
export const scoreColumnSchema = z.object({
  column: z.string().min(1).max(500),
  /** Name shown to people; the column's own name unless told. */
  label: z.string().min(1).max(200),
  kind: scoreKindSchema,
  scale: z
    .object({ min: z.number(), max: z.number() })
    .refine((scale) => scale.min < scale.max, { error: 'scale.min must be below scale.max' }),
  noAnswer: z.array(z.string().max(100)).max(50).default([]),
});
export type ScoreColumn = z.infer<typeof scoreColumnSchema>;

/** How a table with one row per respondent is read. */
export const surveyMappingSchema = z.object({
  /** Column that identifies the respondent; null: each row is someone else. */
  respondent: z.string().max(500).nullable().default(null),
  time: z
    .object({ column: z.string().max(500), format: z.string().max(100).nullable(), zone: z.string().max(64) })
    .nullable()
    .default(null),
  scores: z.array(scoreColumnSchema).min(1).max(200),
  weight: z.string().max(500).nullable().default(null),
  /** Columns figures can be split by. */
  splits: z.array(z.string().max(500)).max(50).default([]),
  /** Columns of free text. */
  texts: z.array(z.string().max(500)).max(20).default([]),
});
export type SurveyMapping = z.infer<typeof surveyMappingSchema>;

/** Scales people expect when they choose a kind. */
export const usualScale = {
  nps: { min: 0, max: 10 },
  csat: { min: 1, max: 5 },
  ces: { min: 1, max: 7 },
  mean: { min: 1, max: 5 },
} as const;

export const surveySetAsideReasons = [
  'too-many-fields',
  'too-few-fields',
  'unterminated-quote',
  'invalid-bytes',
  'invalid-json',
  'row-too-long',
  'duplicate-respondent',
] as const;
export type SurveySetAsideReason = (typeof surveySetAsideReasons)[number];

/** What happened to every row: `read = kept + sum(setAside)`, always. */
export const surveyBalanceSchema = z.object({
  read: z.int().nonnegative(),
  kept: z.int().nonnegative(),
  setAside: z.partialRecord(z.enum(surveySetAsideReasons), z.int().nonnegative()),
});
export type SurveyBalance = z.infer<typeof surveyBalanceSchema>;

export const surveySchema = z.object({
  id: idSchema,
  name: z.string(),
  fileName: z.string(),
  simulated: z.boolean(),
  /** Columns of the file, in its order; what the mapping may speak of. */
  columns: z.array(z.string()),
  respondents: z.int(),
  /** The import that brought it: its balance, and the rows it set aside. */
  importId: idSchema,
  balance: surveyBalanceSchema,
  mapping: surveyMappingSchema,
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  importedAt: z.string(),
});
export type Survey = z.infer<typeof surveySchema>;

/** One value of a column with its count, and how it is read: an answer, a "no answer" code, or refused. */
export const valueCountSchema = z.object({
  value: z.string(),
  count: z.int().nonnegative(),
  reading: z.enum(['answer', 'no-answer', 'refused']),
});
export type ValueCount = z.infer<typeof valueCountSchema>;

/** What a column of a previewed file was taken for, with its values so that the reader can correct it. */
export const surveyPreviewColumnSchema = z.object({
  column: z.string(),
  role: z.enum(['score', 'weight', 'split', 'text', 'respondent', 'time', 'ignored']),
  /** Why: a code and its parameters, said by the page. */
  reason: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  /** Rows in which something is written. */
  filled: z.int().nonnegative(),
  /** Commonest first, at most 40; of a score, what would not be counted is among them even when it is rare. */
  values: z.array(valueCountSchema),
});
export type SurveyPreviewColumn = z.infer<typeof surveyPreviewColumnSchema>;

const groupScoreSchema = z.object({
  /** `all` for everyone (always the first), else the value of the column split by. Under five people: left out. */
  key: z.string(),
  /** People in the group, whether they answered this question or not. */
  respondents: z.int().nonnegative(),
  /** NPS for `nps`, else the mean on the scale; weighted beside when the survey has weights. */
  estimate: estimateSchema,
  /** For a CSAT column: the share of the two best answers beside the mean. */
  topTwo: estimateSchema.nullable(),
});

/** One score column of a survey, for everyone and per group. */
export const surveyScoreSchema = z.object({
  column: z.string(),
  label: z.string(),
  kind: scoreKindSchema,
  scale: z.object({ min: z.number(), max: z.number() }),
  /** respondents = answers + noAnswer + refusedTotal, always. */
  answers: z.int().nonnegative(),
  noAnswer: z.int().nonnegative(),
  refusedTotal: z.int().nonnegative(),
  /** Commonest first, at most 50 different values. */
  refused: z.array(z.object({ value: z.string(), count: z.int() })),
  /** Answers of people without a usable weight: in the unweighted figures only. 0 when the survey has no weights. */
  withoutWeight: z.int().nonnegative(),
  groups: z.array(groupScoreSchema),
});
export type SurveyScore = z.infer<typeof surveyScoreSchema>;

export const surveyImportStateSchema = z.object({
  id: idSchema,
  surveyId: idSchema,
  fileName: z.string(),
  status: z.enum(['running', 'complete', 'already-imported', 'cancelled', 'failed']),
  balance: surveyBalanceSchema.nullable(),
  problem: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
    .nullable(),
  progress: z
    .object({
      bytesRead: z.number(),
      bytesTotal: z.number(),
      rows: z.number(),
      rate: z.number(),
      secondsLeft: z.number().nullable(),
    })
    .nullable(),
});
export type SurveyImportState = z.infer<typeof surveyImportStateSchema>;
