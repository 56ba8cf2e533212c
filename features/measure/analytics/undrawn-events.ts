import { z } from 'zod';
import { kindCountSchema, type UndrawnKind } from '#measure/domain/measuring/known-kinds.ts';
import type { Numbering } from '#measure/domain/measuring/source-plan.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { hitsSql } from './hits-sql.ts';
import { unfolding } from './journey-codes.ts';
import { inScope, type JourneysScope, scopeParams } from './journeys-scope.ts';
import { staged } from './staged-sql.ts';

const rowSchema = kindCountSchema.omit({ lastAt: true });

/** Events that are at no touchpoint, by kind, and the journeys that have at least one of them. */
export async function undrawnEvents(
  engine: Engine,
  question: JourneysScope & { readonly numbering: Numbering },
): Promise<UndrawnKind[]> {
  const hits = hitsSql(question.numbering, {});
  const from = staged(`lived_journey WHERE ${inScope(question)}`, [
    ...hits.stages,
    ['arrayFilter((k, d) -> NOT d, kinds, drawn) AS undrawn'],
    ['arrayEnumerateUniq(undrawn) AS nths'],
  ]);
  const rows = await engine.query(
    `SELECT kind, count() AS events, countIf(nth = 1) AS journeys
     FROM ${from} ARRAY JOIN undrawn AS kind, nths AS nth
     GROUP BY kind
     ORDER BY kind`,
    { ...scopeParams(question), ...hits.params },
    { settings: unfolding },
  );
  return z.array(rowSchema).parse(rows);
}
