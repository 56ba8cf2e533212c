import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { type AttributeLevel, notRepeated, type SourceEvents } from './attribute-levels.ts';
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

/** Events to make journeys of, and which of them are worked on at once. */
type Stretch = CustomerSlice & {
  /** Rows with a customer and the columns of `event` that journeys are made of. */
  readonly rows: string;
  /** Who was touched, as customers of these rows. */
  readonly touched: string;
  /** Are several ids one person here? What is true of one of them is then not true of all. */
  readonly joined: boolean;
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
  const { events, slices, into, levels, varying, touched, making } = build;
  const about = { workspace: workspaceId, source: sourceId, identities: making.identities };
  const alone = making.identities === 0 ? 'true' : `customer NOT IN ${joinedIds}`;
  const own = `${mine} AND ${notRepeated(events)}`;
  const columns = ['time', 'seq', 'kind', 'score', 'attributes'];
  const touchedPersons = `(SELECT customer FROM ${asPersons(`SELECT customer FROM ${touched}`, [])})`;
  const stretches: Stretch[] = [
    ...slices.map(
      ({ where, params }): Stretch => ({
        where: `${own} AND ${where} AND ${alone}`,
        params,
        rows: events.table,
        touched: `(SELECT customer FROM ${touched} WHERE ${where})`,
        joined: false,
      }),
    ),
    ...(await personSlices(engine, workspaceId, sourceId, { ...making, table: events.table })).map(
      (slice): Stretch => ({
        ...slice,
        rows: asPersons(
          `SELECT customer, ${columns.join(', ')} FROM ${events.table} WHERE ${own} AND customer IN ${joinedIds}`,
          columns,
        ),
        touched: touchedPersons,
        joined: true,
      }),
    ),
  ];
  await twoAtOnce(stretches, async ({ where, params, rows, touched: who, joined }) => {
    const { ofEvent, ofJourney, params: ofLevels } = attributeSql(levels, joined ? 'all' : varying);
    const whole = `
         SELECT customer, arraySort((kind, key) -> key, kinds_, keys) AS kinds,
                arrayMap(key -> toInt64(bitShiftRight(key, 64)) - ${shift}, ordered) AS times,
                arrayMap(score -> if(isNaN(score), NULL, score), arraySort((score, key) -> key, scores_, keys)) AS scores,
                arrayMap(key -> toUInt64(key), ordered) AS seqs,
                ${ofEvent ? 'arraySort((attributes, key) -> key, maps_, keys)' : '[]'} AS event_attributes,
                CAST(of_journey, 'Map(LowCardinality(String), String)') AS attributes
         FROM (
           SELECT *, arraySort(keys) AS ordered
           FROM (
             SELECT customer, groupArray(${orderKey}) AS keys,
                    groupArray(kind) AS kinds_, groupArray(ifNull(score, nan)) AS scores_,
                    ${ofEvent ? `groupArray(${ofEvent}) AS maps_,` : ''}
                    ${ofJourney} AS of_journey
             FROM ${rows}
             WHERE ${where} AND ${touched ? `customer IN ${who}` : 'true'}
             GROUP BY customer
           )
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
  const gone = [
    `customer IN (SELECT customer FROM ${touched})`,
    ...(making.identities === 0 ? [] : [`customer IN ${touchedPersons}`]),
  ].join(' OR ');
  await twoAtOnce(slices, ({ where, params }) =>
    engine.command(
      `INSERT INTO ${into} SELECT * FROM lived_journey WHERE ${mine} AND ${where} AND NOT (${gone})`,
      { ...about, ...params },
    ),
  );
}
