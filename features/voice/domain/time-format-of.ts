import { guessColumn } from '#kit/table/column-guess.ts';
import { type TimeFormat, timeFormatSchema } from '#kit/table/time-format.ts';
import type { SurveyMapping } from './survey.ts';

/** How the dates of a survey are written: as told, else as the first of them show. */
export function timeFormatOf(
  time: NonNullable<SurveyMapping['time']>,
  written: readonly string[],
): TimeFormat {
  const told = timeFormatSchema.safeParse(time.format);
  if (told.success) return told.data;
  return guessColumn(time.column, written.slice(0, 1000)).time?.format ?? 'iso';
}
