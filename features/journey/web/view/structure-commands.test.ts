import { describe, expect, it } from 'vitest';
import { removeStep } from '../../domain/edit/step.ts';
import { intentionOf } from './keyboard.ts';
import { addItem } from './map-commands.ts';
import { applied, counter, laneOf, seenMap } from './map-fixture.ts';
import { type CellPlace, nearestPlace, type Place } from './place.ts';
import { restructure } from './structure-commands.ts';

const press = (key: string) => ({ key, ctrl: true, shift: false, alt: false });

describe('joining, cutting and duplicating from a place', () => {
  it('is offered only where it changes something', () => {
    const seen = seenMap();
    const { stages, phases } = seen.model.outline;
    const stage = (at: number): Place => ({ at: 'stage', stageId: stages.at(at)!.id });
    const changes = (what: 'merge' | 'split', place: Place) =>
      restructure(seen, what, place, counter('n')).changes.length > 0;
    expect(changes('merge', stage(0))).toBe(true);
    expect(changes('merge', stage(-1))).toBe(false);
    expect(changes('split', stage(0))).toBe(false);
    expect(changes('split', stage(1))).toBe(true);
    expect(changes('merge', { at: 'phase', phaseId: phases.at(-1)!.id })).toBe(false);
    expect(changes('split', { at: 'lane', laneId: laneOf(seen, 'actions') })).toBe(false);
  });

  it('leads to the new half to be named, and to the copy as it is', () => {
    const seen = seenMap();
    const second = seen.model.outline.stages[1]!.id;
    expect(restructure(seen, 'split', { at: 'stage', stageId: second }, counter('n'))).toMatchObject({
      place: { at: 'phase', phaseId: 'n1' },
      edit: true,
    });
    const copied = restructure(seen, 'duplicate', { at: 'stage', stageId: second }, counter('n'));
    expect(copied).toMatchObject({ place: { at: 'stage', stageId: 'n1' }, edit: false });
    expect(applied(seen, copied.changes).model.outline.stages[2]!.id).toBe('n1');
  });

  it('cuts a step at the card in hand', () => {
    const begun = seenMap();
    const stepId = begun.model.outline.steps[0]!.id;
    const cell: CellPlace = { at: 'cell', laneId: laneOf(begun, 'actions'), stepId, itemId: null };
    const newId = counter('c');
    let seen = applied(begun, addItem(begun, cell, { text: 'one', afterId: null }, newId).changes);
    seen = applied(seen, addItem(seen, cell, { text: 'two', afterId: null }, newId).changes);
    const cut = restructure(seen, 'split', { ...cell, itemId: 'c2' }, counter('s'));
    expect(cut).toMatchObject({ place: { at: 'step', stepId: 's1' }, edit: true });
    expect(applied(seen, cut.changes).map.cards.c2!.stepId).toBe('s1');
  });

  it('has a key each, left to others where it means something else', () => {
    const { model } = seenMap();
    const step: Place = { at: 'step', stepId: model.outline.steps[0]!.id };
    expect(['j', 'k', 'd'].map((key) => intentionOf(model, step, press(key)))).toEqual([
      { do: 'restructure', what: 'merge' },
      { do: 'restructure', what: 'split' },
      { do: 'restructure', what: 'duplicate' },
    ]);
    const cell: Place = { at: 'cell', laneId: 'l', stepId: 's', itemId: null };
    expect(intentionOf(model, cell, press('d'))).toEqual({ do: 'duplicate' });
  });
});

it('goes on beside what has gone', () => {
  const former = seenMap();
  const { stages, steps } = former.model.outline;
  const second: Place = { at: 'stage', stageId: stages[1]!.id };
  const joined = restructure(former, 'merge', { at: 'stage', stageId: stages[0]!.id }, counter('n'));
  const after = applied(former, joined.changes).model;
  expect(nearestPlace(former.model, after, second)).toEqual({ at: 'stage', stageId: stages[2]!.id });
  const last: Place = { at: 'step', stepId: steps.at(-1)!.id };
  const shorter = applied(former, removeStep(former.map, last.stepId)).model;
  expect(nearestPlace(former.model, shorter, last)).toEqual({ at: 'step', stepId: steps.at(-2)!.id });
});
