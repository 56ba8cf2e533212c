import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import {
  type Questionnaire,
  type QuestionnaireSettings,
  type QuestionnaireSummary,
  questionnaireOf,
} from '../../domain/questionnaire/questionnaire.ts';
import { findModel, type OneModel } from '../detection/find-model.ts';
import { chooseQuestions } from './choose-questions.ts';
import type { QuestionnairePorts } from './ports.ts';

type OneQuestionnaire = { readonly workspaceId: WorkspaceId; readonly questionnaireId: string };

export async function questionnaires(
  { questionnaires: store }: Pick<QuestionnairePorts, 'questionnaires'>,
  { workspaceId }: { readonly workspaceId: WorkspaceId },
): Promise<Result<QuestionnaireSummary[]>> {
  const all = await store.list(workspaceId);
  return ok(all.map(({ reader: _reader, wording: _wording, ...summary }) => summary));
}

const notFound = (questionnaireId: string) =>
  problem('persona.questionnaire.not-found', { questionnaireId }, 404);

/** Problem: `persona.questionnaire.not-found`. */
export async function questionnaire(
  { questionnaires: store }: Pick<QuestionnairePorts, 'questionnaires'>,
  { workspaceId, questionnaireId }: OneQuestionnaire,
): Promise<Result<Questionnaire>> {
  const found = await store.find(workspaceId, questionnaireId);
  return found ? ok(found) : fail(notFound(questionnaireId));
}

/**
 * Keeps a questionnaire: its questions and what reads them are made here, of the model as it is now. Problems: those of
 * `chooseQuestions`, and `persona.questionnaire.too-long` when there are not so many questions to ask.
 */
export async function addQuestionnaire(
  ports: QuestionnairePorts,
  { workspaceId, modelId, ...settings }: OneModel & QuestionnaireSettings,
): Promise<Result<Questionnaire>> {
  const model = await findModel(ports, { workspaceId, modelId });
  if (!model.ok) return model;
  const chosen = await chooseQuestions(ports, { workspaceId, modelId, leaveOut: settings.leaveOut });
  if (!chosen.ok) return chosen;
  const made = questionnaireOf(model.value.model, chosen.value, settings);
  if (!made)
    return fail(
      problem('persona.questionnaire.too-long', {
        length: settings.length,
        most: chosen.value.form.questions.length,
      }),
    );
  const kept = { ...made, id: ports.newId(), modelId, createdAt: ports.now().toISOString() };
  await ports.questionnaires.add(workspaceId, kept);
  return ok(kept);
}

/** Problem: `persona.questionnaire.not-found`. */
export async function removeQuestionnaire(
  { questionnaires: store }: Pick<QuestionnairePorts, 'questionnaires'>,
  { workspaceId, questionnaireId }: OneQuestionnaire,
): Promise<Result<Record<string, never>>> {
  return (await store.remove(workspaceId, questionnaireId)) ? ok({}) : fail(notFound(questionnaireId));
}
