import type { Engine } from '#platform/clickhouse/engine.ts';
import type { SurveyCells } from './cells.ts';

const inScope = 'workspace_id = {workspace:String} AND survey_id = {survey:String}';
const inRows = 'row IN (SELECT arrayJoin({rows:Array(UInt64)}))';
/** Rows found in one pass, and rows whose cells are held at once: both bound the memory of a file full of repeats. */
const passSize = 20_000;
const pageSize = 1_000;

export type RepeatedRow = { readonly line: number; readonly fields: readonly string[] };

/**
 * Takes out the rows of respondents that an earlier row already brought, and hands each to `setAside` with its cells:
 * one person counts once. Rows without a respondent are all different people. Returns how many there were.
 */
export async function removeRepeatedRespondents(
  engine: Engine,
  { workspaceId, surveyId }: SurveyCells,
  { place, columns }: { readonly place: number; readonly columns: number },
  setAside: (row: RepeatedRow) => Promise<void>,
): Promise<number> {
  const params = { workspace: workspaceId, survey: surveyId, place };
  let removed = 0;
  for (;;) {
    const found = await engine.query<{ row: number }>(
      `
      SELECT row FROM (
        SELECT row, row_number() OVER (PARTITION BY raw ORDER BY row) AS occurrence
        FROM survey_cell WHERE ${inScope} AND column_index = {place:UInt16})
      WHERE occurrence > 1
      ORDER BY row
      LIMIT {pass:UInt32}`,
      { ...params, pass: passSize },
    );
    if (found.length === 0) return removed;
    const rows = found.map(({ row }) => row);
    for (let start = 0; start < rows.length; start += pageSize) {
      for (const row of await readRows(rows.slice(start, start + pageSize))) await setAside(row);
    }
    await engine.command(`DELETE FROM survey_cell WHERE ${inScope} AND ${inRows}`, { ...params, rows });
    removed += rows.length;
  }

  async function readRows(rows: readonly number[]): Promise<RepeatedRow[]> {
    const cells = await engine.query<{ row: number; column_index: number; raw: string }>(
      `SELECT row, column_index, raw FROM survey_cell WHERE ${inScope} AND ${inRows} ORDER BY row, column_index`,
      { ...params, rows },
    );
    const fieldsOf = new Map(rows.map((row) => [row, new Array<string>(columns).fill('')]));
    for (const { row, column_index, raw } of cells) {
      const fields = fieldsOf.get(row);
      if (fields) fields[column_index] = raw;
    }
    return [...fieldsOf].map(([line, fields]) => ({ line, fields }));
  }
}
