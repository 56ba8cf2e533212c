import { describe, expect, it } from 'vitest';
import { examplePersona } from '../../domain/examples/personas.ts';
import { likelyPersonas, signsOf } from '../../domain/signs.ts';
import { nextSign } from './next-sign.ts';

const personas = {
  worrier: examplePersona('worrier', 'en', '2026-05-01'),
  hurried: examplePersona('hurried', 'en', '2026-05-01'),
};
const signs = signsOf(personas);
const best = (heard: ReadonlySet<string>) => nextSign(signs, heard, likelyPersonas(heard, personas));

describe('what to listen for next', () => {
  it('is the most typical sign that only one of the two likeliest has', () => {
    expect(best(new Set())?.heldBy).toHaveLength(1);
    expect(best(new Set())?.heldBy[0]?.weight).toBe(5);
  });

  it('is never one that was heard, and is nothing once somebody is named', () => {
    const heard = new Set<string>();
    for (let step = 0; step < signs.length; step++) {
      const next = best(heard);
      if (!next) break;
      expect(heard.has(next.key)).toBe(false);
      heard.add(next.key);
    }
    const own = new Set(
      signs
        .filter(({ heldBy }) => heldBy.some(({ personaId }) => personaId === 'worrier'))
        .map(({ key }) => key),
    );
    expect(likelyPersonas(own, personas).verdict).toEqual({ kind: 'likely', personaId: 'worrier' });
    expect(best(own)).toBeUndefined();
  });

  it('is nothing where the two say the same', () => {
    const twins = { a: personas.worrier, b: personas.worrier };
    expect(nextSign(signsOf(twins), new Set(), likelyPersonas(new Set(), twins))).toBeUndefined();
  });
});
