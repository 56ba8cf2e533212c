import { describe, expect, it } from 'vitest';
import { reimbursementExample } from '#journey/domain/examples/reimbursement.ts';
import type { Shown } from '#kit/statistics/estimate.ts';
import type { PlaceFigures } from '#measure/domain/figures.ts';
import { groupOf, livedBy } from './lived.ts';

const estimate = (value: number): Shown => ({
  withheld: false,
  value,
  low: value - 0.1,
  high: value + 0.1,
  n: 90,
  level: 0.95,
  method: 't',
});
const withheld = { withheld: true, n: 3, minimum: 30 } as const;
const place = (patch: Partial<PlaceFigures>): PlaceFigures => ({
  volume: 10,
  customers: 10,
  share: null,
  goesOn: null,
  stopsHere: null,
  inProgress: 0,
  timeToNext: null,
  satisfaction: null,
  freshness: [],
  ...patch,
});
const scored = (value: number, max = 5) =>
  place({
    satisfaction: { kind: 'csat', scale: { min: 1, max }, estimate: estimate(value), refused: 0 },
  });

describe('what a persona lives on a map', () => {
  it('is its least and most satisfied step, each on its own scale', () => {
    const steps = { a: { p: scored(3) }, b: { p: scored(4.6) }, c: { p: scored(4, 10) } };
    expect(livedBy({ steps }, 'p').map(({ what, stepId }) => [what, stepId])).toEqual([
      ['worst', 'c'],
      ['best', 'b'],
    ]);
  });

  it('leaves out what is withheld, and other groups', () => {
    const steps = {
      a: { p: place({ satisfaction: { ...scored(3).satisfaction!, estimate: withheld } }) },
      b: { q: scored(2) },
    };
    expect(livedBy({ steps }, 'p')).toEqual([]);
  });

  it('belongs to the persona of the map that stands for it and says which journeys are theirs', () => {
    const map = reimbursementExample('en');
    const [id, persona] = Object.entries(map.personas)[0]!;
    const linked = (match: typeof persona.match) => ({
      ...map,
      personas: { [id]: { ...persona, personaId: 'worrier', match } },
    });
    const match = { attribute: 'persona', value: 'The worrier' };
    expect(groupOf(linked(match), 'worrier')).toEqual({ key: id, attribute: 'persona' });
    expect(groupOf(linked(match), 'hurried')).toBeUndefined();
    expect(groupOf(linked(null), 'worrier')).toBeUndefined();
  });
});
