import { describe, expect, it } from 'vitest';
import { applyChanges } from '#kit/document/changes.ts';
import { part } from '../dependents.ts';
import { cardsOfCell, orderedLanes } from '../outline.ts';
import { emptyMap } from '../templates/template.ts';
import { markMoment, takenBack } from './moment-of-truth.ts';
import { addPhase } from './phase.ts';
import { addStage } from './stage.ts';

const counter = () => {
  let last = 0;
  return () => `id-${++last}`;
};

function mapOfOneStep() {
  const newId = counter();
  let map = emptyMap('journey', 'en', 'Cover');
  map = applyChanges(map, addPhase(map, { moment: 'during' }, newId));
  const phaseId = Object.keys(map.phases)[0] ?? '';
  map = applyChanges(map, addStage(map, { phaseId, title: 'I ask' }, newId));
  return { map, stepId: Object.keys(map.steps)[0] ?? '', newId };
}

const evidence = {
  kind: 'figure' as const,
  label: 'Gap of 1.2',
  reference: null,
  n: 812,
  date: '2026-10-31',
};
const input = (stepId: string, label = evidence.label) => ({
  stepId,
  text: 'Here it turns',
  evidence: { ...evidence, label },
});

describe('a step marked as a moment of truth', () => {
  it('bears the mark, and a card with its evidence in the lane of moments', () => {
    const { map, stepId, newId } = mapOfOneStep();
    const after = applyChanges(map, markMoment(map, input(stepId), newId));
    expect(part(after, 'steps', stepId)?.momentOfTruth).toBe(true);
    const lanes = orderedLanes(after).filter(([, { type }]) => type === 'moments-of-truth');
    expect(lanes).toHaveLength(1);
    const cards = cardsOfCell(after, lanes[0]?.[0] ?? '', stepId);
    expect(cards.map(([, card]) => card)).toMatchObject([
      { text: 'Here it turns', momentOfTruth: true, status: 'validated', evidence: [evidence] },
    ]);
  });

  it('gathers evidence on the card that stands there, each once', () => {
    const { map, stepId, newId } = mapOfOneStep();
    const once = applyChanges(map, markMoment(map, input(stepId), newId));
    expect(markMoment(once, input(stepId), newId)).toEqual([]);
    const twice = applyChanges(once, markMoment(once, input(stepId, 'Gap of 1.4'), newId));
    expect(Object.values(twice.cards).map((card) => card.evidence.map(({ label }) => label))).toEqual([
      ['Gap of 1.2', 'Gap of 1.4'],
    ]);
  });

  it('makes no lane in a locked map, and nothing where the step is gone', () => {
    const { map, stepId, newId } = mapOfOneStep();
    const locked = { ...map, structureLocked: true, lanes: {} };
    expect(markMoment(locked, input(stepId), newId)).toEqual([
      { op: 'set', path: ['steps', stepId, 'momentOfTruth'], value: true },
    ]);
    expect(markMoment(map, input('gone'), newId)).toEqual([]);
  });

  it('is taken back, but for what others have changed since', () => {
    const { map, stepId, newId } = mapOfOneStep();
    const changes = markMoment(map, input(stepId), newId);
    const after = applyChanges(map, changes);
    expect(applyChanges(after, takenBack(map, changes, after))).toEqual(map);
    const [cardId = ''] = Object.keys(after.cards);
    const later = applyChanges(after, [{ op: 'set', path: ['cards', cardId, 'text'], value: 'Mine' }]);
    const back = applyChanges(later, takenBack(map, changes, later));
    expect(back.cards[cardId]?.text).toBe('Mine');
    expect(back.steps[stepId]?.momentOfTruth).toBe(false);
  });
});
