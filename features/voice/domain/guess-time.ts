import type { ColumnGuess } from '#kit/table/column-guess.ts';
import { TimeReader } from '#kit/table/time-reader.ts';
import type { SurveyMapping } from './survey.ts';

/** Surveys are of these years; a time of day kept as a date of 1899 is no date. */
const firstYear = 1990;
const lastYear = 2100;

const dateName = /date|jour|day|time|heure|quand|when|submitted|soumis|répon|respon|complet|interview/i;

/** The column that says when each answer was given: dates of our days, by name first. `zone` is for those that say none. */
export function guessSurveyTime(columns: readonly ColumnGuess[], zone: string): SurveyMapping['time'] {
  const dated = columns.filter(({ time, examples }) => {
    if (!time) return false;
    const reader = new TimeReader(time.format, 'UTC');
    return examples.every((example) => {
      const year = new Date(reader.read(example)).getUTCFullYear();
      return year >= firstYear && year <= lastYear;
    });
  });
  const chosen = dated.find(({ name }) => dateName.test(name)) ?? dated[0];
  return chosen?.time ? { column: chosen.name, format: chosen.time.format, zone } : null;
}
