import { z } from 'zod';
import type { OutcomeBucket } from '#measure/domain/impact/outcome-impact.ts';
import { chooseDrawn } from '#measure/domain/paths/flow.ts';
import { numberOf } from '#measure/domain/paths/places.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { unfolding } from '../journey-codes.ts';
import { type PathsQuestion, pathsSql } from '../paths/letters-sql.ts';
import { staged } from '../staged-sql.ts';
import { bucketSql } from './buckets-sql.ts';
import { journeysAtPlaces } from './journeys-at-places.ts';

/** Places told apart: the chain of more of them would be thin, and slow to solve a thousand times. */
export const mostPlaces = 60;

const rowSchema = z.object({ bucket: z.int(), counted: z.array(z.tuple([z.int(), z.int()])) });

export type OutcomeCounts = {
  /** Keys of the places told apart, in reading order: places 1 … n of the buckets. */
  readonly keys: readonly string[];
  /** Other places that journeys pass, left out of their paths. */
  readonly leftOut: number;
  readonly buckets: readonly OutcomeBucket[];
  /** Under way and without the goal so far: nobody knows, they are in no bucket. */
  readonly undecided: number;
};

/** Codes of the engine: a passage is `from · 64 + to`; the rest begins here. */
const ofPassers = 4096;
const undecidedCode = 65_535;

/**
 * Journeys up to their first passage at the goal, or to their end, counted per bucket of customers: passages from place to place,
 * and who passed what.
 */
export async function outcomeCounts(
  engine: Engine,
  question: PathsQuestion & { readonly goal: string },
): Promise<OutcomeCounts> {
  const { places } = question;
  const goal = numberOf(places, question.goal);
  // Few enough to tell them all apart without having counted them first.
  const at =
    places.keys.length <= mostPlaces ? places.keys.map(() => 1) : await journeysAtPlaces(engine, question);
  const others = at.map((journeys, index) => (index + 1 === goal ? 0 : journeys));
  const chosen = chooseDrawn(others, mostPlaces, []);
  const { from, params } = pathsSql(question);
  const [reached, missed] = [chosen.length + 1, chosen.length + 2];
  const before = 'if(goal_at > 0, arraySlice(letter, 1, goal_at - 1), letter)';
  // Where all places but the goal are told apart, in their order, only those after the goal have another number.
  const all = chosen.length === places.keys.length - 1;
  const path = all
    ? `arrayMap(l -> toUInt16(l - (l > {goal:UInt16})), ${before})`
    : `arrayFilter(p -> p > 0, arrayMap(l -> transform(l, {chosen:Array(UInt16)}, {numbers:Array(UInt16)}, 0::UInt16), ${before}))`;
  const code = (sql: string): string => `bitOr(in_bucket, toUInt32(${sql}))`;
  const counted = staged(from, [
    ['indexOf(letter, {goal:UInt16}) AS goal_at', `bitShiftLeft(toUInt32(${bucketSql}), 16) AS in_bucket`],
    [`${path} AS path`, 'goal_at > 0 AS reached'],
    ['arrayDistinct(path) AS passed'],
    [`toUInt32(reached + if(reached, length(passed), 0) * 128 + ${ofPassers}) AS who`],
    [
      `if(under_way AND NOT reached, [${code(String(undecidedCode))}], arrayConcat(
         arrayMap((f, t) -> ${code('f * 64 + t')}, arrayPushFront(path, 0::UInt16),
           arrayPushBack(path, if(reached, ${reached}, ${missed})::UInt16)),
         arrayMap(p -> ${code('who + p * 2')}, arrayPushFront(passed, 0::UInt16)))) AS codes`,
    ],
  ]);
  const rows = await engine.query(
    `SELECT bitShiftRight(code, 16) AS bucket, arraySort(groupArray((bitAnd(code, 65535), journeys))) AS counted
     FROM (SELECT arrayJoin(codes) AS code, count() AS journeys FROM ${counted} GROUP BY code)
     GROUP BY bucket
     ORDER BY bucket`,
    {
      ...params,
      goal,
      // The engine wants at least one.
      chosen: chosen.length > 0 ? chosen : [0],
      numbers: chosen.length > 0 ? chosen.map((_, index) => index + 1) : [0],
    },
    { settings: unfolding },
  );
  const read = z.array(rowSchema).parse(rows);
  return {
    keys: chosen.map((number) => places.keys[number - 1] ?? ''),
    leftOut: others.filter((journeys) => journeys > 0).length - chosen.length,
    buckets: read.map(({ counted: codes }) => bucketOf(codes)).filter(({ passers }) => passers.length > 0),
    undecided: read.reduce(
      (sum, { counted: codes }) => sum + (codes.find(([code]) => code === undecidedCode)?.[1] ?? 0),
      0,
    ),
  };
}

function bucketOf(codes: readonly (readonly [code: number, count: number])[]): OutcomeBucket {
  return {
    passages: codes.flatMap(([code, count]) =>
      code < ofPassers ? [{ from: Math.floor(code / 64), to: code % 64, count }] : [],
    ),
    passers: codes.flatMap(([code, journeys]) => {
      if (code < ofPassers || code === undecidedCode) return [];
      const rest = code - ofPassers;
      return [
        {
          place: Math.floor((rest % 128) / 2),
          reached: rest % 2 === 1,
          different: Math.floor(rest / 128),
          journeys,
        },
      ];
    }),
  };
}
