import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, type Change } from '#kit/document/changes.ts';
import { copyBlock } from '../clipboard/block.ts';
import { pasteBlock } from '../clipboard/paste-block.ts';
import { journeyMapDocument } from '../document.ts';
import { outline } from '../outline.ts';
import { emotionReadings, type JourneyMap, journeyMapSchema, laneTypes, moments } from '../schema.ts';
import { templateMap } from '../templates/template.ts';
import { addCard, editCard, moveCard, pasteLines, removeCard } from './card.ts';
import { placeEmotion, removeEmotion } from './emotion.ts';
import { addLane, editLane, moveLane, removeLane } from './lane.ts';
import { editMany, moveMany, removeMany, tagMany } from './many.ts';
import { editMap } from './map.ts';
import { addObjective, editObjective, moveObjective, removeObjective } from './objective.ts';
import { addPersona, editPersona, movePersona, removePersona } from './persona.ts';
import { addPhase, editPhase, movePhase, removePhase } from './phase.ts';
import { addStage, editStage, moveStage, removeStage } from './stage.ts';
import { addStep, editStep, moveStep, removeStep } from './step.ts';
import {
  addTouchpoint,
  bind,
  editTouchpoint,
  moveTouchpoint,
  removeTouchpoint,
  unbind,
} from './touchpoint.ts';

const seed = 20_240_601;

/** Draws what an operation needs; ids are those of the map, or one that has gone. */
type Draw = {
  id(
    name: 'personas' | 'phases' | 'stages' | 'steps' | 'lanes' | 'cards' | 'touchpoints' | 'objectives',
  ): string;
  one<T>(things: readonly T[]): T;
  number(): number;
};
type Operation = (map: JourneyMap, draw: Draw, newId: () => string) => Change[];

/** A young map with two personas, an objective and a handful of cards and touchpoints. */
function someMap(): JourneyMap {
  let count = 0;
  const newId = () => `t${count++}`;
  let map = templateMap('journey', 'en', 'A journey', newId);
  const edit = (changes: readonly Change[]) => {
    map = applyChanges(map, changes);
  };
  edit(addPersona(map, { name: 'The worrier' }, newId));
  edit(addPersona(map, { name: 'The hurried' }, newId));
  for (const text of ['Be understood', 'Wait less', 'Cost less']) {
    edit(addObjective(map, { kind: 'satisfaction', text }, newId));
  }
  const [laneId] = Object.keys(map.lanes);
  for (const [index, stepId] of Object.keys(map.steps).entries()) {
    const personaIds = Object.keys(map.personas).slice(index % 2);
    edit(pasteLines(map, { laneId: laneId!, stepId, text: 'first\nsecond' }, newId));
    edit(addCard(map, { laneId: laneId!, stepId, text: 'third', card: { personaIds } }, newId));
    edit(addTouchpoint(map, { stepId, channel: 'web', bindings: [binding(index)] }, newId));
    edit(placeEmotion(map, { reading: 'felt', personaId: personaIds[0]!, stepId, value: (index % 7) - 3 }));
    edit(placeEmotion(map, { reading: 'felt', personaId: null, stepId, value: 0 }));
  }
  return map;
}

const binding = (n: number) => ({
  on: 'events' as const,
  sourceId: 'crm',
  rule: { names: [`event ${n % 12}`], channels: [], attributes: [] },
});

const operations: Record<string, Operation> = {
  addPhase: (map, draw, newId) =>
    addPhase(map, { moment: draw.one(moments), before: draw.id('phases') }, newId),
  movePhase: (map, draw) => movePhase(map, { phaseId: draw.id('phases'), after: draw.id('phases') }),
  editPhase: (map, draw) => editPhase(map, draw.id('phases'), { name: 'renamed' }),
  removePhase: (map, draw) => removePhase(map, draw.id('phases')),
  addStage: (map, draw, newId) =>
    addStage(map, { phaseId: draw.id('phases'), after: draw.id('stages'), title: 'I wait' }, newId),
  moveStage: (map, draw) =>
    moveStage(map, { stageId: draw.id('stages'), phaseId: draw.id('phases'), before: draw.id('stages') }),
  editStage: (map, draw) =>
    editStage(map, draw.id('stages'), { title: 'renamed', duration: { value: 3, unit: 'day' } }),
  removeStage: (map, draw) => removeStage(map, draw.id('stages')),
  addStep: (map, draw, newId) => addStep(map, { stageId: draw.id('stages'), after: draw.id('steps') }, newId),
  moveStep: (map, draw) =>
    moveStep(map, { stepId: draw.id('steps'), stageId: draw.id('stages'), after: draw.id('steps') }),
  editStep: (map, draw) => editStep(map, draw.id('steps'), { momentOfTruth: true, title: 'renamed' }),
  removeStep: (map, draw) => removeStep(map, draw.id('steps')),
  addLane: (map, draw, newId) => addLane(map, { type: draw.one(laneTypes), before: draw.id('lanes') }, newId),
  moveLane: (map, draw) => moveLane(map, { laneId: draw.id('lanes'), before: draw.id('lanes') }),
  editLane: (map, draw) => editLane(map, draw.id('lanes'), { folded: true, colour: 2 }),
  removeLane: (map, draw) => removeLane(map, draw.id('lanes')),
  addCard: (map, draw, newId) =>
    addCard(
      map,
      {
        laneId: draw.id('lanes'),
        stepId: draw.id('steps'),
        text: 'a card',
        after: draw.id('cards'),
        card: { personaIds: [draw.id('personas')], linkedCardId: draw.id('cards') },
      },
      newId,
    ),
  pasteLines: (map, draw, newId) =>
    pasteLines(
      map,
      {
        laneId: draw.id('lanes'),
        stepId: draw.id('steps'),
        text: '- one\n\n• two\r\nthree',
        after: draw.id('cards'),
      },
      newId,
    ),
  pasteBlock: (map, draw, newId) => {
    const block = copyBlock(map, [
      [{ itemIds: [draw.id('cards'), draw.id('touchpoints')] }, { itemIds: [draw.id('cards')] }],
      [{ itemIds: [draw.id('touchpoints')] }],
    ]);
    const lanes = (['cards', 'touchpoints'] as const).map((holds) => ({ laneId: draw.id('lanes'), holds }));
    const afterId = draw.id('cards');
    const stepIds = [draw.id('steps')];
    return [
      ...pasteBlock(map, block, { lanes, stepIds, afterId, personaId: null, addSteps: true }, newId).changes,
    ];
  },
  moveMany: (map, draw) =>
    moveMany(
      map,
      ([draw.id('cards'), draw.id('cards'), draw.id('touchpoints')] as const).map((id) => ({
        id,
        laneId: draw.id('lanes'),
        stepId: draw.id('steps'),
      })),
    ),
  removeMany: (map, draw) => removeMany(map, [draw.id('cards'), draw.id('cards'), draw.id('touchpoints')]),
  editMany: (map, draw) =>
    editMany(map, [draw.id('cards'), draw.id('cards')], { status: 'validated', weight: 3 }),
  tagMany: (map, draw) => tagMany(map, [draw.id('cards'), draw.id('cards')], 'seen'),
  moveCard: (map, draw) =>
    moveCard(map, {
      cardId: draw.id('cards'),
      laneId: draw.id('lanes'),
      stepId: draw.id('steps'),
      before: draw.id('cards'),
    }),
  editCard: (map, draw) =>
    editCard(map, draw.id('cards'), {
      text: 'renamed',
      personaIds: [draw.id('personas'), draw.id('personas')],
      linkedCardId: draw.id('cards'),
      status: 'validated',
    }),
  removeCard: (map, draw) => removeCard(map, draw.id('cards')),
  addTouchpoint: (map, draw, newId) =>
    addTouchpoint(map, { stepId: draw.id('steps'), channel: draw.one(['phone', 'web', 'Minitel']) }, newId),
  moveTouchpoint: (map, draw) =>
    moveTouchpoint(map, {
      touchpointId: draw.id('touchpoints'),
      stepId: draw.id('steps'),
      after: draw.id('touchpoints'),
    }),
  editTouchpoint: (map, draw) => editTouchpoint(map, draw.id('touchpoints'), { initiator: 'company' }),
  removeTouchpoint: (map, draw) => removeTouchpoint(map, draw.id('touchpoints')),
  bind: (map, draw) => bind(map, draw.id('touchpoints'), binding(draw.number())),
  unbind: (map, draw) => unbind(map, draw.id('touchpoints'), binding(draw.number())),
  placeEmotion: (map, draw) =>
    placeEmotion(map, {
      reading: draw.one(emotionReadings),
      personaId: draw.one([null, draw.id('personas')]),
      stepId: draw.id('steps'),
      value: (draw.number() % 90) / 10 - 4.5,
    }),
  removeEmotion: (map, draw) =>
    removeEmotion(map, { reading: draw.one(emotionReadings), personaId: null, stepId: draw.id('steps') }),
  addPersona: (map, draw, newId) =>
    addPersona(map, { name: 'A persona', before: draw.id('personas') }, newId),
  movePersona: (map, draw) => movePersona(map, { id: draw.id('personas'), after: draw.id('personas') }),
  editPersona: (map, draw) => editPersona(map, draw.id('personas'), { name: 'renamed', colour: 5 }),
  removePersona: (map, draw) => removePersona(map, draw.id('personas')),
  addObjective: (map, draw, newId) =>
    addObjective(map, { kind: 'cost', after: draw.id('objectives') }, newId),
  moveObjective: (map, draw) =>
    moveObjective(map, { objectiveId: draw.id('objectives'), before: draw.id('objectives') }),
  editObjective: (map, draw) => editObjective(map, draw.id('objectives'), { target: 12, unit: '%' }),
  removeObjective: (map, draw) => removeObjective(map, draw.id('objectives')),
  editMap: (map) => editMap(map, { title: 'renamed', state: 'to-be' }),
};

const turn = fc.record({
  operation: fc.constantFrom(...Object.keys(operations)),
  numbers: fc.array(fc.nat(1000), { minLength: 3, maxLength: 6 }),
});

function drawFrom(map: JourneyMap, numbers: readonly number[]): Draw {
  let at = 0;
  const number = () => numbers[at++ % numbers.length]!;
  const one = <T>(things: readonly T[]): T => things[number() % things.length]!;
  return { number, one, id: (name) => one([...Object.keys(map[name]), 'gone', 'constructor']) };
}

describe('edits', () => {
  it('keep the map valid, whatever their sequence', () => {
    const used = new Set<string>();
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 60 }), (turns) => {
        let map = someMap();
        let count = 0;
        for (const { operation, numbers } of turns) {
          const changes = operations[operation]!(map, drawFrom(map, numbers), () => `n${count++}`);
          if (changes.length > 0) used.add(operation);
          map = applyChanges(map, changes);
        }
        expect(journeyMapSchema.parse(map)).toEqual(map);
        expect(journeyMapDocument.heal!(map)).toBe(map);
        expect(outline(map).steps).toHaveLength(Object.keys(map.steps).length);
      }),
      { seed, numRuns: 400 },
    );
    expect([...used].sort()).toEqual(Object.keys(operations).sort());
  });

  it('name nothing that is not there', () => {
    const nothing: Draw = { id: () => 'constructor', one: (things) => things[0]!, number: () => 0 };
    const creates = /^(addPhase|addLane|addPersona|addObjective|editMap)$/;
    for (const [name, operation] of Object.entries(operations)) {
      if (!creates.test(name))
        expect(
          operation(someMap(), nothing, () => 'new'),
          name,
        ).toEqual([]);
    }
  });

  const orderOf = (map: JourneyMap, name: 'cards' | 'stages' | 'steps') => {
    const lists = outline(map);
    if (name === 'stages') return lists.stages.map(({ stage }) => stage.title);
    if (name === 'steps') return lists.steps.map(({ step }) => step.title);
    return [...lists.cells.values()][0]!.map(([, card]) => card.text);
  };

  it('insert before and after, and move between parents', () => {
    let count = 0;
    const newId = () => `n${count++}`;
    let map = templateMap('journey', 'en', 'A journey', () => `t${count++}`);
    const [before, during] = outline(map).phases;
    const [first, second] = before!.stages;
    map = applyChanges(
      map,
      addStage(map, { phaseId: before!.id, before: second!.id, title: 'I doubt' }, newId),
    );
    map = applyChanges(map, addStage(map, { phaseId: before!.id, after: second!.id, title: 'I ask' }, newId));
    expect(orderOf(map, 'stages').slice(0, 5)).toEqual([
      'I need something',
      'I doubt',
      'I look into it',
      'I ask',
      'I compare',
    ]);
    map = applyChanges(
      map,
      moveStage(map, { stageId: first!.id, phaseId: during!.id, before: during!.stages[0]!.id }),
    );
    expect(orderOf(map, 'stages').slice(3, 6)).toEqual(['I compare', 'I need something', 'I choose']);
    const stepId = first!.steps[0]!.id;
    map = applyChanges(map, editStep(map, stepId, { title: 'I hesitate' }));
    map = applyChanges(map, addStep(map, { stageId: second!.id, title: 'I search' }, newId));
    map = applyChanges(map, moveStep(map, { stepId, stageId: second!.id, after: second!.steps[0]!.id }));
    expect(orderOf(map, 'steps').filter(Boolean)).toEqual(['I hesitate', 'I search']);
    expect(map.steps[stepId]!.stageId).toBe(second!.id);
    expect(outline(map).stages.find(({ id }) => id === first!.id)).toMatchObject({ steps: [], span: 1 });
  });

  it('make one card of each pasted line, in order, where asked', () => {
    let count = 0;
    const newId = () => `n${count++}`;
    let map = templateMap('journey', 'en', 'A journey', newId);
    const cell = { laneId: outline(map).lanes[0]![0], stepId: outline(map).steps[0]!.id };
    map = applyChanges(map, pasteLines(map, { ...cell, text: 'first\nlast' }, newId));
    const after = outline(map).cells.values().next().value![0]![0];
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`);
    map = applyChanges(map, pasteLines(map, { ...cell, after, text: `${lines.join('\r\n')}\n\n` }, newId));
    expect(orderOf(map, 'cards')).toEqual(['first', ...lines, 'last']);
    const long = pasteLines(map, { ...cell, text: 'x'.repeat(45_000) }, newId);
    expect(long.map((change) => String((change as { value: { text: string } }).value.text).length)).toEqual([
      20_000, 20_000, 5_000,
    ]);
  });

  it('find room where two people added at the same place', () => {
    let count = 0;
    const newId = () => `n${count++}`;
    let map = templateMap('journey', 'en', 'A journey', newId);
    const cell = { laneId: outline(map).lanes[0]![0], stepId: outline(map).steps[0]!.id };
    const here = addCard(map, { ...cell, text: 'mine' }, () => 'mine');
    const there = addCard(map, { ...cell, text: 'yours' }, () => 'yours');
    map = applyChanges(map, [...here, ...there]);
    expect(map.cards.mine!.order).toBe(map.cards.yours!.order);
    map = applyChanges(map, pasteLines(map, { ...cell, before: 'yours', text: 'a\nb' }, newId));
    expect(orderOf(map, 'cards')).toEqual(['mine', 'a', 'b', 'yours']);
  });

  it('take away with a stage all that lives in it, and nothing else', () => {
    const map = someMap();
    const [stage, next] = outline(map).stages;
    const step = stage!.steps[0]!.id;
    const other = next!.steps[0]!.id;
    const links = editCard(map, outline(map).cells.get(`${Object.keys(map.lanes)[0]}/${other}`)![0]![0], {
      linkedCardId: outline(map).cells.get(`${Object.keys(map.lanes)[0]}/${step}`)![0]![0],
    });
    const linked = applyChanges(map, links);
    const gone = applyChanges(linked, removeStage(linked, stage!.id));
    const inStep = (stepId: string, from: JourneyMap) =>
      [from.cards, from.touchpoints, from.emotions].map(
        (records) => Object.values(records).filter((entity) => entity.stepId === stepId).length,
      );
    expect(inStep(step, linked)).toEqual([3, 1, 2]);
    expect(inStep(step, gone)).toEqual([0, 0, 0]);
    expect(inStep(other, gone)).toEqual(inStep(other, linked));
    expect(Object.values(gone.cards).some((card) => card.linkedCardId !== null)).toBe(false);
    expect(Object.keys(gone.stages)).toHaveLength(Object.keys(map.stages).length - 1);
  });

  it('never make a card of one persona true for everyone', () => {
    const map = someMap();
    const [worrier, hurried] = Object.keys(map.personas);
    const gone = applyChanges(map, removePersona(map, hurried!));
    const about = (from: JourneyMap, ...ids: string[]) =>
      Object.values(from.cards).filter((card) => card.personaIds.join() === ids.join()).length;
    expect(about(map, hurried!)).toBeGreaterThan(0);
    expect(about(gone, worrier!)).toBe(about(map, worrier!, hurried!));
    expect(about(gone)).toBe(about(map));
    expect(
      addCard(
        gone,
        {
          laneId: Object.keys(map.lanes)[0]!,
          stepId: Object.keys(map.steps)[0]!,
          card: { personaIds: [hurried!] },
        },
        () => 'new',
      ),
    ).toEqual([]);
    const [card] = Object.entries(gone.cards).find(([, { personaIds }]) => personaIds.length > 0)!;
    expect(editCard(gone, card, { personaIds: [hurried!] })).toEqual([]);
    expect(applyChanges(gone, editCard(gone, card, { personaIds: [] })).cards[card]!.personaIds).toEqual([]);
  });

  it('put an emotion point where the hand is, inside the scale', () => {
    const map = someMap();
    const stepId = Object.keys(map.steps)[0]!;
    const place = { reading: 'planned' as const, personaId: null, stepId };
    const high = applyChanges(map, placeEmotion(map, { ...place, value: 9, note: 'at last' }));
    const moved = applyChanges(high, placeEmotion(high, { ...place, value: -0.04, intensity: 2 }));
    const [point] = Object.values(moved.emotions).filter(({ reading }) => reading === 'planned');
    expect(point).toEqual({ ...place, value: 0, intensity: 1, note: 'at last' });
    expect(Object.values(high.emotions).find(({ reading }) => reading === 'planned')!.value).toBe(3);
    expect(placeEmotion(map, { ...place, value: Number.NaN })).toEqual([]);
  });

  it('change nothing when nothing changes', () => {
    const map = someMap();
    const stage = outline(map).stages[0]!;
    expect(editStage(map, stage.id, { title: stage.stage.title })).toEqual([]);
    expect(moveStage(map, { stageId: stage.id, phaseId: stage.phaseId, after: stage.id })).toEqual([]);
    const touchpoint = Object.keys(map.touchpoints)[0]!;
    expect(bind(map, touchpoint, map.touchpoints[touchpoint]!.bindings[0]!)).toEqual([]);
  });
});
