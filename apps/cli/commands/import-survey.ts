import { basename, resolve } from 'node:path';
import { ProblemError, problem } from '#kit/problem.ts';
import { type SurveyMapping, surveyMappingSchema } from '#voice/domain/survey.ts';
import { balanceLines } from '../balance-lines.ts';
import { withCaller } from '../caller.ts';
import { findWorkspace } from '../find.ts';
import { followImport } from '../follow-import.ts';
import { untilInterrupted } from '../interrupt.ts';
import { correctedMapping } from '../mapping-file.ts';
import type { Output } from '../output.ts';
import { fileTitle, sendingLine } from '../sending.ts';

export type ImportSurveyOptions = {
  readonly workspace: string;
  readonly name?: string;
  readonly mapping?: string;
  readonly proposeMap: boolean;
};

/** Brings a file of answers into a workspace; interrupted, nothing of it is left. */
export async function importSurveyCommand(
  output: Output,
  path: string,
  options: ImportSurveyOptions,
): Promise<void> {
  const signal = untilInterrupted();
  const file = { path: resolve(path), name: basename(path) };
  await withCaller(output, async (caller) => {
    const { api } = caller;
    const { id: workspaceId, language } = await findWorkspace(api, options.workspace);
    const { uploadId } = await caller.upload(workspaceId, file, {
      signal,
      onSent: (bytes) => output.progress(sendingLine(output, bytes)),
    });
    try {
      const preview = await api.voice.previewSurvey({ workspaceId, uploadId });
      const mapping = await mappingOf(preview.mapping, file.name, options);
      const name = options.name ?? fileTitle(file.name);
      const { importId } = await api.voice.importSurvey({ workspaceId, uploadId, name, mapping });
      const state = await followImport(output, signal, {
        look: () => api.voice.surveyImportState({ workspaceId, importId }),
        cancel: () => api.voice.cancelSurveyImport({ workspaceId, importId }),
      });
      const { status, surveyId, balance } = state;
      if (status !== 'complete' && status !== 'already-imported') {
        if (balance) for (const line of balanceLines(output, balance)) output.note(line);
        return output.refuse(state.problem ?? { code: 'survey.cancelled', params: { file: file.name } });
      }
      const mapId = options.proposeMap
        ? (await api.voice.proposeSurveyMap({ workspaceId, surveyId, language, title: name })).mapId
        : null;
      const survey = await api.voice.survey({ workspaceId, surveyId });
      const outcome = status === 'complete' ? 'started' : status;
      const { respondents } = survey;
      output.answer(
        { outcome, importId, surveyId, mapId, balance, respondents, mapping: survey.mapping },
        () => [
          ...(outcome === 'already-imported' ? [output.say('import.already')] : []),
          ...(outcome === 'started' && balance ? balanceLines(output, balance) : []),
          output.say('import.survey', { name: survey.name, id: surveyId }),
          ...(mapId ? [output.say('import.map', { id: mapId })] : []),
        ],
      );
    } finally {
      await caller.discard(workspaceId, uploadId);
    }
  });
}

async function mappingOf(
  guessed: SurveyMapping | null,
  fileName: string,
  { mapping: path }: ImportSurveyOptions,
): Promise<SurveyMapping> {
  if (path) return correctedMapping(surveyMappingSchema, guessed, resolve(path));
  if (guessed) return guessed;
  throw new ProblemError(problem('command.no-score', { file: fileName }));
}
