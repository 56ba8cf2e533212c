import { useSyncExternalStore } from 'react';

/**
 * The file dropped on any page and opened by the import page: a File cannot travel in an address. Each drop has a
 * number, so that dropping another file on the import page itself starts anew. A page loaded anew finds no file.
 */
type PendingFile = { readonly file: File | null; readonly drop: number };

let pending: PendingFile = { file: null, drop: 0 };
const listeners = new Set<() => void>();

function become(file: File | null): void {
  pending = { file, drop: pending.drop + 1 };
  for (const listener of listeners) listener();
}

export const handOver = (file: File): void => become(file);

/** Called when the import page is left: coming back to it later starts without a file. */
export function forgetPending(): void {
  if (pending.file !== null) become(null);
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePendingFile = (): PendingFile => useSyncExternalStore(subscribe, () => pending);
