import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, type Change } from './changes.ts';
import {
  addComment,
  addReply,
  awaits,
  type Discussed,
  mentionBeingTyped,
  mentionsIn,
  removeComment,
  removeReply,
  resolveComment,
  threadsOf,
  writersOf,
} from './threads.ts';

const by = (author: string, minute: number) => ({
  author,
  authorId: null,
  at: `2026-03-01T10:${String(minute).padStart(2, '0')}:00Z`,
});
const ids = () => {
  let next = 0;
  return () => `t${next++}`;
};

function talk() {
  const newId = ids();
  let document: Discussed = { comments: {}, replies: {} };
  const edit = (changes: readonly Change[]) => {
    document = applyChanges(document, changes);
  };
  edit(addComment({ by: by('Ann', 0), text: 'Sure?', target: { a: 1 } }, newId));
  edit(addComment({ by: by('Bo', 1), text: 'And this?', target: {} }, newId));
  edit(addReply(document, { by: by('Bo', 3), text: 'Yes', commentId: 't0' }, newId));
  edit(addReply(document, { by: by('Cleo', 2), text: '@ann says so', commentId: 't0' }, newId));
  return { read: () => document, edit, newId };
}

describe('threads', () => {
  it('come the last spoken in first, with their answers from the oldest', () => {
    const { read } = talk();
    expect(threadsOf(read()).map(({ id }) => id)).toEqual(['t0', 't1']);
    expect(threadsOf(read())[0]!.replies.map(([, { author }]) => author)).toEqual(['Cleo', 'Bo']);
    expect(writersOf(read())).toEqual(['Ann', 'Bo', 'Cleo']);
  });

  it('are closed by somebody, and opened again', () => {
    const { read, edit } = talk();
    edit(resolveComment(read(), 't1', by('Ann', 9)));
    expect(threadsOf(read())[0]).toMatchObject({ id: 't1', comment: { resolved: { author: 'Ann' } } });
    expect(resolveComment(read(), 't1', by('Bo', 10))).toEqual([]);
    edit(resolveComment(read(), 't1', null));
    expect(read().comments.t1!.resolved).toBeNull();
  });

  it('go with their answers, and what has gone gives no change', () => {
    const { read, edit, newId } = talk();
    edit(removeComment(read(), 't0'));
    expect(read().replies).toEqual({});
    expect(removeComment(read(), 't0')).toEqual([]);
    expect(addReply(read(), { by: by('Bo', 5), text: 'late', commentId: 't0' }, newId)).toEqual([]);
    expect(resolveComment(read(), 'constructor', by('Bo', 5))).toEqual([]);
    expect(removeReply(read(), 'gone')).toEqual([]);
  });
});

describe('mentions', () => {
  it.each([
    ['@Ann Lee, look', ['Ann', 'Ann Lee'], ['Ann Lee']],
    ['@Annabel', ['Ann'], []],
    ['ask @ann and @Bo.', ['Ann', 'Bo'], ['Ann', 'Bo']],
    ['nobody@ann', ['Cleo'], []],
    ['@@Bo', ['Bo'], ['Bo']],
  ])('are found in %j', (text, names, found) => {
    expect(mentionsIn(text, names).flatMap(({ name }) => name ?? [])).toEqual(found);
  });

  it('cut a text without losing a letter', () => {
    const names = ['a', 'ab', 'é', 'a b'];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '@', ' ', 'é'), maxLength: 30 }), (text) => {
        expect(
          mentionsIn(text, names)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('wait for who is called, also in an answer, until they speak or the thread is resolved', () => {
    const { read, edit, newId } = talk();
    const waiting = (name: string) => threadsOf(read()).map((thread) => awaits(thread, name));
    expect([waiting('Ann'), waiting(''), waiting('Cleo')]).toEqual([
      [true, false],
      [false, false],
      [false, false],
    ]);
    edit(addReply(read(), { by: by('ann', 4), text: 'I do, @Cleo', commentId: 't0' }, newId));
    expect([waiting('Ann')[0], waiting('Cleo')[0]]).toEqual([false, true]);
    edit(resolveComment(read(), 't0', by('Bo', 5)));
    expect(waiting('Cleo')).toEqual([false, false]);
  });

  it.each([
    ['ask @An', { from: 4, typed: 'An' }],
    ['@', { from: 0, typed: '' }],
    ['@Ann L', { from: 0, typed: 'Ann L' }],
    ['mail@an', undefined],
    ['nobody', undefined],
  ])('are proposed while typing %j', (text, expected) => {
    expect(mentionBeingTyped(text, text.length)).toEqual(expected);
  });
});
