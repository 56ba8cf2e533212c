import type { WorkspaceId } from '#kit/ids.ts';
import type { LogStats } from '#measure/domain/figures.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { eventKinds } from './lived-journey/event-kinds.ts';

type Row = {
  customers: number;
  journeys: number;
  all_events: number;
  variants: number;
  all_kinds: number[];
  tied_events: number;
  tied_journeys: number;
  first: string;
  last: string;
};

/** `2024-05-01 10:00:00.000` of the engine, in UTC, as ISO 8601. */
const isoOf = (moment: string): string => `${moment.replace(' ', 'T')}Z`;

/**
 * What a source of lived journeys holds, counted exactly. A variant is a sequence of event names, ordered by time and, at
 * equal times, by arrival; channels play no part in it. `setAside`: rows its imports kept out, from their balances.
 */
export async function logStats(
  engine: Engine,
  workspaceId: WorkspaceId,
  sourceId: string,
  setAside: number,
): Promise<LogStats> {
  const kinds = await eventKinds(engine, workspaceId, sourceId);
  const names = [...new Set(kinds.map(({ name }) => name))];
  const place = new Map(names.map((name, index) => [name, index + 1]));
  const plain = names.length === kinds.length;
  const sequence = plain
    ? 'kinds'
    : 'arrayMap(kind -> transform(kind, {ids:Array(UInt16)}, {names:Array(UInt32)}, 0), kinds)';
  // The first difference of arrayDifference is always 0, and compares nothing.
  const ties = 'arrayCount(gap -> gap = 0, arrayDifference(times)) - 1';
  const [row] = await engine.query<Row>(
    `SELECT countIf(part = 1) AS customers, count() AS journeys, sum(events) AS all_events, uniqExact(${sequence}) AS variants,
            arraySort(groupUniqArrayArray(kinds)) AS all_kinds,
            sum(${ties}) AS tied_events, countIf(${ties} > 0) AS tied_journeys,
            min(first_time) AS first, max(last_time) AS last
     FROM lived_journey
     WHERE workspace_id = {workspace:String} AND source_id = {source:String}`,
    {
      workspace: workspaceId,
      source: sourceId,
      ...(!plain && { ids: kinds.map(({ id }) => id), names: kinds.map(({ name }) => place.get(name) ?? 0) }),
    },
  );
  if (!row || row.customers === 0)
    return {
      customers: 0,
      journeys: 0,
      events: 0,
      eventNames: 0,
      variants: 0,
      ties: { events: 0, journeys: 0, share: 0 },
      first: null,
      last: null,
      setAside,
    };
  const nameOf = new Map(kinds.map(({ id, name }) => [id, name]));
  return {
    customers: row.customers,
    journeys: row.journeys,
    events: row.all_events,
    eventNames: new Set(row.all_kinds.map((id) => nameOf.get(id))).size,
    variants: row.variants,
    ties: {
      events: row.tied_events,
      journeys: row.tied_journeys,
      share: row.tied_journeys / row.journeys,
    },
    first: isoOf(row.first),
    last: isoOf(row.last),
    setAside,
  };
}
