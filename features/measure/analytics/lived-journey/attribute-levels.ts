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

/**
 * Where the events of a source lie: a table laid out as `event`, tables laid out as `event_repeat` and tables laid out as
 * `event_attribute_set`.
 */
export type SourceEvents = {
  readonly table: string;
  readonly repeats: readonly string[];
  readonly sets: readonly string[];
};

/** A condition that leaves repeated deliveries out, for the events of one source. */
export const notRepeated = ({ repeats }: SourceEvents): string =>
  repeats
    .map(
      (table) =>
        `seq NOT IN (SELECT seq FROM ${table} WHERE workspace_id = {workspace:String} AND source_id = {source:String})`,
    )
    .join(' AND ');

/** Sets of attributes of one source. */
export const attributeSets = ({ sets }: SourceEvents): string =>
  sets
    .map(
      (table) =>
        `SELECT id, attributes FROM ${table} WHERE workspace_id = {workspace:String} AND source_id = {source:String}`,
    )
    .join(' UNION ALL ');

/**
 * Rows of events, where `where` holds, with `columns` and their attributes: their own, or those of their set.
 */
export const withAttributes = (events: SourceEvents, columns: readonly string[], where: string): string =>
  `(SELECT ${columns.join(', ')}, if(attribute_set = 0, own, shared) AS attributes
    FROM (SELECT ${columns.join(', ')}, attribute_set, attributes AS own FROM ${events.table} WHERE ${where}) AS e
    LEFT ANY JOIN (SELECT id, attributes AS shared FROM (${attributeSets(events)})) AS s ON e.attribute_set = s.id)`;

/** What must be known of the events of a source before its journeys are built. */
export type EventsCheck = {
  /** Attributes that take two values or more within one journey. */
  readonly varying: ReadonlySet<string>;
  readonly longest: { readonly customer: string; readonly events: number };
  /** Stretches in which all events of a customer have the same set of attributes, or none. */
  readonly alike: ReadonlySet<CustomerSlice>;
};

/**
 * Looks through the events of a source, journey by journey. `names`: the attributes to look at; a missing value is no other
 * value. Most often nothing varies, and the sets of attributes tell so; where some journey has two sets, a hash of all values
 * together may still; values are looked at one by one where that does not either. `touched`: table with the only customers to
 * look at.
 */
export async function checkEvents(
  engine: Engine,
  workspaceId: WorkspaceId,
  sourceId: string,
  events: SourceEvents,
  names: readonly string[],
  slices: readonly CustomerSlice[],
  touched?: string,
): Promise<EventsCheck> {
  const varying = new Set<string>();
  const alike = new Set<CustomerSlice>();
  let longest = { customer: '', events: 0 };
  await twoAtOnce(slices, async (slice) => {
    const { where, params } = slice;
    const mine = `workspace_id = {workspace:String} AND source_id = {source:String} AND ${where} AND ${notRepeated(events)}
           AND ${touched === undefined ? 'true' : `customer IN (SELECT customer FROM ${touched} WHERE ${where})`}`;
    const about = { workspace: workspaceId, source: sourceId, ...params };
    const [row] = await engine.query<{ longest: string; events: number; mixed: number }>(
      `SELECT argMax(customer, own_events) AS longest, max(own_events) AS events, max(several) AS mixed
       FROM (
         SELECT customer, count() AS own_events,
                min(attribute_set) != max(attribute_set) OR max(notEmpty(attributes)) AS several
         FROM ${events.table}
         WHERE ${mine}
         GROUP BY customer
       )`,
      about,
    );
    if (!row) return;
    if (row.events > longest.events) longest = { customer: row.longest, events: row.events };
    if (row.mixed === 0) {
      alike.add(slice);
      return;
    }
    const open = names.filter((name) => !varying.has(name));
    if (open.length === 0) return;
    const values = open.map((_, index) => `attributes[{name_${index}:String}]`);
    const named = Object.fromEntries(open.map((name, index) => [`name_${index}`, name]));
    const rows = withAttributes(events, ['customer'], mine);
    const [hashed] = await engine.query<{ mixed: number }>(
      `SELECT max(several) AS mixed
       FROM (
         SELECT customer, min(cityHash64(${values.join(', ')})) != max(cityHash64(${values.join(', ')})) AS several
         FROM ${rows}
         GROUP BY customer
       )`,
      { ...about, ...named },
    );
    if (hashed?.mixed !== 1) return;
    const varies = values.map((each) => `minIf(${each}, ${each} != '') != maxIf(${each}, ${each} != '')`);
    const [found] = await engine.query<{ varies: number[] }>(
      `SELECT [${varies.map((_, index) => `max(varies_${index})`).join(', ')}] AS varies
       FROM (
         SELECT ${varies.map((sql, index) => `${sql} AS varies_${index}`).join(', ')}
         FROM ${rows}
         GROUP BY customer
       )`,
      { ...about, ...named },
    );
    for (const [index, name] of open.entries()) if (found?.varies[index] === 1) varying.add(name);
  });
  return { varying, longest, alike };
}
