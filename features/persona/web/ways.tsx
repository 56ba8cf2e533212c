import { type ComponentType, createContext, type ReactNode, use } from 'react';
import type { WorkspaceId } from '#kit/ids.ts';
import { dayIn } from './words/day.ts';

export type WayProps = {
  readonly href: string;
  readonly className?: string | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly children: ReactNode;
};

/** Where the pages of this room lie, and how one goes there: the router belongs to the application. */
export type Ways = {
  readonly workspaceId: WorkspaceId;
  /** Language in which new content is written. */
  readonly language: 'fr' | 'en';
  /** Time zone of the workspace: which day it is. */
  readonly zone: string;
  readonly Link: ComponentType<WayProps>;
  readonly go: (href: string) => void;
  readonly gallery: string;
  readonly persona: (personaId: string) => string;
  readonly compare: (personaIds: readonly string[]) => string;
  readonly segments: string;
  /** "Who am I talking to?" */
  readonly recognise: string;
  readonly training: string;
  /** Personas out of a table; with a table that was sent, and the search whose corrections are taken up. */
  readonly discover: (uploadId?: string, from?: string) => string;
  readonly discovery: (discoveryId: string) => string;
  /** The short questionnaires; with the model one is made of. */
  readonly questions: (modelId?: string) => string;
  readonly questionnaire: (questionnaireId: string) => string;
  /** Contacts; with the list that a new file replaces. */
  readonly contacts: (listId?: string) => string;
  readonly contactList: (listId: string) => string;
  readonly map: (mapId: string) => string;
};

const WaysContext = createContext<Ways | null>(null);

export const WaysProvider = ({ ways, children }: { readonly ways: Ways; readonly children: ReactNode }) => (
  <WaysContext value={ways}>{children}</WaysContext>
);

export function useWays(): Ways {
  const ways = use(WaysContext);
  if (!ways) throw new Error('a page of the persona room was drawn without its ways');
  return ways;
}

/** Today, in the zone of the workspace. */
export const useToday = (): string => dayIn(useWays().zone, new Date());
