import { describe, expect, it } from 'vitest';
import { exampleSegments } from './examples/segments.ts';
import {
  type Condition,
  inSegment,
  overfullSegments,
  type PersonaShare,
  segmentSettingsSchema,
  undecidedShare,
} from './segment.ts';

const old: Condition = {
  is: 'one-of',
  criterion: 'demographic',
  attribute: 'age',
  values: ['60-74', '75+'],
};
const heavy: Condition = {
  is: 'between',
  criterion: 'behavioural',
  attribute: 'claims',
  from: 10,
  to: null,
};

describe('a customer is in a segment', () => {
  it.each([
    ['when all conditions hold', { age: '75+', claims: 10 }, true],
    ['not when one fails', { age: '75+', claims: 9 }, false],
    ['not when one fails, whatever is missing', { age: '18-29' }, false],
    ['perhaps, when what is missing would decide', { age: '75+' }, null],
    ['perhaps, when nothing was asked', { age: null, claims: '' }, null],
    ['read as a number where it is written as one', { age: '75+', claims: '12' }, true],
    ['perhaps, when it is no number', { age: '75+', claims: 'often' }, null],
    ['by own attributes only', { claims: 12 }, null],
  ] as const)('%s', (_name, traits, verdict) => {
    expect(inSegment({ conditions: [old, heavy] }, traits)).toBe(verdict);
  });

  it('by a name that every object has, only when it is an attribute', () => {
    const condition: Condition = { ...old, attribute: 'constructor' };
    expect(inSegment({ conditions: [condition] }, {})).toBe(null);
  });

  it('by both ends of a range, and nobody knows without a rule', () => {
    const range: Condition = { ...heavy, is: 'between', from: 1, to: 2 };
    expect([0.99, 1, 2, 2.01].map((claims) => inSegment({ conditions: [range] }, { claims }))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(inSegment({ conditions: [] }, { age: '75+' })).toBe(null);
  });
});

describe('the matrix', () => {
  const cell = (segmentId: string, personaId: string, share: number): PersonaShare => ({
    segmentId,
    personaId,
    share,
    source: 'hand',
    n: null,
    date: '2026-03-01',
  });

  it('holds no segment to more than itself, rounding aside', () => {
    expect(overfullSegments([cell('s', 'a', 0.34), cell('s', 'b', 0.33), cell('s', 'c', 0.34)])).toEqual([]);
    const [overfull, ...others] = overfullSegments([
      cell('s', 'a', 0.7),
      cell('s', 'b', 0.5),
      cell('t', 'a', 1),
    ]);
    expect(overfull).toEqual({ segmentId: 's', sum: 1.2 });
    expect(others).toEqual([]);
  });

  it('shows what is undecided', () => {
    const cells = [cell('s', 'a', 0.5), cell('s', 'b', 0.2), cell('t', 'a', 0.9)];
    expect(undecidedShare(cells, 's')).toBeCloseTo(0.3, 12);
    expect(undecidedShare(cells, 'empty')).toBe(1);
  });
});

it('the segments of the demonstration are sound', () => {
  for (const language of ['fr', 'en'] as const) {
    for (const { settings, shares } of exampleSegments(language)) {
      expect(segmentSettingsSchema.parse(settings)).toEqual(settings);
      expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeLessThan(1);
    }
  }
});
