import { stat } from 'node:fs/promises';
import type { WorkspaceId } from '#kit/ids.ts';
import { type Problem, problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { engineProblem } from '#platform/clickhouse/problems.ts';
import type { FileRef, TableOptions } from '#platform/files/table.ts';
import type { SurveyMapping } from '../domain/survey.ts';
import { dropCells } from './cells.ts';
import { readAnswers, type SurveyImportProgress } from './read-answers.ts';
import { createSetAsideFile } from './set-aside-file.ts';
import type { StoredSurvey, Surveys } from './surveys-port.ts';
import { timeRange } from './time-range.ts';

/** What every operation on surveys needs; the same object for the life of the process. */
export type SurveySetting = {
  readonly engine: Engine;
  readonly surveys: Surveys;
  /** Folder for the rows set aside; one file per import. */
  readonly folder: string;
  readonly now: () => Date;
  readonly newId: () => string;
};

export type SurveyImportRequest = {
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly file: FileRef;
  readonly mapping: SurveyMapping;
  /** Ids given beforehand, when somebody must be told them before the import ends. */
  readonly importId?: string;
  readonly surveyId?: string;
  /** Made by the simulator: said wherever its figures are shown. */
  readonly simulated?: boolean;
  /** What the person corrected in the detected format or dialect. */
  readonly table?: TableOptions;
  /** Called about twice a second, and at the end of the reading. */
  readonly onProgress?: (progress: SurveyImportProgress) => void;
  /** Called once, when the record of the import is there to be asked for. */
  readonly onBegun?: () => void;
  /** Cancels: everything is taken back, the record says `cancelled`. */
  readonly signal?: AbortSignal;
};

/** `already-imported`: the survey that the same file brought earlier; nothing was added. */
export type SurveyImportOutcome = {
  readonly outcome: 'imported' | 'already-imported';
  readonly importId: string;
  readonly survey: StoredSurvey;
};

/**
 * Brings a file of answers in: streamed, so that memory does not grow with it, and whole or not at all. Cells are
 * staged in the engine under an id that no survey has; the survey appears in one transaction at the end.
 * Problems: those of `openTable`, `checkMapping` and `engineProblem`, `survey.nothing-kept`,
 * `survey.too-many-columns`, `survey.cancelled`.
 */
export async function importSurvey(
  setting: SurveySetting,
  request: SurveyImportRequest,
): Promise<Result<SurveyImportOutcome>> {
  const { engine, surveys, now, newId } = setting;
  const { workspaceId, file, mapping, signal } = request;
  const importId = request.importId ?? newId();
  const surveyId = request.surveyId ?? newId();
  const setAside = createSetAsideFile(setting.folder, importId);
  await surveys.addImport(workspaceId, {
    id: importId,
    workspaceId,
    surveyId,
    fileName: file.name,
    fileSize: await sizeOf(file.path),
    status: 'running',
    startedAt: now().toISOString(),
    endedAt: null,
    balance: null,
    problem: null,
  });
  request.onBegun?.();
  try {
    const answers = await readAnswers({ engine, setAside, surveyId, ...request });
    const earlier = await surveys.findByFingerprint(workspaceId, answers.fingerprint);
    if (earlier) return await alreadyThere(earlier);
    const range = await timeRange(engine, { workspaceId, surveyId }, answers.columns, mapping.time);
    await setAside.close();
    signal?.throwIfAborted();
    const importedAt = now().toISOString();
    const survey: StoredSurvey = {
      id: surveyId,
      importId,
      name: request.name,
      fileName: file.name,
      fingerprint: answers.fingerprint,
      simulated: request.simulated ?? false,
      columns: [...answers.columns],
      mapping,
      respondents: answers.balance.kept,
      balance: answers.balance,
      ...range,
      importedAt,
    };
    if (await surveys.publish(workspaceId, survey, importedAt)) {
      return ok({ outcome: 'imported', importId, survey });
    }
    // Another import of the same file came first while this one was reading.
    const first = await surveys.findByFingerprint(workspaceId, answers.fingerprint);
    if (!first) throw new Error('a survey was refused as a duplicate of none');
    return await alreadyThere(first);
  } catch (error) {
    if (signal?.aborted) {
      const cancelled = problem('survey.cancelled', { file: file.name });
      await takeBack('cancelled', cancelled);
      return fail(cancelled);
    }
    const known = engineProblem(error);
    await takeBack('failed', known ?? problem('server.fault', { reference: importId }));
    if (known) return fail(known);
    throw error;
  }

  async function alreadyThere(earlier: StoredSurvey): Promise<Result<SurveyImportOutcome>> {
    await takeBack('already-imported', null, earlier);
    return ok({ outcome: 'already-imported', importId, survey: earlier });
  }

  async function takeBack(
    status: 'cancelled' | 'failed' | 'already-imported',
    why: Problem | null,
    earlier?: StoredSurvey,
  ): Promise<void> {
    await setAside.discard();
    await dropCells(engine, surveyId);
    await surveys.changeImport(workspaceId, importId, {
      status,
      endedAt: now().toISOString(),
      problem: why && { code: why.code, params: { ...why.params } },
      ...(earlier ? { surveyId: earlier.id, balance: earlier.balance } : {}),
    });
  }
}

const sizeOf = async (path: string): Promise<number> => {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
};
