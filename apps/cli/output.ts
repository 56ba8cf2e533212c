import { createInstance } from 'i18next';
import type { Locale } from '#kit/locale.ts';
import type { Problem } from '#kit/problem.ts';
import { createFormat, type Format } from '#ui/format.ts';
import { problemSentence } from '../problem-sentence.ts';
import { messages } from './messages.ts';

/** Exit codes of every command: 0 done, 1 refused or failed (said on stderr), 2 the words of the command are off. */
export const exitCode = { done: 0, refused: 1, usage: 2 } as const;

export type Say = (key: keyof (typeof messages)['en'], params?: Record<string, string | number>) => string;

export type Output = {
  readonly locale: Locale;
  readonly say: Say;
  readonly format: Format;
  /** The answer, on stdout: JSON with `--json`, else the lines of `readable`. */
  answer(value: unknown, readable: () => readonly string[]): void;
  /** What is going on, on stderr. */
  note(line: string): void;
  /** A line rewritten in place while work goes on; where stderr is not a terminal, a new line now and then. */
  progress(line: string): void;
  refuse(problem: { readonly code: string; readonly params?: Problem['params'] | undefined }): void;
};

const translator = createInstance();
void translator.init({
  resources: { en: { translation: messages.en }, fr: { translation: messages.fr } },
  lng: 'en',
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

/** Language of the command: PARCOURS_LANG, else the system's (LC_ALL, LC_MESSAGES, LANG), else English. */
export function commandLocale(environment: Readonly<Record<string, string | undefined>>): Locale {
  const asked =
    environment.PARCOURS_LANG || environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return asked.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/** Milliseconds between two lines of progress in a log. */
const tellEvery = 3_000;

export function createOutput(json: boolean, locale: Locale): Output {
  const terminal = process.stderr.isTTY === true;
  let inPlace = false;
  let told = performance.now() - tellEvery;
  const line = (text: string) => {
    process.stderr.write(`${inPlace ? '\r\u001b[K' : ''}${text}\n`);
    inPlace = false;
  };
  return {
    locale,
    say: (key, params) => translator.t(key, { lng: locale, ...params }),
    format: createFormat(locale),
    answer(value, readable) {
      if (inPlace) line('');
      process.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${readable().join('\n')}\n`);
    },
    note: line,
    progress(text) {
      if (!terminal) {
        const now = performance.now();
        if (now - told >= tellEvery) {
          told = now;
          line(text);
        }
        return;
      }
      process.stderr.write(`\r\u001b[K${text}`);
      inPlace = true;
    },
    refuse({ code, params }) {
      const title = problemSentence({ code, ...(params && { params }) }, locale);
      line(json ? JSON.stringify({ code, params: params ?? {}, title }) : title);
      process.exitCode = exitCode.refused;
    },
  };
}
