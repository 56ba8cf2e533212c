import { createContext, use } from 'react';
import type { KeptLaneSet } from '../../contract.ts';
import type { SavedLane } from '../../domain/lane-set.ts';

/**
 * What a workspace keeps beside its maps and a map draws from: sets of lanes, pictures, sounds, videos. Brought by the page that knows the
 * server; each promise rejects with what the server said, to be shown where it was asked for.
 */
export type MapStock = {
  readonly laneSets: readonly KeptLaneSet[];
  /** The portraits of the workspace, and the address of each. */
  readonly personas: readonly { readonly id: string; readonly title: string }[];
  readonly personaHref: (personaId: string) => string;
  readonly keepLanes: (title: string, lanes: readonly SavedLane[]) => Promise<void>;
  readonly forgetLanes: (laneSetId: string) => Promise<void>;
  readonly mediaUrl: (mediaId: string) => string;
  /** Refused or cancelled: with what the server says of it, or null when it did not answer. */
  readonly sendMedia: (
    file: File,
    sending: { readonly onProgress: (sent: number) => void; readonly signal: AbortSignal },
  ) => Promise<SentMedia>;
};

export type SentMedia =
  | { readonly ok: true; readonly mediaId: string }
  | { readonly ok: false; readonly says: string | null };

export const StockContext = createContext<MapStock | null>(null);

/** null where a map is shown without its workspace. */
export const useStock = (): MapStock | null => use(StockContext);
