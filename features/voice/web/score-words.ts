import type { Estimate, Shown } from '#kit/statistics/estimate.ts';
import type { Format } from '#ui/format.ts';
import type { Translate } from '#ui/i18n.ts';
import { satisfiedFrom } from '../domain/answer.ts';
import type { SurveyScore } from '../domain/survey.ts';
import type { messages } from './messages.ts';

export type Words = Translate<(typeof messages)['en']>;
export type Speech = { readonly t: Words; readonly format: Format };
export type GroupScore = SurveyScore['groups'][number];

/** Which of the two figures is drawn; both are always said. */
export type Reading = 'unweighted' | 'weighted';

/** The figure a score is known by: the share of satisfied for CSAT, else NPS or mean. */
export const leading = (group: GroupScore): Estimate => group.topTwo ?? group.estimate;

/** How the leading figure is drawn: share of satisfied on 0…1, NPS on −100…+100, means on their scale. */
export function drawnOn(score: Pick<SurveyScore, 'kind' | 'scale'>): { min: number; max: number } {
  if (score.kind === 'nps') return { min: -100, max: 100 };
  return score.kind === 'csat' ? { min: 0, max: 1 } : score.scale;
}

/** Value and bounds of one reading. */
export function readingOf(
  shown: Shown,
  reading: Reading,
): { readonly value: number; readonly low: number; readonly high: number } {
  return reading === 'weighted' && shown.weighted ? shown.weighted : shown;
}

/** A value of the leading figure as it is written: "+39,8", "82 %", "4,1" or, when it is that sure, "4,06". */
export function written(
  { format }: Pick<Speech, 'format'>,
  kind: SurveyScore['kind'],
  value: number,
  bounds: { readonly low: number; readonly high: number },
): string {
  if (kind === 'nps') return format.signed(value, 1);
  return kind === 'csat' ? format.share(value) : format.fixed(value, digitsOf(bounds));
}

/** A mean known to a fifth of a point or better is worth a second decimal: its bounds would read alike without it. */
const digitsOf = ({ low, high }: { readonly low: number; readonly high: number }): number =>
  high - low < 0.2 ? 2 : 1;

/** The leading figure as a sentence, what matters between `**`. */
export function sentenceOf(speech: Speech, score: SurveyScore, group: GroupScore, reading: Reading): string {
  const { t, format } = speech;
  const figure = leading(group);
  if (figure.withheld) {
    return t('score.withheld', {
      count: figure.n,
      n: format.integer(figure.n),
      minimum: format.integer(figure.minimum),
    });
  }
  const read = readingOf(figure, reading);
  const max = format.decimal(score.scale.max);
  if (score.kind === 'csat') return t('score.csat', { people: format.outOf(read.value) });
  return t(`score.${score.kind}`, { value: written(speech, score.kind, read.value, read), max });
}

/** "Entre +37,2 et +42,4 · n = 2 746"; named raw or weighted where both exist. */
export function rangeOf(speech: Speech, score: SurveyScore, shown: Shown, reading: Reading): string {
  const said = {
    ...bounds(speech, score.kind, readingOf(shown, reading)),
    n: speech.format.integer(shown.n),
  };
  return shown.weighted ? speech.t(`score.rangeNamed.${reading}`, said) : speech.t('score.range', said);
}

/** The reading that is not drawn, named; undefined without weights. */
export function otherReading(
  speech: Speech,
  kind: SurveyScore['kind'],
  shown: Shown,
  drawn: Reading,
): string | undefined {
  if (!shown.weighted) return undefined;
  const other = drawn === 'weighted' ? 'unweighted' : 'weighted';
  return speech.t(`score.other.${other}`, bounds(speech, kind, readingOf(shown, other)));
}

const bounds = (speech: Speech, kind: SurveyScore['kind'], read: ReturnType<typeof readingOf>) => ({
  value: written(speech, kind, read.value, read),
  low: written(speech, kind, read.low, read),
  high: written(speech, kind, read.high, read),
});

/** For CSAT, the mean that stands beside the share. */
export function meanBeside(
  speech: Speech,
  score: SurveyScore,
  group: GroupScore,
  reading: Reading,
): string | undefined {
  const { estimate, topTwo } = group;
  if (topTwo === null || estimate.withheld) return undefined;
  const { t, format } = speech;
  return t('score.meanToo', {
    ...bounds(speech, 'mean', readingOf(estimate, reading)),
    max: format.decimal(score.scale.max),
  });
}

/** What was not counted, in a few words; empty when everything was an answer. */
export function notCounted({ t }: Speech, score: SurveyScore): string[] {
  return [
    ...(score.noAnswer > 0 ? [t('score.noAnswer', { count: score.noAnswer })] : []),
    ...(score.refusedTotal > 0 ? [t('score.refused', { count: score.refusedTotal })] : []),
    ...(score.withoutWeight > 0 ? [t('score.withoutWeight', { count: score.withoutWeight })] : []),
  ];
}

/** "11 (84), Très satisfait (3)". */
export const refusedList = ({ t, format }: Speech, score: SurveyScore): string | undefined =>
  score.refused.length === 0
    ? undefined
    : t('score.refusedList', {
        values: score.refused.map(({ value, count }) => `${value} (${format.integer(count)})`).join(', '),
      });

/** What the leading figure is, in one sentence. */
export function definitionOf({ t, format }: Speech, score: SurveyScore): string {
  const min = format.decimal(score.scale.min);
  const max = format.decimal(score.scale.max);
  const from = format.decimal(satisfiedFrom(score.scale));
  return score.kind === 'nps' ? t('explain.nps') : t(`explain.${score.kind}`, { min, max, from });
}
