import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { locales } from '#kit/locale.ts';
import { allProblemSentences, hasSentence, localeOf, problemSentence } from './problem-sentence.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = globSync('{kit,platform,features,apps}/**/*.ts', { cwd: root }).filter(
  (file) => !file.includes('.test.'),
);
const written = /problem\(\s*'([a-z]+\.[a-z-]+)'|\bcode: '([a-z]+\.[a-z-]+)'/g;

describe('sentences of problems', () => {
  const codes = new Set(
    sources.flatMap((file) =>
      [...readFileSync(`${root}${file}`, 'utf8').matchAll(written)].map((match) => match[1] ?? match[2]!),
    ),
  );

  it('exist in both languages for every code the source can raise', () => {
    expect(codes.size).toBeGreaterThan(40);
    const missing = [...codes].flatMap((code) =>
      locales.filter((locale) => !hasSentence(code, locale)).map((locale) => `${code} (${locale})`),
    );
    expect(missing).toEqual([]);
  });

  it('have the same parameters in both languages', () => {
    const parameters = (sentence: string) =>
      [...sentence.matchAll(/{{(\w+)}}/g)].map((match) => match[1]).sort();
    const french = new Map(allProblemSentences('fr'));
    for (const [code, sentence] of allProblemSentences('en')) {
      expect([code, parameters(french.get(code) ?? '')]).toEqual([code, parameters(sentence)]);
    }
  });

  it('write decimals with the comma of French, and leave whole numbers as they are', () => {
    const together = {
      code: 'persona.discovery.move-together',
      params: { attribute: 'a', other: 'b', correlation: 0.92 },
    };
    expect(problemSentence(together, 'fr')).toContain('0,92');
    expect(problemSentence(together, 'en')).toContain('0.92');
    expect(problemSentence({ code: 'port.taken', params: { port: 4747 } }, 'fr')).toContain('4747');
  });

  it('say what, where, and are never taken for a template of HTML', () => {
    expect(problemSentence({ code: 'port.taken', params: { port: 4747 } }, 'en')).toContain('4747');
    expect(
      problemSentence({ code: 'import.missing-column', params: { file: 'a', column: '<b>$t(x)' } }, 'en'),
    ).toContain('<b>$t(x)');
  });

  it.each([
    [undefined, 'en'],
    ['fr', 'fr'],
    ['de-DE,fr;q=0.5', 'fr'],
    ['en-GB,fr;q=0.5', 'en'],
    ['', 'en'],
  ] as const)('are in the language asked for: %s', (header, locale) => {
    expect(localeOf(header)).toBe(locale);
  });
});
