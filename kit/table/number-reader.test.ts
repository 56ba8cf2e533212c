import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessDecimal, readNumber } from './number-reader.ts';

describe('readNumber', () => {
  it.each([
    ['12', '.', 12],
    ['-12.5', '.', -12.5],
    ['1e3', '.', 1000],
    ['1,234.5', '.', 1234.5],
    ['1 234,5', ',', 1234.5],
    ['1\u202f234,5', ',', 1234.5],
    ['1.234,5', ',', 1234.5],
    ['85 %', '.', 85],
    ['12,5', ',', 12.5],
  ] as const)('reads %j with %j as %d', (text, decimal, value) => {
    expect(readNumber(text, decimal)).toBe(value);
  });

  it.each([
    ['', '.'],
    ['abc', '.'],
    ['1,5', '.'],
    ['1,23,4', '.'],
    ['--1', '.'],
    ['1.5', ','],
    ['0x10', '.'],
  ] as const)('refuses %j with %j', (text, decimal) => {
    expect(readNumber(text, decimal)).toBeNaN();
  });

  it('reads back what a French or an English formatter writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (hundredths) => {
        const value = hundredths / 100;
        expect(readNumber(value.toLocaleString('fr-FR', { minimumFractionDigits: 2 }), ',')).toBe(value);
        expect(readNumber(value.toLocaleString('en-US', { minimumFractionDigits: 2 }), '.')).toBe(value);
      }),
      { seed: 26, numRuns: 500 },
    );
  });
});

describe('guessDecimal', () => {
  it('follows the values', () => {
    expect(guessDecimal(['1,5', '2,25', '3'])).toBe(',');
    expect(guessDecimal(['1.5', '2.25', '3'])).toBe('.');
    expect(guessDecimal(['1,234', '5'])).toBe('.');
    expect(guessDecimal(['7', '8'])).toBe('.');
  });
});
