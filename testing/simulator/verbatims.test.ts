import { describe, expect, it } from 'vitest';
import { createRandom } from '#kit/statistics/random.ts';
import type { Topic } from './catalogue.ts';
import { personas } from './personas.ts';
import { moodOf, writeComment } from './verbatims.ts';
import type { Mood, Words } from './words.ts';
import { english } from './words-en.ts';
import { french } from './words-fr.ts';

const moods: readonly Mood[] = ['low', 'middling', 'high'];

const everyText = (words: Words): string[] => [
  ...[words.openers, words.overall, ...Object.values(words.topics), ...Object.values(words.closers)].flatMap(
    (sentences) => moods.flatMap((mood) => sentences[mood]),
  ),
];

/** Many comments on every topic, mood and persona. */
function* comments(inEnglish: boolean, each: number): Generator<string> {
  const random = createRandom(3);
  for (const topic of [...Object.keys(french.topics), 'overall'] as (Topic | 'overall')[]) {
    for (const mood of moods) {
      for (const { code: persona } of personas) {
        for (let i = 0; i < each; i++)
          yield writeComment(random, { topic, mood, persona, english: inEnglish, month: i % 12 });
      }
    }
  }
}

describe('what customers write', () => {
  it('has words enough in both languages, none of them twice', () => {
    for (const words of [french, english]) {
      const texts = everyText(words);
      expect(texts.length).toBeGreaterThan(300);
      expect(new Set(texts).size).toBe(texts.length);
    }
    expect(Object.keys(english.topics).sort()).toEqual(Object.keys(french.topics).sort());
  });

  it('leaves no slot open and sets each sentence properly', () => {
    for (const inEnglish of [false, true]) {
      for (const text of comments(inEnglish, 12)) {
        if (/[{}[\]|]|undefined|NaN/.test(text)) expect.fail(text);
        if (!/^[\p{Lu}\d«“€]/u.test(text)) expect.fail(`begins small: ${text}`);
        if (!/[.?!»”]$/u.test(text)) expect.fail(`has no end: ${text}`);
        if (/ {2}|'|\.\.| [,.]/.test(text)) expect.fail(`badly set: ${text}`);
      }
    }
  });

  it('follows French typography and never writes « de octobre » or « à le »', () => {
    for (const text of comments(false, 25)) {
      if (/ [?!:;»€]|« /.test(text)) expect.fail(`ordinary space: ${text}`);
      if (/[^\u202f][?!:;»€]/.test(text)) expect.fail(`no space: ${text}`);
      if (
        /\b(de|à) (le|les) (dentiste|kiné|cabinet|centre|podologue|cardiologue|laboratoire|pharmacien)/.test(
          text,
        )
      )
        expect.fail(text);
      if (/\bde (avril|août|octobre)/.test(text)) expect.fail(text);
    }
  });

  it('does not read as copies', () => {
    for (const inEnglish of [false, true]) {
      const random = createRandom(9);
      const wait = Array.from({ length: 200 }, () =>
        writeComment(random, {
          topic: 'wait',
          mood: 'low',
          persona: 'worrier',
          english: inEnglish,
          month: 9,
        }),
      );
      expect(new Set(wait).size).toBeGreaterThan(165);
      const everything = [...comments(inEnglish, 10)];
      expect(new Set(everything).size / everything.length).toBeGreaterThan(0.7);
    }
  });

  it('is in the mood of the score', () => {
    expect([1, 2, 3, 4, 5].map(moodOf)).toEqual(['low', 'low', 'middling', 'high', 'high']);
  });
});
