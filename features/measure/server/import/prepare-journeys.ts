import type { WorkspaceId } from '#kit/ids.ts';
import { idSchema } from '#kit/ids.ts';
import { ProblemError, problem } from '#kit/problem.ts';
import {
  type AttributeLevel,
  attributeLevels,
  checkEvents,
  type SourceEvents,
} from '#measure/analytics/lived-journey/attribute-levels.ts';
import { buildJourneys } from '#measure/analytics/lived-journey/build-journeys.ts';
import { type CustomerSlice, customerSlices } from '#measure/analytics/lived-journey/customer-slices.ts';
import type { SourceMaking } from '#measure/domain/lived-journey/journey-rule.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { journeyMaking } from './journey-making.ts';
import type { Scratch } from './scratch.ts';

/** More events than this belong to no one customer: the column chosen as customer is another thing. */
const longestJourney = 200_000;

export type Preparation = {
  readonly engine: Engine;
  readonly workspaceId: WorkspaceId;
  readonly sourceId: string;
  readonly importId: string;
  readonly scratch: Scratch;
  /** Attributes of the import and the level the mapping asks for. */
  readonly attributes: ReadonlyMap<string, 'auto' | 'journey' | 'event'>;
  readonly replaces: string | null;
  /** Order of the statement about attribute levels; later ones win. */
  readonly version: number;
  readonly making: SourceMaking;
};

/** Imports of a source whose events are in `event`. */
export async function importsWithEvents(engine: Engine, workspaceId: WorkspaceId, sourceId: string) {
  const rows = await engine.query<{ import_id: string }>(
    `SELECT DISTINCT import_id FROM event
     WHERE workspace_id = {workspace:String} AND source_id = {source:String}`,
    { workspace: workspaceId, source: sourceId },
  );
  return rows.map((row) => row.import_id);
}

/** Lays the events of the earlier imports beside those of the new one: links to the same files, nothing is copied. */
async function gatherEvents({ engine, workspaceId, sourceId, importId, scratch, replaces }: Preparation) {
  const earlier = (await importsWithEvents(engine, workspaceId, sourceId)).filter((id) => id !== replaces);
  const attach = (id: string, from: string) =>
    engine.command(`ALTER TABLE ${scratch.all} ATTACH PARTITION '${idSchema.parse(id)}' FROM ${from}`);
  for (const id of earlier) await attach(id, 'event');
  await attach(importId, scratch.event);
  return earlier.length > 0;
}

type Levels = {
  readonly levels: AttributeLevel[];
  readonly varying: ReadonlySet<string>;
  readonly alike: ReadonlySet<CustomerSlice>;
  /** An attribute known to hold for whole journeys turned out not to: every journey changes its form. */
  readonly changed: boolean;
};

async function settleLevels(
  preparation: Preparation,
  events: SourceEvents,
  slices: readonly CustomerSlice[],
  touched: string | undefined,
): Promise<Levels> {
  const { engine, workspaceId, sourceId, scratch, attributes, version } = preparation;
  const known = new Map(
    (await attributeLevels(engine, workspaceId, sourceId)).map(({ name, level }) => [name, level] as const),
  );
  const names = [...new Set([...known.keys(), ...attributes.keys()])];
  const eventLevel = names.filter((name) => known.get(name) === 'event' || attributes.get(name) === 'event');
  const asked = names.filter((name) => !eventLevel.includes(name));
  const check = (only?: string) => checkEvents(engine, workspaceId, sourceId, events, asked, slices, only);
  const { longest, ...found } = await check(touched);
  const { varying } = found;
  if (longest.events > longestJourney)
    throw new ProblemError(
      problem('import.journey-too-long', {
        customer: longest.customer,
        events: longest.events,
        most: longestJourney,
      }),
    );
  const levels = names.map((name): AttributeLevel => {
    const varies = varying.has(name) && attributes.get(name) !== 'journey';
    return { name, level: varies || eventLevel.includes(name) ? 'event' : 'journey' };
  });
  const fresh = levels.filter(({ name, level }) => known.get(name) !== level);
  if (fresh.length > 0)
    await engine.insertRaw({
      table: scratch.attribute,
      columns: ['workspace_id', 'source_id', 'name', 'level', 'version'],
      format: 'JSONCompactEachRow',
      values: Buffer.from(
        fresh
          .map(({ name, level }) => JSON.stringify([workspaceId, sourceId, name, level, version]))
          .join('\n'),
      ),
    });
  const changed = fresh.some(({ name }) => known.has(name));
  const { alike, varying: various } = changed && touched ? await check() : found;
  return { levels, varying: various, alike, changed };
}

/**
 * Builds, out of sight, the journeys of the source as they will be with the new events. Only the journeys of customers with
 * new events are built again, the others are copied, unless an attribute turns out to vary or an import is replaced.
 */
export async function prepareJourneys(preparation: Preparation): Promise<void> {
  const { engine, workspaceId, sourceId, scratch, replaces } = preparation;
  const continued = await gatherEvents(preparation);
  const events: SourceEvents = {
    table: scratch.all,
    repeats: ['event_repeat', scratch.repeat],
    sets: ['event_attribute_set', scratch.set],
  };
  const slices = await customerSlices(engine, workspaceId, sourceId, scratch.all);
  const touched = continued && !replaces ? scratch.event : undefined;
  const { levels, varying, alike, changed } = await settleLevels(preparation, events, slices, touched);
  await buildJourneys(engine, workspaceId, sourceId, {
    events,
    slices,
    into: scratch.journey,
    levels,
    varying,
    alike,
    making: await journeyMaking(engine, workspaceId, sourceId, preparation.making, [
      'event_kind',
      scratch.kind,
    ]),
    ...(touched && !changed && { touched }),
  });
}
