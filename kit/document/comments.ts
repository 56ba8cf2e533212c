import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { collaborativeText, collection } from './schema.ts';

/*
 * Comments in a document, whatever its kind: a comment opens a thread whose id is its own, answers are `replies`. What a
 * comment is about (`target`) is the kind's own. Put both collections into the schema of the document, and in its
 * `heal` drop the replies without comment (`orphanReplies`).
 */

/** Who wrote something and when: the name as it was then, and the account where there is one. */
export const signature = {
  author: z.string().max(200),
  authorId: idSchema.nullable().default(null),
  at: z.iso.datetime(),
};
export type Signature = {
  readonly author: string;
  readonly authorId: string | null;
  readonly at: string;
};

const said = {
  ...signature,
  text: collaborativeText(),
  /** Accounts named in it: they are told. */
  mentions: z.array(idSchema).max(50).default([]),
};

/** The comments of a kind of document, each about a `target`. */
export const commentsAbout = <Target extends z.ZodObject>(target: Target) =>
  collection(
    z.object({
      ...said,
      target,
      /** Who closed the thread; null: open. */
      resolved: z.object(signature).nullable().default(null),
    }),
  );

export const replySchema = z.object({ ...said, commentId: idSchema });
export type Reply = z.infer<typeof replySchema>;

/** Ids of the replies whose comment is gone: removal wins over an answer given meanwhile. */
export const orphanReplies = (
  comments: Readonly<Record<string, unknown>>,
  replies: Readonly<Record<string, Reply>>,
): string[] =>
  Object.entries(replies)
    .filter(([, { commentId }]) => !Object.hasOwn(comments, commentId))
    .map(([id]) => id);
