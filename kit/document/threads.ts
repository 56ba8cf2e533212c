import type { NewId } from '../ids.ts';
import type { Change } from './changes.ts';
import type { Reply, Signature } from './comments.ts';

/*
 * The talk in a document, whatever its kind: how it is written, and how it is read. An edit that names a comment which
 * somebody removed meanwhile gives no change.
 */

type Said = { readonly by: Signature; readonly text: string; readonly mentions?: readonly string[] };

type SaidComment = Signature & {
  readonly text: string;
  readonly target: object;
  readonly resolved: Signature | null;
};

/** A document people comment on, as its schema declares it (`commentsAbout`, `replySchema`). */
export type Discussed<Comment extends SaidComment = SaidComment> = {
  readonly comments: Readonly<Record<string, Comment>>;
  readonly replies: Readonly<Record<string, Reply>>;
};

/** Opens a thread about a target of the document's kind. */
export const addComment = (
  { by, text, mentions = [], target }: Said & { readonly target: object },
  newId: NewId,
): Change[] => [
  {
    op: 'put',
    path: ['comments', newId()],
    value: { ...by, text, mentions: [...mentions], target, resolved: null },
  },
];

export const addReply = (
  { comments }: Discussed,
  { by, text, mentions = [], commentId }: Said & { readonly commentId: string },
  newId: NewId,
): Change[] =>
  Object.hasOwn(comments, commentId)
    ? [{ op: 'put', path: ['replies', newId()], value: { ...by, text, mentions: [...mentions], commentId } }]
    : [];

/** Closes a thread, or opens it again (`by` null). */
export const resolveComment = ({ comments }: Discussed, commentId: string, by: Signature | null): Change[] =>
  Object.hasOwn(comments, commentId) && (comments[commentId]!.resolved === null) !== (by === null)
    ? [{ op: 'set', path: ['comments', commentId, 'resolved'], value: by && { ...by } }]
    : [];

/** The comment with its answers. */
export const removeComment = ({ comments, replies }: Discussed, commentId: string): Change[] =>
  Object.hasOwn(comments, commentId)
    ? [
        { op: 'remove', path: ['comments', commentId] },
        ...Object.entries(replies)
          .filter(([, reply]) => reply.commentId === commentId)
          .map(([id]): Change => ({ op: 'remove', path: ['replies', id] })),
      ]
    : [];

export const removeReply = ({ replies }: Discussed, replyId: string): Change[] =>
  Object.hasOwn(replies, replyId) ? [{ op: 'remove', path: ['replies', replyId] }] : [];

/** A comment with its answers, the oldest first. */
export type Thread<Comment extends SaidComment = SaidComment> = {
  readonly id: string;
  readonly comment: Comment;
  readonly replies: readonly (readonly [id: string, reply: Reply])[];
};

/** All threads, the one last spoken in (written, answered, closed) first. */
export function threadsOf<Comment extends SaidComment>(document: Discussed<Comment>): Thread<Comment>[] {
  const answers = new Map<string, [string, Reply][]>();
  for (const entry of Object.entries(document.replies)) {
    const { commentId } = entry[1];
    answers.set(commentId, [...(answers.get(commentId) ?? []), entry]);
  }
  return Object.entries(document.comments)
    .map(([id, comment]) => ({
      id,
      comment,
      replies: (answers.get(id) ?? []).sort(
        ([a, one], [b, other]) => byText(one.at, other.at) || byText(a, b),
      ),
    }))
    .sort((a, b) => byText(lastAt(b), lastAt(a)) || byText(a.id, b.id));
}

const lastAt = ({ comment, replies }: Thread): string =>
  [comment.at, comment.resolved?.at ?? '', replies.at(-1)?.[1].at ?? ''].sort(byText).at(-1)!;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Everybody who has written in a document, each once, in the order of their names. */
export function writersOf({ comments, replies }: Discussed): string[] {
  const names = [...Object.values(comments), ...Object.values(replies)].map(({ author }) => author.trim());
  return [...new Set(names.filter((name) => name !== ''))].sort(byText);
}

/** A piece of a comment; `name`: it calls this person. */
export type SaidPart = { readonly text: string; readonly name: string | null };

/**
 * A text cut at the people it calls by "@" and their name. The longest name wins ("@Ann Lee" is not Ann), capitals do
 * not matter, and a name that goes on as another word is not that name ("@Annabel" is not Ann).
 */
export function mentionsIn(text: string, names: readonly string[]): SaidPart[] {
  const known = names.filter((name) => name.trim() !== '').sort((a, b) => b.length - a.length);
  const parts: SaidPart[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const name = known.find((each) => startsAt(text, at + 1, each));
    if (name === undefined || at < from) continue;
    if (at > from) parts.push({ text: text.slice(from, at), name: null });
    from = at + 1 + name.length;
    parts.push({ text: text.slice(at, from), name });
  }
  if (from < text.length) parts.push({ text: text.slice(from), name: null });
  return parts;
}

function startsAt(text: string, at: number, name: string): boolean {
  const there = text.slice(at, at + name.length);
  return (
    there.toLocaleLowerCase() === name.toLocaleLowerCase() &&
    !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length))
  );
}

/**
 * Does an open thread wait for this person: has somebody else called them by name since they last spoke in it? Once
 * answered or resolved, it waits no more.
 */
export function awaits({ comment, replies }: Thread, name: string): boolean {
  const me = name.trim();
  if (me === '' || comment.resolved !== null) return false;
  const said = [comment, ...replies.map(([, reply]) => reply)];
  const mine = said.findLastIndex(
    ({ author }) => author.trim().toLocaleLowerCase() === me.toLocaleLowerCase(),
  );
  return said.slice(mine + 1).some(({ text }) => mentionsIn(text, [me]).some((part) => part.name !== null));
}

/** What is being typed after an "@" before the caret, to propose names; undefined where nobody is being called. */
export function mentionBeingTyped(
  text: string,
  caret: number,
): { readonly from: number; readonly typed: string } | undefined {
  const match = /(?:^|[\s(«"'’])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*)?)$/u.exec(text.slice(0, caret));
  const typed = match?.[1];
  return typed === undefined ? undefined : { from: caret - typed.length - 1, typed };
}
