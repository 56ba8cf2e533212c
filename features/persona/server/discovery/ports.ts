import type { NewId, WorkspaceId } from '#kit/ids.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import type { Uploads } from '#platform/files/uploads.ts';
import type { Jobs } from '#platform/jobs/jobs.ts';
import type { DiscoveryProgress } from '../../domain/discovery/result.ts';
import type { DetectionPorts } from '../detection/ports.ts';
import type { DiscoveryStore } from './discovery-store.ts';

/** What the handlers about discoveries need from the world. */
export type DiscoveryPorts = DetectionPorts & {
  readonly newId: NewId;
  readonly now: () => Date;
  readonly uploads: Pick<Uploads, 'find'>;
  readonly engine: Engine;
  readonly discoveries: DiscoveryStore;
  readonly discoveryJobs: Jobs<DiscoveryProgress>;
  /** Ids of the personas that are there: a search compares what it finds with them. */
  personaIds(workspaceId: WorkspaceId): Promise<ReadonlySet<string>>;
};

export type OneDiscovery = { readonly workspaceId: WorkspaceId; readonly discoveryId: string };
