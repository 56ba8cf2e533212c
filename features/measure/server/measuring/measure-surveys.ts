import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { SurveyEvidence } from '#measure/domain/measuring/evidence.ts';
import type { Split } from '#measure/domain/measuring/split.ts';
import type { ScoreKind, SurveyBinding } from '#touchpoint/domain/binding.ts';
import type { SurveyAnswer, SurveyQuestion, SurveyScoresPort } from './ports.ts';

export type MeasuredSurvey = { readonly evidence: SurveyEvidence; readonly survey: SurveyAnswer['survey'] };

/** Asks one survey for the columns the map is bound to; undefined when it does not exist any more. */
export async function measureSurvey(
  ports: SurveyScoresPort,
  question: {
    readonly workspaceId: WorkspaceId;
    readonly surveyId: string;
    readonly bindings: readonly SurveyBinding[];
    readonly splits: readonly Split[];
    readonly minimum: number;
  },
): Promise<Result<MeasuredSurvey | undefined>> {
  const { workspaceId, surveyId, splits, minimum } = question;
  const batches = columnsOf(question.bindings.filter((binding) => binding.surveyId === surveyId));
  const asked: readonly (Split | null)[] = splits.length > 0 ? splits : [null];
  const answers: { split: Split | null; scores: SurveyAnswer['scores'] }[] = [];
  let survey: SurveyAnswer['survey'] | undefined;
  for (const split of asked) {
    const scores: SurveyAnswer['scores'][number][] = [];
    for (const columns of batches) {
      const by = split?.run ?? split?.attribute ?? null;
      const answer = await ports.surveyScores(workspaceId, surveyId, { columns, by, minimum });
      if (!answer.ok) return answer;
      if (!answer.value) return ok(undefined);
      survey = answer.value.survey;
      scores.push(...answer.value.scores);
    }
    answers.push({ split, scores });
  }
  if (!survey) return ok(undefined);
  const { name, lastAt, importedAt } = survey;
  return ok({ survey, evidence: { surveyId, name, lastAt, importedAt, answers } });
}

/**
 * Each column in each way it is read; a recommendation also as the mean of its answers, for the emotion. A question has a
 * column once: a column that is read in two ways is asked twice.
 */
function columnsOf(bindings: readonly SurveyBinding[]): SurveyQuestion['columns'][] {
  const asked = bindings.flatMap(({ column, kind }): { column: string; kind: ScoreKind }[] =>
    kind === 'nps'
      ? [
          { column, kind },
          { column, kind: 'mean' },
        ]
      : [{ column, kind }],
  );
  const batches: Map<string, ScoreKind>[] = [];
  for (const { column, kind } of asked) {
    if (batches.some((batch) => batch.get(column) === kind)) continue;
    let batch = batches.find((each) => !each.has(column));
    if (!batch) {
      batch = new Map();
      batches.push(batch);
    }
    batch.set(column, kind);
  }
  return batches.map((batch) => [...batch].map(([column, kind]) => ({ column, kind })));
}
