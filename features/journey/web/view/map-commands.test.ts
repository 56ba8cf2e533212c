import { describe, expect, it } from 'vitest';
import { pasteLines } from '../../domain/edit/card.ts';
import { addPersona } from '../../domain/edit/persona.ts';
import { emptyMap } from '../../domain/templates/template.ts';
import {
  addAfter,
  addItem,
  addLaneTo,
  addLastStage,
  dropColumn,
  moveBy,
  removeAt,
  type Seen,
  setText,
  textAt,
} from './map-commands.ts';
import { applied, counter, laneOf, see, seenMap } from './map-fixture.ts';
import type { CellPlace } from './place.ts';

const stages = ({ model }: Seen) => model.outline.stages.map(({ id }) => id);
const steps = ({ model }: Seen) => model.outline.steps.map(({ id }) => id);
const cellOf = (seen: Seen, type: string, step = 0): CellPlace => ({
  at: 'cell',
  laneId: laneOf(seen, type),
  stepId: steps(seen)[step]!,
  itemId: null,
});
const textsIn = ({ map, model }: Seen, { laneId, stepId }: CellPlace) =>
  (model.rows.find((row) => row.laneId === laneId)?.cards.get(stepId) ?? []).map(
    ([id]) => map.cards[id]!.text,
  );

describe('adding', () => {
  it('puts a stage after a stage and a step after a step, ready to be named', () => {
    const seen = seenMap();
    const first = stages(seen)[0]!;
    const stage = addAfter(seen, { at: 'stage', stageId: first }, counter('n'));
    expect(stage).toMatchObject({ place: { at: 'stage', stageId: 'n1' }, edit: true });
    expect(stages(applied(seen, stage.changes)).slice(0, 2)).toEqual([first, 'n1']);
    const step = addAfter(seen, { at: 'step', stepId: steps(seen)[0]! }, counter('n'));
    expect(steps(applied(seen, step.changes))[1]).toBe('n1');
  });

  it('begins a map that has nothing at all', () => {
    const seen = see(emptyMap('journey', 'fr', ''));
    const outcome = addLastStage(seen.map, seen.model, counter('n'));
    const now = applied(seen, outcome.changes);
    expect(now.model.outline.phases).toHaveLength(1);
    expect(stages(now)).toHaveLength(1);
    expect(steps(now)).toHaveLength(1);
  });

  it('writes a card for the persona looked at', () => {
    const plain = seenMap();
    const persona = addPersona(plain.map, { name: 'L’inquiète' }, () => 'p1');
    const seen = { ...applied(plain, persona), personaId: 'p1' };
    const { changes, place } = addItem(
      seen,
      cellOf(seen, 'actions'),
      { text: 'a', afterId: null },
      counter('c'),
    );
    expect(place).toMatchObject({ itemId: 'c1' });
    expect(applied(seen, changes).map.cards.c1?.personaIds).toEqual(['p1']);
  });

  it('adds a lane under another', () => {
    const seen = seenMap();
    const lane = seen.model.outline.lanes[0]![0];
    const { changes } = addLaneTo(seen.map, { type: 'social', after: lane }, counter('n'));
    expect(applied(seen, changes).model.outline.lanes[1]![0]).toBe('n1');
  });
});

describe('moving', () => {
  it('takes a step over the edge of its stage into the next', () => {
    const seen = seenMap();
    const stepId = steps(seen)[0]!;
    const moved = applied(seen, moveBy(seen, { at: 'step', stepId }, 'right').changes);
    expect(moved.map.steps[stepId]!.stageId).toBe(stages(seen)[1]);
    expect(steps(moved)[0]).toBe(stepId);
  });

  it('takes a stage over the edge of its phase', () => {
    const seen = seenMap();
    const { phases } = seen.model.outline;
    const last = phases[0]!.stages.at(-1)!.id;
    const moved = applied(seen, moveBy(seen, { at: 'stage', stageId: last }, 'right').changes);
    expect(moved.map.stages[last]!.phaseId).toBe(phases[1]!.id);
    expect(stages(moved)).toEqual(stages(seen));
  });

  it('does nothing at the edge of the map', () => {
    const seen = seenMap();
    expect(moveBy(seen, { at: 'stage', stageId: stages(seen)[0]! }, 'left').changes).toEqual([]);
    expect(moveBy(seen, { at: 'lane', laneId: seen.model.rows[0]!.laneId }, 'up').changes).toEqual([]);
  });

  it('drops a step at the edge of a column, whichever stage that is', () => {
    const seen = seenMap();
    const [a, b] = steps(seen);
    const moved = applied(seen, dropColumn(seen, { at: 'step', stepId: a! }, 2).changes);
    expect(steps(moved).slice(0, 2).toSorted()).toEqual([a, b].toSorted());
    expect(moved.map.steps[a!]!.stageId).not.toBe(seen.map.steps[a!]!.stageId);
  });
});

describe('texts and removal', () => {
  it('reads and writes the text of every kind of place', () => {
    const seen = seenMap();
    const card = addItem(seen, cellOf(seen, 'actions'), { text: 'a', afterId: null }, counter('c'));
    const touchpoint = addItem(seen, cellOf(seen, 'touchpoints'), { text: 'b', afterId: null }, counter('t'));
    const now = applied(applied(seen, card.changes), touchpoint.changes);
    const places = [
      { at: 'phase', phaseId: now.model.outline.phases[0]!.id },
      { at: 'stage', stageId: stages(now)[0]! },
      { at: 'step', stepId: steps(now)[0]! },
      { at: 'lane', laneId: laneOf(now, 'actions') },
      card.place!,
      touchpoint.place!,
    ] as const;
    for (const place of places) {
      const written = applied(now, setText(now.map, place, 'écrit'));
      expect(textAt(written, place), place.at).toBe('écrit');
    }
  });

  it('leaves the reader beside what was removed', () => {
    const seen = seenMap();
    const cell = cellOf(seen, 'actions');
    const text = 'un\ndeux';
    const now = applied(seen, pasteLines(seen.map, { ...cell, text }, counter('c')));
    const removed = removeAt(now, { ...cell, itemId: 'c2' });
    expect(removed.place).toEqual({ ...cell, itemId: 'c1' });
    expect(textsIn(applied(now, removed.changes), cell)).toEqual(['un']);
    const [first, second] = stages(now);
    expect(removeAt(now, { at: 'stage', stageId: first! }).place).toEqual({ at: 'stage', stageId: second });
  });
});
