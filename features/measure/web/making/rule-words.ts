import type { JourneyRule } from '#measure/domain/lived-journey/journey-rule.ts';
import type { Speech } from '../figure-words.ts';

/** What a journey is, in one sentence. */
export function ruleSentence({ t, format }: Speech, rule: JourneyRule): string {
  if (rule.is === 'whole') return t('rule.whole');
  const quoted = (names: readonly string[]): string =>
    format.list(names.map((name) => t('rule.quoted', { name })));
  const cuts = [
    ...(rule.starts.length > 0 ? [t('rule.startsAt', { names: quoted(rule.starts) })] : []),
    ...(rule.ends.length > 0 ? [t('rule.endsAt', { names: quoted(rule.ends) })] : []),
    ...(rule.silenceSeconds === null
      ? []
      : [t('rule.endsAfter', { silence: format.durationInWords(rule.silenceSeconds * 1000) })]),
  ];
  return t('rule.cut', { cuts: format.list(cuts) });
}
