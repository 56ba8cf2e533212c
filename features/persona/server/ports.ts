import type { NewId, WorkspaceId } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import type { Result } from '#kit/result.ts';
import type { Collaboration } from '#platform/collaboration/collaboration.ts';
import type { DocumentStore } from '#platform/collaboration/document-store.ts';
import type { PersonaUse } from '../contract.ts';
import type { PortraitWords } from './deliverable/portrait-words.ts';
import type { PictureStore } from './picture-store.ts';
import type { QuizStore } from './quiz-store.ts';
import type { SegmentStore } from './segment-store.ts';

/** What the handlers of this room need from the world. */
export type PersonaPorts = {
  /** All writing goes through the live document, and so does reading one persona: what was acknowledged is there. */
  readonly collaboration: Omit<Collaboration, 'handleUpgrade' | 'stats' | 'destroy'>;
  /** Projections, for lists: no document is opened to count its statements. */
  readonly documents: Pick<DocumentStore, 'find'>;
  readonly newId: NewId;
  readonly now: () => Date;
  /** Who asks, as versions name them. */
  readonly author: string;
  /** The maps that name a persona: another room's knowledge, asked for. */
  personaUses(workspaceId: WorkspaceId, personaId: string): Promise<PersonaUse[]>;
  /** Takes a persona that goes off these maps: they keep its name as that of a persona of their own. */
  detachPersona(
    workspaceId: WorkspaceId,
    personaId: string,
    uses: readonly PersonaUse[],
  ): Promise<Result<void>>;
  /** How a portrait is said in a language: the words of the pages, asked for. Problem: `workspace.not-found`. */
  portraitWords(workspaceId: WorkspaceId, language: Locale): Promise<Result<PortraitWords>>;
  readonly personaPictures: PictureStore;
  readonly segments: SegmentStore;
  readonly quizzes: QuizStore;
};

/** The calendar day of now, in UTC: validities are counted in hundreds of days. */
export const today = ({ now }: Pick<PersonaPorts, 'now'>): string => now().toISOString().slice(0, 10);
