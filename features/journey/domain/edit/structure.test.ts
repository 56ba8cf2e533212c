import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { applyChanges, type Change } from '#kit/document/changes.ts';
import { applyToYDoc, fromYDoc, toYDoc } from '#kit/document/yjs.ts';
import { unwrap } from '#kit/result.ts';
import { journeyMapDocument } from '../document.ts';
import { cardsOfCell, orderedSteps, outline } from '../outline.ts';
import { type JourneyMap, journeyMapSchema } from '../schema.ts';
import { templateMap } from '../templates/template.ts';
import { addCard, editCard, pasteLines, removeCard } from './card.ts';
import { duplicateLane, duplicatePhase, duplicateStage, duplicateStep } from './duplicate.ts';
import { placeEmotion } from './emotion.ts';
import { mergePhase, mergeStage, mergeStep } from './merge.ts';
import { addPersona } from './persona.ts';
import { splitPhase, splitStage, splitStep } from './split.ts';
import { editStage, moveStage, removeStage } from './stage.ts';
import { addStep, editStep, moveStep, removeStep } from './step.ts';
import { addTouchpoint } from './touchpoint.ts';

const seed = 20_261_121;
const counter = (prefix: string) => {
  let count = 0;
  return () => `${prefix}${count++}`;
};

/** A map with cards, touchpoints, two curves and comments in each step, and two steps in each stage. */
function someMap(): JourneyMap {
  const newId = counter('t');
  let map = templateMap('journey', 'en', 'A journey', newId);
  const edit = (changes: readonly Change[]) => {
    map = applyChanges(map, changes);
  };
  edit(addPersona(map, { name: 'The worrier' }, newId));
  const [persona] = Object.keys(map.personas);
  const [first, second] = Object.keys(map.lanes);
  for (const { id: stageId } of outline(map).stages) edit(addStep(map, { stageId, title: 'Then' }, newId));
  for (const [index, [stepId, step]] of orderedSteps(map).entries()) {
    edit(pasteLines(map, { laneId: first!, stepId, text: `one ${index}\ntwo ${index}` }, newId));
    edit(addCard(map, { laneId: second!, stepId, text: `key ${index}` }, newId));
    edit(addTouchpoint(map, { stepId, channel: 'web', title: `site ${index}` }, newId));
    edit(
      placeEmotion(map, {
        reading: 'felt',
        personaId: null,
        stepId,
        value: (index % 5) - 2,
        note: `why ${index}`,
      }),
    );
    if (index % 2 === 0) edit(placeEmotion(map, { reading: 'felt', personaId: persona!, stepId, value: 1 }));
    edit([
      {
        op: 'put',
        path: ['comments', `k${index}`],
        value: {
          author: 'Ines',
          authorId: null,
          at: '2026-01-01T09:00:00Z',
          target: { stageId: step.stageId, stepId, laneId: null, cardId: null, touchpointId: null },
          text: `really ${index}?`,
          mentions: [],
          resolved: null,
        },
      },
    ]);
  }
  return map;
}

const texts = (map: JourneyMap) => ({
  cards: Object.values(map.cards)
    .map(({ text }) => text)
    .sort(),
  touchpoints: Object.values(map.touchpoints)
    .map(({ title }) => title)
    .sort(),
  comments: Object.values(map.comments)
    .map(({ text }) => text)
    .sort(),
});
const sound = (map: JourneyMap) => {
  expect(journeyMapSchema.parse(map)).toEqual(map);
  expect(journeyMapDocument.heal!(map)).toBe(map);
};

describe('merging', () => {
  it('keeps every card, touchpoint, feeling and comment, whatever is merged with what follows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('step', 'stage', 'phase'), fc.nat(100)), { maxLength: 12 }),
        (turns) => {
          const begun = someMap();
          let map = begun;
          for (const [what, number] of turns) {
            const { steps, stages, phases } = outline(map);
            const pick = (list: readonly { readonly id: string }[]) => list[number % list.length]!.id;
            map = applyChanges(
              map,
              what === 'step'
                ? mergeStep(map, pick(steps))
                : what === 'stage'
                  ? mergeStage(map, pick(stages))
                  : mergePhase(map, pick(phases)),
            );
            sound(map);
          }
          expect(texts(map)).toEqual(texts(begun));
          const notes = (of: JourneyMap) =>
            Object.values(of.emotions)
              .map(({ note }) => note)
              .join('\n');
          for (const note of notes(begun).split('\n')) expect(notes(map)).toContain(note);
          for (const { target } of Object.values(map.comments)) expect(target.stepId).not.toBeNull();
        },
      ),
      { seed, numRuns: 60 },
    );
  });

  it('puts what comes after behind, adds the durations and keeps the stronger feeling with the other told', () => {
    let map = someMap();
    const [[a], [b], [c]] = orderedSteps(map) as [[string, unknown], [string, unknown], [string, unknown]];
    map = applyChanges(map, [
      ...editStep(map, a, { title: 'I ask', duration: { value: 12, unit: 'hour' } }),
      ...editStep(map, b, { title: 'I wait', duration: { value: 2, unit: 'day' }, momentOfTruth: true }),
      ...placeEmotion(map, { reading: 'felt', personaId: null, stepId: b, value: -3, intensity: 0.9 }),
    ]);
    const merged = applyChanges(map, mergeStep(map, a));
    expect(merged.steps[b]).toBeUndefined();
    expect(merged.steps[a]).toMatchObject({
      title: 'I ask · I wait',
      duration: { value: 2.5, unit: 'day' },
      momentOfTruth: true,
    });
    const lane = Object.keys(map.lanes)[0]!;
    expect(cardsOfCell(merged, lane, a).map(([, { text }]) => text)).toEqual([
      'one 0',
      'two 0',
      'one 1',
      'two 1',
    ]);
    expect(merged.emotions[`felt_all_${a}`]).toMatchObject({
      value: -3,
      intensity: 0.9,
      note: 'why 1\n(−2) why 0',
    });
    expect(orderedSteps(merged).map(([id]) => id)).not.toContain(b);
    const last = orderedSteps(map).at(-1)![0];
    expect(mergeStep(map, last)).toEqual([]);
    expect(mergeStep(map, 'constructor')).toEqual([]);
    const across = applyChanges(merged, mergeStep(merged, a));
    expect(across.steps[c]).toBeUndefined();
    expect(texts(across)).toEqual(texts(map));
  });

  it('does not cut what two texts say together', () => {
    const map = someMap();
    const [first, next] = outline(map).stages;
    const long = applyChanges(map, [
      ...editStage(map, first!.id, { notes: 'a'.repeat(15_000) }),
      ...editStage(map, next!.id, { notes: 'b'.repeat(15_000) }),
    ]);
    expect(mergeStage(long, first!.id)).toEqual([]);
  });
});

describe('splitting', () => {
  it('cuts a stage before a step, and merging gives it back', () => {
    const map = someMap();
    const stage = outline(map).stages[0]!;
    const second = stage.steps[1]!.id;
    const timed = applyChanges(map, [
      ...editStage(map, stage.id, { duration: { value: 9, unit: 'day' }, notes: 'Say it slowly' }),
      ...editStep(map, second, { duration: { value: 4, unit: 'day' } }),
    ]);
    const cut = applyChanges(timed, splitStage(timed, { stepId: second, title: 'I wait' }, counter('n')));
    sound(cut);
    const [before, after] = outline(cut).stages;
    expect([before!.stage.title, after!.stage.title]).toEqual([stage.stage.title, 'I wait']);
    expect([before!.stage.duration, after!.stage.duration]).toEqual([null, { value: 4, unit: 'day' }]);
    expect(before!.stage.notes).toBe('Say it slowly');
    expect(after!.steps.map(({ id }) => id)).toEqual([second]);
    expect(splitStage(cut, { stepId: second }, counter('m'))).toEqual([]);
    const back = applyChanges(cut, mergeStage(cut, before!.id));
    expect(outline(back).steps.map(({ id }) => id)).toEqual(outline(map).steps.map(({ id }) => id));
  });

  it('cuts a phase before a stage and a step before a card, losing nothing', () => {
    const map = someMap();
    const phase = outline(map).phases[0]!;
    const cut = applyChanges(map, splitPhase(map, { stageId: phase.stages[1]!.id }, counter('n')));
    expect(
      outline(cut)
        .phases.slice(0, 2)
        .map(({ stages }) => stages.length),
    ).toEqual([1, phase.stages.length - 1]);
    const [laneId] = Object.keys(map.lanes);
    const [stepId] = orderedSteps(map)[0]!;
    const [, [cardId]] = cardsOfCell(map, laneId!, stepId) as [unknown, [string, unknown]];
    const two = applyChanges(cut, splitStep(cut, { cardId }, counter('s')));
    sound(two);
    expect(two.cards[cardId]!.stepId).toBe('s0');
    expect(orderedSteps(two).findIndex(([id]) => id === 's0')).toBe(1);
    expect(texts(two)).toEqual(texts(map));
    const [first] = cardsOfCell(map, laneId!, stepId)[0]!;
    expect(splitStep(map, { cardId: first }, counter('s'))).toEqual([]);
  });
});

describe('duplicating', () => {
  it('copies all that lives inside under new ids, and links between copies', () => {
    let map = someMap();
    const stage = outline(map).stages[0]!;
    const [from, to] = Object.entries(map.cards).filter(([, card]) => card.stepId === stage.steps[0]!.id);
    map = applyChanges(map, editCard(map, from![0], { linkedCardId: to![0] }));
    const twice = applyChanges(map, duplicateStage(map, stage.id, counter('n')));
    sound(twice);
    const [one, two] = outline(twice).stages;
    expect([one!.id, two!.id]).toEqual([stage.id, 'n0']);
    const inside = (stageId: string) => {
      const steps = new Set(
        outline(twice)
          .stages.find(({ id }) => id === stageId)!
          .steps.map(({ id }) => id),
      );
      const own = <T extends { stepId: string }>(records: Record<string, T>) =>
        Object.values(records).filter((entity) => steps.has(entity.stepId));
      return {
        cards: own(twice.cards)
          .map(({ text }) => text)
          .sort(),
        touchpoints: own(twice.touchpoints)
          .map(({ title }) => title)
          .sort(),
        values: own(twice.emotions)
          .map(({ value }) => value)
          .sort(),
      };
    };
    expect(inside('n0')).toEqual(inside(stage.id));
    const link = Object.entries(twice.cards).find(
      ([id, card]) => card.linkedCardId !== null && id !== from![0],
    )!;
    expect(link[1].linkedCardId).not.toBe(to![0]);
    expect(twice.cards[link[1].linkedCardId!]!.text).toBe(to![1].text);
    expect(Object.keys(twice.comments)).toEqual(Object.keys(map.comments));
  });

  it('copies a phase, a step and a lane', () => {
    const map = someMap();
    const { phases, steps } = outline(map);
    const phase = applyChanges(map, duplicatePhase(map, phases[0]!.id, counter('n')));
    sound(phase);
    expect(outline(phase).phases[1]!.span).toBe(phases[0]!.span);
    expect(outline(phase).phases[1]!.stages.map(({ stage }) => stage.title)).toEqual(
      phases[0]!.stages.map(({ stage }) => stage.title),
    );
    const step = applyChanges(map, duplicateStep(map, steps[0]!.id, counter('n')));
    sound(step);
    expect(outline(step).steps[1]!.id).toBe('n0');
    const [laneId] = Object.keys(map.lanes);
    const lane = applyChanges(map, duplicateLane(map, laneId!, counter('n')));
    sound(lane);
    const count = (of: JourneyMap, id: string) =>
      Object.values(of.cards).filter((card) => card.laneId === id).length;
    expect(count(lane, 'n0')).toBe(count(map, laneId!));
  });
});

type Edit = (map: JourneyMap, number: number, newId: () => string) => Change[];
const edits: Record<string, Edit> = {
  mergeStep: (map, n) => mergeStep(map, orderedSteps(map)[n % orderedSteps(map).length]![0]),
  mergeStage: (map, n) => mergeStage(map, outline(map).stages[n % outline(map).stages.length]!.id),
  mergePhase: (map, n) => mergePhase(map, outline(map).phases[n % outline(map).phases.length]!.id),
  splitStage: (map, n, newId) =>
    splitStage(map, { stepId: orderedSteps(map)[n % orderedSteps(map).length]![0] }, newId),
  splitPhase: (map, n, newId) =>
    splitPhase(map, { stageId: outline(map).stages[n % outline(map).stages.length]!.id }, newId),
  splitStep: (map, n, newId) =>
    splitStep(map, { cardId: Object.keys(map.cards)[n % Object.keys(map.cards).length]! }, newId),
  duplicateStage: (map, n, newId) =>
    duplicateStage(map, outline(map).stages[n % outline(map).stages.length]!.id, newId),
  duplicateLane: (map, n, newId) =>
    duplicateLane(map, Object.keys(map.lanes)[n % Object.keys(map.lanes).length]!, newId),
  removeStep: (map, n) => removeStep(map, orderedSteps(map)[n % orderedSteps(map).length]![0]),
  removeStage: (map, n) => removeStage(map, outline(map).stages[n % outline(map).stages.length]!.id),
  removeCard: (map, n) => removeCard(map, Object.keys(map.cards)[n % Object.keys(map.cards).length]!),
  moveStep: (map, n) =>
    moveStep(map, {
      stepId: orderedSteps(map)[n % 7]![0],
      stageId: outline(map).stages[n % outline(map).stages.length]!.id,
    }),
  moveStage: (map, n) =>
    moveStage(map, {
      stageId: outline(map).stages[n % 3]!.id,
      phaseId: outline(map).phases[n % outline(map).phases.length]!.id,
    }),
  addCard: (map, n, newId) =>
    addCard(
      map,
      {
        laneId: Object.keys(map.lanes)[n % 3]!,
        stepId: orderedSteps(map)[n % orderedSteps(map).length]![0],
        text: 'new',
      },
      newId,
    ),
  feel: (map, n) =>
    placeEmotion(map, {
      reading: 'felt',
      personaId: null,
      stepId: orderedSteps(map)[n % orderedSteps(map).length]![0],
      value: (n % 7) - 3,
    }),
};

it('two people who cut, join and copy at once end with the same map, and it is sound', () => {
  const begun = someMap();
  const base = Y.encodeStateAsUpdate(toYDoc(journeyMapDocument, begun));
  const turn = fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.nat(60));
  const read = (ydoc: Y.Doc) => {
    const { document, setAside } = unwrap(fromYDoc(journeyMapDocument, ydoc));
    expect(setAside).toEqual([]);
    return document;
  };
  fc.assert(
    fc.property(
      fc.array(turn, { minLength: 1, maxLength: 3 }),
      fc.array(turn, { minLength: 1, maxLength: 3 }),
      (mine, yours) => {
        const [a, b] = [mine, yours].map((turns, who) => {
          const ydoc = new Y.Doc();
          Y.applyUpdate(ydoc, base);
          const newId = counter(who === 0 ? 'm' : 'y');
          for (const [name, number] of turns) {
            const map = read(ydoc);
            applyToYDoc(journeyMapDocument, ydoc, edits[name]!(map, number, newId), 'test');
          }
          return ydoc;
        }) as [Y.Doc, Y.Doc];
        const fromB = Y.encodeStateAsUpdate(b);
        Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
        Y.applyUpdate(a, fromB);
        const map = read(a);
        expect(read(b)).toEqual(map);
        sound(map);
        expect(outline(map).steps).toHaveLength(Object.keys(map.steps).length);
      },
    ),
    { seed, numRuns: 60 },
  );
});
