import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderedSteps } from '#journey/domain/outline.ts';
import { journeyMapSchema } from '#journey/domain/schema.ts';
import type { EventKind } from '../source.ts';
import { naturalBreaks } from './cut-stages.ts';
import { namesToDraw, type ProposalFacts, proposedMap } from './propose-map.ts';
import { typicalOrder } from './typical-order.ts';

const kind = (name: string, channel: string, journeys: number, events = journeys): EventKind => ({
  name,
  channel,
  journeys,
  events,
});
const counter = () => {
  let n = 0;
  return () => `id-${++n}`;
};

describe('typical order of events', () => {
  it('corrects the mean place where most journeys live two neighbours the other way round', () => {
    const names = [
      { name: 'Read', journeys: 60, position: 0.2 },
      { name: 'Open', journeys: 100, position: 0.25 },
      { name: 'Pay', journeys: 90, position: 0.9 },
    ];
    const before = (a: string, b: string) =>
      a === 'Open' && b === 'Read' ? 50 : a === 'Read' && b === 'Open' ? 10 : 0;
    expect(typicalOrder({ names, before })).toEqual([
      { name: 'Open', position: 0.25 },
      { name: 'Read', position: 0.25 },
      { name: 'Pay', position: 0.9 },
    ]);
  });

  it('ends and is the same whatever the order of the names, even when majorities turn in a circle', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 36, maxLength: 36 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
        (counts, shuffle) => {
          const names = [0, 1, 2, 3, 4, 5].map((id) => ({
            name: `n${id}`,
            journeys: 10,
            position: (counts[id] ?? 0) / 5,
          }));
          const before = (a: string, b: string) => counts[Number(a.slice(1)) * 6 + Number(b.slice(1))] ?? 0;
          const shuffled = shuffle.map((id) => names[id]!);
          expect(typicalOrder({ names: shuffled, before })).toEqual(typicalOrder({ names, before }));
        },
      ),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe('natural breaks', () => {
  it('cuts where the gaps are', () => {
    expect(naturalBreaks([0, 0.05, 0.1, 0.5, 0.55, 0.9], 3)).toEqual([
      [0, 3],
      [3, 5],
      [5, 6],
    ]);
  });

  it('gives as many runs as asked, all of them filled, and no better cut exists', () => {
    const cost = (points: number[], runs: readonly (readonly [number, number])[]) =>
      runs.reduce((sum, [from, to]) => {
        const own = points.slice(from, to);
        const mean = own.reduce((a, b) => a + b, 0) / own.length;
        return sum + own.reduce((a, b) => a + (b - mean) ** 2, 0);
      }, 0);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 8 }),
        (raw) => {
          const points = [...raw].sort((a, b) => a - b);
          const runs = naturalBreaks(points, 3);
          expect(runs.map(([from]) => from)).toEqual([0, ...runs.slice(0, -1).map(([, to]) => to)]);
          expect(runs.at(-1)?.[1]).toBe(points.length);
          for (let a = 1; a < points.length - 1; a++) {
            for (let b = a + 1; b < points.length; b++) {
              const other = cost(points, [
                [0, a],
                [a, b],
                [b, points.length],
              ]);
              expect(cost(points, runs)).toBeLessThanOrEqual(other + 1e-9);
            }
          }
        },
      ),
      { seed: 5, numRuns: 200 },
    );
  });

  it('has one run per point when there are few', () => {
    expect(naturalBreaks([0, 1], 5)).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(naturalBreaks([], 3)).toEqual([]);
  });
});

describe('a proposed map', () => {
  const facts = (more: Partial<ProposalFacts> = {}): ProposalFacts => ({
    sourceId: 'source',
    title: 'Carte',
    language: 'en',
    kinds: [
      kind('Open', 'Internet', 60),
      kind('Open', 'website', 30),
      kind('Open', 'Desk', 20),
      kind('Open', 'pigeon', 1, 1),
      kind('Read', '', 50),
      kind('Pay', 'Counter 12', 40),
      kind('Rare', 'web', 1),
    ],
    order: [
      { name: 'Open', position: 0 },
      { name: 'Read', position: 0.5 },
      { name: 'Pay', position: 1 },
    ],
    attributes: [],
    ...more,
  });

  it('draws what one journey in a hundred lives, 24 events at most', () => {
    expect(namesToDraw(facts().kinds, 110)).toEqual(['Open', 'Read', 'Pay']);
    const many = Array.from({ length: 40 }, (_, index) => kind(`e${index}`, '', 100 - index));
    expect(namesToDraw(many, 100)).toHaveLength(24);
    expect(namesToDraw([kind('x'.repeat(501), '', 50)], 50)).toEqual([]);
  });

  it('is a map, in the order found, before, during and after', () => {
    const map = proposedMap(facts(), counter());
    expect(journeyMapSchema.parse(map)).toEqual(map);
    expect(orderedSteps(map).map(([, { title }]) => title)).toEqual(['Open', 'Read', 'Pay']);
    expect(Object.values(map.phases).map(({ moment, name }) => [moment, name])).toEqual([
      ['before', 'Before'],
      ['during', 'During'],
      ['after', 'After'],
    ]);
    const lanes = Object.values(map.lanes).map(({ type }) => type);
    expect(lanes).toEqual(expect.arrayContaining(['touchpoints', 'emotion', 'figures', 'actions']));
  });

  it('makes a touchpoint per known channel, whatever the words of the data, and binds it to them', () => {
    const map = proposedMap(facts(), counter());
    const touchpoints = Object.values(map.touchpoints).map(({ title, channel, bindings }) => [
      title,
      channel,
      bindings.map((binding) => (binding.on === 'events' ? binding.rule.channels : null)),
    ]);
    expect(touchpoints).toEqual([
      ['Internet', 'web', [['Internet', 'website']]],
      ['Desk', 'store', [['Desk']]],
      ['pigeon', 'pigeon', [['pigeon']]],
      ['Read', 'other', [[]]],
      ['Counter 12', 'Counter 12', [['Counter 12']]],
    ]);
  });

  it('proposes personas from the attribute that names kinds of customers', () => {
    const values = (...of: string[]) => of.map((value) => ({ value, journeys: 30 }));
    const map = proposedMap(
      facts({
        attributes: [
          { name: 'region', distinct: 3, values: values('N', 'S', 'W') },
          { name: 'Segment', distinct: 2, values: values('Pro', 'Famille') },
        ],
      }),
      counter(),
    );
    expect(Object.values(map.personas).map(({ name, colour, match }) => [name, colour, match])).toEqual([
      ['Famille', 0, { attribute: 'Segment', value: 'Famille' }],
      ['Pro', 1, { attribute: 'Segment', value: 'Pro' }],
    ]);
    const many = {
      name: 'persona',
      distinct: 9,
      values: values('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'),
    };
    expect(proposedMap(facts({ attributes: [many] }), counter()).personas).toEqual({});
  });

  it('stays a map with one event, with none, and with twenty-four', () => {
    for (const count of [0, 1, 2, 24]) {
      const order = Array.from({ length: count }, (_, index) => ({
        name: `e${index}`,
        position: index / 24,
      }));
      const kinds = order.map(({ name }) => kind(name, '', 10));
      const map = journeyMapSchema.parse(proposedMap(facts({ order, kinds }), counter()));
      expect(Object.keys(map.steps)).toHaveLength(count);
      expect(Object.keys(map.stages)).toHaveLength(Math.min(count, 7));
    }
  });
});
