import { z } from 'zod';
import type { WorkspaceId } from '#kit/ids.ts';
import type { PathFilter } from '#measure/domain/paths/question.ts';
import type { Engine, QueryParams } from '#platform/clickhouse/engine.ts';
import { inScope, type JourneysScope, scopeParams } from '../../journeys-scope.ts';

/** Numbers of places that a byte of a path can hold, beside 0 (the begin) and 255 (the end). */
export const mostPlaces = 254;
/** A preparation somebody is at for longer was cut short. */
const longestHours = 1;
/** Readings of one source that are kept: its events, and the touchpoints, steps and stages of a map or two. */
const mostReadings = 6;

/**
 * What is said of a preparation beside its rows. Journeys of one *class* have the same values of `attributes` (the profile) and are
 * all under way, or all over: class = 2 · profile + (1 when under way).
 */
const toldSchema = z.object({
  attributes: z.array(z.string()),
  profiles: z.array(z.array(z.string())),
  variants: z.int(),
  classes: z.array(
    z.object({ class: z.int(), journeys: z.int(), /** Those that pass a place. */ passing: z.int() }),
  ),
});
export type Told = z.infer<typeof toldSchema>;

export type Preparation = {
  readonly workspaceId: WorkspaceId;
  readonly id: string;
  readonly told: Told;
};

const tables = ['path_preparation', 'path_link', 'path_set', 'path_variant'] as const;

/**
 * Tells the rows of `lived_journey` of a source: other rows have another stamp, the same rows merged by the engine have not. Blocks
 * of rows are numbered upwards by the engine, and `REPLACE PARTITION` numbers them anew.
 */
export async function stampOf(engine: Engine, { workspaceId, sourceId }: JourneysScope): Promise<string> {
  const scope = { workspaceId, sourceId };
  const rows = z
    .array(z.object({ part: z.string(), rows: z.int() }))
    .parse(
      await engine.query(
        `SELECT toString(_part) AS part, count() AS rows FROM lived_journey WHERE ${inScope(scope)} GROUP BY part ORDER BY part`,
        scopeParams(scope),
      ),
    );
  const numbers = rows.map(({ part }) => part.split('_').slice(1).map(Number));
  const least = Math.min(...numbers.map(([first = 0]) => first));
  const last = Math.max(...numbers.map(([, most = 0]) => most));
  const changed = Math.max(...numbers.map(([, , , mutation = 0]) => mutation));
  return [least, last, changed, rows.reduce((sum, each) => sum + each.rows, 0)].join(' ');
}

type Scope = { readonly workspaceId: WorkspaceId; readonly sourceId: string };

const flagSchema = z.union([z.boolean(), z.int()]).transform(Boolean);
const markerSchema = z.object({
  preparation: z.string(),
  read_as: z.string(),
  made_of: z.string(),
  said: z.string(),
  begun: flagSchema,
  stale: flagSchema,
});

/** The preparations of a source, the newest first. */
async function preparations(engine: Engine, { workspaceId, sourceId }: Scope) {
  const rows = await engine.query(
    `SELECT preparation, any(reading) AS read_as, any(stamp) AS made_of, max(told) AS said, countIf(told = '') > 0 AS begun,
            min(made_at) < now64(3) - INTERVAL ${longestHours} HOUR AS stale
     FROM path_preparation
     WHERE workspace_id = {workspace:String} AND source_id = {source:String}
     GROUP BY preparation
     ORDER BY min(made_at) DESC, preparation`,
    { workspace: workspaceId, source: sourceId },
  );
  return z
    .array(markerSchema)
    .parse(rows)
    .map(({ read_as: reading, made_of: stamp, said: told, ...rest }) => ({ ...rest, reading, stamp, told }));
}

/** The preparation of a reading that holds for the journeys as they are, if there is one. */
export async function findPreparation(
  engine: Engine,
  scope: Scope,
  reading: string,
): Promise<Preparation | undefined> {
  const [all, stamp] = await Promise.all([preparations(engine, scope), stampOf(engine, scope)]);
  const found = all.find(
    (each) => each.reading === reading && each.stamp === stamp && each.begun && each.told !== '',
  );
  return (
    found && {
      workspaceId: scope.workspaceId,
      id: found.preparation,
      told: toldSchema.parse(JSON.parse(found.told)),
    }
  );
}

/** Is it still whole? What it answered before is then right: its rows go after this. */
export async function stillThere(engine: Engine, { workspaceId, id }: Preparation): Promise<boolean> {
  const [row] = await engine.query<{ n: number }>(
    `SELECT count() AS n FROM path_preparation
     WHERE workspace_id = {workspace:String} AND preparation = {preparation:String}`,
    { workspace: workspaceId, preparation: id },
  );
  return (row?.n ?? 0) > 1;
}

/** Says first that it is being made, so that what a killed process leaves is found. */
export async function sayPreparation(
  engine: Engine,
  { workspaceId, sourceId }: Scope,
  marker: { readonly id: string; readonly reading: string; readonly stamp: string; readonly told?: Told },
): Promise<void> {
  await engine.command(
    `INSERT INTO path_preparation (workspace_id, source_id, preparation, reading, stamp, told)
     SELECT {workspace:String}, {source:String}, {preparation:String}, {reading:String}, {stamp:String}, {told:String}`,
    {
      workspace: workspaceId,
      source: sourceId,
      preparation: marker.id,
      reading: marker.reading,
      stamp: marker.stamp,
      told: marker.told ? JSON.stringify(marker.told) : '',
    },
  );
}

export async function dropPreparation(engine: Engine, id: string): Promise<void> {
  for (const table of tables)
    await engine.command(`ALTER TABLE ${table} DROP PARTITION {preparation:String}`, { preparation: id });
}

/** Drops what no longer holds, was cut short, or is more than is kept; without a stamp all of it. */
export async function dropPreparations(engine: Engine, scope: Scope, stamp?: string): Promise<void> {
  let kept = 0;
  for (const each of await preparations(engine, scope)) {
    const holds = each.stamp === stamp && (each.told !== '' || !each.stale);
    if (holds && kept++ < mostReadings) continue;
    await dropPreparation(engine, each.preparation);
  }
}

/**
 * Classes of the journeys that pass filters on attributes; undefined when these cannot be told from the profiles. An attribute a
 * journey has not reads as the empty text.
 */
export function classesOf(
  { attributes, profiles, classes }: Told,
  filters: readonly PathFilter[],
): ReadonlySet<number> | undefined {
  const tests: ((profile: readonly string[]) => boolean)[] = [];
  for (const filter of filters) {
    if (filter.is !== 'one-of' && filter.is !== 'none-of') return undefined;
    const at = attributes.indexOf(filter.attribute);
    if (at < 0) return undefined;
    tests.push((profile) => filter.values.includes(profile[at] ?? '') === (filter.is === 'one-of'));
  }
  const passes = profiles.map((profile) => tests.every((test) => test(profile)));
  return new Set(classes.map((each) => each.class).filter((number) => passes[Math.floor(number / 2)]));
}

/** Rows of a preparation, of these classes only. */
export function ofPreparation(
  { workspaceId, id, told }: Preparation,
  classes: ReadonlySet<number>,
): { where: string; ofClasses: string; all: boolean; params: QueryParams } {
  const all = classes.size === told.classes.length;
  return {
    where: 'workspace_id = {workspace:String} AND preparation = {preparation:String}',
    ofClasses: all ? '' : 'AND class IN {classes:Array(UInt16)}',
    all,
    // The engine wants at least one; no class has this number.
    params: {
      workspace: workspaceId,
      preparation: id,
      classes: classes.size > 0 ? [...classes].sort((a, b) => a - b) : [65_535],
    },
  };
}
