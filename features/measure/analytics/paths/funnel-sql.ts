import type { Split } from '#measure/domain/measuring/split.ts';
import { numberOf } from '#measure/domain/paths/places.ts';
import type { Funnel } from '#measure/domain/paths/question.ts';
import type { QueryParams } from '#platform/clickhouse/engine.ts';
import { groupSql } from '../group-sql.ts';
import { type PathsQuestion, pathsSql } from './letters-sql.ts';

export type FunnelAsked = PathsQuestion & { readonly funnel: Funnel; readonly split: Split | null };

/**
 * How deep each journey goes into a funnel, on its passages in order: ties stay in their order of arrival, and one passage is
 * one step only: `depth`, beside `grp` (number of the group) and the
 * columns of a path, and `open`: under way, and no longer than the limit since the first step was last passed: only then may it
 * still go further in time. For each step, the latest moment at which a way that has reached it began is carried along the journey: the
 * way that began last is the one most likely to be in time.
 */
export function depthSql(question: FunnelAsked): { from: string; params: QueryParams } {
  const { places, funnel, split } = question;
  const { from, params } = pathsSql(question);
  const group = groupSql(split);
  const steps = funnel.steps.map((step) => step.map((key) => numberOf(places, key)));
  // For each place that is a step: which steps (one byte each, in order).
  const numbers = [...new Set(steps.flat())].filter((number) => number > 0);
  const matches = numbers.map((number) => steps.map((step) => (step.includes(number) ? 1 : 0)));
  const none = '-9223372036854775808::Int64';
  const useful = funnel.order === 'loose';
  const letters = useful ? 'arrayFilter(l -> has({step_places:Array(UInt16)}, l), letter)' : 'letter';
  const moments = useful
    ? 'arrayFilter((m, l) -> has({step_places:Array(UInt16)}, l), moment, letter)'
    : 'moment';
  const inTime =
    funnel.withinSeconds === undefined ? `b != ${none}` : `b != ${none} AND m - b <= {within:Int64}`;
  const otherwise = useful ? 'a' : none;
  const open =
    funnel.withinSeconds === undefined
      ? 'under_way'
      : `(under_way AND arrayExists((l, m) -> has({first_step:Array(UInt16)}, l) AND {end:Int64} - m <= {within:Int64}, letter, moment))`;
  return {
    from: `(SELECT *, toUInt32(${group.sql}) AS grp,
              arrayFold((reached, l, m) -> (
                  arrayMap((a, b, is) -> if(is AND ${inTime}, greatest(a, b), ${otherwise}),
                    reached.1, arrayPushFront(arrayPopBack(reached.1), m),
                    {matches:Array(Array(UInt8))}[indexOf({step_places:Array(UInt16)}, l) + 1]),
                  greatest(reached.2, toUInt16(arrayLastIndex(x -> x != ${none}, reached.1)))),
                ${letters}, ${moments},
                (arrayResize(emptyArrayInt64(), {steps:UInt16}, ${none}), 0::UInt16)) AS folded,
              toUInt16(greatest(folded.2, toUInt16(arrayLastIndex(x -> x != ${none}, folded.1)))) AS depth,
              ${open} AS open
       FROM ${from})`,
    params: {
      ...params,
      ...group.params,
      // The engine wants at least one place; the first row is for places that are no step.
      step_places: numbers.length > 0 ? numbers : [0],
      matches: [steps.map(() => 0), ...(numbers.length > 0 ? matches : [steps.map(() => 0)])],
      steps: steps.length,
      ...(funnel.withinSeconds !== undefined && {
        within: Math.round(funnel.withinSeconds * 1000),
        first_step: steps[0] ?? [0],
      }),
    },
  };
}
