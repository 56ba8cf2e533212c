import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changed, readAs, readPathSearch, scopeOf, soughtOf, withFilter } from './address.ts';

describe('the address of a question on lived journeys', () => {
  it('keeps the journeys behind a part of a picture, as that picture was asked for', () => {
    const behind = { of: 'link', rank: null, from: null, to: { at: 'left' } } as const;
    const search = readPathSearch({ show: 'journeys', flow: 'process', start: 'A', behind, page: 4, at: 2 });
    expect(soughtOf(search)).toEqual({ ...behind, flow: { start: 'A', most: 8, ranks: 0 } });
    // Another question begins again at its first page; another way to look at it does not.
    expect(changed(search, { as: 'table' }).page).toBe(4);
    expect(changed(search, { from: '2025-01-01' }).page).toBeUndefined();
    expect(soughtOf(readAs(search, 'step', 'm'))).toBeUndefined();
    const step = { of: 'step', step: 2, who: 'stopped' } as const;
    expect(soughtOf(readPathSearch({ behind: step }))).toBeUndefined();
    expect(soughtOf(readPathSearch({ behind: step, steps: [['A'], ['B']] }))).toEqual({
      ...step,
      funnel: { steps: [['A'], ['B']], order: 'loose' },
    });
  });

  it('leaves what it does not understand as usual, whatever somebody wrote', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('show', 'unit', 'filter', 'steps', 'places', 'within', 'from'),
          fc.anything(),
        ),
        (search) => {
          const once = readPathSearch(search);
          expect(readPathSearch(once)).toEqual(once);
          expect(scopeOf('s', once).sourceId).toBe('s');
        },
      ),
    );
    expect(
      readPathSearch({
        show: 'pie',
        places: '8',
        from: '2025-02-30',
        filter: [{ is: 'through', place: 'A' }, { is: 'through' }, 7],
        steps: [],
      }),
    ).toEqual({ filter: [{ is: 'through', place: 'A' }] });
  });

  it('asks for parts of a map only where a map is named', () => {
    expect(scopeOf('s', { unit: 'step' }).unit).toBe('event');
    expect(scopeOf('s', { unit: 'step', map: 'm' })).toMatchObject({ unit: 'step', mapId: 'm' });
  });

  it('says a filter once, and takes a setting back', () => {
    const once = withFilter({ show: 'funnel' }, { is: 'through', place: 'A' });
    expect(withFilter(once, { is: 'through', place: 'A' })).toEqual(once);
    expect(changed(once, { filter: [], show: undefined })).toEqual({});
  });

  it('forgets places when journeys are read as something else, and keeps who they are of', () => {
    const attribute = { is: 'one-of' as const, attribute: 'region', values: ['Nord'] };
    expect(
      readAs(
        {
          filter: [{ is: 'through', place: 'A' }, attribute],
          start: 'A',
          steps: [['A']],
          from: '2025-01-01',
        },
        'stage',
        'm',
      ),
    ).toEqual({ unit: 'stage', map: 'm', filter: [attribute], from: '2025-01-01' });
  });
});
