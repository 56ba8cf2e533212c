import type { WorkspaceId } from '#kit/ids.ts';
import type { Survey, SurveyBalance, SurveyImportState, SurveyMapping } from '../domain/survey.ts';

/** A survey as it is kept: what people see, and the fingerprint of its file. */
export type StoredSurvey = Survey & { readonly fingerprint: string };

export type SurveyImportRecord = {
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly surveyId: string;
  readonly fileName: string;
  /** Bytes of the file as stored. */
  readonly fileSize: number;
  /** `running`: nothing of it can be seen, and a restart takes it back. `complete`: its survey is there, whole. */
  readonly status: SurveyImportState['status'];
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly balance: SurveyBalance | null;
  readonly problem: SurveyImportState['problem'];
};

export type SurveyImportChange = Partial<
  Pick<SurveyImportRecord, 'surveyId' | 'status' | 'endedAt' | 'balance' | 'problem'>
>;

export type SurveyChange = Partial<Pick<StoredSurvey, 'name' | 'firstAt' | 'lastAt'>> & {
  readonly mapping?: SurveyMapping;
};

/** The memory of surveys and of their imports. Durable when a promise resolves. Contract suite: survey-store.integration.test.ts. */
export type Surveys = {
  /** Last imported first. */
  list(workspaceId: WorkspaceId): Promise<StoredSurvey[]>;
  get(workspaceId: WorkspaceId, surveyId: string): Promise<StoredSurvey | undefined>;
  findByFingerprint(workspaceId: WorkspaceId, fingerprint: string): Promise<StoredSurvey | undefined>;
  /** False when there is no such survey. */
  change(workspaceId: WorkspaceId, surveyId: string, change: SurveyChange): Promise<boolean>;
  /** False when there was none. The records of its imports go with it. */
  remove(workspaceId: WorkspaceId, surveyId: string): Promise<boolean>;

  addImport(workspaceId: WorkspaceId, record: SurveyImportRecord): Promise<void>;
  getImport(workspaceId: WorkspaceId, importId: string): Promise<SurveyImportRecord | undefined>;
  changeImport(workspaceId: WorkspaceId, importId: string, change: SurveyImportChange): Promise<void>;
  /** `running`, of every workspace: asked once, at start, before anything can import. */
  unfinishedImports(): Promise<SurveyImportRecord[]>;
  /** Ids of all surveys of all workspaces: what the engine keeps beside them is a remainder. */
  allIds(): Promise<string[]>;

  /**
   * The commit point of an import: the survey appears and its import is complete, both or neither. False, and nothing
   * written, when a survey with the same fingerprint came first.
   */
  publish(workspaceId: WorkspaceId, survey: StoredSurvey, endedAt: string): Promise<boolean>;
};
