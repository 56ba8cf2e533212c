import { TimeReader } from '#kit/table/time-reader.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import type { SurveyMapping } from '../domain/survey.ts';
import { timeFormatOf } from '../domain/time-format-of.ts';
import type { SurveyCells } from './cells.ts';

export type TimeRange = { readonly firstAt: string | null; readonly lastAt: string | null };

const pageSize = 50_000;

/** First and last answer of a survey, ISO 8601 in UTC; null without a column of dates or without a readable date. */
export async function timeRange(
  engine: Engine,
  { workspaceId, surveyId }: SurveyCells,
  columns: readonly string[],
  time: SurveyMapping['time'],
): Promise<TimeRange> {
  const place = time ? columns.indexOf(time.column) : -1;
  if (!time || place === -1) return { firstAt: null, lastAt: null };
  let reader: TimeReader | undefined;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let after = 0;
  for (;;) {
    const cells = await engine.query<{ row: number; raw: string }>(
      `
      SELECT row, raw FROM survey_cell
      WHERE workspace_id = {workspace:String} AND survey_id = {survey:String}
        AND column_index = {place:UInt16} AND row > {after:UInt64}
      ORDER BY row
      LIMIT {page:UInt32}`,
      { workspace: workspaceId, survey: surveyId, place, after, page: pageSize },
    );
    reader ??= new TimeReader(
      timeFormatOf(
        time,
        cells.map(({ raw }) => raw),
      ),
      time.zone,
    );
    for (const { raw } of cells) {
      const moment = reader.read(raw);
      if (moment < first) first = moment;
      if (moment > last) last = moment;
    }
    const end = cells.at(-1);
    if (!end || cells.length < pageSize) break;
    after = end.row;
  }
  return first > last
    ? { firstAt: null, lastAt: null }
    : { firstAt: new Date(first).toISOString(), lastAt: new Date(last).toISOString() };
}
