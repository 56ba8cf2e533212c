import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiText, trimmedEnd, trimmedStart, utf8Bytes, WordSet } from './cells.ts';

const text = fc.string({ unit: 'grapheme' });

describe('utf8Bytes', () => {
  it('writes what every encoder writes', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (value) => {
        expect(utf8Bytes(value)).toEqual(new TextEncoder().encode(value));
      }),
      { seed: 29 },
    );
    expect(utf8Bytes('\ud800')).toEqual(new TextEncoder().encode('\ud800'));
  });
});

describe('trimming', () => {
  it('takes white space and no-break spaces away, and nothing else', () => {
    const unit = fc.constantFrom(' ', '\t', '\u00a0', 'a', 'é', '\u0120');
    fc.assert(
      fc.property(fc.string({ unit }), (value) => {
        const bytes = utf8Bytes(value);
        const start = trimmedStart(bytes, 0, bytes.length);
        const end = trimmedEnd(bytes, start, bytes.length);
        expect(new TextDecoder().decode(bytes.subarray(start, end))).toBe(value.trim());
      }),
      { seed: 30 },
    );
  });
});

describe('WordSet', () => {
  it('knows its words, in the middle of other bytes', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), text, text, (words, before, after) => {
        const set = new WordSet(words);
        for (const word of [...words, before]) {
          const bytes = utf8Bytes(before + word + after);
          const start = utf8Bytes(before).length;
          expect(set.has(bytes, start, start + utf8Bytes(word).length)).toBe(words.includes(word));
        }
      }),
      { seed: 31 },
    );
  });

  it('knows long words', () => {
    const long = 'x'.repeat(40);
    const set = new WordSet([long]);
    expect(set.has(utf8Bytes(long), 0, 40)).toBe(true);
    expect(set.has(utf8Bytes(`${'x'.repeat(39)}y`), 0, 40)).toBe(false);
    expect(set.has(utf8Bytes(long), 0, 39)).toBe(false);
  });
});

describe('asciiText', () => {
  it('reads ASCII as it is and nothing else as ASCII', () => {
    const bytes = utf8Bytes('a1é');
    expect(asciiText(bytes, 0, bytes.length)).toBe('a1\u00ff\u00ff');
  });
});
