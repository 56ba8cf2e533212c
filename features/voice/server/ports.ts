import type { WorkspaceId } from '#kit/ids.ts';
import type { Result } from '#kit/result.ts';
import type { Collaboration } from '#platform/collaboration/collaboration.ts';
import type { Uploads } from '#platform/files/uploads.ts';
import type { Jobs } from '#platform/jobs/jobs.ts';
import type { SurveySetting } from './import-survey.ts';
import type { SurveyImportProgress } from './read-answers.ts';

/** What the handlers of this room work with; put together by the server. */
export type VoicePorts = SurveySetting & {
  readonly surveyJobs: Jobs<SurveyImportProgress>;
  readonly uploads: Uploads;
  /** Zone of local times in files. */
  zoneOf(workspaceId: WorkspaceId): Promise<Result<string>>;
  /** Answers under which the workspace withholds a figure. */
  minimumOf(workspaceId: WorkspaceId): Promise<Result<number>>;
  /** Where maps are kept: a survey can be proposed as one. */
  readonly collaboration: Pick<Collaboration, 'create'>;
};
