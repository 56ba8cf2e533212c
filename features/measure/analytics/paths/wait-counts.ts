import { z } from 'zod';
import type { DurationGroup } from '#kit/statistics/survival.ts';
import { numberOf } from '#measure/domain/paths/places.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { type PathsQuestion, pathsSql } from './letters-sql.ts';

const rowSchema = z.object({ wait: z.int(), ended: z.union([z.int(), z.boolean()]), journeys: z.int() });

/** Waits from the first passage at one place to the first later one at another, in milliseconds. */
export type Waits = {
  readonly groups: readonly DurationGroup[];
  /** Journeys that are over and never came to the second place: they do not wait any more, and are told apart. */
  readonly without: number;
};

export async function waitCounts(
  engine: Engine,
  question: PathsQuestion & { readonly first: string; readonly second: string },
): Promise<Waits> {
  const { places, first, second } = question;
  const { from, params } = pathsSql(question);
  const rows = z.array(rowSchema).parse(
    await engine.query(
      `SELECT if(came = 0, if(under_way, {end:Int64} - began, -1), moment[start + came] - began) AS wait,
              came > 0 AS ended, count() AS journeys
       FROM (
         SELECT letter, moment, under_way, indexOf(letter, {first:UInt16}) AS start, moment[start] AS began,
                indexOf(arraySlice(letter, start + 1), {second:UInt16}) AS came
         FROM ${from}
         WHERE has(letter, {first:UInt16})
       )
       GROUP BY wait, ended
       ORDER BY wait, ended`,
      { ...params, first: numberOf(places, first), second: numberOf(places, second) },
    ),
  );
  const waiting = rows.filter(({ wait, ended }) => ended || wait >= 0);
  return {
    groups: waiting.map(({ wait, ended, journeys }) => ({
      time: wait,
      events: ended ? journeys : 0,
      censored: ended ? 0 : journeys,
    })),
    without: rows.filter((row) => !waiting.includes(row)).reduce((sum, { journeys }) => sum + journeys, 0),
  };
}
