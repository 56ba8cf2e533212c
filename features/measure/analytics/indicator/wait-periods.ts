import { z } from 'zod';
import type { DurationGroup } from '#kit/statistics/survival.ts';
import type { Period } from '#measure/domain/indicator/periods.ts';
import { durationOf, markShift, type Precision } from '#measure/domain/measuring/duration-marks.ts';
import type { Split } from '#measure/domain/measuring/split.ts';
import { numberOf } from '#measure/domain/paths/places.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { groupSql } from '../group-sql.ts';
import { type PathsQuestion, pathsSql } from '../paths/letters-sql.ts';
import { type ByGroup, byGroup, periodParams, periodSql } from './period-sql.ts';

const rowSchema = z.object({
  grp: z.int(),
  period: z.int(),
  wait: z.int(),
  ended: z.int(),
  journeys: z.int(),
});

export type PeriodWaits = {
  /** Milliseconds; above 200,000 events on the scale of `duration-marks`. */
  readonly groups: readonly DurationGroup[];
  readonly waiting: number;
};

/**
 * By group and period of the first passage at `first`: how long journeys took to the first later passage at `second`, those under way
 * waiting since; those that are over without it left out. One query for all periods.
 */
export async function waitPeriods(
  engine: Engine,
  question: PathsQuestion & {
    readonly periods: readonly Period[];
    readonly first: string;
    readonly second: string;
    readonly precision: Precision;
    readonly split: Split | null;
  },
): Promise<ByGroup<PeriodWaits>> {
  const { places, periods, first, second, precision } = question;
  const { from, params } = pathsSql(question);
  const group = groupSql(question.split);
  const exact = precision === 'exact';
  const told = exact
    ? 'waited'
    : `bitShiftRight(reinterpretAsUInt32(toFloat32(waited)), ${markShift(precision)})`;
  const rows = z.array(rowSchema).parse(
    await engine.query(
      `SELECT grp, period, toInt64(${told}) AS wait, toUInt8(came > 0) AS ended, count() AS journeys
       FROM (
         SELECT grp, ${periodSql('began')} AS period, came,
                if(came = 0, {end:Int64}, moment[start + came]) - began AS waited
         FROM (
           SELECT toUInt32(${group.sql}) AS grp, letter, moment, under_way, indexOf(letter, {first:UInt16}) AS start, moment[start] AS began,
                  indexOf(arraySlice(letter, start + 1), {second:UInt16}) AS came
           FROM ${from}
           WHERE has(letter, {first:UInt16})
         )
         WHERE (came > 0 OR under_way) AND period > 0
       )
       GROUP BY grp, period, wait, ended
       ORDER BY grp, period, wait, ended`,
      {
        ...params,
        ...group.params,
        ...periodParams(periods),
        first: numberOf(places, first),
        second: numberOf(places, second),
      },
    ),
  );
  type Told = { grp: number; period: number; told: { groups: DurationGroup[]; waiting: number } };
  const found: Told[] = [];
  for (const { grp, period, wait, ended, journeys } of rows) {
    let here = found.at(-1);
    if (here?.grp !== grp || here.period !== period) {
      here = { grp, period, told: { groups: [], waiting: 0 } };
      found.push(here);
    }
    const time = exact || wait === 0 ? wait : durationOf(wait, precision);
    here.told.groups.push({ time, events: ended ? journeys : 0, censored: ended ? 0 : journeys });
    if (!ended) here.told.waiting += journeys;
  }
  return byGroup(found);
}
