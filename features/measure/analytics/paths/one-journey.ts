import { z } from 'zod';
import type { Hit, TimelineEvent } from '#measure/domain/paths/timeline.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { hitsSql } from '../hits-sql.ts';
import { inScope, scopeParams } from '../journeys-scope.ts';
import { eventKinds } from '../lived-journey/event-kinds.ts';
import { type PseudonymKey, pseudonymParams, pseudonymSql } from '../pseudonym-sql.ts';
import { staged } from '../staged-sql.ts';
import type { PathsQuestion } from './letters-sql.ts';

const rowSchema = z.object({
  kinds: z.array(z.int()),
  times: z.array(z.number()),
  scores: z.array(z.number().nullable()),
  nth: z.array(z.int()),
  place: z.array(z.int()),
  under_way: z.union([z.int(), z.boolean()]),
  people: z.int(),
});

export type OneJourney = {
  readonly events: readonly TimelineEvent[];
  readonly hits: readonly Hit[];
  readonly underWay: boolean;
  /** Customers of the whole source. */
  readonly people: number;
};

/** One journey of a customer known by pseudonym, whole, whatever period and filters. `part`: which of the customer's, from 1. */
export async function oneJourney(
  engine: Engine,
  question: PathsQuestion & { readonly key: PseudonymKey; readonly pseudonym: string; readonly part: number },
): Promise<OneJourney | undefined> {
  const { workspaceId, sourceId, places, key, pseudonym, part, end, patience } = question;
  const scope = { workspaceId, sourceId };
  const hits = hitsSql(places.numbering, { nth: 'arrayEnumerate(kinds)' });
  const level = places.unit === 'event' ? 'touchpoint' : places.unit;
  const [kinds, rows] = await Promise.all([
    eventKinds(engine, workspaceId, sourceId),
    engine.query(
      `SELECT kinds, times, scores, nth, ${level} AS place, NOT closed AND {end:Int64} - times[-1] <= {patience:Int64} AS under_way,
              (SELECT uniqExact(customer) FROM lived_journey WHERE ${inScope(scope)}) AS people
       FROM ${staged(`lived_journey WHERE ${inScope(scope)} AND part = {part:UInt32} AND ${pseudonymSql} = {pseudonym:String}`, hits.stages)}
       ORDER BY customer
       LIMIT 1`,
      { ...scopeParams(scope), ...hits.params, ...pseudonymParams(key), pseudonym, part, end, patience },
    ),
  ]);
  const row = rows[0] === undefined ? undefined : rowSchema.parse(rows[0]);
  if (!row) return undefined;
  const kindOf = new Map(kinds.map((kind) => [kind.id, kind]));
  return {
    events: row.kinds.map((kind, at) => ({
      name: kindOf.get(kind)?.name ?? '',
      channel: kindOf.get(kind)?.channel ?? '',
      at: row.times[at] ?? 0,
      score: row.scores[at] ?? null,
    })),
    hits: row.nth.map((event, at) => ({ event, place: row.place[at] ?? 0 })),
    underWay: Boolean(row.under_way),
    people: row.people,
  };
}
