import { partsOfScale } from '#measure/domain/impact/answered.ts';
import { experiences, fewestScores } from '#measure/domain/impact/peak-end.ts';
import type { QueryParams } from '#platform/clickhouse/engine.ts';
import { staged } from '../staged-sql.ts';
import { type AnsweredQuestion, answeredSql, wholeMean } from './answered-sql.ts';

/** Of each customer who gave enough scores before the answer, what `experiences` names, in that order from 1. */
export function experienceSql(question: AnsweredQuestion): { from: string; params: QueryParams } {
  const { from, params } = answeredSql(question, [], 'score');
  const half = partsOfScale / 2;
  const sql: Readonly<Record<(typeof experiences)[number], string>> = {
    first: 'before_part[1]',
    worst: 'arrayMin(before_part)',
    best: 'arrayMax(before_part)',
    end: 'before_part[-1]',
    // The farthest from the middle of the scale; of two as far, the worse.
    peakEnd: `round((arraySort(q -> -2 * abs(q - ${half}) - (q < ${half}), before_part)[1] + before_part[-1]) / 2)`,
    mean: wholeMean('before_part'),
  };
  return {
    from: staged(
      `(SELECT customer, answer, before_part FROM ${from} WHERE length(before_part) >= ${fewestScores})`,
      [
        [
          `[${experiences.map((_, at) => `${at + 1}::UInt16`).join(', ')}] AS place`,
          `[${experiences.map((name) => `toUInt32(${sql[name]})`).join(', ')}] AS value`,
        ],
      ],
    ),
    params,
  };
}
