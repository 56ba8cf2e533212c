import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '#kit/document/changes.ts';
import { sketchMap } from '#testing/sketch-map.ts';
import { editMany, moveMany, removeMany, tagMany } from '../edit/many.ts';
import { cardsOfCell, orderedSteps, touchpointsOfStep } from '../outline.ts';
import { type JourneyMap, journeyMapSchema } from '../schema.ts';
import { blockTexts, copyBlock, readBlock, textBlock, thingsIn } from './block.ts';
import { type PasteTarget, pasteBlock } from './paste-block.ts';
import { readTabText, writeTabText } from './tab-text.ts';

const seed = 20_261_121;
const counter = () => {
  let count = 0;
  return () => `n${++count}`;
};
const texts = (map: JourneyMap, laneId: string, stepId: string) =>
  cardsOfCell(map, laneId, stepId).map(([, { text }]) => text);

/** Two steps, two lanes of cards, touchpoints, two personas. */
const drawn = () =>
  sketchMap({
    personas: ['Ada', 'Zoe'],
    steps: [
      {
        title: 'ask',
        cards: {
          actions: [
            'write',
            { text: 'call', personaIds: ['Ada'], tags: ['slow'], linkedCardId: 'pain-points-2-1' },
          ],
          'pain-points': ['wait'],
        },
        touchpoints: [{ channel: 'phone', title: 'Adviser' }],
      },
      { title: 'wait', cards: { 'pain-points': [{ text: 'silence', status: 'validated', weight: 4 }] } },
    ],
  });
const target = (patch: Partial<PasteTarget> = {}): PasteTarget => ({
  lanes: [
    { laneId: 'lane-actions', holds: 'cards' },
    { laneId: 'lane-pain-points', holds: 'cards' },
  ],
  stepIds: ['step-1', 'step-2'],
  afterId: null,
  personaId: null,
  addSteps: false,
  ...patch,
});
const whole = (map: JourneyMap) =>
  copyBlock(
    map,
    ['lane-actions', 'lane-pain-points'].map((laneId) =>
      ['step-1', 'step-2'].map((stepId) => ({ itemIds: cardsOfCell(map, laneId, stepId).map(([id]) => id) })),
    ),
  );

describe('a block of a spreadsheet', () => {
  it('is read with its quoted cells, and only when it has a tab', () => {
    expect(readTabText('a\tb\r\nc\t d \r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(readTabText('"one\ntwo"\t"say ""hi"""\nc\t')).toEqual([
      ['one\ntwo', 'say "hi"'],
      ['c', ''],
    ]);
    expect(readTabText('5" screen\t"open\nx\ty')).toEqual([
      ['5" screen', '"open'],
      ['x', 'y'],
    ]);
    expect(readTabText('a\nb')).toBeUndefined();
  });

  it('comes back as it went out, and is no formula for who opens it elsewhere', () => {
    const cell = fc
      .stringMatching(/^[a-zé"=+@\n\t' -]{0,12}$/)
      .map((text) => text.replace(/^['\s]+/, '').trim());
    const block = fc
      .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([width, height]) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      );
    fc.assert(
      fc.property(block, (rows) => {
        const written = writeTabText(rows);
        expect(readTabText(written)).toEqual(rows);
      }),
      { seed, numRuns: 200 },
    );
    expect(writeTabText([['=1+1', '-12,5']])).toBe("'=1+1\t-12,5");
  });
});

describe('pasting', () => {
  it('makes as many cards as lines, after the card one stands on', () => {
    const map = drawn();
    const { changes, born } = pasteBlock(
      map,
      textBlock([['un\n\n- deux\ntrois']]),
      target({ afterId: 'actions-1-1' }),
      counter(),
    );
    expect(born).toHaveLength(3);
    const after = applyChanges(map, changes);
    expect(texts(after, 'lane-actions', 'step-1')).toEqual(['write', 'un', 'deux', 'trois', 'call']);
    expect(journeyMapSchema.safeParse(after).success).toBe(true);
  });

  it('fills a block of cells, and says what has no place', () => {
    const map = drawn();
    const block = textBlock([['a', 'b', 'c'], ['d', '', 'f'], ['g']]);
    const pasted = pasteBlock(map, block, target({ stepIds: ['step-2'] }), counter());
    expect(pasted.beyond).toEqual({ columns: 2, rows: 1 });
    const after = applyChanges(map, pasted.changes);
    expect(texts(after, 'lane-actions', 'step-2')).toEqual(['a']);
    expect(texts(after, 'lane-pain-points', 'step-2')).toEqual(['silence', 'd']);
  });

  it('adds the steps that are missing when asked to', () => {
    const map = drawn();
    const pasted = pasteBlock(
      map,
      textBlock([['a', 'b', 'c']]),
      target({ stepIds: ['step-2'], addSteps: true }),
      counter(),
    );
    const after = applyChanges(map, pasted.changes);
    const steps = orderedSteps(after).map(([id]) => id);
    expect(steps).toHaveLength(4);
    expect(steps.slice(1).map((stepId) => texts(after, 'lane-actions', stepId))).toEqual([
      ['a'],
      ['b'],
      ['c'],
    ]);
    expect(pasted.beyond.columns).toBe(0);
    expect(journeyMapSchema.safeParse(after).success).toBe(true);
  });

  it('writes for the persona looked at', () => {
    const map = drawn();
    const { changes } = pasteBlock(map, textBlock([['a']]), target({ personaId: 'Zoe' }), counter());
    expect(
      applyChanges(map, changes).cards.n2?.personaIds ?? applyChanges(map, changes).cards.n1?.personaIds,
    ).toEqual(['Zoe']);
  });
});

describe('a block between maps', () => {
  it('keeps what each card says, finds personas by name, and ties links inside it again', () => {
    const from = drawn();
    const other = sketchMap({
      personas: ['p'],
      steps: [{ title: 'one', cards: { actions: ['there'], 'pain-points': [] } }, { title: 'two' }],
    });
    const to = { ...other, personas: { p: { ...other.personas.p!, name: 'ADA ' } } };
    const block = readBlock(JSON.stringify(whole(from)))!;
    expect(thingsIn(block)).toBe(4);
    const pasted = pasteBlock(to, block, target(), counter());
    const after = applyChanges(to, pasted.changes);
    expect(journeyMapSchema.safeParse(after).success).toBe(true);
    expect(texts(after, 'lane-actions', 'step-1')).toEqual(['there', 'write', 'call']);
    const call = Object.values(after.cards).find(({ text }) => text === 'call')!;
    expect(call).toMatchObject({ personaIds: ['p'], tags: ['slow'] });
    expect(after.cards[call.linkedCardId!]).toMatchObject({
      text: 'silence',
      status: 'validated',
      weight: 4,
    });
    expect(
      Object.keys(from.cards).some((id) => Object.hasOwn(after.cards, id) && !Object.hasOwn(to.cards, id)),
    ).toBe(false);
    expect(pasted.personas).toEqual([]);
  });

  it('adds a persona rather than let a card hold for everyone', () => {
    const to = sketchMap({ steps: [{ title: 'one', cards: { actions: [], 'pain-points': [] } }, {}] });
    const pasted = pasteBlock(to, whole(drawn()), target(), counter());
    const after = applyChanges(to, pasted.changes);
    expect(pasted.personas).toEqual(['Ada']);
    const [ada] = Object.keys(after.personas);
    expect(Object.values(after.cards).find(({ text }) => text === 'call')!.personaIds).toEqual([ada]);
  });

  it('does not draw the same touchpoint twice at a step', () => {
    const map = drawn();
    const block = copyBlock(map, [[{ itemIds: ['touchpoint-1-1'] }]]);
    const lanes = [{ laneId: 'lane-actions', holds: 'touchpoints' as const }];
    expect(pasteBlock(map, block, target({ lanes }), counter())).toMatchObject({ changes: [], matched: 1 });
    const { changes } = pasteBlock(map, block, target({ lanes, stepIds: ['step-2'] }), counter());
    expect(touchpointsOfStep(applyChanges(map, changes), 'step-2').map(([, one]) => one.channel)).toEqual([
      'phone',
    ]);
    const cards = pasteBlock(map, block, target(), counter());
    expect(texts(applyChanges(map, cards.changes), 'lane-actions', 'step-1')).toContain('Adviser');
  });

  it('is told to other programs as text, and nothing else is taken for it', () => {
    expect(blockTexts(whole(drawn()))).toEqual([
      ['write\ncall', ''],
      ['wait', 'silence'],
    ]);
    for (const text of ['', 'x', '{}', '{"format":"parcours-block","version":2,"rows":[]}', '[1]']) {
      expect(readBlock(text)).toBeUndefined();
    }
  });
});

describe('several at once', () => {
  it('moves to the end of the new cells, keeping their order', () => {
    const map = drawn();
    const moves = ['actions-1-1', 'actions-1-2'].map((id) => ({
      id,
      laneId: 'lane-pain-points',
      stepId: 'step-1',
    }));
    const after = applyChanges(map, moveMany(map, moves));
    expect(texts(after, 'lane-pain-points', 'step-1')).toEqual(['wait', 'write', 'call']);
    expect(texts(after, 'lane-actions', 'step-1')).toEqual([]);
    expect(moveMany(map, [{ id: 'actions-1-1', laneId: 'gone', stepId: 'step-1' }])).toEqual([]);
  });

  it('says the same of all, each keeping what is its own', () => {
    const map = drawn();
    const ids = ['actions-1-1', 'actions-1-2', 'touchpoint-1-1', 'gone'];
    const tagged = applyChanges(map, tagMany(map, ids, ' slow '));
    expect(tagged.cards['actions-1-1']!.tags).toEqual(['slow']);
    expect(tagMany(tagged, ids, 'slow')).toEqual([]);
    const proven = applyChanges(tagged, editMany(tagged, ids, { status: 'validated' }));
    expect(proven.cards['actions-1-2']).toMatchObject({
      status: 'validated',
      tags: ['slow'],
      personaIds: ['Ada'],
    });
    expect(proven.touchpoints).toEqual(map.touchpoints);
  });

  it('removes with what depends on it', () => {
    const map = drawn();
    const after = applyChanges(map, removeMany(map, ['pain-points-2-1', 'touchpoint-1-1', 'gone']));
    expect(after.cards['actions-1-2']!.linkedCardId).toBeNull();
    expect(Object.keys(after.touchpoints)).toEqual([]);
    expect(Object.keys(after.cards)).toHaveLength(3);
  });
});
