import { createContext, use, useSyncExternalStore } from 'react';
import type { Peer, Presence } from '#ui/live/presence.ts';
import type { Editor } from '../source.ts';

/** What just happened on the sheet, and whether it can be taken back. */
export type Notice = { readonly text: string; readonly undo: boolean };

/** What is said of the statements, and the way to say something. */
export type SheetTalk = {
  /** Open threads by statement. */
  readonly open: ReadonlyMap<string, number>;
  readonly say: (statementId: string) => void;
};

/** What every part of a sheet needs and that never changes during its life. */
export type SheetContextValue = {
  /** Null: the sheet is only read (a version, a printed page, no right to write). */
  readonly editor: Editor | null;
  readonly presence: Presence | null;
  /** Calendar day, YYYY-MM-DD: what is out of date depends on it. */
  readonly today: string;
  readonly notify: (notice: Notice | null) => void;
  /** Null: nothing is said of what is shown here (a version). */
  readonly talk: SheetTalk | null;
  /** Statement whose field must get the focus as soon as it is drawn. */
  readonly wanted: { current: string | null };
};

export const SheetContext = createContext<SheetContextValue | null>(null);

export function useSheet(): SheetContextValue {
  const value = use(SheetContext);
  if (!value) throw new Error('a part of a sheet was drawn outside a sheet');
  return value;
}

const nobody = () => () => {};

/** Somebody else who writes here. */
export function usePeerAt(place: string): Peer | undefined {
  const { presence } = useSheet();
  return useSyncExternalStore(presence?.subscribe ?? nobody, () => presence?.peerAt(place));
}
