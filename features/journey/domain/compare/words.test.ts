import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordDiff } from './words.ts';

it('tells the words that went and came', () => {
  expect(wordDiff('I call the adviser', 'I call my adviser')).toEqual([
    { kind: 'same', text: 'I call ' },
    { kind: 'removed', text: 'the' },
    { kind: 'added', text: 'my' },
    { kind: 'same', text: ' adviser' },
  ]);
  expect(wordDiff('J’attends sans nouvelles', 'J’attends, prévenue')).toEqual([
    { kind: 'same', text: 'J’attends' },
    { kind: 'removed', text: ' sans nouvelles' },
    { kind: 'added', text: ', prévenue' },
  ]);
  expect(wordDiff('', '')).toEqual([]);
  expect(wordDiff('', 'New')).toEqual([{ kind: 'added', text: 'New' }]);
});

it('holds both texts whole', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c ', ' ', '\n'), { maxLength: 12 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = wordDiff(before, after);
      const without = (kind: string) =>
        runs
          .filter((run) => run.kind !== kind)
          .map((run) => run.text)
          .join('');
      expect([without('added'), without('removed')]).toEqual([before, after]);
      if (before === after) expect(runs.every((run) => run.kind === 'same')).toBe(true);
    }),
    { seed: 5, numRuns: 500 },
  );
});

it('tells very long texts as replaced', () => {
  const long = (word: string) => Array.from({ length: 2000 }, (_, at) => `${word}${at}`).join(' ');
  expect(wordDiff(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
