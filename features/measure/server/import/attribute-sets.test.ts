import { describe, expect, it } from 'vitest';
import { AttributeSets } from './attribute-sets.ts';

/** Looks for the set of values; gives its id, `own` when the event carries its own. */
function find(sets: AttributeSets, values: readonly string[]): string {
  const bytes = Buffer.from(`[${values.join('')}]`);
  let end = 1;
  const stretches = values.map((value) => {
    const start = end;
    end += Buffer.byteLength(value);
    return { start, end };
  });
  if (!sets.find(bytes, stretches)) return 'own';
  return String(BigInt(sets.high) * 2n ** 32n + BigInt(sets.low));
}

const learned = (...names: string[]): AttributeSets => {
  const sets = new AttributeSets();
  sets.learn(names);
  return sets;
};

describe('sets of attributes', () => {
  it('are the same for the same values, and told once', () => {
    const sets = learned('plan', 'région');
    const first = find(sets, ['gold', 'Île']);
    expect(find(sets, ['gold', 'Île'])).toBe(first);
    expect(find(sets, ['goldÎ', 'le'])).not.toBe(first);
    expect(sets.sets()).toEqual([
      {
        id: first,
        attributes: [
          ['plan', 'gold'],
          ['région', 'Île'],
        ],
      },
      {
        id: expect.not.stringMatching(first),
        attributes: [
          ['plan', 'goldÎ'],
          ['région', 'le'],
        ],
      },
    ]);
  });

  it('have the same id whatever the order of columns, the file, and blank columns beside them', () => {
    const id = find(learned('plan', 'region'), ['gold', 'north']);
    expect(find(learned('region', 'agent', 'plan'), ['north', '', 'gold'])).toBe(id);
    expect(find(learned('region', 'plan'), ['gold', 'north'])).not.toBe(id);
  });

  it('are none where nothing is filled', () => {
    const sets = learned('plan');
    expect(find(sets, [''])).toBe('0');
    expect(find(learned(), [])).toBe('0');
    expect(sets.sets()).toEqual([]);
  });

  it('go on with other columns', () => {
    const sets = learned('plan');
    const id = find(sets, ['gold']);
    sets.learn(['plan', 'agent']);
    expect(find(sets, ['gold', ''])).toBe(id);
    expect(find(sets, ['gold', 'Ana'])).not.toBe(id);
    expect(sets.sets()).toHaveLength(2);
  });

  it('are no more looked for where nearly every event has its own, and never for long values', () => {
    const sets = learned('ticket');
    expect(find(sets, ['x'.repeat(2000)])).toBe('own');
    const early = find(sets, ['ticket 0']);
    for (let ticket = 1; ticket < 40_000; ticket++) find(sets, [`ticket ${ticket}`]);
    expect(early).not.toBe('own');
    expect(find(sets, ['ticket 0'])).toBe('own');
    expect(sets.sets()).toHaveLength(30_000);
  });

  it('that come again and again stay known when others are too many', () => {
    const sets = learned('ticket');
    for (let time = 0; time < 240_000; time++) find(sets, [`ticket ${time % 29_999}`]);
    for (let ticket = 0; ticket < 10; ticket++) find(sets, [`another ${ticket}`]);
    expect(find(sets, ['ticket 7'])).not.toBe('own');
    expect(find(sets, ['another 9'])).toBe('own');
  });
});
