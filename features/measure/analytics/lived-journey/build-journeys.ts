import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { type AttributeLevel, notRepeated, type SourceEvents } from './attribute-levels.ts';
import type { CustomerSlice } from './customer-slices.ts';

export type JourneyBuild = {
  readonly events: SourceEvents;
  readonly slices: readonly CustomerSlice[];
  /** Table to fill, in the layout of `lived_journey`. */
  readonly into: string;
  readonly levels: readonly AttributeLevel[];
  /** Attributes known to take several values in a journey: at journey level, the last one counts. */
  readonly varying: ReadonlySet<string>;
  /** Table with the events that are new: only the journeys of its customers are built. Absent: all journeys. */
  readonly touched?: string;
};

/** The expressions for journey-level and event-level attributes, with their parameters. */
function attributeSql(levels: readonly AttributeLevel[], varying: ReadonlySet<string>) {
  const atJourney = levels.filter(({ level }) => level === 'journey').map(({ name }) => name);
  const atEvent = levels.filter(({ level }) => level === 'event').map(({ name }) => name);
  const value = (name: string, index: number): string => {
    const cell = `attributes[{name_${index}:String}]`;
    return varying.has(name)
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

/**
 * Builds lived journeys: one row per customer, its events in the order of (time, seq), an order made here by sorting and
 * never taken from the order in which the engine groups. Slice by slice, so that memory does not grow with the source.
 */
export async function buildJourneys(
  engine: Engine,
  workspaceId: WorkspaceId,
  sourceId: string,
  { events, slices, into, levels, varying, touched }: JourneyBuild,
): Promise<void> {
  const { ofJourney, ofEvent, params: attributeParams } = attributeSql(levels, varying);
  for (const { where, params: sliceParams } of slices) {
    const params = { workspace: workspaceId, source: sourceId, ...sliceParams };
    const isTouched = touched ? `customer IN (SELECT customer FROM ${touched} WHERE ${where})` : 'true';
    await engine.command(
      `INSERT INTO ${into}
         (workspace_id, source_id, customer, kinds, times, scores, seqs, event_attributes, attributes, events,
          first_time, last_time)
       SELECT {workspace:String}, {source:String}, customer,
              arraySort((kind, key) -> key, kinds_, keys),
              arrayMap(key -> toInt64(bitShiftRight(key, 64)) - ${shift}, ordered) AS times_,
              arrayMap(score -> if(isNaN(score), NULL, score), arraySort((score, key) -> key, scores_, keys)),
              arrayMap(key -> toUInt64(key), ordered),
              ${ofEvent ? 'arraySort((attributes, key) -> key, maps_, keys)' : '[]'},
              CAST(of_journey, 'Map(LowCardinality(String), String)'), length(keys),
              fromUnixTimestamp64Milli(times_[1], 'UTC'), fromUnixTimestamp64Milli(times_[-1], 'UTC')
       FROM (
         SELECT *, arraySort(keys) AS ordered
         FROM (
           SELECT customer, groupArray(${orderKey}) AS keys,
                  groupArray(kind) AS kinds_, groupArray(ifNull(score, nan)) AS scores_,
                  ${ofEvent ? `groupArray(${ofEvent}) AS maps_,` : ''}
                  ${ofJourney} AS of_journey
           FROM ${events.table}
           WHERE ${mine} AND ${where} AND ${isTouched} AND ${notRepeated(events)}
           GROUP BY customer
         )
       )`,
      { ...params, ...attributeParams },
    );
    if (touched)
      await engine.command(
        `INSERT INTO ${into} SELECT * FROM lived_journey
         WHERE ${mine} AND ${where} AND NOT (${isTouched})`,
        params,
      );
  }
}
