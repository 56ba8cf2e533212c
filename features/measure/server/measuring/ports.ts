import type { WorkspaceId } from '#kit/ids.ts';
import type { Result } from '#kit/result.ts';
import type { AttributedRun, Split } from '#measure/domain/measuring/split.ts';
import type { ScoreKind } from '#touchpoint/domain/binding.ts';
import type { Survey, SurveyScore } from '#voice/domain/survey.ts';
import type { MeasurePorts } from '../ports.ts';

export type SurveyQuestion = {
  /** Each column once. */
  readonly columns: readonly { readonly column: string; readonly kind: ScoreKind }[];
  /** Column to split by, the run whose personas to split by, or null; what the survey does not have gives everyone only. */
  readonly by: string | NonNullable<Split['run']> | null;
  readonly minimum: number;
};

export type SurveyAnswer = {
  readonly survey: Pick<Survey, 'id' | 'name' | 'respondents' | 'simulated' | 'importedAt' | 'lastAt'>;
  /** Each column asked that is a score of the survey; the first group is everyone. */
  readonly scores: readonly SurveyScore[];
};

/** Surveys are the voice's room: wired by the server. */
export type SurveyScoresPort = {
  /** Undefined when the survey does not exist (any more). */
  surveyScores(
    workspaceId: WorkspaceId,
    surveyId: string,
    question: SurveyQuestion,
  ): Promise<Result<SurveyAnswer | undefined>>;
};

/** Personas given to contacts are the persona's room: wired by the server. */
export type AttributedRunPort = {
  /** A run whose contacts are still there; without an id, the latest. Undefined when there is none. */
  attributedRun(workspaceId: WorkspaceId, runId: string | null): Promise<AttributedRun | undefined>;
};

export type MeasureMapPorts = Pick<
  MeasurePorts,
  'engine' | 'keptCodes' | 'sources' | 'imports' | 'minimumOf' | 'zoneOf' | 'readMap' | 'now'
> &
  SurveyScoresPort &
  AttributedRunPort;
