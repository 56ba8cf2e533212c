import type { DocumentState } from '#kit/document/connect.ts';

/** How a page that edits a live document stands with the server. */
export type LinkStatus =
  | 'connecting'
  | 'live'
  | 'saving'
  | 'reading'
  | 'reconnecting'
  | 'offline'
  /** Offline, and this device keeps nothing (private window, full disk). */
  | 'unkept'
  | 'refused';

/** The status in the words of the page: `offline` of the connection is "no network", or "the server does not answer". */
export function linkStatus(
  state: Pick<DocumentState<unknown>, 'status' | 'keptHere' | 'readOnly' | 'unsynced'>,
  online: boolean,
): LinkStatus {
  if (state.status === 'offline' && !state.keptHere) return 'unkept';
  if (state.status === 'offline') return online ? 'reconnecting' : 'offline';
  if (state.status === 'live' && state.readOnly) return 'reading';
  if (state.status === 'live') return state.unsynced ? 'saving' : 'live';
  return state.status;
}
