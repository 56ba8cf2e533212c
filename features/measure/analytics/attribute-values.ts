import { z } from 'zod';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { inScope, type JourneysScope, scopeParams } from './journeys-scope.ts';

const rowSchema = z.object({ value: z.string(), journeys: z.int() });
export type AttributeValue = z.infer<typeof rowSchema>;

/** Values looked at; an attribute with more is an identifier rather than a way to split. */
const mostValues = 1000;

/** Values of a journey-level attribute, commonest first; journeys without a value are left out. */
export async function attributeValues(
  engine: Engine,
  scope: JourneysScope & { readonly attribute: string },
): Promise<AttributeValue[]> {
  const rows = await engine.query(
    `SELECT toString(attributes[{attribute:String}]) AS value, count() AS journeys
     FROM lived_journey
     WHERE ${inScope(scope)} AND value != ''
     GROUP BY value
     ORDER BY journeys DESC, value
     LIMIT {most:UInt32}`,
    { ...scopeParams(scope), attribute: scope.attribute, most: mostValues },
  );
  return z.array(rowSchema).parse(rows);
}
