import type { WorkspaceId } from '#kit/ids.ts';
import type { JourneyMaking } from '#measure/analytics/lived-journey/build-journeys.ts';
import type { SourceMaking } from '#measure/domain/lived-journey/journey-rule.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';

/** How the journeys of a source are made, with the kinds of events in `kindTables` (laid out as `event_kind`) in mind. */
export async function journeyMaking(
  engine: Engine,
  workspaceId: WorkspaceId,
  sourceId: string,
  { rule, identities }: SourceMaking,
  kindTables: readonly string[],
): Promise<JourneyMaking> {
  if (rule.is === 'whole') return { identities, cut: null };
  const { starts, ends, silenceSeconds } = rule;
  const named = kindTables.map(
    (table) => `SELECT id, name FROM ${table}
      WHERE workspace_id = {workspace:String} AND source_id = {source:String} AND has({names:Array(String)}, name)`,
  );
  const kinds = await engine.query<{ id: number; name: string }>(
    `SELECT DISTINCT id, name FROM (${named.join(' UNION ALL ')}) ORDER BY id`,
    { workspace: workspaceId, source: sourceId, names: [...starts, ...ends] },
  );
  const idsOf = (names: readonly string[]): number[] =>
    kinds.filter(({ name }) => names.includes(name)).map(({ id }) => id);
  return {
    identities,
    cut: {
      starts: idsOf(starts),
      ends: idsOf(ends),
      silenceMilliseconds: silenceSeconds === null ? null : Math.round(silenceSeconds * 1000),
    },
  };
}
