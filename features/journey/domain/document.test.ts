import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '#kit/document/changes.ts';
import { replySchema } from '#kit/document/comments.ts';
import { readDocument } from '#kit/document/read-document.ts';
import { unwrap } from '#kit/result.ts';
import { describeMigrations } from '#testing/document-migrations.ts';
import { missingReference, partNames, removal } from './dependents.ts';
import { journeyMapDocument } from './document.ts';
import { addCard } from './edit/card.ts';
import { dismissalSchema, emotionId, emotionReadings, type JourneyMap, journeyMapSchema } from './schema.ts';
import { emptyMap, templateMap } from './templates/template.ts';

const seed = 20_240_601;
const heal = journeyMapDocument.heal!;

/** Few ids, so that parts refer now to what is there and now to what is not. */
const id = fc.constantFrom('a', 'b', 'c', 'constructor', 'z');
const order = fc.constantFrom('a0', 'a1', 'a2');
const records = <T>(entity: fc.Arbitrary<T>) =>
  fc.dictionary(id, entity, { maxKeys: 4, noNullPrototype: true });
const text = fc.constantFrom('', 'text');

const anyMap: fc.Arbitrary<JourneyMap> = fc
  .record({
    personas: records(fc.record({ order, name: text, colour: fc.nat(5) })),
    phases: records(fc.record({ order, name: text, moment: fc.constant('before' as const) })),
    stages: records(fc.record({ order, phaseId: id })),
    steps: records(fc.record({ order, stageId: id })),
    lanes: records(fc.record({ order, type: fc.constant('actions' as const) })),
    cards: records(
      fc.record({
        order,
        laneId: id,
        stepId: id,
        personaIds: fc.array(id, { maxLength: 3 }),
        linkedCardId: fc.option(id),
      }),
    ),
    touchpoints: records(fc.record({ order, stepId: id, channel: fc.constant('web') })),
    comments: records(
      fc.record({
        author: text,
        at: fc.constant('2026-01-01T09:00:00Z'),
        target: fc.record({ stepId: fc.option(id), laneId: fc.option(id), cardId: fc.option(id) }),
      }),
    ),
    replies: records(fc.record({ author: text, at: fc.constant('2026-01-02T09:00:00Z'), commentId: id })),
    dismissals: records(
      fc.record({
        author: text,
        at: fc.constant('2026-01-03T09:00:00Z'),
        rule: fc.constant('a-rule'),
        about: fc.array(fc.record({ part: fc.constantFrom('steps', 'cards', 'planets'), id }), {
          maxLength: 2,
        }),
      }),
    ),
    points: fc.array(
      fc.record({
        stepId: id,
        personaId: fc.option(id),
        reading: fc.constantFrom(...emotionReadings),
        value: fc.integer({ min: -3, max: 3 }),
        renamed: fc.boolean(),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ points, ...parts }) =>
    journeyMapSchema.parse({
      ...emptyMap('journey', 'en', 'A journey'),
      ...parts,
      emotions: Object.fromEntries(
        points.map(({ renamed, ...point }) => [
          renamed ? 'elsewhere' : emotionId(point.reading, point.personaId, point.stepId),
          point,
        ]),
      ),
    }),
  );

/** The rule said another way: does each part refer to what is there? */
function hangs(map: JourneyMap): boolean {
  const there = (name: keyof JourneyMap, wanted: string) => Object.hasOwn(map[name] as object, wanted);
  return (
    Object.values(map.stages).some((stage) => !there('phases', stage.phaseId)) ||
    Object.values(map.steps).some((step) => !there('stages', step.stageId)) ||
    Object.values(map.touchpoints).some((touchpoint) => !there('steps', touchpoint.stepId)) ||
    Object.entries(map.emotions).some(
      ([key, { stepId, personaId, reading }]) =>
        !there('steps', stepId) ||
        (personaId !== null && !there('personas', personaId)) ||
        key !== emotionId(reading, personaId, stepId),
    ) ||
    Object.entries(map.cards).some(
      ([key, card]) =>
        !there('steps', card.stepId) ||
        !there('lanes', card.laneId) ||
        card.personaIds.some((persona) => !there('personas', persona)) ||
        card.linkedCardId === key ||
        (card.linkedCardId !== null && !there('cards', card.linkedCardId)),
    ) ||
    Object.values(map.comments).some(
      ({ target: { stepId, laneId, cardId } }) =>
        (stepId !== null && !there('steps', stepId)) ||
        (laneId !== null && !there('lanes', laneId)) ||
        (cardId !== null && !there('cards', cardId)),
    ) ||
    Object.values(map.replies).some((reply) => !there('comments', reply.commentId)) ||
    Object.values(map.dismissals).some(({ about }) =>
      about.some(({ part, id: wanted }) => part === 'planets' || !there(part as 'steps', wanted)),
    )
  );
}

describe('healing a map', () => {
  it('leaves nothing hanging, touches nothing that stands, and settles at once', () => {
    let broken = 0;
    fc.assert(
      fc.property(anyMap, (map) => {
        const whole = heal(map);
        expect(hangs(whole)).toBe(false);
        expect(heal(whole)).toBe(whole);
        expect(journeyMapSchema.parse(whole)).toEqual(whole);
        const missing = partNames.some((name) =>
          Object.keys(map[name]).some((key) => missingReference(map, name, key) !== undefined),
        );
        expect(missing).toBe(hangs(map));
        if (hangs(map)) broken++;
        else expect(whole).toBe(map);
        for (const name of partNames) {
          for (const [key, entity] of Object.entries(whole[name])) {
            const before = map[name][key]!;
            if (name !== 'cards' && name !== 'comments') expect(entity).toBe(before);
          }
        }
        expect(Object.keys(whole.personas)).toEqual(Object.keys(map.personas));
        expect(Object.keys(whole.phases)).toEqual(Object.keys(map.phases));
        expect(Object.keys(whole.lanes)).toEqual(Object.keys(map.lanes));
        // What was said is never lost, whatever it was about.
        expect(Object.keys(whole.comments)).toEqual(Object.keys(map.comments));
      }),
      { seed, numRuns: 1000 },
    );
    expect(broken).toBeGreaterThan(300);
  });

  it('makes one fall of what lives in what has gone', () => {
    let count = 0;
    const map = templateMap('blueprint', 'fr', 'Un parcours', () => `i${count++}`);
    const [phaseId] = Object.keys(map.phases);
    const { [phaseId!]: _gone, ...phases } = map.phases;
    const whole = heal({ ...map, phases });
    const stages = Object.values(map.stages).filter((stage) => stage.phaseId !== phaseId);
    expect(Object.values(whole.stages)).toEqual(stages);
    expect(Object.keys(whole.steps)).toHaveLength(stages.length);
  });
});

describe('the journey map document', () => {
  it('reads what is sound and sets aside what is not', () => {
    const { document, setAside } = unwrap(
      readDocument(journeyMapDocument, {
        ...emptyMap('journey', 'fr', 'Un parcours'),
        lanes: {
          good: { order: 'a0', type: 'actions' },
          bad: { order: 'a1', type: 'no such type' },
          misplaced: { order: '!', type: 'actions' },
        },
      }),
    );
    expect(Object.keys(document.lanes)).toEqual(['good']);
    expect(setAside.map(({ path }) => path.join('/'))).toEqual(['lanes/bad/type', 'lanes/misplaced/order']);
  });
});

const order0 = 'a0';
const formerStage = { order: order0, phaseId: 'p', title: 'I wait', goals: '', promise: '' };
const formerCard = {
  order: order0,
  laneId: 'l',
  stepId: 't',
  text: 'I watch my mailbox',
  status: 'validated',
};
const former = {
  title: 'A journey',
  kind: 'journey',
  language: 'en',
  phases: { p: { order: order0, moment: 'during', name: 'During' } },
  stages: { s: { ...formerStage, duration: null, subMapId: null } },
  steps: { t: { order: order0, stageId: 's', title: '', duration: null, momentOfTruth: false } },
  lanes: { l: { order: order0, type: 'actions', title: '', hidden: false, folded: false, colour: null } },
};

const formerLane = former.lanes.l;
const now = { ...former, lanes: { l: { ...formerLane, figures: null } } };

describeMigrations(journeyMapDocument, {
  2: {
    before: { ...former, cards: { c: formerCard } },
    after: {
      ...emptyMap('journey', 'en', 'A journey'),
      ...now,
      stages: { s: { ...formerStage, duration: null, subMapId: null, notes: '' } },
      cards: {
        c: {
          ...formerCard,
          personaIds: [],
          evidence: [],
          weight: null,
          momentOfTruth: false,
          tags: [],
          met: null,
          linkedCardId: null,
          mediaId: null,
        },
      },
    },
  },
  3: {
    before: { ...emptyMap('journey', 'en', 'A journey'), lanes: former.lanes },
    after: { ...emptyMap('journey', 'en', 'A journey'), lanes: now.lanes },
  },
});

describe('comments', () => {
  const map = applyChanges(emptyMap('journey', 'en', 'A journey'), [
    { op: 'put', path: ['phases', 'p'], value: former.phases.p },
    { op: 'put', path: ['stages', 's'], value: { ...former.stages.s, notes: '' } },
    { op: 'put', path: ['steps', 't'], value: former.steps.t },
    { op: 'put', path: ['lanes', 'l'], value: now.lanes.l },
    ...addCard(
      { ...emptyMap('journey', 'en', ''), steps: former.steps, lanes: now.lanes } as JourneyMap,
      { laneId: 'l', stepId: 't', text: 'I watch my mailbox' },
      () => 'c',
    ),
    {
      op: 'put',
      path: ['comments', 'k'],
      value: {
        author: 'Ines',
        authorId: null,
        at: '2026-01-01T09:00:00Z',
        target: { stageId: null, laneId: 'l', stepId: 't', cardId: 'c', touchpointId: null },
        text: 'Really?',
        mentions: [],
        resolved: null,
      },
    },
    {
      op: 'put',
      path: ['replies', 'r'],
      value: replySchema.parse({ author: 'Paul', at: '2026-01-01T10:00:00Z', commentId: 'k', text: 'Yes.' }),
    },
  ]);

  it('fall back to the cell, then to the map, when what they are about goes', () => {
    const without = applyChanges(map, removal(map, 'cards', 'c'));
    expect(without.comments.k?.target).toMatchObject({ laneId: 'l', stepId: 't', cardId: null });
    const bare = applyChanges(without, removal(without, 'phases', 'p'));
    expect(bare.comments.k?.target).toMatchObject({ laneId: 'l', stepId: null, cardId: null });
    expect(bare.replies.r?.text).toBe('Yes.');
    expect(heal(bare)).toBe(bare);
  });

  it('take their replies with them', () => {
    const without = applyChanges(map, removal(map, 'comments', 'k'));
    expect([without.comments, without.replies]).toEqual([{}, {}]);
  });
});

it('a dismissed remark goes with what it was about', () => {
  const map = {
    ...emptyMap('journey', 'en', 'A journey'),
    lanes: now.lanes,
    dismissals: {
      d: dismissalSchema.parse({
        author: 'Ines',
        at: '2026-01-01T09:00:00Z',
        rule: 'a-rule',
        about: [{ part: 'lanes', id: 'l' }],
        reason: 'On purpose.',
      }),
    },
  } as JourneyMap;
  expect(heal(map)).toBe(map);
  expect(applyChanges(map, removal(map, 'lanes', 'l')).dismissals).toEqual({});
});

describe('the id of an emotion point', () => {
  it('is an id, and tells points apart, however long the ids it is made of', () => {
    const long = (tail: string) => `${'x'.repeat(63)}${tail}`;
    const ids = ['a', 'b', long('1'), long('2')].flatMap((step) =>
      [null, 'p', long('1'), long('2')].map((persona) => emotionId('planned', persona, step)),
    );
    expect(new Set(ids).size).toBe(16);
    for (const made of ids) expect(made).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
  });
});
