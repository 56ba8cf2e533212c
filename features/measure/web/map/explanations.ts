import type { Explanation } from '#ui/explain.tsx';
import type { Tone } from '#ui/figure.tsx';
import { type PlaceView, periodOf, saidFew } from './place-figures.ts';

/** One figure of a place as a line of the panel: named, said, with what stands behind it. */
export type FigureRow = {
  readonly id: string;
  readonly name: string;
  /** Empty when withheld: `detail` then says why. */
  readonly value: string;
  readonly detail: string;
  readonly tone: Tone;
  readonly explanation: Explanation;
};

export type Parts = Pick<Explanation, 'title' | 'definition'> & {
  readonly n?: string;
  readonly method?: string | undefined;
};

/** What stands behind a figure of this place: period and sources are those of the place. */
export function explain(
  { speech, measure, figures }: PlaceView,
  { title, definition, n, method }: Parts,
): Explanation {
  const { t, format } = speech;
  const period = periodOf(speech, measure, figures);
  const simulated = (id: string) =>
    measure.populations.some((each) => each.sourceId === id && each.simulated) ||
    measure.surveys.some((each) => each.surveyId === id && each.simulated);
  const source = figures.freshness
    .map((fresh) =>
      [
        fresh.sourceName,
        fresh.importedAt === null ? undefined : t('strip.imported', { when: format.date(fresh.importedAt) }),
        simulated(fresh.sourceId) ? t('simulated') : undefined,
      ]
        .filter((part) => part !== undefined)
        .join(', '),
    )
    .join(' · ');
  return {
    title,
    definition,
    ...(n === undefined ? {} : { n }),
    ...(period === undefined ? {} : { period }),
    ...(source === '' ? {} : { source }),
    ...(method === undefined ? {} : { method }),
  };
}

/** Why a figure is not shown. */
export const withheldDetail = (
  { speech }: PlaceView,
  { n, minimum }: { n: number; minimum: number },
): string => speech.t('sentence.withheld', { n: saidFew(speech, n), minimum });
