import { PassThrough, type Readable, type Writable } from 'node:stream';
import type { Locale } from '#kit/locale.ts';
import { writeEventsCsv } from '#testing/simulator/events-csv.ts';
import type { SimulationOptions } from '#testing/simulator/options.ts';
import { writeSurveyCsv } from '#testing/simulator/survey.ts';
import type { SeedPlan } from './plan.ts';

/** One world for all languages: the same customers live the same things, only the words differ. */
const seed = 2026;

const optionsOf = ({ customers, end }: SeedPlan, language: Locale): SimulationOptions => ({
  seed,
  customers,
  end: new Date(end),
  language,
  names: language,
});

/** Two in five answer a survey at best, and a thousand answers tell enough. */
const respondentsOf = ({ customers }: SeedPlan): number => Math.min(2_000, Math.ceil(customers * 0.4));

export const simulatedEvents = (plan: SeedPlan, language: Locale): Readable =>
  written((out) => writeEventsCsv(out, optionsOf(plan, language)));

export const simulatedSurvey = (plan: SeedPlan, language: Locale): Readable =>
  written((out) => writeSurveyCsv(out, { ...optionsOf(plan, language), respondents: respondentsOf(plan) }));

/** What a writer writes, as something to read; its failure is the reader's. */
function written(write: (out: Writable) => Promise<unknown>): Readable {
  const stream = new PassThrough();
  write(stream).then(
    () => stream.end(),
    (error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return stream;
}
