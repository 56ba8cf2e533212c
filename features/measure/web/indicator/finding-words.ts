import type { Finding } from '#measure/domain/indicator/alert.ts';
import type { Indicator } from '#measure/domain/indicator/indicator.ts';
import { detailText, type IndicatorSpeech, sentenceOf, targetText, valueText } from './words.ts';

/** An alert in plain sentences: the figure, what was expected of it, the target it missed. */
export function findingSentences(
  speech: IndicatorSpeech,
  indicator: Pick<Indicator, 'definition' | 'unit' | 'grain' | 'target'>,
  { from, figure, unexpected, missed }: Finding,
): string[] {
  const { t } = speech;
  const said = sentenceOf(speech, indicator, { from, figure }).replaceAll('**', '').replace(/\.$/, '');
  const value = (of: number) => valueText(speech, indicator, of);
  return [
    `${said} (${detailText(speech, indicator, figure)}).`,
    ...(unexpected
      ? [
          t(unexpected.basedOn === 'season' ? 'alert.season' : 'alert.level', {
            expected: value(unexpected.expected),
            low: value(unexpected.low),
            high: value(unexpected.high),
            count: unexpected.past,
          }),
        ]
      : []),
    ...(missed === null
      ? []
      : [t('alert.missed', { target: indicator.target ? targetText(speech, indicator) : value(missed) })]),
  ];
}
