import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutJourney, journeyRuleSchema, sameRule, wholeJourneys } from './journey-rule.ts';

const minute = 60_000;
const lived = [
  { name: 'search', time: 0 },
  { name: 'call', time: minute },
  { name: 'close', time: 2 * minute },
  { name: 'call', time: 2 * minute },
  { name: 'call', time: 90 * minute },
];
const names = (journeys: readonly (readonly { name: string }[])[]) =>
  journeys.map((journey) => journey.map(({ name }) => name).join(' '));

describe('what a journey is', () => {
  it('is all that a customer lived, or that cut at starts, at ends and at silences', () => {
    const cut = (rule: object) => names(cutJourney(journeyRuleSchema.parse({ is: 'cut', ...rule }), lived));
    expect(names(cutJourney(wholeJourneys, lived))).toEqual(['search call close call call']);
    expect(cut({ starts: ['call'], ends: [], silenceSeconds: null })).toEqual([
      'search',
      'call close',
      'call',
      'call',
    ]);
    expect(cut({ starts: [], ends: ['close'], silenceSeconds: null })).toEqual([
      'search call close',
      'call call',
    ]);
    expect(cut({ starts: [], ends: [], silenceSeconds: 3600 })).toEqual(['search call close call', 'call']);
    // A silence of exactly the length asked is not longer than it.
    expect(cut({ starts: [], ends: [], silenceSeconds: 88 * 60 })).toHaveLength(1);
  });

  it('refuses a rule that cuts nowhere', () => {
    const nowhere = { is: 'cut', starts: [], ends: [], silenceSeconds: null };
    expect(journeyRuleSchema.safeParse(nowhere).success).toBe(false);
    expect(sameRule(wholeJourneys, { is: 'whole' })).toBe(true);
    expect(sameRule(wholeJourneys, { is: 'cut', starts: ['a'], ends: [], silenceSeconds: null })).toBe(false);
  });

  it('loses no event and keeps their order, whatever the rule', () => {
    const event = fc.record({ name: fc.constantFrom('a', 'b', 'c'), time: fc.integer({ min: 0, max: 9 }) });
    const rule = fc.record({
      is: fc.constant('cut' as const),
      starts: fc.subarray(['a', 'b']),
      ends: fc.subarray(['b', 'c']),
      silenceSeconds: fc.constant(0.003),
    });
    fc.assert(
      fc.property(fc.array(event), rule, (events, cut) => {
        const journeys = cutJourney(cut, events);
        expect(journeys.flat()).toEqual(events);
        expect(journeys.every((journey) => journey.length > 0)).toBe(true);
      }),
    );
  });
});
