import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { readNumber, trimCell } from '../domain/answer.ts';

export type SurveyCells = { readonly workspaceId: WorkspaceId; readonly surveyId: string };

const escaped: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\\0',
};

const escapeField = (text: string): string =>
  /[\\\t\n\r\0]/.test(text) ? text.replace(/[\\\t\n\r\0]/g, (char) => escaped[char] ?? char) : text;

/** Text gathered before it is handed to the engine; also about what one load holds in memory. */
const batchLength = 8 << 20;

/** Takes rows in, cell by cell, in batches of bounded size. */
export function createCellWriter(engine: Engine, { workspaceId, surveyId }: SurveyCells) {
  let parts: string[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    if (parts.length === 0) return;
    const values = [Buffer.from(parts.join(''))];
    parts = [];
    length = 0;
    await engine.load({
      table: 'survey_cell',
      columns: ['workspace_id', 'survey_id', 'column_index', 'row', 'raw', 'value'],
      select: ['{workspace:String}', '{survey:String}', 'column_index', 'row', 'raw', 'value'],
      structure: [
        ['column_index', 'UInt16'],
        ['row', 'UInt64'],
        ['raw', 'String'],
        ['value', 'Nullable(Float64)'],
      ],
      params: { workspace: workspaceId, survey: surveyId },
      values,
    });
  };
  return {
    async add(row: number, cells: readonly string[]): Promise<void> {
      for (let index = 0; index < cells.length; index++) {
        const raw = trimCell(cells[index] ?? '');
        if (raw === '') continue;
        const part = `${index}\t${row}\t${escapeField(raw)}\t${readNumber(raw) ?? '\\N'}\n`;
        parts.push(part);
        length += part.length;
      }
      if (length >= batchLength) await flush();
    },
    flush,
  };
}

/** Takes every cell of a survey back. No survey of another workspace can have the same id: ids are random. */
export const dropCells = (engine: Engine, surveyId: string): Promise<void> =>
  engine.command('ALTER TABLE survey_cell DROP PARTITION {survey:String}', { survey: surveyId });

/** Ids of surveys the engine keeps cells of, whether a survey of that id exists or not. */
export async function surveysWithCells(engine: Engine): Promise<string[]> {
  const rows = await engine.query<{ survey_id: string }>('SELECT DISTINCT survey_id FROM survey_cell');
  return rows.map((row) => row.survey_id);
}
