import { describe, expect, it } from 'vitest';
import { sketchMap } from '#testing/sketch-map.ts';
import { outline } from '../outline.ts';
import { sideBySide } from './side-by-side.ts';

const map = sketchMap({
  personas: ['ada', 'bob', 'cleo'],
  steps: [
    {
      title: 'ask',
      cards: {
        actions: [
          'all',
          { text: 'ada', personaIds: ['ada'] },
          { text: 'both', personaIds: ['ada', 'bob'] },
          { text: 'cleo', personaIds: ['cleo'] },
        ],
      },
      felt: { ada: 2, bob: 1.5 },
    },
    { title: 'wait', felt: { ada: -2, bob: 1, cleo: 3, all: 0 } },
    { title: 'end', felt: { ada: 1 } },
  ],
});
const compare = (...ids: string[]) => sideBySide(map, outline(map), ids);

describe('personas side by side', () => {
  it('tells the cells whose cards hold for some of them only', () => {
    expect(compare('ada', 'bob').cells).toEqual([
      { laneId: 'lane-actions', stepId: 'step-1', cards: [{ cardId: 'actions-1-2', personaIds: ['ada'] }] },
    ]);
    expect(compare('ada', 'bob', 'cleo').cells[0]!.cards.map(({ personaIds }) => personaIds)).toEqual([
      ['ada'],
      ['ada', 'bob'],
      ['cleo'],
    ]);
  });

  it('tells how far apart their curves are, and where most', () => {
    const two = compare('bob', 'ada');
    expect(two.gaps.map(({ stepId }) => stepId)).toEqual(['step-1', 'step-2']);
    expect(two.widest).toEqual({
      stepId: 'step-2',
      low: { personaId: 'ada', value: -2 },
      high: { personaId: 'bob', value: 1 },
    });
    expect(compare('ada', 'cleo').widest?.high.personaId).toBe('cleo');
    expect(two.drawn).toEqual(['bob', 'ada']);
  });

  it('finds nothing where they are alike', () => {
    const alike = sketchMap({
      personas: ['ada', 'bob'],
      steps: [{ title: 'ask', cards: { actions: ['all'] }, felt: { ada: 1, bob: 1.5 } }],
    });
    expect(sideBySide(alike, outline(alike), ['ada', 'bob'])).toMatchObject({ cells: [], widest: null });
    expect(sideBySide(alike, outline(alike), ['ada', 'gone']).drawn).toEqual(['ada']);
  });
});
