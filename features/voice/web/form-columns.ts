import type { SurveyPreview } from '../contract.ts';
import type { Survey, SurveyPreviewColumn, SurveyScore } from '../domain/survey.ts';
import type { FormColumn } from './survey-draft.ts';

/** What the form can choose from and say of it, whether a file is previewed or a survey is corrected. */
export type FormTable = {
  readonly columns: readonly FormColumn[];
  /** Rows counted; null when values were not counted (a survey that is already here). */
  readonly rows: number | null;
  /** All rows of the file were counted. */
  readonly whole: boolean;
  /** Why each column was taken for what it was. */
  readonly guesses: ReadonlyMap<string, Pick<SurveyPreviewColumn, 'role' | 'reason'>>;
  /** Who is a respondent was settled when the file came in. */
  readonly settled: boolean;
  /** Format and zone of the column of dates. */
  readonly zone: string;
};

export const tableOfPreview = (preview: SurveyPreview, zone: string): FormTable => ({
  columns: preview.columns.map(({ column, filled, values }) => ({ name: column, filled, values })),
  rows: preview.rows,
  whole: preview.whole,
  guesses: new Map(preview.columns.map((column) => [column.column, column])),
  settled: false,
  zone,
});

/** Of a survey that is here, the values that are not answers are known, which is what is to be corrected. */
export function tableOfSurvey(survey: Survey, scores: readonly SurveyScore[], zone: string): FormTable {
  const refused = new Map(scores.map((score) => [score.column, score.refused]));
  return {
    columns: survey.columns.map((name) => ({ name, filled: null, values: refused.get(name) ?? [] })),
    rows: null,
    whole: true,
    guesses: new Map(),
    settled: true,
    zone,
  };
}
