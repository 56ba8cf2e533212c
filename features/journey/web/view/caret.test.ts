import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedCaret } from './caret.ts';

describe('the caret while somebody else types', () => {
  it('stays where it is when the change is after it', () => {
    expect(movedCaret('abcdef', 'abcdeXf', 3)).toBe(3);
  });

  it('moves with its letters when the change is before it', () => {
    expect(movedCaret('abcdef', 'XXabcdef', 3)).toBe(5);
    expect(movedCaret('abcdef', 'cdef', 3)).toBe(1);
  });

  it('stays inside the text when its letters are gone', () => {
    expect(movedCaret('abcdef', 'af', 3)).toBeLessThanOrEqual(2);
    expect(movedCaret('abc', '', 2)).toBe(0);
  });

  it('keeps the letters before it when a stretch is inserted after it, and stays inside the text', () => {
    const text = fc.string({ maxLength: 20 });
    fc.assert(
      fc.property(text, text, text, fc.nat(40), (before, inserted, rest, at) => {
        const old = before + rest;
        const now = before + inserted + rest;
        const caret = Math.min(at, old.length);
        const moved = movedCaret(old, now, caret);
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBeLessThanOrEqual(now.length);
        if (caret < before.length) expect(now.slice(0, moved)).toBe(old.slice(0, caret));
      }),
      { seed: 20_240_703 },
    );
  });
});
