import { smallestMinimum } from '#kit/statistics/estimate.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import {
  type SurveyQuestion,
  type SurveySplit,
  scopeParams,
  splitParams,
  splitRows,
} from './survey-scope.ts';

export type SurveyGroup = { readonly key: string; readonly respondents: number };

/** Groups shown at most; the rest is in the figures of everyone. */
const mostGroups = 200;

/** Values of a column to split by, largest first; groups of under five people are left out. */
export async function groupSizes(
  engine: Engine,
  question: SurveyQuestion & { readonly by: SurveySplit },
): Promise<SurveyGroup[]> {
  return engine.query<SurveyGroup>(
    `
    SELECT key, count() AS respondents
    FROM (${splitRows(question.by)})
    GROUP BY key
    HAVING respondents >= {smallest:UInt32}
    ORDER BY respondents DESC, key
    LIMIT {most:UInt32}`,
    {
      ...scopeParams(question),
      ...splitParams(question.survey, question.by),
      smallest: smallestMinimum,
      most: mostGroups,
    },
  );
}
