import { z } from 'zod';
import { endpoint } from '#kit/contract.ts';
import { idSchema, workspaceIdSchema } from '#kit/ids.ts';
import {
  chosenQuestionsSchema,
  questionnaireSchema,
  questionnaireSettingsSchema,
  questionnaireSummarySchema,
} from './domain/questionnaire/questionnaire.ts';

const inWorkspace = z.object({ workspaceId: workspaceIdSchema });
const oneModel = inWorkspace.extend({ modelId: idSchema });
const oneQuestionnaire = inWorkspace.extend({ questionnaireId: idSchema });

/** The short questionnaire that recovers the persona. */
export const questionnaireContract = {
  chooseQuestions: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/detection-models/{modelId}/questions',
    'persona.read',
    'The questions that best recover the persona, and how well for each number of them',
  )
    .input(oneModel.extend({ leaveOut: questionnaireSettingsSchema.shape.leaveOut }))
    .output(chosenQuestionsSchema),
  questionnaires: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/questionnaires',
    'persona.read',
    'The short questionnaires of a workspace, the newest first',
  )
    .input(inWorkspace)
    .output(z.array(questionnaireSummarySchema)),
  addQuestionnaire: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/detection-models/{modelId}/questionnaires',
    'persona.write',
    'Keep a short questionnaire of a detection model',
  )
    .input(oneModel.extend(questionnaireSettingsSchema.shape))
    .output(questionnaireSchema),
  questionnaire: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/questionnaires/{questionnaireId}',
    'persona.read',
    'One short questionnaire, with what reads its answers',
  )
    .input(oneQuestionnaire)
    .output(questionnaireSchema),
  removeQuestionnaire: endpoint(
    'DELETE',
    '/v1/workspaces/{workspaceId}/questionnaires/{questionnaireId}',
    'persona.write',
    'Delete a short questionnaire',
  )
    .input(oneQuestionnaire)
    .output(z.object({})),
};
