import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkspaceId } from '#kit/ids.ts';
import { ProblemError, problem } from '#kit/problem.ts';
import { randomId } from '#kit/random-id.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import type { FileRef, TableOptions } from '#platform/files/table.ts';
import type { ScoreKind } from '#touchpoint/domain/binding.ts';
import { surveyScore } from '../analytics/survey-scores.ts';
import { type SurveyMapping, type SurveyScore, usualScale } from '../domain/survey.ts';
import type { SurveyStats } from '../domain/survey-stats.ts';
import { dropCells } from './cells.ts';
import { readAnswers, type SurveyImportProgress } from './read-answers.ts';
import { createSetAsideFile } from './set-aside-file.ts';

export type SurveyStatsRequest = {
  readonly file: FileRef;
  readonly score: string;
  readonly kind: ScoreKind;
  /** The usual scale of the kind unless told. */
  readonly scale?: { readonly min: number; readonly max: number };
  readonly noAnswer?: readonly string[];
  readonly weight?: string;
  readonly by?: string;
  /** Column that identifies people: their later rows are set aside. */
  readonly respondent?: string;
  readonly table?: TableOptions;
  /** Answers under which a figure is withheld; 30 unless told, never under 5. */
  readonly minimum?: number;
  readonly onProgress?: (progress: SurveyImportProgress) => void;
  readonly signal?: AbortSignal;
};

/**
 * The score of one column of a file, by the very pipeline of an import, in an engine that is thrown away afterwards.
 * Problems: those of `openTable`, `checkMapping` and `openEngine`, `survey.nothing-kept`, `survey.scale-reversed`.
 */
export async function surveyStatsOfFile(request: SurveyStatsRequest): Promise<Result<SurveyStats>> {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-survey-'));
  try {
    const opened = await openEngine({ dataDir: join(folder, 'engine') });
    if (!opened.ok) return opened;
    try {
      return await surveyStatsIn(opened.value, folder, request);
    } finally {
      await opened.value.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same in an engine that is open already (a process has one): what was put in it is taken out again. */
export async function surveyStatsIn(
  engine: Engine,
  folder: string,
  request: SurveyStatsRequest,
): Promise<Result<SurveyStats>> {
  const scale = request.scale ?? usualScale[request.kind];
  if (!(scale.min < scale.max)) return fail(problem('survey.scale-reversed', { ...scale }));
  const mapping = mappingOf(request, scale);
  const surveyId = `stats-${randomId()}`;
  const workspaceId = 'stats' as WorkspaceId;
  const setAside = createSetAsideFile(folder, surveyId);
  try {
    const { columns, balance } = await readAnswers({
      ...request,
      engine,
      setAside,
      workspaceId,
      surveyId,
      mapping,
    });
    const score = await surveyScore(engine, {
      workspaceId,
      survey: { id: surveyId, columns, mapping, respondents: balance.kept },
      column: request.score,
      by: request.by ?? null,
      ...(request.minimum === undefined ? {} : { minimum: request.minimum }),
    });
    if (!score) throw new Error('a checked column is not there');
    return ok(statsOf(score, request.by ?? null, balance));
  } catch (error) {
    if (error instanceof ProblemError) return fail(error.problem);
    throw error;
  } finally {
    await setAside.discard();
    await dropCells(engine, surveyId);
  }
}

const mappingOf = (request: SurveyStatsRequest, scale: { min: number; max: number }): SurveyMapping => ({
  respondent: request.respondent ?? null,
  time: null,
  scores: [
    {
      column: request.score,
      label: request.score,
      kind: request.kind,
      scale,
      noAnswer: [...(request.noAnswer ?? [])],
    },
  ],
  weight: request.weight ?? null,
  splits: request.by === undefined ? [] : [request.by],
  texts: [],
});

function statsOf(score: SurveyScore, by: string | null, balance: SurveyStats['balance']): SurveyStats {
  const main = (group: SurveyScore['groups'][number]) => group.topTwo ?? group.estimate;
  const [everyone, ...groups] = score.groups;
  if (!everyone) throw new Error('a score without everyone');
  const figure = main(everyone);
  const weighted = figure.withheld ? undefined : figure.weighted;
  return {
    column: score.column,
    kind: score.kind,
    scale: score.scale,
    value: figure.withheld ? null : figure.value,
    n: score.answers,
    interval: figure.withheld
      ? null
      : { low: figure.low, high: figure.high, level: figure.level, method: figure.method },
    weighted: weighted
      ? { value: weighted.value, low: weighted.low, high: weighted.high, effectiveN: weighted.effectiveN }
      : null,
    mean: everyone.topTwo ? everyone.estimate : null,
    withoutWeight: score.withoutWeight,
    respondents: everyone.respondents,
    noAnswer: score.noAnswer,
    refusedTotal: score.refusedTotal,
    refused: score.refused,
    by,
    groups: groups.map((group) => ({
      key: group.key,
      respondents: group.respondents,
      estimate: main(group),
    })),
    balance,
  };
}
