import { idSchema, type WorkspaceId } from '../ids.ts';

/** What the page and the server must agree on to edit a document live. */

/** Where the server takes WebSocket upgrades for live editing. */
export const collaborationPath = '/collaboration';

export type DocumentAddress = {
  readonly workspaceId: WorkspaceId;
  readonly kind: string;
  readonly documentId: string;
};

export const documentName = ({ workspaceId, kind, documentId }: DocumentAddress): string =>
  `${workspaceId}/${kind}/${documentId}`;

export function parseDocumentName(name: string): DocumentAddress | undefined {
  const [workspaceId, kind, documentId, ...rest] = name.split('/');
  if (rest.length > 0 || [workspaceId, kind, documentId].some((part) => !idSchema.safeParse(part).success)) {
    return undefined;
  }
  return { workspaceId: workspaceId as WorkspaceId, kind: kind!, documentId: documentId! };
}

/** What a page says first: the model version it was built with. A page of another version must reload. */
export const greeting = (version: number): string => `parcours ${version}`;

export function parseGreeting(token: string): number | undefined {
  const match = /^parcours (\d{1,6})$/.exec(token);
  return match ? Number(match[1]) : undefined;
}

/**
 * Why the server ends an editing session, in the close message. Final reasons are the page's or the person's to solve;
 * after any other reason the page connects again by itself.
 */
export const finalReasons = [
  'document.not-found',
  'document.deleted',
  'document.forbidden',
  'document.outdated-page',
  'document.newer-version',
  'document.invalid-update',
  'document.too-large',
] as const;
export type FinalReason = (typeof finalReasons)[number];

/** The store did not answer, or the page sent faster than anyone types: connect again and send what is missing. */
export type PassingReason =
  | 'document.store-unavailable'
  | 'document.too-fast'
  | 'document.presence-too-large'
  | 'document.not-understood';

export type CloseReason = FinalReason | PassingReason;

export const isFinalReason = (reason: string): reason is FinalReason =>
  (finalReasons as readonly string[]).includes(reason);

/** A page asks whether everything it sent before is kept; the server's answer repeats the number. */
export const syncQuestion = (edits: number): string => `kept? ${edits}`;

/** The server's answer to a stateless message, if it is such a question. */
export function answerSync(payload: string): string | undefined {
  const match = /^kept\? (\d{1,15})$/.exec(payload);
  return match ? `kept ${match[1]}` : undefined;
}

/** The server put back what the lock of the document keeps: a page made that edit without knowing of the lock. */
export const heldBack = 'held back';

/** The number in the server's answer. */
export function syncAnswer(payload: string): number | undefined {
  const match = /^kept (\d{1,15})$/.exec(payload);
  return match ? Number(match[1]) : undefined;
}
