import { createHash } from 'node:crypto';
import type { Engine } from '#platform/clickhouse/engine.ts';

/** Tables in which an import is prepared, out of everybody's sight. */
export type Scratch = {
  readonly event: string;
  /** All events of the source with those of the import: what journeys are built from. */
  readonly all: string;
  readonly journey: string;
  readonly kind: string;
  readonly attribute: string;
  /** Attributes that many events have in common. */
  readonly set: string;
  /** Events to leave out because their id came before. */
  readonly repeat: string;
  /** Those among which they are. */
  readonly maybe: string;
};

const prefix = 'scratch_';

export function scratchOf(importId: string): Scratch {
  const key = createHash('sha256').update(importId).digest('hex').slice(0, 20);
  const name = (what: string): string => `${prefix}${what}_${key}`;
  return {
    event: name('event'),
    all: name('all'),
    journey: name('journey'),
    kind: name('kind'),
    attribute: name('attribute'),
    set: name('set'),
    repeat: name('repeat'),
    maybe: name('maybe'),
  };
}

const twins = [
  ['event', 'event'],
  ['all', 'event'],
  ['journey', 'lived_journey'],
  ['kind', 'event_kind'],
  ['attribute', 'event_attribute'],
  ['set', 'event_attribute_set'],
  ['repeat', 'event_repeat'],
  ['maybe', 'event_repeat'],
] as const;

/** Makes the tables (all of them unless told), empty. Their parts are not merged: they live for seconds. */
export async function makeScratch(
  engine: Engine,
  scratch: Scratch,
  needed: readonly (keyof Scratch)[] = Object.keys(scratch) as (keyof Scratch)[],
): Promise<void> {
  await dropScratch(engine, scratch);
  for (const [name, twin] of twins) {
    if (!needed.includes(name)) continue;
    await engine.command(`CREATE TABLE ${scratch[name]} AS ${twin}`);
    await engine.command(`SYSTEM STOP MERGES ${scratch[name]}`);
  }
}

export async function dropScratch(engine: Engine, scratch: Scratch): Promise<void> {
  for (const table of Object.values(scratch)) await engine.command(`DROP TABLE IF EXISTS ${table} SYNC`);
}

/**
 * Drops the scratch tables that nobody works on any more: all of them where this process alone owns the engine; on a server
 * that others may be importing into, those of a day ago.
 */
export async function dropStaleScratch(engine: Engine): Promise<void> {
  const age = engine.kind === 'embedded' ? 0 : 86_400;
  const tables = await engine.query<{ name: string }>(
    `SELECT name FROM system.tables
     WHERE database = currentDatabase() AND startsWith(name, {prefix:String})
       AND metadata_modification_time <= now() - toIntervalSecond({age:UInt32})`,
    { prefix, age },
  );
  for (const { name } of tables) await engine.command(`DROP TABLE IF EXISTS ${name} SYNC`);
}
