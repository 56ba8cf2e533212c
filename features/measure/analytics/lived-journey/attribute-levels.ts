import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import type { CustomerSlice } from './customer-slices.ts';
import { twoAtOnce } from './two-at-once.ts';

export type AttributeLevel = { readonly name: string; readonly level: 'journey' | 'event' };

/** The attributes of a source, and whether each holds for a whole journey or for one event. */
export const attributeLevels = (
  engine: Engine,
  workspaceId: WorkspaceId,
  sourceId: string,
): Promise<AttributeLevel[]> =>
  engine.query<AttributeLevel>(
    `SELECT name, level FROM event_attribute FINAL
     WHERE workspace_id = {workspace:String} AND source_id = {source:String}
     ORDER BY name`,
    { workspace: workspaceId, source: sourceId },
  );

/** Where the events of a source lie: a table laid out as `event`, and tables laid out as `event_repeat`. */
export type SourceEvents = { readonly table: string; readonly repeats: readonly string[] };

/** A condition that leaves repeated deliveries out, for the events of one source. */
export const notRepeated = ({ repeats }: SourceEvents): string =>
  repeats
    .map(
      (table) =>
        `seq NOT IN (SELECT seq FROM ${table} WHERE workspace_id = {workspace:String} AND source_id = {source:String})`,
    )
    .join(' AND ');

/** What must be known of the events of a source before its journeys are built. */
export type EventsCheck = {
  /** Attributes that take two values or more within one journey. */
  readonly varying: ReadonlySet<string>;
  readonly longest: { readonly customer: string; readonly events: number };
};

/**
 * Looks through the events of a source, journey by journey. `names`: the attributes to look at; a missing value is no other
 * value. Most often nothing varies, and a hash of all values together tells so for less: the values are looked at
 * one by one only where some journey has two hashes.
 */
export async function checkEvents(
  engine: Engine,
  workspaceId: WorkspaceId,
  sourceId: string,
  events: SourceEvents,
  names: readonly string[],
  slices: readonly CustomerSlice[],
): Promise<EventsCheck> {
  const varying = new Set<string>();
  let longest = { customer: '', events: 0 };
  await twoAtOnce(slices, async ({ where, params }) => {
    const open = names.filter((name) => !varying.has(name));
    const value = (index: number): string => `attributes[{name_${index}:String}]`;
    const values = open.map((_, index) => value(index));
    const mine = `${events.table}
         WHERE workspace_id = {workspace:String} AND source_id = {source:String} AND ${where} AND ${notRepeated(events)}`;
    const about = {
      workspace: workspaceId,
      source: sourceId,
      ...params,
      ...Object.fromEntries(open.map((name, index) => [`name_${index}`, name])),
    };
    const hash = `cityHash64(${values.join(', ')})`;
    const [row] = await engine.query<{ longest: string; events: number; mixed: number }>(
      `SELECT argMax(customer, own_events) AS longest, max(own_events) AS events, max(several) AS mixed
       FROM (
         SELECT customer, count() AS own_events, ${open.length > 0 ? `min(${hash}) != max(${hash})` : '0'} AS several
         FROM ${mine}
         GROUP BY customer
       )`,
      about,
    );
    if (!row) return;
    if (row.events > longest.events) longest = { customer: row.longest, events: row.events };
    if (row.mixed === 0) return;
    const varies = values.map((each) => `minIf(${each}, ${each} != '') != maxIf(${each}, ${each} != '')`);
    const [found] = await engine.query<{ varies: number[] }>(
      `SELECT [${varies.map((_, index) => `max(varies_${index})`).join(', ')}] AS varies
       FROM (
         SELECT ${varies.map((sql, index) => `${sql} AS varies_${index}`).join(', ')}
         FROM ${mine}
         GROUP BY customer
       )`,
      about,
    );
    for (const [index, name] of open.entries()) if (found?.varies[index] === 1) varying.add(name);
  });
  return { varying, longest };
}
