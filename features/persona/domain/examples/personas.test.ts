import { describe, expect, it } from 'vitest';
import { locales } from '#kit/locale.ts';
import { personaDocument } from '../document.ts';
import { statementsBySection } from '../outline.ts';
import { provenShare } from '../proof.ts';
import { personaSchema, sections } from '../schema.ts';
import { examplePersona, examplePersonaCodes } from './personas.ts';
import { exampleQuiz } from './quiz.ts';
import { exampleSegments } from './segments.ts';

const day = '2026-03-01';
const all = examplePersonaCodes.flatMap((code) =>
  locales.map((language) => ({ code, language, persona: examplePersona(code, language, day) })),
);

/** Every string in a value, keys aside. */
const stringsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(stringsOf)
      : [];

describe.each(all)('$code in $language', ({ code, language, persona }) => {
  it('is a whole persona, filled in every section', () => {
    expect(personaSchema.parse(persona)).toEqual(persona);
    expect(personaDocument.heal!(persona)).toBe(persona);
    const bySection = statementsBySection(persona);
    for (const section of sections) expect(bySection[section].length, section).toBeGreaterThan(0);
    for (const { text } of Object.values(persona.statements)) expect(text).not.toBe('');
    expect(persona.story.length).toBeGreaterThan(200);
  });

  it('is partly proven, partly assumed, partly out of date', () => {
    const { proven, assumed, stale, share } = provenShare(persona, day);
    expect(Math.min(proven, assumed, stale)).toBeGreaterThan(1);
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(0.9);
  });

  it('tells what nothing proves, and proves what it does not tell', () => {
    for (const [id, { evidence, note }] of Object.entries(persona.statements)) {
      expect(evidence.length > 0, id).toBe(note === '');
    }
  });

  it('says the same as in the other language', () => {
    const other = examplePersona(code, language === 'fr' ? 'en' : 'fr', day);
    const shape = ({ statements, channels }: typeof persona) => [
      Object.keys(channels),
      Object.entries(statements).map(([id, { evidence }]) => [id, evidence.map(({ n, date }) => [n, date])]),
    ];
    expect(shape(persona)).toEqual(shape(other));
  });
});

describe('what is written', () => {
  const texts = (language: 'fr' | 'en') => [
    ...all.filter((one) => one.language === language).flatMap(({ persona }) => stringsOf(persona)),
    ...exampleQuiz(language).flatMap(stringsOf),
    ...exampleSegments(language).flatMap(stringsOf),
  ];

  it('in French follows French typography', () => {
    for (const text of texts('fr')) {
      expect(text).not.toMatch(/[^\u202f\d][:;!?»%€](?!\/)/u);
      expect(text).not.toMatch(/\d[%€]|«[^\u202f]|[ \u00a0][:;!?»%]|'|"|\.\.\./u);
    }
  });

  it('in English is English', () => {
    for (const text of texts('en')) expect(text).not.toMatch(/[«»\u202f]|\s[:;!?]|'|"|\.\.\./u);
  });
});
