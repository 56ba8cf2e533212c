import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '#kit/document/changes.ts';
import { addCard, editCard } from './edit/card.ts';
import { placeEmotion } from './edit/emotion.ts';
import { addLane } from './edit/lane.ts';
import { addPhase } from './edit/phase.ts';
import { addTouchpoint } from './edit/touchpoint.ts';
import {
  cardsOfCell,
  cellKey,
  emotionCurve,
  holdsFor,
  orderedLanes,
  orderedPhases,
  orderedStages,
  orderedSteps,
  outline,
  stagesOfPhase,
  stepsOfStage,
  touchpointsOfStep,
} from './outline.ts';
import type { JourneyMap } from './schema.ts';
import { templateMap } from './templates/template.ts';

function filledMap(cards: number): JourneyMap {
  let count = 0;
  const newId = () => `i${count++}`;
  let map = templateMap('journey', 'en', 'A journey', newId);
  const lanes = Object.keys(map.lanes);
  const steps = Object.keys(map.steps);
  for (let at = 0; at < cards; at++) {
    const laneId = lanes[(at * 7) % lanes.length]!;
    const stepId = steps[(at * 3) % steps.length]!;
    map = applyChanges(map, addCard(map, { laneId, stepId, text: `card ${at}` }, newId));
    map = applyChanges(map, addTouchpoint(map, { stepId, channel: 'web' }, newId));
  }
  return map;
}

describe('the outline', () => {
  it('says the same as the selectors', () => {
    fc.assert(
      fc.property(fc.nat(80), (cards) => {
        const map = filledMap(cards);
        const whole = outline(map);
        expect(whole.phases.map(({ id }) => id)).toEqual(orderedPhases(map).map(([id]) => id));
        expect(whole.stages.map(({ id }) => id)).toEqual(orderedStages(map).map(([id]) => id));
        expect(whole.steps.map(({ id }) => id)).toEqual(orderedSteps(map).map(([id]) => id));
        expect(whole.lanes).toEqual(orderedLanes(map));
        for (const { id, stages } of whole.phases) {
          expect(stages.map((node) => node.id)).toEqual(stagesOfPhase(map, id).map(([stage]) => stage));
        }
        for (const { id, steps } of whole.stages) {
          expect(steps.map((node) => node.id)).toEqual(stepsOfStage(map, id).map(([step]) => step));
        }
        for (const { id } of whole.steps) {
          expect(whole.touchpoints.get(id) ?? []).toEqual(touchpointsOfStep(map, id));
          for (const [laneId] of whole.lanes) {
            expect(whole.cells.get(cellKey(laneId, id)) ?? []).toEqual(cardsOfCell(map, laneId, id));
          }
        }
        expect([...whole.cells.values()].flat()).toHaveLength(cards);
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  it('gives every phase and stage a column, even empty', () => {
    let map = filledMap(0);
    map = applyChanges(
      map,
      addPhase(map, { moment: 'after', name: 'Later' }, () => 'later'),
    );
    const { phases, columns, stages, steps } = outline(map);
    expect(columns).toHaveLength(steps.length + 1);
    expect(columns.at(-1)).toEqual({ phaseId: 'later', stageId: null, stepId: null });
    expect(phases.map(({ column, span }) => [column, span])).toEqual([
      [0, 3],
      [3, 4],
      [7, 3],
      [10, 1],
    ]);
    expect(stages.map(({ column }) => column)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('keeps the lists that did not change', () => {
    const map = filledMap(60);
    const former = outline(map);
    const [cardId, card] = Object.entries(map.cards)[20]!;
    const next = outline(applyChanges(map, editCard(map, cardId, { text: 'other' })), former);
    const written = cellKey(card.laneId, card.stepId);
    for (const [key, list] of next.cells) {
      if (key === written) expect(list).not.toBe(former.cells.get(key));
      else expect(list).toBe(former.cells.get(key));
    }
    for (const [key, list] of next.touchpoints) expect(list).toBe(former.touchpoints.get(key));
    expect(next.lanes).toBe(former.lanes);
    const more = outline(
      applyChanges(
        map,
        addLane(map, { type: 'text' }, () => 'new'),
      ),
      former,
    );
    expect(more.lanes).not.toBe(former.lanes);
    expect(more.lanes).toHaveLength(former.lanes.length + 1);
  });
});

describe('an emotion curve', () => {
  it('goes through the points of its reading and persona, in reading order, and no other', () => {
    let map = filledMap(0);
    const steps = orderedSteps(map).map(([id]) => id);
    for (const [index, value] of [
      [4, -2],
      [0, 1],
      [2, 3],
    ] as const) {
      map = applyChanges(
        map,
        placeEmotion(map, { reading: 'felt', personaId: null, stepId: steps[index]!, value }),
      );
    }
    map = applyChanges(
      map,
      placeEmotion(map, { reading: 'planned', personaId: null, stepId: steps[1]!, value: 2 }),
    );
    expect(emotionCurve(map, 'felt', null).map(([, { stepId, value }]) => [stepId, value])).toEqual([
      [steps[0], 1],
      [steps[2], 3],
      [steps[4], -2],
    ]);
    expect(emotionCurve(map, 'felt', 'nobody')).toEqual([]);
  });
});

it('a card without persona holds for all of them', () => {
  const [card] = Object.values(filledMap(1).cards);
  expect(holdsFor(card!, 'p')).toBe(true);
  expect(holdsFor({ ...card!, personaIds: ['q'] }, 'p')).toBe(false);
  expect(holdsFor({ ...card!, personaIds: ['q'] }, null)).toBe(true);
  expect(holdsFor({ ...card!, personaIds: ['q', 'p'] }, 'p')).toBe(true);
});
