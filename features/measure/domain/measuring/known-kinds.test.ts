import { describe, expect, it } from 'vitest';
import { readOffKinds } from './known-kinds.ts';
import type { SourcePlan } from './source-plan.ts';

const counts = [
  { kind: 1, events: 10, journeys: 5, lastAt: 100 },
  { kind: 2, events: 20, journeys: 8, lastAt: 300 },
  { kind: 3, events: 5, journeys: 5, lastAt: -200 },
];
const plan = (
  conditions: SourcePlan['touchpoints'][number]['clauses'][number]['conditions'] = [],
): SourcePlan => ({
  sourceId: 's',
  touchpoints: [
    {
      id: 'both',
      stepId: 'a',
      stageId: 'a',
      stageRank: 0,
      clauses: [
        { kinds: [1], conditions },
        { kinds: [3], conditions: [] },
      ],
    },
    { id: 'old', stepId: 'b', stageId: 'a', stageRank: 0, clauses: [{ kinds: [3, 9], conditions: [] }] },
  ],
});

describe('what the counts of kinds tell of a map', () => {
  it('is what nobody drew and when each touchpoint was last seen', () => {
    expect(readOffKinds(plan(), counts, 35)).toEqual({
      undrawn: [{ kind: 2, events: 20, journeys: 8 }],
      lastSeen: new Map([
        ['both', 100],
        ['old', -200],
      ]),
    });
  });

  it('is nothing when a rule looks at attributes, or the source has changed since', () => {
    expect(
      readOffKinds(plan([{ attribute: 'x', level: 'event', is: 'one-of', values: [''] }]), counts, 35),
    ).toBeUndefined();
    expect(readOffKinds(plan(), counts, 36)).toBeUndefined();
    expect(readOffKinds(plan(), undefined, 35)).toBeUndefined();
  });
});
