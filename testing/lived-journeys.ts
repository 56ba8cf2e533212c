import type { WorkspaceId } from '#kit/ids.ts';
import { createRandom, type Random } from '#kit/statistics/random.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';

/** An event as data bring it; `time` in milliseconds since 1970. */
export type LivedEvent = {
  readonly time: number;
  readonly seq: number;
  readonly name: string;
  readonly channel: string;
  readonly score: number | null;
  readonly attributes: Readonly<Record<string, string>>;
};

export type LivedJourney = {
  readonly customer: string;
  /** In the order of (time, seq). */
  readonly events: readonly LivedEvent[];
  readonly attributes: Readonly<Record<string, string>>;
};

export type RandomJourneys = {
  readonly seed: number;
  readonly journeys: number;
  readonly names: readonly string[];
  readonly channels: readonly string[];
  /** Longest journey. */
  readonly longest?: number;
  readonly segments?: readonly string[];
};

const hour = 3_600_000;
const start = Date.UTC(2024, 0, 1);
/** The day the data were taken: what comes later is not known yet. */
const cut = start + 210 * 24 * hour;

/**
 * Journeys to test figures on: about four events in ten share their time with the one before, some have scores and
 * attributes, and many are still under way when the data end. Same seed, same journeys.
 */
export function randomJourneys(options: RandomJourneys): LivedJourney[] {
  const random = createRandom(options.seed);
  const { names, channels, longest = 12, segments = ['A', 'B', 'C', ''] } = options;
  let seq = 0;
  return Array.from({ length: options.journeys }, (_, index) => {
    let time = start + random.below(200) * 24 * hour;
    const lived = Array.from({ length: 1 + random.below(longest) }, () => {
      if (!random.chance(0.42)) time += gap(random);
      return {
        time,
        seq: seq++,
        name: random.pick(names),
        channel: random.pick(channels),
        score: random.chance(0.5) ? 1 + random.below(9) / 2 : null,
        attributes: {
          ...(random.chance(0.7) ? { agent: random.pick(['Anne', 'Bruno', 'O’Neil', "it's"]) } : {}),
          ...(random.chance(0.3) ? { urgent: 'yes' } : {}),
        },
      };
    });
    const events = lived.filter((event, at) => at === 0 || event.time <= cut);
    const segment = random.pick(segments);
    return {
      customer: `c${String(index).padStart(6, '0')}`,
      events,
      attributes: segment === '' ? {} : { segment, region: random.pick(['Nord', 'Sud']) },
    };
  });
}

/** Mostly hours, sometimes weeks, sometimes milliseconds. */
const gap = (random: Random): number =>
  random.chance(0.1)
    ? random.below(500)
    : random.chance(0.2)
      ? random.below(30 * 24) * hour
      : random.below(40) * hour;

export type KindTable = readonly { readonly id: number; readonly name: string; readonly channel: string }[];

/** Writes journeys as an import would have left them; gives the numbers of the kinds of events. */
export async function loadJourneys(
  engine: Engine,
  workspaceId: WorkspaceId,
  sourceId: string,
  journeys: readonly LivedJourney[],
): Promise<KindTable> {
  const ids = new Map<string, number>();
  for (const { events } of journeys) {
    for (const { name, channel } of events) {
      const kind = JSON.stringify([name, channel]);
      if (!ids.has(kind)) ids.set(kind, ids.size + 1);
    }
  }
  const scope = { workspace_id: workspaceId, source_id: sourceId };
  const kinds = [...ids].map(([kind, id]) => {
    const [name, channel] = JSON.parse(kind) as [string, string];
    return { id, name, channel };
  });
  const attributes = [
    ...level(
      journeys.map((journey) => journey.attributes),
      'journey',
    ),
    ...level(
      journeys.flatMap(({ events }) => events.map((event) => event.attributes)),
      'event',
    ),
  ];
  const eventLevel = attributes.some((attribute) => attribute.level === 'event');
  await insert(
    engine,
    'event_kind',
    ['workspace_id', 'source_id', 'id', 'name', 'channel', 'import_id'],
    [...kinds.map((kind) => ({ ...scope, ...kind, import_id: 'i' }))],
  );
  await insert(
    engine,
    'event_attribute',
    ['workspace_id', 'source_id', 'name', 'level', 'version'],
    [...attributes.map((attribute) => ({ ...scope, ...attribute, version: 1 }))],
  );
  await insert(
    engine,
    'lived_journey',
    [
      'workspace_id',
      'source_id',
      'customer',
      'kinds',
      'times',
      'scores',
      'seqs',
      'event_attributes',
      'attributes',
      'events',
      'first_time',
      'last_time',
    ],
    journeys.map(({ customer, events, attributes: own }) => ({
      ...scope,
      customer,
      kinds: events.map(({ name, channel }) => ids.get(JSON.stringify([name, channel]))),
      times: events.map(({ time }) => time),
      scores: events.map(({ score }) => score),
      seqs: events.map(({ seq }) => seq),
      event_attributes: eventLevel ? events.map((event) => event.attributes) : [],
      attributes: own,
      events: events.length,
      first_time: moment(events[0]?.time),
      last_time: moment(events.at(-1)?.time),
    })),
  );
  return kinds;
}

const moment = (time: number | undefined): string =>
  new Date(time ?? 0).toISOString().replace('T', ' ').replace('Z', '');

const level = (maps: readonly Readonly<Record<string, string>>[], name: 'journey' | 'event') =>
  [...new Set(maps.flatMap((map) => Object.keys(map)))].map((attribute) => ({
    name: attribute,
    level: name,
  }));

async function insert(
  engine: Engine,
  table: string,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'));
  await engine.insertRaw({ table, columns, format: 'JSONEachRow', values });
}
