import { z } from 'zod';
import { endpoint } from '#kit/contract.ts';
import { idSchema, workspaceIdSchema } from '#kit/ids.ts';
import { localeSchema } from '#kit/locale.ts';
import { tablePreviewSchema } from '#kit/table/preview.ts';
import {
  surveyImportStateSchema,
  surveyMappingSchema,
  surveyPreviewColumnSchema,
  surveySchema,
  surveyScoreSchema,
} from './domain/survey.ts';

const inWorkspace = z.object({ workspaceId: workspaceIdSchema });
const oneSurvey = inWorkspace.extend({ surveyId: idSchema });

export const surveyPreviewSchema = z.object({
  table: tablePreviewSchema,
  /** Rows whose values were counted, and whether these are all of them. */
  rows: z.int().nonnegative(),
  whole: z.boolean(),
  /** Null when no column looks like a score. */
  mapping: surveyMappingSchema.nullable(),
  /** For each column: values with counts, what they were taken for and why. */
  columns: z.array(surveyPreviewColumnSchema),
});
export type SurveyPreview = z.infer<typeof surveyPreviewSchema>;

export const voiceContract = {
  surveys: endpoint('GET', '/v1/workspaces/{workspaceId}/surveys', 'voice.read', 'Surveys of a workspace')
    .input(inWorkspace)
    .output(z.array(surveySchema)),
  survey: endpoint('GET', '/v1/workspaces/{workspaceId}/surveys/{surveyId}', 'voice.read', 'One survey')
    .input(oneSurvey)
    .output(surveySchema),
  updateSurvey: endpoint(
    'PATCH',
    '/v1/workspaces/{workspaceId}/surveys/{surveyId}',
    'voice.write',
    'Rename a survey or change how its columns are read',
  )
    .input(
      oneSurvey.extend({
        name: z.string().trim().min(1).max(200).optional(),
        mapping: surveyMappingSchema.optional(),
      }),
    )
    .output(surveySchema),
  removeSurvey: endpoint(
    'DELETE',
    '/v1/workspaces/{workspaceId}/surveys/{surveyId}',
    'voice.manage',
    'Delete a survey',
  )
    .input(oneSurvey)
    .output(z.object({})),
  previewSurvey: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/uploads/{uploadId}/survey-preview',
    'voice.read',
    'Read the head of an uploaded file as answers to a survey',
  )
    .input(inWorkspace.extend({ uploadId: idSchema }))
    .output(surveyPreviewSchema),
  importSurvey: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/surveys',
    'voice.write',
    'Import an uploaded file of answers; follow it with GET …/survey-imports/{importId}',
  )
    .input(
      inWorkspace.extend({
        uploadId: idSchema,
        name: z.string().trim().min(1).max(200),
        mapping: surveyMappingSchema,
      }),
    )
    .output(z.object({ importId: idSchema, surveyId: idSchema })),
  surveyImportState: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/survey-imports/{importId}',
    'voice.read',
    'One import of answers and how far it is',
  )
    .input(inWorkspace.extend({ importId: idSchema }))
    .output(surveyImportStateSchema),
  cancelSurveyImport: endpoint(
    'DELETE',
    '/v1/workspaces/{workspaceId}/survey-imports/{importId}',
    'voice.write',
    'Cancel an import of answers under way: nothing of it is left',
  )
    .input(inWorkspace.extend({ importId: idSchema }))
    .output(surveyImportStateSchema),
  surveyScores: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/surveys/{surveyId}/scores',
    'voice.read',
    'Scores of a survey with their intervals, for everyone and per group',
  )
    .input(oneSurvey.extend({ by: z.string().max(500).optional() }))
    .output(z.array(surveyScoreSchema)),
  proposeSurveyMap: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/surveys/{surveyId}/map',
    'voice.write',
    'Create a map whose touchpoints are the columns of a survey',
  )
    .input(oneSurvey.extend({ language: localeSchema, title: z.string().trim().min(1).max(200) }))
    .output(z.object({ mapId: idSchema })),
};
