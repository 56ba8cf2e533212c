import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isNoAnswerCode,
  readAnswer,
  readNumber,
  readWeight,
  type ScoreRule,
  satisfiedFrom,
} from './answer.ts';

const fiveStars: ScoreRule = { kind: 'csat', scale: { min: 1, max: 5 }, noAnswer: ['6', '0', 'Blank'] };
const nps: ScoreRule = { kind: 'nps', scale: { min: 0, max: 10 }, noAnswer: [] };

describe('a number in a cell', () => {
  it.each([
    ['4', 4],
    [' 4 ', 4],
    ['\u00a04\u202f', 4],
    ['4,5', 4.5],
    ['4.50', 4.5],
    ['+3', 3],
    ['-1', -1],
    ['−1', -1],
    [',5', 0.5],
    ['5.', 5],
  ])('%j is %d', (raw, value) => {
    expect(readNumber(raw)).toBe(value);
  });

  it.each([
    '',
    ' ',
    'Very satisfied',
    'Très satisfait',
    '4/5',
    '1e1',
    '0x5',
    '4 5',
    '1,2,3',
    '10 – oui',
    'NaN',
    'Infinity',
    '∞',
    '--1',
    '٤',
  ])('%j is none', (raw) => {
    expect(readNumber(raw)).toBeNull();
  });
});

describe('an answer', () => {
  it('is inside the scale and not a declared code', () => {
    expect(readAnswer('4', fiveStars)).toEqual({ reading: 'answer', value: 4 });
    expect(readAnswer('4,5', fiveStars)).toEqual({ reading: 'answer', value: 4.5 });
    expect(readAnswer(' ', fiveStars)).toEqual({ reading: 'no-answer', reason: 'blank' });
    expect(readAnswer('6', fiveStars)).toEqual({ reading: 'no-answer', reason: 'code' });
    expect(readAnswer('6.0', fiveStars)).toEqual({ reading: 'no-answer', reason: 'code' });
    expect(readAnswer('Blank', fiveStars)).toEqual({ reading: 'no-answer', reason: 'code' });
    expect(readAnswer('7', fiveStars)).toEqual({ reading: 'refused', reason: 'outside-scale' });
    expect(readAnswer('Très satisfait', fiveStars)).toEqual({ reading: 'refused', reason: 'not-a-number' });
  });

  it('to the recommendation question is whole, and 11 is refused unless declared', () => {
    expect(readAnswer('11', nps)).toEqual({ reading: 'refused', reason: 'outside-scale' });
    expect(readAnswer('11', { ...nps, noAnswer: ['11'] })).toEqual({ reading: 'no-answer', reason: 'code' });
    expect(readAnswer('8.5', nps)).toEqual({ reading: 'refused', reason: 'not-whole' });
  });

  it('gives way to a code declared inside the scale', () => {
    expect(readAnswer('0', { ...nps, noAnswer: ['0'] })).toEqual({ reading: 'no-answer', reason: 'code' });
  });

  it('is never outside the scale, never a code, and is the number that was written', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.integer({ min: -20, max: 120 }).map(String),
      fc.double({ min: -5, max: 12, noNaN: true }).map((value) => value.toFixed(2).replace('.', ',')),
      fc.constantFrom('', ' ', 'Blank', 'n/a', '6', '06', '6,0'),
    );
    const rule = fc.record({
      kind: fc.constantFrom('nps', 'csat', 'ces', 'mean') as fc.Arbitrary<ScoreRule['kind']>,
      scale: fc
        .tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 1, max: 100 }))
        .map(([min, span]) => ({ min, max: min + span })),
      noAnswer: fc.array(fc.constantFrom('0', '6', '9', '99', 'Blank', 'n/a'), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(cell, rule, (raw, score) => {
        const read = readAnswer(raw, score);
        if (read.reading === 'answer') {
          expect(read.value).toBe(readNumber(raw));
          expect(read.value).toBeGreaterThanOrEqual(score.scale.min);
          expect(read.value).toBeLessThanOrEqual(score.scale.max);
          expect(isNoAnswerCode(raw, score.noAnswer)).toBe(false);
        }
        if (read.reading === 'refused') expect(raw.trim()).not.toBe('');
        // Blanks around a cell never change how it reads.
        expect(readAnswer(` ${raw}\t`, score)).toEqual(read);
      }),
      { seed: 20_170_613, numRuns: 2000 },
    );
  });
});

describe('a weight', () => {
  it('is a positive number, anything else is none', () => {
    expect(readWeight('0.2847177143')).toBe(0.2847177143);
    expect(readWeight('1,5')).toBe(1.5);
    for (const raw of ['', '0', '-1', 'x', `1${'0'.repeat(400)}`]) expect(readWeight(raw)).toBeNull();
  });
});

describe('satisfied', () => {
  it('is the two best answers, the best one of a short scale, the best fifth of a slider', () => {
    expect(satisfiedFrom({ min: 1, max: 5 })).toBe(4);
    expect(satisfiedFrom({ min: 1, max: 7 })).toBe(6);
    expect(satisfiedFrom({ min: 0, max: 10 })).toBe(9);
    expect(satisfiedFrom({ min: 1, max: 4 })).toBe(3);
    expect(satisfiedFrom({ min: 1, max: 3 })).toBe(3);
    expect(satisfiedFrom({ min: 0, max: 1 })).toBe(1);
    expect(satisfiedFrom({ min: 0, max: 100 })).toBe(80);
  });
});
