import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, type Change } from '#kit/document/changes.ts';
import { addComment } from '#kit/document/threads.ts';
import { healMap } from './dependents.ts';
import { addCard, editCard, moveCard } from './edit/card.ts';
import { placeEmotion } from './edit/emotion.ts';
import { addLane, editLane, moveLane, removeLane } from './edit/lane.ts';
import { editMap } from './edit/map.ts';
import { editPhase, removePhase } from './edit/phase.ts';
import { addStage, editStage, removeStage } from './edit/stage.ts';
import { addStep, editStep, removeStep } from './edit/step.ts';
import { addTouchpoint } from './edit/touchpoint.ts';
import { reimbursementExample } from './examples/reimbursement.ts';
import { targetAt } from './reference.ts';
import type { JourneyMap } from './schema.ts';
import { holdStructure, structureRefusal } from './structure-lock.ts';

const open = reimbursementExample('fr');
const locked: JourneyMap = { ...open, structureLocked: true };
const [phaseId] = Object.keys(open.phases) as [string];
const stageIds = Object.keys(open.stages);
const stepIds = Object.keys(open.steps);
const laneIds = Object.keys(open.lanes);
const cardIds = Object.keys(open.cards);
const newId = () => 'new';
const by = { author: 'Ann', authorId: null, at: '2026-03-01T10:00:00Z' };

const structural: Record<string, (map: JourneyMap) => Change[]> = {
  'a lane added': (map) => addLane(map, { type: 'text' }, newId),
  'a lane removed': (map) => removeLane(map, laneIds[1]!),
  'a lane moved': (map) => moveLane(map, { laneId: laneIds[0]!, after: laneIds[2]! }),
  'a lane renamed': (map) => editLane(map, laneIds[0]!, { title: 'Other' }),
  'a lane hidden': (map) => editLane(map, laneIds[0]!, { hidden: true }),
  'a stage added': (map) => addStage(map, { phaseId }, newId),
  'a stage removed': (map) => removeStage(map, stageIds[1]!),
  'a stage renamed': (map) => editStage(map, stageIds[0]!, { title: 'Other' }),
  'a step added': (map) => addStep(map, { stageId: stageIds[0]! }, newId),
  'a step removed': (map) => removeStep(map, stepIds[0]!),
  'a step renamed': (map) => editStep(map, stepIds[0]!, { title: 'Other' }),
  'a phase renamed': (map) => editPhase(map, phaseId, { name: 'Other' }),
  'a phase removed': (map) => removePhase(map, phaseId),
};
const written: Record<string, (map: JourneyMap) => Change[]> = {
  'a card': (map) => addCard(map, { laneId: laneIds[0]!, stepId: stepIds[1]!, text: 'x' }, newId),
  'the text of a card': (map) => editCard(map, cardIds[0]!, { text: 'x' }),
  'the place of a card': (map) =>
    moveCard(map, { cardId: cardIds[0]!, laneId: laneIds[0]!, stepId: stepIds[2]! }),
  'a touchpoint': (map) => addTouchpoint(map, { stepId: stepIds[0]!, channel: 'web', title: 'x' }, newId),
  'an emotion': (map) =>
    placeEmotion(map, { reading: 'felt', personaId: null, stepId: stepIds[0]!, value: 2 }),
  'a comment': (map) =>
    addComment({ by, text: 'x', target: targetAt(map, { at: 'step', stepId: stepIds[0]! }) }, newId),
  'what a stage promises': (map) => editStage(map, stageIds[0]!, { promise: 'x' }),
  'a moment of truth': (map) =>
    editStep(map, stepIds[0]!, { momentOfTruth: !map.steps[stepIds[0]!]!.momentOfTruth }),
  'a folded lane': (map) => editLane(map, laneIds[0]!, { folded: true }),
  'the title of the map': (map) => editMap(map, { title: 'x' }),
};
const merged = (map: JourneyMap, changes: readonly Change[]) => healMap(applyChanges(map, changes));

describe('the lock of the structure', () => {
  it.each(Object.entries(structural))('refuses %s, and holds it when it comes unaware', (_name, edit) => {
    const changes = edit(open);
    expect(changes.length).toBeGreaterThan(0);
    expect(structureRefusal(locked, changes)).toMatchObject({
      code: 'journey.structure-locked',
      status: 409,
    });
    expect(structureRefusal(open, changes)).toBeUndefined();
    expect(holdStructure(locked, merged(locked, changes))).toEqual(locked);
    expect(merged(open, changes)).not.toEqual(open);
  });

  it.each(Object.entries(written))('lets %s pass', (_name, edit) => {
    const changes = edit(locked);
    expect(changes.length).toBeGreaterThan(0);
    expect(structureRefusal(locked, changes)).toBeUndefined();
    const after = merged(locked, changes);
    expect(holdStructure(locked, after)).toBe(after);
  });

  it('keeps what was written beside what it holds, whatever comes together', () => {
    const some = (of: Record<string, unknown>) => fc.subarray(Object.keys(of), { minLength: 1 });
    fc.assert(
      fc.property(some(structural), some(written), (frame, words) => {
        const wordsOnly = words
          .filter((name) => name !== 'the place of a card')
          .reduce((map, name) => merged(map, written[name]!(map)), locked);
        const both = frame.reduce((map, name) => merged(map, structural[name]!(map)), wordsOnly);
        const held = holdStructure(locked, both);
        for (const name of ['phases', 'stages', 'steps', 'lanes'] as const) {
          expect(Object.keys(held[name]).sort()).toEqual(Object.keys(locked[name]).sort());
        }
        for (const id of cardIds) expect(held.cards[id]).toBeDefined();
        expect(healMap(held)).toBe(held);
        expect(holdStructure(locked, held)).toBe(held);
        expect(held.comments.new?.text).toBe(wordsOnly.comments.new?.text);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a lane, a step and a stage made offline in which something was written, and only those', () => {
    let made = 0;
    const next = () => `made${++made}`;
    const laned = merged(
      locked,
      addLane(locked, { type: 'text' }, () => 'lane'),
    );
    const framed = merged(
      laned,
      addStage(laned, { phaseId }, () => 'stage'),
    );
    const stepped = merged(
      framed,
      addStep(framed, { stageId: 'stage' }, () => 'step'),
    );
    const empty = merged(
      stepped,
      addLane(stepped, { type: 'text' }, () => 'empty'),
    );
    const renamed = merged(empty, editLane(empty, laneIds[0]!, { title: 'Other' }));
    const one = merged(
      renamed,
      addCard(renamed, { laneId: 'lane', stepId: stepIds[0]!, text: 'Said' }, next),
    );
    const after = merged(one, moveCard(one, { cardId: cardIds[0]!, laneId: laneIds[0]!, stepId: 'step' }));
    const held = holdStructure(locked, after);
    expect(Object.keys(held.lanes).filter((id) => !laneIds.includes(id))).toEqual(['lane']);
    expect(Object.keys(held.steps).filter((id) => !stepIds.includes(id))).toEqual(['step']);
    expect(held.stages.stage).toEqual(after.stages.stage);
    expect(held.lanes[laneIds[0]!]).toEqual(locked.lanes[laneIds[0]!]);
    expect(held.cards).toEqual(after.cards);
    expect(healMap(held)).toBe(held);
    expect(holdStructure(held, held)).toBe(held);
  });

  it('opens for whoever unlocks it, also within the same edit', () => {
    const unlock = editMap(locked, { structureLocked: false });
    expect(structureRefusal(locked, unlock)).toBeUndefined();
    expect(structureRefusal(locked, [...unlock, ...removeLane(locked, laneIds[0]!)])).toBeUndefined();
    const after = merged(locked, [...unlock, ...removeLane(locked, laneIds[0]!)]);
    expect(holdStructure(locked, after)).toBe(after);
    const lock = editMap(open, { structureLocked: true });
    expect(structureRefusal(open, [...lock, ...removeLane(open, laneIds[0]!)])).toBeDefined();
  });
});
