import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, type Change } from '#kit/document/changes.ts';
import { sketchMap } from '#testing/sketch-map.ts';
import { journeyMapDocument } from '../document.ts';
import { addCard, editCard, moveCard } from '../edit/card.ts';
import { placeEmotion } from '../edit/emotion.ts';
import { editLane, removeLane } from '../edit/lane.ts';
import { addStage, moveStage, removeStage } from '../edit/stage.ts';
import { addStep, editStep, moveStep } from '../edit/step.ts';
import { editTouchpoint, removeTouchpoint } from '../edit/touchpoint.ts';
import { reimbursementExample } from '../examples/reimbursement.ts';
import { type JourneyMap, journeyMapSchema } from '../schema.ts';
import { compareMaps } from './compare.ts';
import { readingsCompared } from './curves.ts';
import { toBe } from './to-be.ts';

const map = sketchMap({
  personas: ['ana', 'bo'],
  steps: [
    {
      stage: 'I ask',
      title: 'I send',
      cards: { actions: ['I call', 'I wait', 'I call again'], delights: ['Fast'] },
      touchpoints: [{ channel: 'web' }],
      felt: { all: 1, ana: 2 },
    },
    { stage: 'I ask', title: 'I follow', cards: { actions: ['I look'] }, felt: { all: -1 } },
    { stage: 'I wait', title: 'I wait', cards: { actions: ['I watch'] }, felt: { all: -2 } },
  ],
});

const edited = (...edits: ((now: JourneyMap) => Change[])[]) =>
  edits.reduce((now, edit) => applyChanges(now, edit(now)), map);

/** "change part id" of each difference. */
const told = (before: JourneyMap, now: JourneyMap) =>
  compareMaps(before, now).differences.map(({ change, part, id }) => `${change} ${part} ${id}`.trim());

describe('what changed between two maps', () => {
  it('is nothing between a map and itself', () => {
    const { differences, curves, counts } = compareMaps(map, map);
    expect(differences).toEqual([]);
    expect(curves.some(({ changed }) => changed)).toBe(false);
    expect(counts).toEqual({ added: 0, removed: 0, moved: 0, rewritten: 0 });
  });

  it('is told part by part, in reading order', () => {
    const now = edited(
      (m) => editCard(m, 'actions-3-1', { text: 'I watch my mailbox', met: true, personaIds: ['bo'] }),
      (m) => moveCard(m, { cardId: 'actions-2-1', laneId: 'lane-actions', stepId: 'step-3' }),
      (m) => addCard(m, { laneId: 'lane-delights', stepId: 'step-1', text: 'New' }, () => 'new'),
      (m) => removeTouchpoint(m, 'touchpoint-1-1'),
      (m) => editStep(m, 'step-2', { momentOfTruth: true }),
    );
    expect(told(map, now)).toEqual([
      'added cards new',
      'removed touchpoints touchpoint-1-1',
      'rewritten steps step-2',
      'rewritten cards actions-3-1',
      'moved cards actions-2-1',
    ]);
    const { differences } = compareMaps(map, now);
    expect(differences[3]?.fields).toEqual([
      { field: 'text', before: 'I watch', after: 'I watch my mailbox' },
      { field: 'personaIds', before: [], after: ['bo'] },
      { field: 'met', before: null, after: true },
    ]);
    expect(differences[4]).toMatchObject({
      moved: 'elsewhere',
      from: { step: 'I follow' },
      spot: { stage: 'I wait', step: 'I wait', lane: { type: 'actions', title: '' } },
    });
  });

  it('tells one move for one thing moved', () => {
    const now = edited((m) =>
      moveCard(m, { cardId: 'actions-1-3', laneId: 'lane-actions', stepId: 'step-1', before: 'actions-1-1' }),
    );
    expect(told(map, now)).toEqual(['moved cards actions-1-3']);
    expect(compareMaps(map, now).differences[0]?.moved).toBe('order');
    const stages = edited((m) =>
      moveStage(m, { stageId: 'stage-2', phaseId: 'phase-during', before: 'stage-1' }),
    );
    expect(told(map, stages)).toHaveLength(1);
  });

  it('tells what lives in something with it', () => {
    const gone = compareMaps(
      map,
      edited((m) => removeStage(m, 'stage-1')),
    );
    expect(gone.differences.map(({ part, alongside }) => [part, alongside])).toEqual([
      ['stages', { steps: 2, cards: 5, touchpoints: 1 }],
    ]);
    const lane = compareMaps(
      map,
      edited((m) => removeLane(m, 'lane-actions')),
    );
    expect(lane.differences.map(({ part, alongside }) => [part, alongside])).toEqual([
      ['lanes', { cards: 5 }],
    ]);
    let count = 0;
    const come = edited(
      (m) => addStage(m, { phaseId: 'phase-during', title: 'I leave' }, () => `n${count++}`),
      (m) => addCard(m, { laneId: 'lane-actions', stepId: 'n1', text: 'I close' }, () => 'c'),
    );
    expect(compareMaps(map, come).differences.map(({ id, alongside }) => [id, alongside])).toEqual([
      ['n0', { steps: 1, cards: 1 }],
    ]);
  });

  it('tells what was saved from something that went', () => {
    const now = edited(
      (m) => moveStep(m, { stepId: 'step-2', stageId: 'stage-2' }),
      (m) => removeStage(m, 'stage-1'),
    );
    expect(told(map, now)).toEqual(['removed stages stage-1', 'moved steps step-2']);
  });

  it('leaves aside what concerns the drawing only', () => {
    expect(
      told(
        map,
        edited((m) => editLane(m, 'lane-actions', { folded: true, colour: 3 })),
      ),
    ).toEqual([]);
    expect(told(map, { ...map, title: 'Other', structureLocked: true })).toEqual(['rewritten map']);
  });

  it('is as much one way as the other, whatever was edited', () => {
    const stepIds = ['step-1', 'step-2', 'step-3'];
    const edit = fc.oneof(
      fc.record({ kind: fc.constant('move' as const), card: fc.nat(5), step: fc.nat(2) }),
      fc.record({ kind: fc.constant('step' as const), card: fc.nat(5), step: fc.nat(1) }),
      fc.record({ kind: fc.constant('text' as const), card: fc.nat(5), step: fc.nat(2) }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        let count = 0;
        const now = edits.reduce((m, { kind, card, step }) => {
          const cardId = Object.keys(map.cards)[card]!;
          if (kind === 'move') {
            return applyChanges(m, moveCard(m, { cardId, laneId: 'lane-actions', stepId: stepIds[step]! }));
          }
          if (kind === 'text') return applyChanges(m, editCard(m, cardId, { text: `text ${step}` }));
          return applyChanges(
            m,
            addStep(m, { stageId: `stage-${step + 1}` }, () => `n${count++}`),
          );
        }, map);
        const there = compareMaps(map, now).counts;
        const back = compareMaps(now, map).counts;
        expect(back).toEqual({ ...there, added: there.removed, removed: there.added });
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('says what touchpoints become', () => {
    const now = edited((m) => editTouchpoint(m, 'touchpoint-1-1', { channel: 'app', initiator: 'company' }));
    expect(compareMaps(map, now).differences[0]?.fields.map(({ field }) => field)).toEqual([
      'channel',
      'initiator',
    ]);
  });
});

describe('curves before and after', () => {
  it('answer like with like between versions, felt with wanted between as-is and to-be', () => {
    const version = { state: 'as-is' } as const;
    expect(readingsCompared(version, version)).toHaveLength(2);
    expect(readingsCompared(version, { state: 'to-be' })).toEqual([{ before: 'felt', after: 'planned' }]);
  });

  it('say the mean over the steps both have, the most gained and the most lost', () => {
    const now = edited(
      (m) => placeEmotion(m, { reading: 'felt', personaId: null, stepId: 'step-3', value: 1 }),
      (m) => placeEmotion(m, { reading: 'felt', personaId: null, stepId: 'step-1', value: 0 }),
      (m) => placeEmotion(m, { reading: 'felt', personaId: 'bo', stepId: 'step-1', value: 3 }),
    );
    const [everyone, ana, bo] = compareMaps(map, now).curves;
    expect(everyone).toMatchObject({
      personaId: null,
      changed: true,
      mean: { before: -2 / 3, after: 0, steps: 3 },
      mostGained: { stepId: 'step-3', before: -2, after: 1 },
      mostLost: { stepId: 'step-1', before: 1, after: 0 },
    });
    expect(ana).toMatchObject({ name: 'ana', changed: false, mostGained: null, mostLost: null });
    expect(bo).toMatchObject({ mean: null, steps: [{ before: null, after: 3, title: 'I send' }] });
  });
});

describe('a to-be map made from an as-is one', () => {
  const asIs = reimbursementExample('en', { sourceId: 'crm', day: '2026-03-31' });
  const made = toBe(asIs, 'as-is-id');

  it('is a whole map with the same parts, and nothing to tell yet but the curve', () => {
    expect(journeyMapSchema.parse(made)).toEqual(made);
    expect(journeyMapDocument.heal!(made)).toBe(made);
    expect(made).toMatchObject({ state: 'to-be', asIsMapId: 'as-is-id', story: '', comments: {} });
    const { differences, curves } = compareMaps(asIs, made);
    expect(differences).toEqual([]);
    expect(curves).toHaveLength(4);
    expect(curves.every(({ mean }) => mean!.after > mean!.before)).toBe(true);
  });

  it('is felt by nobody: where no curve was wanted, the felt one is drawn from', () => {
    const made = toBe(map, 'm');
    expect(new Set(Object.values(made.emotions).map(({ reading }) => reading))).toEqual(new Set(['planned']));
    expect(Object.keys(made.emotions)).toHaveLength(Object.keys(map.emotions).length);
    const wanted = applyChanges(
      map,
      placeEmotion(map, { reading: 'planned', personaId: null, stepId: 'step-1', value: 3 }),
    );
    expect(Object.keys(toBe(wanted, 'm').emotions).toSorted()).toEqual([
      'planned_all_step-1',
      'planned_ana_step-1',
    ]);
  });
});
