import { z } from 'zod';
import { estimateSchema } from '#kit/statistics/estimate.ts';
import { scoreKindSchema } from '#touchpoint/domain/binding.ts';
import { surveyBalanceSchema } from './survey.ts';

const groupStatsSchema = z.object({ key: z.string(), respondents: z.int(), estimate: estimateSchema });

/** The score of one column of a file, as the command line tells it. */
export const surveyStatsSchema = z.object({
  column: z.string(),
  kind: scoreKindSchema,
  scale: z.object({ min: z.number(), max: z.number() }),
  /**
   * The figure of the kind — `nps` −100…+100, `csat` share of satisfied answers 0…1, `ces` and `mean` on the scale —
   * or null when too few people answered to show one.
   */
  value: z.number().nullable(),
  n: z.int(),
  interval: z.object({ low: z.number(), high: z.number(), level: z.number(), method: z.string() }).nullable(),
  /** The same with the weights of the survey; null without a weight column. */
  weighted: z
    .object({ value: z.number(), low: z.number(), high: z.number(), effectiveN: z.number() })
    .nullable(),
  /** For `csat`: the mean on the scale, beside the share. */
  mean: estimateSchema.nullable(),
  /** Answers of people without a usable weight: in the unweighted figure only. */
  withoutWeight: z.int(),
  respondents: z.int(),
  noAnswer: z.int(),
  refusedTotal: z.int(),
  refused: z.array(z.object({ value: z.string(), count: z.int() })),
  by: z.string().nullable(),
  groups: z.array(groupStatsSchema),
  balance: surveyBalanceSchema,
});
export type SurveyStats = z.infer<typeof surveyStatsSchema>;
