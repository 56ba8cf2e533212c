import type { Locale } from '#kit/locale.ts';
import type { PortraitWords } from '#persona/server/deliverable/portrait-words.ts';
import type { messages } from '#persona/web/messages.ts';
import '#persona/web/text.ts';
import { dayIn } from '#persona/web/words/day.ts';
import { frameWords, type PortraitSpeech, portraitContent } from '#persona/web/words/portrait-content.ts';
import { createFormat } from '#ui/format.ts';
import { translate } from '#ui/i18n.ts';
import type { messages as uiMessages } from '#ui/messages.ts';
import '#ui/text.ts';
import type { Workspace } from '#workspace/domain/schema.ts';

/** What is printed says what the pages say, in the same words: they are written once, for the pages. */
export function portraitWords({ name, zone }: Workspace, language: Locale, now: Date): PortraitWords {
  const speech: PortraitSpeech = {
    t: translate<(typeof messages)['en']>('persona', language),
    ui: translate<(typeof uiMessages)['en']>('ui', language),
    format: createFormat(language, zone),
  };
  const today = dayIn(zone, now);
  return {
    content: (persona) => portraitContent(speech, persona, today),
    frame: (portraits) => frameWords(speech, { workspace: name, made: today, portraits }),
    fileName: (what, of) =>
      speech.t('deliverable.file', { what: speech.t(`deliverable.fileName.${what}`), of: of ?? name }),
  };
}
