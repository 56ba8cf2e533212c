import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standings } from '../../domain/filter/card-filter.ts';
import { lookOf, readSearch, searchOf } from './look.ts';

describe('how a map is looked at, in the address', () => {
  it('comes back as it went out', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/);
    const look = fc.record({
      personaId: fc.option(id),
      compared: fc.uniqueArray(id, { minLength: 2, maxLength: 6 }).chain((ids) => fc.constantFrom(ids, [])),
      filter: fc.record({
        standings: fc.subarray([...standings]),
        tags: fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 3 }),
        commented: fc.boolean(),
      }),
      hide: fc.boolean(),
    });
    fc.assert(
      fc.property(look, (drawn) => {
        const asked = drawn.compared.length > 0 ? { ...drawn, personaId: null } : drawn;
        const search = JSON.parse(JSON.stringify(searchOf(asked))) as Record<string, unknown>;
        expect(lookOf(readSearch(search))).toEqual(asked);
      }),
      { seed: 20_261_121 },
    );
  });

  it('is as usual where the address makes no sense', () => {
    const usual = lookOf({});
    expect(
      lookOf(readSearch({ persona: 3, compare: 'one', proof: 'x.y', tag: {}, comments: 'all', others: 1 })),
    ).toEqual(usual);
    expect(lookOf(readSearch({ compare: 'a.a.b.c.d.e.f.g' })).compared).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
    ]);
    expect(lookOf(readSearch({ tag: 'one' })).filter.tags).toEqual(['one']);
  });
});
