import type { WorkspaceId } from '#kit/ids.ts';
import type { QueryParams } from '#platform/clickhouse/engine.ts';

/** Which lived journeys a question is about: those of one source, of the period when told. */
export type JourneysScope = {
  readonly workspaceId: WorkspaceId;
  readonly sourceId: string;
  /** Journeys that began from `from` on and before `to`, milliseconds since 1970. */
  readonly period?: { readonly from?: number; readonly to?: number };
};

/** Condition of a WHERE over `lived_journey`; its values are in `scopeParams`. */
export const inScope = ({ period }: JourneysScope): string =>
  [
    'workspace_id = {workspace:String} AND source_id = {source:String}',
    ...(period?.from === undefined ? [] : ["first_time >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')"]),
    ...(period?.to === undefined ? [] : ["first_time < fromUnixTimestamp64Milli({to:Int64}, 'UTC')"]),
  ].join(' AND ');

export const scopeParams = ({ workspaceId, sourceId, period }: JourneysScope): QueryParams => ({
  workspace: workspaceId,
  source: sourceId,
  ...(period?.from === undefined ? {} : { from: period.from }),
  ...(period?.to === undefined ? {} : { to: period.to }),
});
