import type { WorkspaceId } from '#kit/ids.ts';
import type { BoundTouchpoint } from '#measure/domain/measuring/map-plan.ts';
import type { Split } from '#measure/domain/measuring/split.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';

export const workspaceId = 'w' as WorkspaceId;
export const sourceId = 's';
const eventsPerJourney = 10;
const stages = 12;
const steps = 28;
const touchpoints = 40;
/** Eight kinds of events more than touchpoints: what nobody drew. */
const kinds = touchpoints + 8;
export const personas = ['Paul', 'Marie', 'Fatou', 'Jean'] as const;

/** A map of 12 stages, 28 steps and 40 touchpoints, each bound to one kind of event. */
export const drawn: readonly BoundTouchpoint[] = Array.from({ length: touchpoints }, (_, index) => {
  const step = Math.floor((index * steps) / touchpoints);
  const stage = Math.floor((step * stages) / steps);
  return {
    id: `touchpoint-${index + 1}`,
    stepId: `step-${step + 1}`,
    stageId: `stage-${stage + 1}`,
    stageRank: stage,
    events: [{ on: 'events', sourceId, rule: { names: [nameOf(index + 1)], channels: [], attributes: [] } }],
    surveys: [],
  };
});

export const split: Split = {
  attribute: 'persona',
  groups: personas.map((value) => ({ key: value, value })),
  others: false,
};

function nameOf(kind: number): string {
  return `event ${kind}`;
}

/**
 * Lived journeys as an import leaves them, made by the engine itself: about ten events each over a year, mostly in the order of
 * the map, one in five with a score, one customer in four per persona; the same events as rows of `raw_event`, where peers read them.
 */
export async function makeJourneys(engine: Engine, events: number, forPeers = true): Promise<void> {
  const journeys = Math.round(events / eventsPerJourney);
  const params = { personas: [...personas], kinds };
  await engine.command(
    `INSERT INTO event_kind
     SELECT 'w', 's', number + 1, concat('event ', toString(number + 1)), '', 'i' FROM numbers({kinds:UInt32})`,
    params,
  );
  await engine.command("INSERT INTO event_attribute VALUES ('w', 's', 'persona', 'journey', 1)");
  await engine.command(
    `INSERT INTO lived_journey
       (workspace_id, source_id, customer, kinds, times, scores, seqs, event_attributes, attributes, events, first_time, last_time)
     SELECT 'w', 's', customer, arrayMap(e -> e.3, lived), arrayMap(e -> e.1, lived), arrayMap(e -> e.4, lived),
            arrayMap(e -> e.2, lived), [], map('persona', {personas:Array(String)}[1 + chance % 4]), length(lived),
            fromUnixTimestamp64Milli(lived[1].1, 'UTC'), fromUnixTimestamp64Milli(lived[-1].1, 'UTC')
     FROM (
       SELECT number, leftPad(lower(hex(intHash64(number))), 16, '0') AS customer, cityHash64(number) AS chance,
              ${eventsPerJourney - 6} + chance % 13 AS n,
              1700000000000 + toInt64(intHash64(number + 7) % (365 * 86400)) * 1000 AS begun,
              arraySort(arrayMap(j -> (
                begun + toInt64(pow((cityHash64(number, j) % 1000) / 1000, 2) * 40 * 86400 * (j + 1) / n) * 1000,
                number * 20 + j,
                toUInt16(1 + least({kinds:UInt32} - 1,
                  greatest(0, toInt32(floor(j * ({kinds:UInt32} - 2) / n)) + toInt32(cityHash64(number, j, 1) % 9) - 4))),
                if(cityHash64(number, j, 2) % 5 = 0, toNullable(toFloat64(1 + cityHash64(number, j, 3) % 5)), NULL)),
                range(n))) AS lived
       FROM numbers({journeys:UInt64})
     )`,
    { ...params, journeys },
  );
  if (forPeers) await makeRows(engine);
}

async function makeRows(engine: Engine): Promise<void> {
  await engine.command(
    `CREATE TABLE raw_event (customer String, time Int64, seq UInt64, kind UInt16, score Nullable(Float64), persona String)
     ENGINE = MergeTree ORDER BY (customer, time, seq)`,
  );
  await engine.command(
    `INSERT INTO raw_event
     SELECT customer, time, seq, kind, score, attributes['persona']
     FROM lived_journey ARRAY JOIN times AS time, seqs AS seq, kinds AS kind, scores AS score`,
  );
  await engine.command(
    'CREATE TABLE place (kind UInt16, touchpoint UInt16, step UInt16, stage UInt16) ENGINE = MergeTree ORDER BY kind',
  );
  await engine.command(
    `INSERT INTO place SELECT t.1, t.1, t.2, t.3 FROM (SELECT arrayJoin(arrayZip(
       {numbers:Array(UInt16)}, {steps:Array(UInt16)}, {stages:Array(UInt16)})) AS t)`,
    {
      numbers: drawn.map((_, index) => index + 1),
      steps: drawn.map(({ stepId }) => Number(stepId.slice(5))),
      stages: drawn.map(({ stageId }) => Number(stageId.slice(6))),
    },
  );
}
