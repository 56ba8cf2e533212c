import { createInstance } from 'i18next';
import { type Locale, locales } from '#kit/locale.ts';
import type { Problem } from '#kit/problem.ts';
import { allMessages } from './messages.ts';

const problems = (locale: Locale) =>
  Object.assign({}, ...allMessages.map((room) => ('problem' in room[locale] ? room[locale].problem : {})));

const translator = createInstance();
void translator.init({
  resources: Object.fromEntries(locales.map((locale) => [locale, { translation: problems(locale) }])),
  lng: 'en',
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

/** The sentence of a problem in the reader's language; its code when nobody wrote one (a test forbids that). */
export const problemSentence = (problem: Pick<Problem, 'code' | 'params'>, locale: Locale): string =>
  translator.t(problem.code, { lng: locale, ...withOwnComma(problem.params ?? {}, locale) });

/** Figures that have decimals, with the comma of French. Whole ones stay as they are: they may be a port or a line. */
const withOwnComma = (params: NonNullable<Problem['params']>, locale: Locale) =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      locale === 'fr' && typeof value === 'number' && !Number.isInteger(value)
        ? String(value).replace('.', ',')
        : value,
    ]),
  );

export const hasSentence = (code: string, locale: Locale): boolean =>
  translator.exists(code, { lng: locale, fallbackLng: [] });

/** The first language of an Accept-Language header that we speak; English for scripts that ask nothing. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const asked = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return (
    locales.find(
      (locale) => locale === asked.find((language) => (locales as readonly string[]).includes(language)),
    ) ?? 'en'
  );
}

/** Every problem with its sentence, for the page that documents them; parameters stay as `{{name}}`. */
export const allProblemSentences = (locale: Locale): readonly (readonly [code: string, sentence: string])[] =>
  Object.entries(problems(locale) as Record<string, string>).sort(([a], [b]) => a.localeCompare(b));
