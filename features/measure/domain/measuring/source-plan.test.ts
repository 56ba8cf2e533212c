import { describe, expect, it } from 'vitest';
import type { EventRule } from '#touchpoint/domain/binding.ts';
import type { BoundTouchpoint } from './map-plan.ts';
import { layersOf, numberPlaces, planSource } from './source-plan.ts';

const kinds = [
  { id: 1, name: 'Call', channel: 'phone' },
  { id: 2, name: 'Call', channel: 'web' },
  { id: 3, name: 'Pay', channel: 'web' },
];
const bound = (
  id: string,
  stepId: string,
  stageId: string,
  rules: Partial<EventRule>[],
  sourceId = 's',
): BoundTouchpoint => ({
  id,
  stepId,
  stageId,
  stageRank: Number(stageId),
  events: rules.map((rule) => ({
    on: 'events',
    sourceId,
    rule: { names: [], channels: [], attributes: [], ...rule },
  })),
  surveys: [],
});
const plan = (touchpoints: BoundTouchpoint[]) =>
  planSource(touchpoints, { sourceId: 's', kinds, eventAttributes: new Set(['agent']) });

describe('bindings in the numbers of a source', () => {
  it('finds the kinds a rule means: any channel when none is named', () => {
    const { touchpoints } = plan([
      bound('any', 'a', '0', [{ names: ['Call'] }]),
      bound('one', 'a', '0', [{ names: ['Call', 'Pay'], channels: ['web'] }]),
    ]);
    expect(touchpoints.map(({ clauses }) => clauses.map((clause) => clause.kinds))).toEqual([
      [[1, 2]],
      [[2, 3]],
    ]);
  });

  it('leaves out touchpoints of other sources and rules that name nothing known', () => {
    const { touchpoints } = plan([
      bound('elsewhere', 'a', '0', [{ names: ['Call'] }], 'other'),
      bound('unknown', 'a', '0', [{ names: ['Never'] }]),
      bound('half', 'a', '0', [{ names: ['Never'] }, { names: ['Pay'] }]),
    ]);
    expect(touchpoints.map(({ id, clauses }) => [id, clauses.length])).toEqual([['half', 1]]);
  });

  it('looks for an attribute at the event when the source says so, else on the journey', () => {
    const attributes = [
      { name: 'agent', is: 'one-of' as const, values: ['x'] },
      { name: 'segment', is: 'none-of' as const, values: ['y'] },
    ];
    const { touchpoints } = plan([bound('t', 'a', '0', [{ names: ['Pay'], attributes }])]);
    expect(touchpoints[0]?.clauses[0]?.conditions.map(({ level }) => level)).toEqual(['event', 'journey']);
  });

  it('needs one layer when each kind is bound once, more when touchpoints share kinds', () => {
    const once = plan([
      bound('a', 'a', '0', [{ names: ['Call'], channels: ['web'] }]),
      bound('b', 'b', '0', [{ names: ['Pay'] }]),
    ]);
    expect(layersOf(once.touchpoints)).toEqual([[1, 2]]);
    const shared = plan([
      bound('a', 'a', '0', [{ names: ['Call'] }]),
      bound('b', 'b', '0', [{ names: ['Pay'] }]),
      bound('c', 'c', '0', [{ names: ['Call'], channels: ['web'] }]),
    ]);
    expect(layersOf(shared.touchpoints)).toEqual([[1, 2], [3]]);
  });

  it('numbers steps of several touchpoints and stages of several steps first', () => {
    const numbering = numberPlaces(
      plan([
        bound('a', 'alone', '0', [{ names: ['Call'], channels: ['web'] }]),
        bound('b', 'both', '4', [{ names: ['Call'], channels: ['phone'] }]),
        bound('c', 'both', '4', [{ names: ['Pay'] }]),
        bound('d', 'last', '4', [{ names: ['Pay'] }]),
      ]),
    );
    expect(numbering).toMatchObject({
      steps: ['both', 'alone', 'last'],
      severalSteps: 1,
      stages: ['4', '0'],
      severalStages: 1,
      stepOf: [2, 1, 1, 3],
      stageOf: [2, 1, 1, 1],
      rankOf: [1, 2, 2, 2],
      ranks: 2,
    });
  });
});
