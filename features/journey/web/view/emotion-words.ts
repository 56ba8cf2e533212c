import type { MessageKey } from '#ui/i18n.ts';
import type { messages } from '../messages.ts';

type Key = MessageKey<(typeof messages)['en']>;

/** What a value −3…+3 is called: the curve must be heard as well as seen. */
export function emotionWord(value: number): Key {
  if (value <= -2.5) return 'emotion.words.m3';
  if (value <= -1.5) return 'emotion.words.m2';
  if (value < -0.25) return 'emotion.words.m1';
  if (value <= 0.25) return 'emotion.words.z';
  if (value < 1.5) return 'emotion.words.p1';
  return value < 2.5 ? 'emotion.words.p2' : 'emotion.words.p3';
}
