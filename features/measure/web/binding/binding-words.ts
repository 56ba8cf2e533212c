import type { Source } from '#measure/domain/source.ts';
import type { Binding } from '#touchpoint/domain/binding.ts';
import type { Survey } from '#voice/domain/survey.ts';
import type { Speech } from '../figure-words.ts';

const mostNames = 3;

/** What a touchpoint is tied to, in words: what, then where. */
export function bindingWords(
  { t, format }: Speech,
  binding: Binding,
  sources: readonly Source[] | undefined,
  surveys: readonly Survey[] | undefined,
): { readonly what: string; readonly where: string } {
  if (binding.on === 'survey') {
    const survey = surveys?.find(({ id }) => id === binding.surveyId);
    const label = survey?.mapping.scores.find(({ column }) => column === binding.column)?.label;
    return {
      what: [
        t('binding.survey', { column: label ?? binding.column }),
        t(`binding.kinds.${binding.kind}`),
      ].join(' · '),
      where: survey
        ? t('binding.inSource', { source: survey.name })
        : surveys === undefined
          ? ''
          : t('binding.goneSurvey'),
    };
  }
  const { names, channels, attributes } = binding.rule;
  const listed = names
    .slice(0, mostNames)
    .map((name) => t('quoted', { text: name }))
    .join(', ');
  const more = names.length - mostNames;
  const what =
    more > 0
      ? t('binding.eventsMany', { names: listed, count: more, said: format.integer(more) })
      : t('binding.events', { names: listed });
  const source = sources?.find(({ id }) => id === binding.sourceId);
  return {
    what: [
      what,
      ...(channels.length > 0
        ? [
            t('binding.channels', {
              channels: channels.map((channel) => channel || t('binding.emptyChannel')).join(', '),
            }),
          ]
        : []),
      ...attributes.map(({ name, is, values }) =>
        t(`binding.condition.${is}`, { name, values: values.join(', ') }),
      ),
    ].join(' · '),
    where: source
      ? t('binding.inSource', { source: source.name })
      : sources === undefined
        ? ''
        : t('binding.gone'),
  };
}
