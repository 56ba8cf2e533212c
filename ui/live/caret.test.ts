import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedCaret, rebased } from './caret.ts';

describe('the caret while somebody else types', () => {
  it('stays where it is when the change is after it, moves with its letters when it is before', () => {
    expect(movedCaret('abcdef', 'abcdeXf', 3)).toBe(3);
    expect(movedCaret('abcdef', 'XXabcdef', 3)).toBe(5);
    expect(movedCaret('abcdef', 'cdef', 3)).toBe(1);
  });

  it('stays inside the text, and after the letters it was after', () => {
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

describe('letters not written yet, put into what somebody else wrote', () => {
  it('keeps both', () => {
    expect(rebased('abc', 'abcd', 'Xabc')).toBe('Xabcd');
    expect(rebased('abc', 'Xabc', 'abcd')).toBe('Xabcd');
    expect(rebased('abc', 'ac', 'abcd')).toBe('acd');
    expect(rebased('a', 'ab', 'ac')).toBe('abc');
    expect(rebased('', 'x', 'y')).toBe('xy');
  });

  it('loses no letter that either has added', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, text, (begin, middle, end) => {
        const before = begin + middle + end;
        const both = rebased(before, `${begin}M${middle}${end}`, `${begin}${middle}T${end}`);
        expect(both).toHaveLength(before.length + 2);
        expect(both).toContain('M');
        expect(both).toContain('T');
      }),
      { seed: 20_261_122 },
    );
  });
});
