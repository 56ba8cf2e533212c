import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine, QueryParams } from '#platform/clickhouse/engine.ts';
import {
  type AttributeLevel,
  attributeSets,
  notRepeated,
  type SourceEvents,
  withAttributes,
} from './attribute-levels.ts';
import type { CustomerSlice } from './customer-slices.ts';
import { cutSql, type JourneyCut } from './cut-sql.ts';
import { asPersons, joinedIds, personSlices } from './person-sql.ts';
import { twoAtOnce } from './two-at-once.ts';

/** How the lived journeys of a source are made out of its events. */
export type JourneyMaking = {
  /** Version of the identities of the workspace; 0: each customer is a person. */
  readonly identities: number;
  readonly cut: JourneyCut | null;
};

export type JourneyBuild = {
  readonly events: SourceEvents;
  readonly slices: readonly CustomerSlice[];
  /** Stretches in which all events of a customer have the same set of attributes, or none. */
  readonly alike: ReadonlySet<CustomerSlice>;
  /** Table to fill, in the layout of `lived_journey`. */
  readonly into: string;
  readonly levels: readonly AttributeLevel[];
  /** Attributes known to take several values in a journey: at journey level, the last one counts. */
  readonly varying: ReadonlySet<string>;
  readonly making: JourneyMaking;
  /** Table with customers (or persons) whose events changed: only their journeys are built. Absent: all journeys. */
  readonly touched?: string;
};

/** The expressions for journey-level and event-level attributes, with their parameters. */
function attributeSql(levels: readonly AttributeLevel[], varying: ReadonlySet<string> | 'all') {
  const atJourney = levels.filter(({ level }) => level === 'journey').map(({ name }) => name);
  const atEvent = levels.filter(({ level }) => level === 'event').map(({ name }) => name);
  const value = (name: string, index: number): string => {
    const cell = `attributes[{name_${index}:String}]`;
    return varying === 'all' || varying.has(name)
      ? `argMaxIf(${cell}, (time, seq), ${cell} != '')`
      : `anyIf(${cell}, ${cell} != '')`;
  };
  return {
    ofJourney:
      atJourney.length === 0
        ? 'map()'
        : `mapFilter((name, value) -> value != '',
             mapFromArrays({at_journey:Array(String)}, [${atJourney.map(value).join(', ')}]))`,
    ofEvent:
      atEvent.length === 0
        ? undefined
        : atJourney.length === 0
          ? 'attributes'
          : 'mapFilter((name, value) -> has({at_event:Array(String)}, name), attributes)',
    params: {
      at_journey: atJourney,
      at_event: atEvent,
      ...Object.fromEntries(atJourney.map((name, index) => [`name_${index}`, name])),
    },
  };
}

/** Added to milliseconds so that times before 1970 are positive too: the engine keeps none before 1900. */
const shift = 4_000_000_000_000;
/**
 * (time, seq) as one number. Every array of a journey is sorted by it on its own: looking elements up by their rank would
 * copy the whole array for each of them, which a long journey does not survive.
 */
const orderKey = `bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(time) + ${shift}), 64), toUInt128(seq))`;

const mine = 'workspace_id = {workspace:String} AND source_id = {source:String}';

/** Events to make journeys of, worked on at once. */
type Stretch = {
  /** Rows with a customer and the columns of `event` that journeys are made of. */
  readonly rows: string;
  readonly params: QueryParams;
  /** Are several ids one person here? What is true of one of them is then not true of all. */
  readonly joined: boolean;
  /** Do the rows have a set of attributes, the same for all of a customer, rather than attributes? */
  readonly alike: boolean;
};

/**
 * Builds lived journeys: one row per journey, its events in the order of (time, seq), an order made here by sorting and
 * never taken from the order in which the engine groups. Stretch by stretch, so that memory does not grow with the source.
 */
export async function buildJourneys(
  engine: Engine,
  workspaceId: WorkspaceId,
  sourceId: string,
  build: JourneyBuild,
): Promise<void> {
  const { events, slices, alike, into, levels, varying, touched, making } = build;
  const about = { workspace: workspaceId, source: sourceId, identities: making.identities };
  const alone = making.identities === 0 ? 'true' : `customer NOT IN ${joinedIds}`;
  const own = `${mine} AND ${notRepeated(events)}`;
  const columns = ['customer', 'time', 'seq', 'kind', 'score'];
  const atEvent = levels.some(({ level }) => level === 'event');
  // Who stands alone is touched as a customer already.
  const touchedPersons = `(SELECT customer FROM ${asPersons(`SELECT customer FROM ${touched} WHERE customer IN ${joinedIds}`, [])})`;
  const among = (customers: string): string => (touched === undefined ? 'true' : `customer IN ${customers}`);
  const stretches: Stretch[] = [
    ...slices.map((slice): Stretch => {
      const { where, params } = slice;
      const mine = among(`(SELECT customer FROM ${touched} WHERE ${where})`);
      const those = `${own} AND ${where} AND ${alone} AND ${mine}`;
      return alike.has(slice) && !atEvent
        ? { params, joined: false, alike: true, rows: `${events.table} WHERE ${those}` }
        : { params, joined: false, alike: false, rows: withAttributes(events, columns, those) };
    }),
    ...(await personSlices(engine, workspaceId, sourceId, { ...making, table: events.table })).map(
      ({ where, params }): Stretch => ({
        params,
        joined: true,
        alike: false,
        rows: `${asPersons(
          `SELECT * FROM ${withAttributes(events, columns, `${own} AND customer IN ${joinedIds}`)}`,
          [...columns.slice(1), 'attributes'],
        )} WHERE ${where} AND ${among(touchedPersons)}`,
      }),
    ),
  ];
  await twoAtOnce(stretches, async ({ params, rows, joined, alike }) => {
    const { ofEvent, ofJourney, params: ofLevels } = attributeSql(levels, joined ? 'all' : varying);
    const grouped = `
         SELECT customer, groupArray(${orderKey}) AS keys,
                groupArray(kind) AS kinds_, groupArray(ifNull(score, nan)) AS scores_,
                ${ofEvent ? `groupArray(${ofEvent}) AS maps_,` : ''}
                ${alike ? 'any(attribute_set) AS of_set' : `${ofJourney} AS of_journey`}
         FROM ${rows}
         GROUP BY customer`;
    const whole = `
         SELECT customer, arraySort((kind, key) -> key, kinds_, keys) AS kinds,
                arrayMap(key -> toInt64(bitShiftRight(key, 64)) - ${shift}, ordered) AS times,
                arrayMap(score -> if(isNaN(score), NULL, score), arraySort((score, key) -> key, scores_, keys)) AS scores,
                arrayMap(key -> toUInt64(key), ordered) AS seqs,
                ${ofEvent ? 'arraySort((attributes, key) -> key, maps_, keys)' : '[]'} AS event_attributes,
                CAST(of_journey, 'Map(LowCardinality(String), String)') AS attributes
         FROM (
           SELECT *, arraySort(keys) AS ordered
           FROM (${
             alike
               ? `SELECT customer, keys, kinds_, scores_, of_journey FROM (${grouped}) AS grouped
                  LEFT ANY JOIN (SELECT id, attributes AS of_journey FROM (${attributeSets(events)})) AS sets
                  ON grouped.of_set = sets.id`
               : grouped
           })
         )`;
    const parts = cutSql(whole, making.cut, ofEvent !== undefined);
    await engine.command(
      `INSERT INTO ${into}
         (workspace_id, source_id, customer, kinds, times, scores, seqs, event_attributes, attributes, events,
          first_time, last_time, part, closed)
       SELECT {workspace:String}, {source:String}, customer, kinds, times, scores, seqs, event_attributes, attributes,
              length(kinds), fromUnixTimestamp64Milli(times[1], 'UTC'), fromUnixTimestamp64Milli(times[-1], 'UTC'),
              part, closed
       FROM ${parts.sql}`,
      { ...about, ...params, ...ofLevels, ...parts.params },
    );
  });
  if (!touched) return;
  await twoAtOnce(slices, ({ where, params }) => {
    // Only those of the stretch: all of them at once would be a set as large as the file.
    const gone = [
      `customer IN (SELECT customer FROM ${touched} WHERE ${where})`,
      ...(making.identities === 0
        ? []
        : [`customer IN (SELECT customer FROM ${touchedPersons} WHERE ${where})`]),
    ].join(' OR ');
    return engine.command(
      `INSERT INTO ${into} SELECT * FROM lived_journey WHERE ${mine} AND ${where} AND NOT (${gone})`,
      { ...about, ...params },
    );
  });
}
