import type { Split } from '#measure/domain/measuring/split.ts';
import type { QueryParams } from '#platform/clickhouse/engine.ts';
import { groupSql } from './group-sql.ts';
import { staged } from './staged-sql.ts';

/**
 * Lived journeys, each with the array `codes` of what a map asks of it. What is asked of the journey and not of its events (its
 * group, the period, whether it is under way) is left for when codes are counted: they depend on the events and on the
 * bindings only, so that they can be kept between questions.
 */
export type JourneyCodes = {
  readonly type: 'UInt32' | 'UInt64';
  /** Condition of the journeys that have some: those of the scope for which it does not hold are left out. */
  readonly of: string;
  /** A FROM over rows of `lived_journey`, with its `fingerprint`. */
  readonly from: string;
  readonly params: QueryParams;
};

/** What is told of a journey is added to its codes at bits that these leave free: its group, above whether it is under way. */
export function toldOf(
  type: JourneyCodes['type'],
  shift: number,
  split: Split | null,
  until?: { readonly end: number; readonly patience: number },
): { sql: string; params: QueryParams } {
  const group = groupSql(split);
  const grouped = `bitShiftLeft(to${type}(${group.sql}), ${shift + (until ? 1 : 0)})`;
  if (!until) return { sql: grouped, params: group.params };
  const underWay = 'NOT closed AND {end:Int64} - toUnixTimestamp64Milli(last_time) <= {patience:Int64}';
  return {
    sql: `bitOr(${grouped}, bitShiftLeft(to${type}(${underWay}), ${shift}))`,
    params: { ...group.params, end: until.end, patience: until.patience },
  };
}

/** A SELECT of each different code with how many there are (`n`). */
export const countedCodes = (from: string, told: string): string =>
  `SELECT bitOr(arrayJoin(codes), told) AS code, count() AS n
   FROM ${staged(from, [[`${told} AS told`]])}
   GROUP BY code`;

/**
 * Arrays of a whole block are worked on at once: lazily evaluated branches cost more than they save there, and the table of
 * codes is small, so that splitting it or writing it to disk would only be in the way. Folding the stages into one expression
 * takes the engine longer than it saves, and much longer with several layers.
 */
export const unfolding = {
  short_circuit_function_evaluation: 'disable',
  query_plan_merge_expressions: false,
  group_by_two_level_threshold: 0,
  group_by_two_level_threshold_bytes: 0,
  max_bytes_before_external_group_by: 0,
} as const;
