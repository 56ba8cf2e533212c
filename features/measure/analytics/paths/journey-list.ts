import { z } from 'zod';
import type { Split } from '#measure/domain/measuring/split.ts';
import type { Engine, QueryParams } from '#platform/clickhouse/engine.ts';
import { type PseudonymKey, pseudonymParams, pseudonymSql } from '../pseudonym-sql.ts';
import { type PathsQuestion, pathsSql } from './letters-sql.ts';
import { type SoughtInSql, soughtSql } from './sought-sql.ts';

const countSchema = z.object({ journeys: z.int(), people: z.int() });
const rowSchema = z.object({
  pseudonym: z.string(),
  part: z.int(),
  begun: z.number(),
  ended: z.number(),
  under_way: z.union([z.int(), z.boolean()]),
  events: z.int(),
  passages: z.int(),
  path: z.array(z.int()),
});

export type ListedJourney = {
  readonly pseudonym: string;
  /** Which journey of the customer, from 1. */
  readonly part: number;
  /** Moments of its first and last event, milliseconds since 1970. */
  readonly begun: number;
  readonly ended: number;
  readonly underWay: boolean;
  readonly events: number;
  readonly passages: number;
  /** The first places it passes. */
  readonly path: readonly string[];
};

/** Places of a journey told in a list. */
const placesTold = 12;

/** Rows of a path (letters-sql.ts). */
export type Rows = { readonly from: string; readonly params: QueryParams };

export type JourneyListQuestion = PathsQuestion & {
  /** The part of a picture; or the rows of a path that are listed. */
  readonly sought: SoughtInSql | Rows | undefined;
  readonly split: Split | null;
  readonly key: PseudonymKey;
  readonly from: number;
  readonly most: number;
  /** Under so many customers, nobody is listed. */
  readonly atLeast: number;
};

/** The journeys sought, one by one: the last begun first, at the same moment by pseudonym. */
export async function journeyList(
  engine: Engine,
  question: JourneyListQuestion,
): Promise<{ journeys: number; found: number; people: number; rows: ListedJourney[] }> {
  const { places, sought, split, key, from: first, most, atLeast } = question;
  const all = pathsSql(question);
  const { from, params } =
    sought && 'from' in sought && 'params' in sought
      ? sought
      : await soughtSql(engine, question, sought, split);
  const count = async (rows: string, its: typeof params) =>
    countSchema.parse(
      (await engine.query(`SELECT count() AS journeys, uniqExact(customer) AS people FROM ${rows}`, its))[0],
    );
  const whole = await count(all.from, all.params);
  const part = sought === undefined ? whole : await count(from, params);
  const told = { journeys: whole.journeys, found: part.journeys, people: part.people };
  if (part.people < atLeast) return { ...told, rows: [] };
  const rows = await engine.query(
    `SELECT ${pseudonymSql} AS pseudonym, part, begun, ended, under_way, events, length(letter) AS passages,
            arraySlice(letter, 1, {told:UInt16}) AS path
     FROM ${from}
     ORDER BY begun DESC, pseudonym, part
     LIMIT {most:UInt32} OFFSET {first:UInt64}`,
    { ...params, ...pseudonymParams(key), told: placesTold, most, first },
  );
  return {
    ...told,
    rows: z
      .array(rowSchema)
      .parse(rows)
      .map(({ under_way, path, ...row }) => ({
        ...row,
        underWay: Boolean(under_way),
        path: path.map((number) => places.keys[number - 1] ?? ''),
      })),
  };
}
