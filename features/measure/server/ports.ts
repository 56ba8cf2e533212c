import type { JourneyMap } from '#journey/domain/schema.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Result } from '#kit/result.ts';
import type { Keeping } from '#measure/analytics/kept-codes.ts';
import type { PseudonymKey } from '#measure/analytics/pseudonym-sql.ts';
import type { ImportProgress } from '#measure/domain/event-import/import-record.ts';
import type { IdentityProgress } from '#measure/domain/identity/identity.ts';
import type { Uploads } from '#platform/files/uploads.ts';
import type { Jobs } from '#platform/jobs/jobs.ts';
import type { IdentityChanges } from './identity/identity-store.ts';
import type { ImportSetting } from './import/outcome.ts';
import type { Sources } from './source-store.ts';

/** What the handlers of this room work with; put together by the server. */
export type MeasurePorts = ImportSetting & {
  readonly sources: Sources;
  readonly identities: IdentityChanges;
  readonly identityJobs: Jobs<IdentityProgress>;
  readonly keptCodes: {
    /** Codes of journeys are kept where a question is about so many events. */
    readonly from: number;
    readonly keeping: Keeping;
    readonly jobs: Jobs<null>;
  };
  readonly importJobs: Jobs<ImportProgress>;
  readonly uploads: Uploads;
  /** Zone of calendar days and of local times in files. */
  zoneOf(workspaceId: WorkspaceId): Promise<Result<string>>;
  /** Answers under which the workspace withholds a figure. */
  minimumOf(workspaceId: WorkspaceId): Promise<Result<number>>;
  /** What pseudonyms of customers are made with. */
  pseudonymKeyOf(workspaceId: WorkspaceId): Promise<Result<PseudonymKey>>;
  /** Maps are the journey's room: wired by the server. */
  readMap(workspaceId: WorkspaceId, mapId: string): Promise<Result<JourneyMap>>;
  createMap(workspaceId: WorkspaceId, map: JourneyMap): Promise<Result<string>>;
  /** Told when rows were read, for the server's counters. */
  onRows(kept: number, setAside: number): void;
};
