import type { WorkspaceId } from '#kit/ids.ts';
import type { Result } from '#kit/result.ts';
import type { Period } from '#measure/domain/indicator/periods.ts';
import type { Split, ValueCount } from '#measure/domain/measuring/split.ts';
import type { ScoreKind } from '#touchpoint/domain/binding.ts';
import type { AnswerSums } from '#voice/domain/score.ts';
import type { Survey } from '#voice/domain/survey.ts';
import type { AttributedRunPort } from '../measuring/ports.ts';
import type { PathPorts } from '../paths/open-paths.ts';
import type { MeasurePorts } from '../ports.ts';
import type { IndicatorStore } from './indicator-store.ts';

export type PeriodScores = {
  readonly survey: Pick<Survey, 'id' | 'name' | 'simulated' | 'importedAt' | 'lastAt'>;
  readonly label: string;
  readonly scale: { readonly min: number; readonly max: number };
  /** By number of the period, from 0; those without an answer are left out. */
  readonly sums: ReadonlyMap<number, AnswerSums>;
};

/** Surveys are the voice's room: wired by the server. */
export type PeriodScoresPort = {
  /** First and last answer; undefined when the survey does not exist (any more). */
  surveySpan(
    workspaceId: WorkspaceId,
    surveyId: string,
  ): Promise<
    { readonly name: string; readonly first: string | null; readonly last: string | null } | undefined
  >;
  /** Problems: `survey.not-found`, `indicator.no-such-score` {column, survey}. */
  periodScores(
    workspaceId: WorkspaceId,
    surveyId: string,
    question: {
      readonly column: string;
      readonly kind: ScoreKind;
      readonly periods: readonly Period[];
      readonly only: readonly {
        readonly by: string | NonNullable<Split['run']>;
        readonly values: readonly string[];
        readonly others?: boolean;
      }[];
    },
  ): Promise<Result<PeriodScores>>;
  /** Values of a column with the number of respondents, those of five people or more. */
  surveyGroups(workspaceId: WorkspaceId, surveyId: string, column: string): Promise<readonly ValueCount[]>;
};

export type IndicatorPorts = PathPorts &
  Pick<MeasurePorts, 'now' | 'newId'> &
  PeriodScoresPort &
  AttributedRunPort & { readonly indicators: IndicatorStore };
