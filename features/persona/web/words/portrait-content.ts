import type { Format } from '#ui/format.ts';
import type { Translate } from '#ui/i18n.ts';
import type { FrameWords, PortraitContent, SaidSection } from '../../domain/deliverable/content.ts';
import { channelsInOrder, statementsBySection } from '../../domain/outline.ts';
import { evidenceState, isStated, nextQuestions, provenShare } from '../../domain/proof.ts';
import {
  empathySections,
  expectationScales,
  type Persona,
  type Section,
  type Statement,
  sections,
} from '../../domain/schema.ts';
import type { messages } from '../messages.ts';
import { channelWords } from './channel-words.ts';
import { evidenceLine } from './evidence-words.ts';
import { factsOf } from './facts.ts';
import { pronounOf } from './pronoun.ts';

export type PortraitSpeech = {
  readonly t: Translate<(typeof messages)['en']>;
  readonly ui: { maybe(key: string): string | undefined };
  readonly format: Format;
};

/** A persona in words, for what is printed of it: statements without words are left out. `today` is YYYY-MM-DD. */
export function portraitContent(speech: PortraitSpeech, persona: Persona, today: string): PortraitContent {
  const { t, ui, format } = speech;
  const pronoun = pronounOf(persona);
  const proof = provenShare(persona, today);
  const quote = persona.quote.trim();
  const bySection = statementsBySection(persona);
  const said = (section: Section): SaidSection => ({
    title: titleOf(speech, persona, section),
    statements: bySection[section]
      .filter(([, statement]) => isStated(statement))
      .map(([, statement]) => ({
        text: statement.text.trim(),
        answer: answerOf(speech, statement),
        proof: evidenceLine({ t, format }, statement, today),
        state: evidenceState(statement, today),
      })),
  });
  return {
    name: persona.title.trim() || t('sheet.untitled'),
    tagline: persona.tagline.trim(),
    quote: quote === '' ? '' : t('sheet.quoted', { quote }),
    facts: factsOf({ t, format }, persona).join('\u00a0· '),
    story: { title: t(`sheet.story.${pronoun}`), text: persona.story.trim() },
    colour: persona.colour,
    picture: persona.picture,
    scales: {
      title: t(`sheet.expects.${pronoun}`),
      rows: expectationScales.flatMap((scale) => {
        const at = persona[scale];
        return at === null ? [] : [{ low: t(`scale.${scale}.low`), high: t(`scale.${scale}.high`), at }];
      }),
    },
    channels: {
      title: t(`sheet.channels.${pronoun}`),
      names: channelsInOrder(persona).map(([, channel]) => channelWords(ui, channel)),
    },
    sections: Object.fromEntries(
      sections.map((section) => [section, said(section)]),
    ) as PortraitContent['sections'],
    chapters: {
      empathy: t('bar.empathy'),
      phone: t(`sheet.phone.${pronoun}`),
      apart: t(`sheet.apart.${pronoun}`),
    },
    proof: {
      title: t('sheet.restsOn'),
      share:
        proof.share === null ? t('proof.nothing') : t('proof.share', { share: format.share(proof.share) }),
      counts:
        proof.total === 0
          ? ''
          : [
              t('proof.proven', { count: proof.proven }),
              t('proof.assumed', { count: proof.assumed }),
              t('proof.stale', { count: proof.stale }),
            ].join('\u00a0· '),
      proven: proof.proven,
      assumed: proof.assumed,
      stale: proof.stale,
      ask: {
        title: t('proof.ask'),
        questions: nextQuestions(persona, today, 3).map(({ text }) => text.trim()),
      },
    },
  };
}

function titleOf({ t }: PortraitSpeech, persona: Persona, section: Section): string {
  const inEmpathy = empathySections.find((known) => known === section);
  return inEmpathy ? t(`empathy.${inEmpathy}.${pronounOf(persona)}`) : t(`section.${section}`);
}

/** What to say instead of words to avoid; in a hard situation, what to do. */
function answerOf({ t }: PortraitSpeech, { section, answer }: Statement): string {
  if (answer.trim() === '') return '';
  return section === 'words-to-avoid' ? t('deliverable.instead', { answer: answer.trim() }) : answer.trim();
}

/** What is said around portraits. `made`: the day it is printed, YYYY-MM-DD. */
export const frameWords = (
  { t, ui, format }: PortraitSpeech,
  {
    workspace,
    made,
    portraits,
  }: { readonly workspace: string; readonly made: string; readonly portraits: number },
): FrameWords => ({
  workspace,
  credit: t('deliverable.credit'),
  date: t('deliverable.made', { date: format.date(made) }),
  legend: {
    proven: ui.maybe('evidence.proven') ?? '',
    assumed: ui.maybe('evidence.assumed') ?? '',
    stale: ui.maybe('evidence.stale') ?? '',
  },
  more: (count) => t('deliverable.more', { count }),
  continued: (title) => t('deliverable.continued', { title }),
  page: (page, pages) => t('deliverable.page', { page, pages }),
  booklet: { title: t('deliverable.bookletTitle'), count: t('deliverable.count', { count: portraits }) },
});
