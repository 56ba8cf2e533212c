import type { Locale } from '#kit/locale.ts';
import type { AlertWords } from '#measure/server/indicator/check-alerts.ts';
import { findingSentences } from '#measure/web/indicator/finding-words.ts';
import type { messages } from '#measure/web/indicator/messages.ts';
import '#measure/web/indicator/text.ts';
import type { IndicatorSpeech } from '#measure/web/indicator/words.ts';
import { createFormat } from '#ui/format.ts';
import { translate } from '#ui/i18n.ts';
import type { Workspace } from '#workspace/domain/schema.ts';

/** What pages say of indicators, said elsewhere: the words are written once, for the pages. */
export const indicatorSpeech = ({ zone }: Pick<Workspace, 'zone'>, language: Locale): IndicatorSpeech => ({
  t: translate<(typeof messages)['en']>('measure-indicator', language),
  format: createFormat(language, zone),
  locale: language,
});

export function alertWords(workspace: Workspace, language: Locale): AlertWords {
  const speech = indicatorSpeech(workspace, language);
  return (indicator, finding) => ({
    title: speech.t('alert.subject', { name: indicator.name, workspace: workspace.name }),
    sentences: findingSentences(speech, indicator, finding),
  });
}
