import { describe, expect, it } from 'vitest';
import { asked, ofJourneys, readImpactSearch } from './address.ts';

describe('the address of a question on what counts', () => {
  it('keeps what it understands, of the journeys and of its own, and nothing of other pages', () => {
    const written = { goal: 'Pay', outcome: 'missed', show: 'funnel', figure: 'pie', map: 'm', unit: 'step' };
    expect(readImpactSearch(written)).toEqual({ goal: 'Pay', outcome: 'missed', map: 'm', unit: 'step' });
    expect(asked(readImpactSearch(written), { outcome: undefined })).toEqual({
      goal: 'Pay',
      map: 'm',
      unit: 'step',
    });
  });

  it('forgets the places asked about when they are read as something else, and only then', () => {
    const search = readImpactSearch({ goal: 'Pay', figure: 'credit' });
    expect(ofJourneys(search, { from: '2026-01-01' })).toEqual({ ...search, from: '2026-01-01' });
    expect(ofJourneys(search, { map: 'm', unit: 'step' })).toEqual({
      figure: 'credit',
      map: 'm',
      unit: 'step',
    });
  });
});
