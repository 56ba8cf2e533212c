import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, type Change } from '#kit/document/changes.ts';
import { addComment, addReply, removeComment, removeReply, resolveComment } from '#kit/document/threads.ts';
import { personaDocument } from '../document.ts';
import { examplePersona } from '../examples/personas.ts';
import { statementsBySection } from '../outline.ts';
import { expectationScales, type Persona, personaSchema, sections } from '../schema.ts';
import { initialAvatar, templatePersona } from '../templates/template.ts';
import { addChannel, editChannel, moveChannel, removeChannel } from './channel.ts';
import { drawAvatar, editPersona, slide } from './persona.ts';
import {
  addEvidence,
  addStatement,
  editStatement,
  moveStatement,
  pasteStatements,
  removeEvidence,
  removeStatement,
} from './statement.ts';

/** Draws what an operation needs; ids are those of the persona, or one that has gone. */
type Draw = {
  id(name: 'statements' | 'channels' | 'comments' | 'replies'): string;
  one<T>(things: readonly T[]): T;
  number(): number;
};
type Operation = (persona: Persona, draw: Draw, newId: () => string) => Change[];

const by = { author: 'Ada', authorId: null, at: '2026-03-01T10:00:00Z' };
const evidence = (n: number) => ({
  kind: 'interview' as const,
  label: `${n % 3} interviews`,
  reference: null,
  n: 1 + (n % 3),
  date: '2026-01-01',
});

function somePersona(): Persona {
  let count = 0;
  const newId = () => `t${count++}`;
  let persona = templatePersona('people', 'en', 'Somebody', 0, newId);
  const edit = (changes: readonly Change[]) => {
    persona = applyChanges(persona, changes);
  };
  edit(pasteStatements(persona, { section: 'goals', text: '- one\n- two\n- three' }, newId));
  for (const channel of ['web', 'phone', 'app']) edit(addChannel(persona, { channel }, newId));
  for (const statementId of Object.keys(persona.statements).slice(-3)) {
    edit(addEvidence(persona, statementId, evidence(0)));
    edit(addComment({ by, text: 'Sure?', target: { section: 'goals', statementId } }, newId));
  }
  edit(addReply(persona, { by, text: 'Yes', commentId: Object.keys(persona.comments)[0]! }, newId));
  return persona;
}

const operations: Record<string, Operation> = {
  editPersona: (persona, draw) =>
    editPersona(persona, {
      title: draw.one(['renamed', 'again']),
      age: { from: 40, to: null },
      gender: 'woman',
    }),
  slide: (persona, draw) =>
    slide(persona, draw.one(expectationScales), draw.one([null, (draw.number() % 300) / 100 - 1])),
  drawAvatar: (persona, draw) =>
    drawAvatar(persona, { hair: draw.one(['curly', 'long']), skin: draw.number() % 7 }, initialAvatar(0)),
  addStatement: (persona, draw, newId) =>
    addStatement(
      persona,
      {
        section: draw.one(sections),
        before: draw.id('statements'),
        statement: { text: 'new', weight: 2, note: undefined },
      },
      newId,
    ),
  pasteStatements: (persona, draw, newId) =>
    pasteStatements(
      persona,
      { section: draw.one(sections), text: '- one\n\n• two\r\nthree', after: draw.id('statements') },
      newId,
    ),
  moveStatement: (persona, draw) =>
    moveStatement(persona, {
      statementId: draw.id('statements'),
      section: draw.one(sections),
      before: draw.id('statements'),
    }),
  editStatement: (persona, draw) =>
    editStatement(persona, draw.id('statements'), { text: 'renamed', answer: 'so', validForDays: 30 }),
  addEvidence: (persona, draw) => addEvidence(persona, draw.id('statements'), evidence(draw.number())),
  removeEvidence: (persona, draw) => removeEvidence(persona, draw.id('statements'), evidence(draw.number())),
  removeStatement: (persona, draw) => removeStatement(persona, draw.id('statements')),
  addChannel: (persona, draw, newId) =>
    addChannel(
      persona,
      { channel: draw.one(['web', ' PHONE', 'post', 'Minitel']), before: draw.id('channels') },
      newId,
    ),
  moveChannel: (persona, draw) =>
    moveChannel(persona, { channelId: draw.id('channels'), after: draw.id('channels') }),
  editChannel: (persona, draw) =>
    editChannel(persona, draw.id('channels'), {
      channel: draw.one(['web', 'post ', 'store', ' ']),
      note: 'in the evening',
    }),
  removeChannel: (persona, draw) => removeChannel(persona, draw.id('channels')),
  addComment: (persona, draw, newId) => {
    const id = draw.id('statements');
    const statementId = Object.hasOwn(persona.statements, id) ? id : null;
    return addComment(
      { by, text: 'Really?', target: { section: null, statementId }, mentions: ['me'] },
      newId,
    );
  },
  addReply: (persona, draw, newId) =>
    addReply(persona, { by, text: 'Yes', commentId: draw.id('comments') }, newId),
  resolveComment: (persona, draw) => resolveComment(persona, draw.id('comments'), draw.one([by, null])),
  removeComment: (persona, draw) => removeComment(persona, draw.id('comments')),
  removeReply: (persona, draw) => removeReply(persona, draw.id('replies')),
};

const turn = fc.record({
  operation: fc.constantFrom(...Object.keys(operations)),
  numbers: fc.array(fc.nat(1000), { minLength: 3, maxLength: 6 }),
});

function drawFrom(persona: Persona, numbers: readonly number[]): Draw {
  let at = 0;
  const number = () => numbers[at++ % numbers.length]!;
  const one = <T>(things: readonly T[]): T => things[number() % things.length]!;
  return { number, one, id: (name) => one([...Object.keys(persona[name]), 'gone', 'constructor']) };
}

const textsOf = (persona: Persona, section: 'goals' | 'fears') =>
  statementsBySection(persona)[section].map(([, { text }]) => text);

describe('edits', () => {
  it('keep the persona valid, whatever their sequence', () => {
    const used = new Set<string>();
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 60 }), (turns) => {
        let persona = somePersona();
        let count = 0;
        for (const { operation, numbers } of turns) {
          const draw = drawFrom(persona, numbers);
          const changes = operations[operation]!(persona, draw, () => `n${count++}`);
          if (changes.length > 0) used.add(operation);
          persona = applyChanges(persona, changes);
        }
        expect(personaSchema.parse(persona)).toEqual(persona);
        expect(personaDocument.heal!(persona)).toBe(persona);
        const placed = Object.values(statementsBySection(persona)).flat();
        expect(placed).toHaveLength(Object.keys(persona.statements).length);
      }),
      { seed: 20_260_301, numRuns: 300 },
    );
    expect([...used].sort()).toEqual(Object.keys(operations).sort());
  });

  it('name nothing that is not there', () => {
    const nothing: Draw = { id: () => 'constructor', one: (things) => things[0]!, number: () => 0 };
    const creates = /^(editPersona|slide|drawAvatar|addStatement|pasteStatements|addComment)$/;
    for (const [name, operation] of Object.entries(operations)) {
      if (creates.test(name)) continue;
      const changes = operation(somePersona(), nothing, () => 'new');
      expect(changes, name).toEqual([]);
    }
  });

  it('make one statement of each pasted line, in order, where asked', () => {
    let count = 0;
    const newId = () => `n${count++}`;
    let persona = somePersona();
    const [, , [after] = ['']] = statementsBySection(persona).goals;
    persona = applyChanges(
      persona,
      pasteStatements(persona, { section: 'goals', after, text: 'a\n– b\r\n\n' }, newId),
    );
    expect(textsOf(persona, 'goals')).toEqual(['', 'one', 'two', 'a', 'b', 'three']);
    const long = pasteStatements(persona, { section: 'fears', text: 'x'.repeat(45_000) }, newId);
    expect(long).toHaveLength(3);
    expect(pasteStatements(persona, { section: 'fears', text: ' \n ' }, newId)).toEqual([]);
  });

  it('move a statement inside its section and to another one', () => {
    let persona = somePersona();
    const [, one = '', , three = ''] = statementsBySection(persona).goals.map(([id]) => id);
    persona = applyChanges(
      persona,
      moveStatement(persona, { statementId: three, section: 'goals', before: one }),
    );
    expect(textsOf(persona, 'goals')).toEqual(['', 'three', 'one', 'two']);
    persona = applyChanges(persona, moveStatement(persona, { statementId: one, section: 'fears' }));
    expect(textsOf(persona, 'goals')).toEqual(['', 'three', 'two']);
    expect(textsOf(persona, 'fears')).toEqual(['', 'one']);
    expect(moveStatement(persona, { statementId: one, section: 'fears', after: one })).toEqual([]);
  });

  it('keep the conversation when its statement goes, and take the answers with a comment', () => {
    const persona = somePersona();
    const [commentId, comment] = Object.entries(persona.comments)[0]!;
    const without = applyChanges(persona, removeStatement(persona, comment.target.statementId!));
    expect(without.comments[commentId]!.target).toEqual({ section: 'goals', statementId: null });
    expect(Object.keys(without.replies)).toHaveLength(1);
    const silent = applyChanges(persona, removeComment(persona, commentId));
    expect(Object.keys(silent.comments)).toHaveLength(Object.keys(persona.comments).length - 1);
    expect(silent.replies).toEqual({});
  });

  it('add evidence once, and take away the one that was named', () => {
    const persona = somePersona();
    const [statementId] = Object.keys(persona.statements).slice(-1) as [string];
    expect(addEvidence(persona, statementId, evidence(0))).toEqual([]);
    const more = applyChanges(persona, addEvidence(persona, statementId, evidence(1)));
    const less = applyChanges(more, removeEvidence(more, statementId, evidence(0)));
    expect(less.statements[statementId]!.evidence).toEqual([evidence(1)]);
    const full = applyChanges(
      persona,
      editStatement(persona, statementId, { evidence: Array.from({ length: 50 }, () => evidence(2)) }),
    );
    expect(addEvidence(full, statementId, evidence(1))).toEqual([]);
  });

  it('keep sliders on their scale', () => {
    const persona = somePersona();
    const at = (value: number | null) => applyChanges(persona, slide(persona, 'advice', value)).advice;
    expect([-1, 0.123_4, 7, null].map(at)).toEqual([0, 0.12, 1, null]);
    expect(slide(persona, 'advice', Number.NaN)).toEqual([]);
  });

  it('change nothing when nothing changes', () => {
    const persona = examplePersona('worrier', 'fr', '2026-03-01');
    expect(editPersona(persona, { title: persona.title, age: { to: 67, from: 52 } })).toEqual([]);
    expect(drawAvatar(persona, {}, initialAvatar(3))).toEqual([]);
    expect(slide(persona, 'advice', 0.78)).toEqual([]);
    expect(editStatement(persona, 'goals-1', { weight: 5 })).toEqual([]);
    expect(addChannel(persona, { channel: ' App' }, () => 'x')).toEqual([]);
  });
});
