import { describe, expect, it } from 'vitest';
import { placeEmotion } from '../../domain/edit/emotion.ts';
import { editLane } from '../../domain/edit/lane.ts';
import { addPersona } from '../../domain/edit/persona.ts';
import { reimbursementExample } from '../../domain/examples/reimbursement.ts';
import { nextGridModel } from './grid-model.ts';
import { setText } from './map-commands.ts';
import { applied, see } from './map-fixture.ts';
import { existingPlace } from './place.ts';
import { shownCurves } from './shown-curves.ts';

const example = () => see(reimbursementExample('fr'));

describe('the grid of a map', () => {
  it('changes one row and one list of cards for a letter', () => {
    const before = example();
    const [cardId, card] = Object.entries(before.map.cards)[0]!;
    const place = { at: 'cell', laneId: card.laneId, stepId: card.stepId, itemId: cardId } as const;
    const now = applied(before, setText(before.map, place, 'autre chose'));
    expect(now.model.columns).toBe(before.model.columns);
    expect(now.model.curves).toBe(before.model.curves);
    const changed = now.model.rows.filter((row, index) => row !== before.model.rows[index]);
    expect(changed.map(({ laneId }) => laneId)).toEqual([card.laneId]);
    const old = before.model.rows.find(({ laneId }) => laneId === card.laneId)!;
    const lists = [...changed[0]!.cards].filter(([stepId, list]) => old.cards.get(stepId) !== list);
    expect(lists.map(([stepId]) => stepId)).toEqual([card.stepId]);
  });

  it('changes one curve for a point', () => {
    const before = example();
    const curve = before.model.curves.find(({ reading }) => reading === 'felt')!;
    const [stepId] = [...curve.points.keys()];
    const now = applied(before, placeEmotion(before.map, { ...curve, stepId: stepId!, value: -2.7 }));
    expect(now.model.rows).toBe(before.model.rows);
    expect(now.model.curves.filter((one, index) => one !== before.model.curves[index])).toHaveLength(1);
  });

  it('shows a persona their cards and those of everyone', () => {
    const { map } = example();
    const [persona] = Object.keys(map.personas);
    const shown = nextGridModel(map, persona!, undefined)
      .rows.flatMap((row) => [...row.cards.values()].flat())
      .map(([, card]) => card.personaIds);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every((ids) => ids.length === 0 || ids.includes(persona!))).toBe(true);
    expect(shown.length).toBeLessThan(Object.keys(map.cards).length);
  });

  it('sets hidden lanes apart', () => {
    const before = example();
    const { laneId } = before.model.rows[0]!;
    const now = applied(before, editLane(before.map, laneId, { hidden: true }));
    expect(now.model.rows.map((row) => row.laneId)).not.toContain(laneId);
    expect(now.model.hidden.map(([id]) => id)).toEqual([laneId]);
    expect(existingPlace(now.model, { at: 'lane', laneId })).toBeNull();
  });
});

describe('the curves shown', () => {
  it('are the persona’s own, else those of everyone', () => {
    const { map, model } = example();
    const fresh = applied(
      { map, model, personaId: null },
      addPersona(map, { name: 'Neuf' }, () => 'new'),
    );
    const { personas } = fresh.model.outline;
    const [first] = personas[0]!;
    const keys = (personaId: string | null) =>
      shownCurves(fresh.model.curves, personas, personaId)
        .filter(({ reading }) => reading === 'felt')
        .map((curve) => curve.personaId);
    expect(keys(first)).toEqual([first]);
    expect(keys('new')).toEqual([null]);
    expect(keys(null).length).toBeGreaterThan(1);
  });
});
