import { z } from 'zod';
import { numberOf } from '#measure/domain/paths/places.ts';
import type { DeedDone } from '#measure/domain/paths/question.ts';
import {
  type Deed,
  type DeedCount,
  mostPassagesRead,
  type PassageCount,
  type WinningCounts,
} from '#measure/domain/paths/winning.ts';
import type { Engine, QueryParams } from '#platform/clickhouse/engine.ts';
import { staged } from '../staged-sql.ts';
import type { Rows } from './journey-list.ts';
import { type PathsQuestion, pathsSql } from './letters-sql.ts';

const standings = ['winner', 'other', 'undecided', 'at-once', 'elsewhere'] as const;

const journeySchema = z.object({ standing: z.enum(standings), passages: z.int(), journeys: z.int() });
const deedSchema = z.object({
  won: z.union([z.int(), z.boolean()]),
  passages: z.int(),
  kind: z.int(),
  place: z.int(),
  next: z.int(),
  first: z.int(),
  journeys: z.int(),
});

export type AttemptsQuestion = PathsQuestion & {
  readonly goal: string;
  readonly start?: string | undefined;
};

export type Winning = WinningCounts & {
  /** Journeys in scope. */
  readonly journeys: number;
  /** Under way and not at the goal so far: left out. */
  readonly undecided: number;
  /** Begin at the goal: nothing came before. */
  readonly atOnce: number;
  /** Do not pass the start, or no place at all. */
  readonly elsewhere: number;
};

/**
 * What journeys did before they reached a goal, and what those did that never reach it (definitions: domain/paths/winning.ts):
 * counted by how many passages were looked at and when each deed came first, so that whole numbers only are added here.
 */
export async function winningCounts(engine: Engine, question: AttemptsQuestion): Promise<Winning> {
  const { from, params } = attemptsSql(question);
  const deeds = staged(`(SELECT * FROM ${from} WHERE standing IN ('winner', 'other'))`, [
    [
      'arrayEnumerateUniq(looked) AS nth',
      'arrayPopFront(arrayMap((l, b) -> bitOr(bitShiftLeft(toUInt32(b), 16), toUInt32(l)), looked, arrayShiftRight(looked, 1, 0::UInt16))) AS pairs',
    ],
    [
      `arrayConcat(
         arrayFilter(d -> d.1 IN (1, 3), arrayMap((l, n, i) -> (multiIf(n = 1, 1, n = 2, 3, 0)::UInt8, toUInt16(l), 0::UInt16, toUInt8(i)), looked, nth, arrayEnumerate(looked))),
         arrayFilter(d -> d.1 = 2 AND d.2 != d.3, arrayMap((p, n, i) -> (if(n = 1, 2, 0)::UInt8, toUInt16(bitShiftRight(p, 16)), toUInt16(bitAnd(p, 65535)), toUInt8(i + 1)), pairs, arrayEnumerateUniq(pairs), arrayEnumerate(pairs)))
       ) AS deeds`,
    ],
  ]);
  const [journeys, done] = await Promise.all([
    engine.query(
      `SELECT standing, toUInt32(passages) AS passages, count() AS journeys FROM ${from}
       GROUP BY standing, passages ORDER BY standing, passages`,
      params,
    ),
    engine.query(
      `SELECT standing = 'winner' AS won, toUInt32(passages) AS passages, deed.1 AS kind, deed.2 AS place, deed.3 AS next, deed.4 AS first,
              count() AS journeys
       FROM (SELECT standing, passages, arrayJoin(deeds) AS deed FROM ${deeds})
       GROUP BY won, passages, kind, place, next, first
       ORDER BY won, passages, kind, place, next, first`,
      params,
    ),
  ]);
  const counted = z.array(journeySchema).parse(journeys);
  const of = (standing: (typeof standings)[number]): PassageCount[] =>
    counted
      .filter((row) => row.standing === standing)
      .map(({ passages, journeys: n }) => ({ passages, journeys: n }));
  const total = (rows: readonly PassageCount[]): number => rows.reduce((all, { journeys: n }) => all + n, 0);
  return {
    journeys: total(counted),
    winners: of('winner'),
    others: of('other'),
    undecided: total(of('undecided')),
    atOnce: total(of('at-once')),
    elsewhere: total(of('elsewhere')),
    deeds: z
      .array(deedSchema)
      .parse(done)
      .map(
        ({ won, passages, kind, place, next, first, journeys: n }): DeedCount => ({
          deed: deedOf(kind, place, next),
          won: Boolean(won),
          passages,
          first,
          journeys: n,
        }),
      ),
  };
}

/** Each journey with what it is to the goal (`standing`) and the places it passed before, as many as are read (`looked`). */
function attemptsSql(question: AttemptsQuestion): Rows {
  const { places, goal, start } = question;
  const paths = pathsSql(question);
  const started = start !== undefined;
  const from = staged(paths.from, [
    [`${started ? 'indexOf(letter, {start:UInt16})' : 'toUInt64(notEmpty(letter))'} AS first_kept`],
    ['if(first_kept = 0, [], arraySlice(letter, first_kept)) AS kept'],
    // The very passage a journey starts with is not its goal.
    [`indexOf(${started ? 'arraySlice(kept, 2)' : 'kept'}, {goal:UInt16}) AS found`],
    [`if(found = 0, length(kept), toUInt64(found - ${started ? 0 : 1})) AS before`],
    [
      `multiIf(empty(kept), 'elsewhere', found > 0 AND before = 0, 'at-once', found > 0, 'winner', under_way, 'undecided', 'other') AS standing`,
      'arraySlice(kept, 1, least(before, {read:UInt64})) AS looked',
      'least(before, {read:UInt64}) AS passages',
    ],
  ]);
  const params: QueryParams = {
    ...paths.params,
    goal: numberOf(places, goal),
    read: mostPassagesRead,
    ...(start !== undefined && { start: numberOf(places, start) }),
  };
  return { from, params };
}

/** The winners that did something within their first `compared` passages: those a share of winning journeys counts. */
export function winnersSql(
  question: AttemptsQuestion & { readonly deed: DeedDone; readonly compared: number },
): Rows {
  const { places, deed, compared } = question;
  const { from, params } = attemptsSql(question);
  const read = 'arraySlice(looked, 1, {compared:UInt64})';
  const done = {
    pass: `has(${read}, {deed_place:UInt16})`,
    return: `countEqual(${read}, {deed_place:UInt16}) > 1`,
    go: `arrayExists((l, b) -> l = {deed_to:UInt16} AND b = {deed_place:UInt16}, ${read}, arrayShiftRight(${read}, 1, 0::UInt16))`,
  }[deed.did];
  return {
    from: `(SELECT * FROM ${from} WHERE standing = 'winner' AND ${done})`,
    params: {
      ...params,
      compared,
      deed_place: numberOf(places, deed.place),
      ...(deed.to !== undefined && { deed_to: numberOf(places, deed.to) }),
    },
  };
}

function deedOf(kind: number, place: number, to: number): Deed {
  if (kind === 2) return { did: 'go', place, to };
  return { did: kind === 1 ? 'pass' : 'return', place };
}
