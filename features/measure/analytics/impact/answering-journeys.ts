import { z } from 'zod';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { type AnsweredQuestion, answeredSql } from './answered-sql.ts';

/** Journeys that answer. */
export async function answeringJourneys(engine: Engine, question: AnsweredQuestion): Promise<number> {
  const { from, params } = answeredSql(question, [], 'passed');
  const [row] = await engine.query(`SELECT count() AS journeys FROM ${from}`, params);
  return z.object({ journeys: z.int() }).parse(row).journeys;
}
