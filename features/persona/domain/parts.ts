import type { Change } from '#kit/document/changes.ts';
import { orphanReplies, type Reply } from '#kit/document/comments.ts';
import { inOrder } from '#kit/document/order.ts';
import type { Persona, PersonaComment, PreferredChannel, Statement } from './schema.ts';

/** The collections of a persona, and what one of their entities is. */
export type Parts = {
  channels: PreferredChannel;
  statements: Statement;
  comments: PersonaComment;
  replies: Reply;
};
export type PartName = keyof Parts;

export const partNames = [
  'channels',
  'statements',
  'comments',
  'replies',
] as const satisfies readonly PartName[];

/** Own entities only: ids come from outside, and `constructor` is a valid one. */
export const part = <K extends PartName>(persona: Persona, name: K, id: string): Parts[K] | undefined =>
  Object.hasOwn(persona[name], id) ? (persona[name] as Record<string, Parts[K]>)[id] : undefined;

/** Two channels that read the same are one. */
export const channelKey = (channel: string): string => channel.trim().toLowerCase();

/**
 * A persona without what merging left wrong: a channel two people added at once stays once (the first in order), a
 * comment about a statement that is gone is about its section, an answer to a comment that is gone goes with it. Pure
 * and idempotent; where nothing is wrong, the same object comes back.
 */
export function healPersona(persona: Persona): Persona {
  const twice = doubledChannels(persona);
  const orphans = orphanReplies(persona.comments, persona.replies);
  const astray = Object.entries(persona.comments).filter(([, { target }]) => strays(persona, target));
  if (twice.length + orphans.length + astray.length === 0) return persona;
  return {
    ...persona,
    channels: without(persona.channels, twice),
    replies: without(persona.replies, orphans),
    ...(astray.length > 0 && {
      comments: {
        ...persona.comments,
        ...Object.fromEntries(
          astray.map(([id, comment]) => [
            id,
            { ...comment, target: { ...comment.target, statementId: null } },
          ]),
        ),
      },
    }),
  };
}

function doubledChannels({ channels }: Persona): string[] {
  const seen = new Set<string>();
  return inOrder(channels).flatMap(([id, { channel }]) => {
    const key = channelKey(channel);
    const twice = seen.has(key);
    seen.add(key);
    return twice ? [id] : [];
  });
}

const strays = (persona: Persona, { statementId }: PersonaComment['target']): boolean =>
  statementId !== null && !part(persona, 'statements', statementId);

const without = <T>(records: Record<string, T>, ids: readonly string[]): Record<string, T> =>
  ids.length === 0
    ? records
    : Object.fromEntries(Object.entries(records).filter(([id]) => !ids.includes(id)));

/** The changes that take a part away with what is only there because of it; none when it is already gone. */
export function removal(persona: Persona, name: PartName, id: string): Change[] {
  if (!part(persona, name, id)) return [];
  const changes: Change[] = [{ op: 'remove', path: [name, id] }];
  if (name === 'comments') {
    for (const [reply, { commentId }] of Object.entries(persona.replies)) {
      if (commentId === id) changes.push({ op: 'remove', path: ['replies', reply] });
    }
  }
  if (name === 'statements') {
    for (const [comment, { target }] of Object.entries(persona.comments)) {
      if (target.statementId !== id) continue;
      changes.push({
        op: 'set',
        path: ['comments', comment, 'target'],
        value: { ...target, statementId: null },
      });
    }
  }
  return changes;
}

/**
 * The field by which a part refers to what is not in the persona, or says again what another says (`channel`): what to
 * tell somebody who writes it. The same rule as `healPersona`, seen from one part.
 */
export function misplaced(persona: Persona, name: PartName, id: string): string | undefined {
  if (name === 'channels') return doubledChannels(persona).includes(id) ? 'channel' : undefined;
  if (name === 'replies') {
    const reply = part(persona, 'replies', id);
    return reply && !part(persona, 'comments', reply.commentId) ? 'commentId' : undefined;
  }
  const comment = name === 'comments' ? part(persona, 'comments', id) : undefined;
  return comment && strays(persona, comment.target) ? 'target' : undefined;
}

/** The first part that refers to what is not in the persona, or doubles another, with the field that does. */
export function firstMisplaced(
  persona: Persona,
  parts: Iterable<readonly [name: PartName, id: string]>,
): { readonly part: string; readonly id: string; readonly field: string } | undefined {
  for (const [name, id] of parts) {
    const field = misplaced(persona, name, id);
    if (field !== undefined) return { part: name, id, field };
  }
  return undefined;
}
