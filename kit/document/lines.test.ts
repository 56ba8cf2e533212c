import { expect, it } from 'vitest';
import { linesOf } from './lines.ts';

it('lines are what was pasted, without bullets and without empty ones', () => {
  expect(linesOf('- one\n\n• two\r\n  three  \r– four\u2028five')).toEqual([
    'one',
    'two',
    'three',
    'four',
    'five',
  ]);
  expect(linesOf(' \n\t\n')).toEqual([]);
  // A dash inside words, or a number below zero, is no bullet.
  expect(linesOf('e-mail\n-3 points')).toEqual(['e-mail', '-3 points']);
});

it('a line that is too long becomes several, and nothing of it is lost', () => {
  const line = 'x'.repeat(45);
  expect(linesOf(`${line}\ny`, 20)).toEqual(['x'.repeat(20), 'x'.repeat(20), 'x'.repeat(5), 'y']);
});
