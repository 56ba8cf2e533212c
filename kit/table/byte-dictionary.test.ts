import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteDictionary } from './byte-dictionary.ts';
import { utf8Bytes } from './cells.ts';

function numberOf(dictionary: ByteDictionary, ...parts: readonly string[]): number {
  dictionary.begin();
  parts.forEach((part, index) => {
    if (index > 0) dictionary.separate();
    const bytes = utf8Bytes(`<${part}>`);
    dictionary.append(bytes, 1, bytes.length - 1);
  });
  return dictionary.number();
}

describe('ByteDictionary', () => {
  it('numbers keys as a map would, whatever the keys', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b', 'é', ''), maxLength: 4 });
    fc.assert(
      fc.property(fc.array(fc.tuple(part, part), { maxLength: 3000 }), (pairs) => {
        const dictionary = new ByteDictionary(10_000);
        const map = new Map<string, number>();
        for (const [name, channel] of pairs) {
          const key = `${name}\0${channel}`;
          if (!map.has(key)) map.set(key, map.size);
          expect(numberOf(dictionary, name, channel)).toBe(map.get(key));
        }
        expect(dictionary.size).toBe(map.size);
      }),
      { seed: 28, numRuns: 40 },
    );
  });

  it('keeps its keys through growth, and long ones too', () => {
    const dictionary = new ByteDictionary(20_000);
    const keys = Array.from({ length: 20_000 }, (_, index) => `key ${index} ${'x'.repeat(index % 2000)}`);
    keys.forEach((key, index) => {
      expect(numberOf(dictionary, key)).toBe(index);
    });
    expect(numberOf(dictionary, keys[1234] ?? '')).toBe(1234);
    expect(new TextDecoder().decode(dictionary.keyOf(7))).toBe(keys[7]);
    expect(numberOf(dictionary, 'one too many')).toBe(-1);
    expect(numberOf(dictionary, keys[19_999] ?? '')).toBe(19_999);
  });
});
