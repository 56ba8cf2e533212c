import type { Random } from '#kit/statistics/random.ts';
import type { Topic } from './catalogue.ts';
import type { PersonaCode } from './personas.ts';
import type { Mood, Sentences, Words } from './words.ts';
import { english } from './words-en.ts';
import { french } from './words-fr.ts';

/** The mood that goes with a score of 1–5. */
export const moodOf = (score: number): Mood => (score <= 2 ? 'low' : score === 3 ? 'middling' : 'high');

/** French wants narrow no-break spaces before double punctuation, and one before the euro sign. */
const typeset = (words: Words): Words => {
  const sentence = (text: string): string =>
    text
      .replace(/ ([?!:;»%€])/g, '\u202f$1')
      .replace(/« /g, '«\u202f')
      .replaceAll(' {clock} h', '\u202f{clock}\u202fh');
  const all = (sentences: Sentences): Sentences => ({
    low: sentences.low.map(sentence),
    middling: sentences.middling.map(sentence),
    high: sentences.high.map(sentence),
  });
  const each = <K extends string>(part: Readonly<Record<K, Sentences>>): Record<K, Sentences> =>
    Object.fromEntries(
      Object.entries<Sentences>(part).map(([key, sentences]) => [key, all(sentences)]),
    ) as Record<K, Sentences>;
  return {
    ...words,
    openers: all(words.openers),
    topics: each(words.topics),
    closers: each(words.closers),
    overall: all(words.overall),
  };
};

const frenchTypeset = typeset(french);

const minutes = [15, 20, 25, 30, 35, 40];
const clocks = [9, 10, 11, 14, 15, 16];
/** Amounts people quote: with cents now and then. */
const amount = (random: Random, comma: string): string => {
  const whole = 12 + Math.floor(280 * random.next() * random.next());
  return random.chance(0.35) ? `${whole}${comma}${10 + random.below(90)}` : String(whole);
};

export type Comment = {
  readonly topic: Topic | 'overall';
  readonly mood: Mood;
  readonly persona: PersonaCode;
  readonly english: boolean;
  /** Month (0–11) in which it is written: months told lie one to three before. */
  readonly month: number;
};

/** Said either way: `[one|other]`. */
const choose = (text: string, random: Random): string =>
  text.replace(/\[([^\]]*)\]/g, (_, ways: string) => random.pick(ways.split('|')));

function fill(
  text: string,
  random: Random,
  words: Words,
  [care, provider]: readonly [string, string],
  comment: Comment,
): string {
  return choose(text, random)
    .replace('{care}', care)
    .replace('{provider}', provider)
    .replace('{days}', () => String(6 + random.below(16)))
    .replace('{few}', () => String(3 + random.below(3)))
    .replace('{minutes}', () => String(random.pick(minutes)))
    .replace('{clock}', () => String(random.pick(clocks)))
    .replace('{amount}', () => amount(random, comment.english ? '.' : ','))
    .replace('{month}', () => words.months[(comment.month + 11 - random.below(3)) % 12]!);
}

/** Where somebody helped: a customer who manages alone would not then say that nobody was needed. */
const withSomebody: ReadonlySet<Topic | 'overall'> = new Set([
  'rights-asked',
  'branch',
  'wait',
  'adviser',
  'contest',
  'complaint',
  'answer',
  'overall',
]);

/**
 * One comment: what happened, sometimes with an opening, a second sentence on the same topic and a remark of this
 * persona. The random stream decides everything: the same stream writes the same words.
 */
export function writeComment(random: Random, comment: Comment): string {
  const { mood, topic, persona } = comment;
  const words = comment.english ? english : frenchTypeset;
  const cores = topic === 'overall' ? words.overall[mood] : words.topics[topic][mood];
  const about = random.pick(words.cares);
  const first = random.below(cores.length);
  let text = fill(cores[first]!, random, words, about, comment);
  if (random.chance(0.25)) text = `${random.pick(words.openers[mood])} ${text}`;
  if (cores.length > 2 && random.chance(0.36)) {
    const second = (first + 1 + random.below(cores.length - 1)) % cores.length;
    // The cared-for thing is named once; somebody who writes two sentences does not name it twice.
    if (!(cores[first]!.includes('{care}') && cores[second]!.includes('{care}')))
      text += ` ${fill(cores[second]!, random, words, about, comment)}`;
  }
  if (random.chance(0.36) && !(mood === 'high' && persona === 'self-reliant' && withSomebody.has(topic)))
    text += ` ${random.pick(words.closers[persona][mood])}`;
  return text;
}
