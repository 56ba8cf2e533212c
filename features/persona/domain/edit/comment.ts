import type { Change } from '#kit/document/changes.ts';
import type { Signature } from '#kit/document/comments.ts';
import type { NewId } from '#kit/ids.ts';
import { part, removal } from '../parts.ts';
import type { CommentTarget, Persona } from '../schema.ts';
import { put, rewrite } from './change.ts';

type Said = { readonly by: Signature; readonly text: string; readonly mentions?: readonly string[] };

/** Opens a thread about a statement, a section or the whole persona. */
export function addComment(
  persona: Persona,
  { by, text, mentions = [], target }: Said & { readonly target: CommentTarget },
  newId: NewId,
): Change[] {
  const { section, statementId } = target;
  const there = statementId !== null && part(persona, 'statements', statementId) !== undefined;
  return [
    put('comments', newId(), {
      ...by,
      text,
      mentions: [...mentions],
      target: { section, statementId: there ? statementId : null },
      resolved: null,
    }),
  ];
}

export function addReply(
  persona: Persona,
  { by, text, mentions = [], commentId }: Said & { readonly commentId: string },
  newId: NewId,
): Change[] {
  if (!part(persona, 'comments', commentId)) return [];
  return [put('replies', newId(), { ...by, text, mentions: [...mentions], commentId })];
}

/** Closes a thread, or opens it again (`by` null). */
export const resolveComment = (persona: Persona, commentId: string, by: Signature | null): Change[] =>
  rewrite(persona, 'comments', commentId, { resolved: by && { ...by } });

/** The comment with its answers. */
export const removeComment = (persona: Persona, commentId: string): Change[] =>
  removal(persona, 'comments', commentId);

export const removeReply = (persona: Persona, replyId: string): Change[] =>
  removal(persona, 'replies', replyId);
