import { z } from 'zod';
import { chooseDrawn, type FlowEnd, type FlowQuestion, flowEnds } from '#measure/domain/paths/flow.ts';
import { numberOf } from '#measure/domain/paths/places.ts';
import type { Engine, QueryParams } from '#platform/clickhouse/engine.ts';
import { staged } from '../staged-sql.ts';
import { type PathsQuestion, pathsSql } from './letters-sql.ts';

const journeysSchema = z.object({ journeys: z.int(), drawn: z.int() });
const placeSchema = z.object({ letter: z.int(), journeys: z.int() });

/** Numbers that stand for no place: the begin, the others together, and how a journey ends. */
export const begin = 0;
export const other = 60_000;
export const endNumber = (end: FlowEnd): number => 60_001 + flowEnds.indexOf(end);

export type FlowAsked = PathsQuestion & { readonly flow: FlowQuestion };

export type OpenFlow = {
  /** A FROM: journeys with `kept` (letters asked for), `kept_moment`, `arrived`, `under_way`. */
  readonly kept: string;
  /** Of `kept`, and of `linkedSql` of it. */
  readonly params: QueryParams;
  readonly journeys: number;
  readonly drawn: number;
  /** Journeys that pass each place, by number less one. */
  readonly at: readonly number[];
  /** Numbers of the places drawn one by one. */
  readonly shown: readonly number[];
  /** Are there places passed that are not drawn? */
  readonly others: boolean;
};

/** What every question on the flow starts from: what is kept of each journey, and which places are drawn. */
export async function openFlow(engine: Engine, question: FlowAsked): Promise<OpenFlow> {
  const { places, flow } = question;
  const paths = pathsSql(question);
  const cut = cutSql(question);
  const kept = staged(paths.from, cut.stages);
  const params = { ...paths.params, ...cut.params };
  const [totals, passed] = await Promise.all([
    engine.query(`SELECT count() AS journeys, countIf(notEmpty(kept)) AS drawn FROM ${kept}`, params),
    engine.query(
      `SELECT arrayJoin(arrayDistinct(kept)) AS letter, count() AS journeys
       FROM ${kept} GROUP BY letter ORDER BY letter`,
      params,
    ),
  ]);
  const at = places.keys.map(() => 0);
  for (const { letter, journeys } of z.array(placeSchema).parse(passed)) at[letter - 1] = journeys;
  const asked = [flow.start, flow.end].flatMap((key) => (key === undefined ? [] : [numberOf(places, key)]));
  const shown = chooseDrawn(at, flow.most, asked);
  return {
    kept,
    // The engine wants at least one.
    params: { ...params, drawn: shown.length > 0 ? shown : [0], ranks: flow.ranks },
    ...journeysSchema.parse(totals[0]),
    at,
    shown,
    others: shown.length < passed.length,
  };
}

/** `kept`: the letters asked for, `kept_moment` their times, `arrived`: was the end reached? */
function cutSql({ places, flow }: FlowAsked) {
  const params: Record<string, QueryParams[string]> = {};
  if (flow.start !== undefined) params.start = numberOf(places, flow.start);
  if (flow.end !== undefined) params.stop = numberOf(places, flow.end);
  const offset = flow.start === undefined ? '1' : 'indexOf(letter, {start:UInt16})';
  const after = (name: string): string =>
    flow.start === undefined
      ? `${name} AS ${name}_after`
      : `if(first_kept = 0, [], arraySlice(${name}, first_kept)) AS ${name}_after`;
  // With a start asked for, the very passage it begins with is not its end.
  const skip = flow.start === undefined ? 0 : 1;
  const found = `indexOf(arraySlice(letter_after, ${1 + skip}), {stop:UInt16})`;
  const until = (name: string, as: string): string =>
    flow.end === undefined
      ? `${name} AS ${as}`
      : `if(last_kept = 0, ${name}, arraySlice(${name}, 1, last_kept + ${skip})) AS ${as}`;
  return {
    stages: [
      [`${offset} AS first_kept`],
      [after('letter'), after('moment')],
      [`${flow.end === undefined ? '0' : found} AS last_kept`],
      [until('letter_after', 'kept'), until('moment_after', 'kept_moment'), 'last_kept > 0 AS arrived'],
    ],
    params,
  };
}

/**
 * Journeys on the picture with, beside what `kept` has, their `links`: begin → place, place → place, place → end, each as
 * (rank, from, to, milliseconds or null, 1 the first time the journey takes it).
 */
export function linkedSql(kept: string, ranks: number): string {
  const shown = `arrayMap(l -> if(has({drawn:Array(UInt16)}, l), l, ${other}::UInt16), kept)`;
  const stays = `arrayMap((s, b) -> NOT (s = ${other} AND b = ${other}), shown, arrayShiftRight(shown, 1, 0::UInt16))`;
  const end = `multiIf(arrived, ${endNumber('arrived')}, under_way, ${endNumber('in-progress')}, ${endNumber('left')})::UInt16`;
  const stages = [
    [`${shown} AS shown`],
    [`${stays} AS stays`],
    [
      'arrayFilter((s, k) -> k, shown, stays) AS stay',
      // From the passage just before: among the others, the last of them.
      'arrayPopFront(arrayFilter((w, k) -> k, arrayMap((m, b) -> m - b, kept_moment, arrayShiftRight(kept_moment, 1)), stays)) AS gaps',
    ],
    [
      `arrayPushFront(stay, ${begin}::UInt16) AS froms`,
      `arrayPushBack(stay, ${end}) AS tos`,
      // Nothing between the begin and the first place, nor between the last and the end.
      'arrayConcat([NULL], gaps, [NULL]) AS waits',
    ],
  ];
  const byRank = [
    [
      `arraySlice(froms, 1, {ranks:UInt16} + 1) AS ranked_froms`,
      `arraySlice(tos, 1, {ranks:UInt16} + 1) AS all_tos`,
      `arraySlice(waits, 1, {ranks:UInt16} + 1) AS all_waits`,
      'length(stay) > {ranks:UInt16} AS goes_further',
    ],
    [
      `if(goes_further, arrayPushBack(arrayPopBack(all_tos), ${endNumber('further')}::UInt16), all_tos) AS ranked_tos`,
      'if(goes_further, arrayPushBack(arrayPopBack(all_waits), NULL), all_waits) AS ranked_waits',
    ],
    [
      `arrayMap((f, t, w, r) -> (toUInt16(r - 1), f, t, w, toUInt8(1)), ranked_froms, ranked_tos, ranked_waits,
         arrayEnumerate(ranked_froms)) AS links`,
    ],
  ];
  const process = [
    [`arrayMap((f, t) -> bitOr(bitShiftLeft(toUInt32(f), 16), toUInt32(t)), froms, tos) AS pairs`],
    [
      `arrayMap((f, t, w, u) -> (0::UInt16, f, t, w, toUInt8(u = 1)), froms, tos, waits, arrayEnumerateUniq(pairs)) AS links`,
    ],
  ];
  return staged(`(SELECT * FROM ${kept} WHERE notEmpty(kept))`, [
    ...stages,
    ...(ranks > 0 ? byRank : process),
  ]);
}
