import { type Problem, problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { isZone } from '#kit/table/zone.ts';
import { suitsNps } from './answer.ts';
import type { SurveyMapping } from './survey.ts';

/** Every column a mapping speaks of, each once. */
export function mappedColumns(mapping: SurveyMapping): string[] {
  return [
    ...new Set(
      [
        mapping.respondent,
        mapping.time?.column,
        mapping.weight,
        ...mapping.scores.map((score) => score.column),
        ...mapping.splits,
        ...mapping.texts,
      ].filter((column) => column !== null && column !== undefined),
    ),
  ];
}

/**
 * A mapping that can be applied to a table with these columns.
 * Problems: `survey.missing-column` (column, file columns in `known`), `survey.column-twice`, `survey.nps-scale`,
 * `survey.unknown-zone`.
 */
export function checkMapping(mapping: SurveyMapping, columns: readonly string[]): Result<SurveyMapping> {
  const known = new Set(columns);
  const missing = mappedColumns(mapping).find((column) => !known.has(column));
  if (missing !== undefined) return fail(missingColumn(missing, columns));
  if (mapping.time && !isZone(mapping.time.zone)) {
    return fail(problem('survey.unknown-zone', { zone: mapping.time.zone }));
  }
  const seen = new Set<string>();
  for (const score of mapping.scores) {
    if (seen.has(score.column)) return fail(problem('survey.column-twice', { column: score.column }));
    seen.add(score.column);
    if (score.kind === 'nps' && !suitsNps(score.scale)) {
      return fail(
        problem('survey.nps-scale', { column: score.column, min: score.scale.min, max: score.scale.max }),
      );
    }
  }
  return ok(mapping);
}

const missingColumn = (column: string, columns: readonly string[]): Problem =>
  problem('survey.missing-column', { column, known: columns.slice(0, 40).join(', ') });
