import { idSchema, type WorkspaceId } from '#kit/ids.ts';
import { dropCodes } from '#measure/analytics/kept-codes.ts';
import { dropPreparations } from '#measure/analytics/paths/prepared/preparation.ts';
import type { ImportRecord } from '#measure/domain/event-import/import-record.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { dropScratch, type Scratch, scratchOf } from './scratch.ts';

/** Ids are checked to be plain, so that they can stand in a statement where the engine takes no parameter. */
const literal = (id: string): string => `'${idSchema.parse(id)}'`;

/** Drops the events of an import. */
export async function dropEvents(engine: Engine, importId: string): Promise<void> {
  for (const table of ['event', 'event_repeat', 'event_attribute_set'])
    await engine.command(`ALTER TABLE ${table} DROP PARTITION ${literal(importId)}`);
}

/** Puts a partition of a scratch table, or its emptiness, in the place of that of the real one. */
async function takePlace(engine: Engine, table: string, partition: string, from: string): Promise<void> {
  const [row] = await engine.query<{ n: number }>(`SELECT count() AS n FROM ${from}`);
  await engine.command(
    (row?.n ?? 0) > 0
      ? `ALTER TABLE ${table} REPLACE PARTITION ${partition} FROM ${from}`
      : `ALTER TABLE ${table} DROP PARTITION ${partition}`,
  );
}

/**
 * Gives a scratch table the columns that its twin has got since: one left by a killed process of an earlier version could not
 * take its place otherwise.
 */
async function keepUp(engine: Engine, table: string, twin: string): Promise<void> {
  const columns = (of: string): string =>
    `FROM system.columns WHERE database = currentDatabase() AND table = {${of}:String}`;
  const missing = await engine.query<{ told: string }>(
    `SELECT concat(name, ' ', type, ' ', default_kind, ' ', default_expression) AS told
     ${columns('twin')} AND name NOT IN (SELECT name ${columns('table')}) ORDER BY position`,
    { table, twin },
  );
  for (const { told } of missing) await engine.command(`ALTER TABLE ${table} ADD COLUMN ${told}`);
}

/** Puts the journeys of a scratch table in the place of those of the source, at once; what was kept of those goes. */
export async function replaceJourneys(
  engine: Engine,
  workspaceId: WorkspaceId,
  sourceId: string,
  journeys: string,
): Promise<void> {
  await keepUp(engine, journeys, 'lived_journey');
  await takePlace(engine, 'lived_journey', `tuple(${literal(workspaceId)}, ${literal(sourceId)})`, journeys);
  await dropCodes(engine, { workspaceId, sourceId });
  await dropPreparations(engine, { workspaceId, sourceId });
}

/**
 * Makes a prepared import visible. Every step can be done again: a process killed in the middle does all of them again at
 * its next start. Readers see the journeys change at once, in the last step but one.
 */
export async function publish(
  engine: Engine,
  record: Pick<ImportRecord, 'id' | 'workspaceId' | 'sourceId' | 'replaces'>,
  scratch: Scratch = scratchOf(record.id),
): Promise<void> {
  const { id, workspaceId, sourceId, replaces } = record;
  await engine.command(
    `INSERT INTO event_kind SELECT * FROM ${scratch.kind} WHERE id NOT IN (
       SELECT id FROM event_kind WHERE workspace_id = {workspace:String} AND source_id = {source:String})`,
    { workspace: workspaceId, source: sourceId },
  );
  await engine.command(`INSERT INTO event_attribute SELECT * FROM ${scratch.attribute}`);
  await takePlace(engine, 'event_repeat', literal(id), scratch.repeat);
  await engine.command(`CREATE TABLE IF NOT EXISTS ${scratch.set} AS event_attribute_set`);
  await takePlace(engine, 'event_attribute_set', literal(id), scratch.set);
  await keepUp(engine, scratch.event, 'event');
  await takePlace(engine, 'event', literal(id), scratch.event);
  if (replaces) await dropEvents(engine, replaces);
  await replaceJourneys(engine, workspaceId, sourceId, scratch.journey);
}

/** What `publish` needs no more. */
export const forget = (engine: Engine, importId: string): Promise<void> =>
  dropScratch(engine, scratchOf(importId));
