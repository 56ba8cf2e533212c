import { useSyncExternalStore } from 'react';

/** A file on its way to the server. */
export type SentFile = {
  readonly id: number;
  readonly name: string;
  /** Bytes. */
  readonly sent: number;
  readonly total: number;
  readonly cancel: () => void;
};

/** The files that are on their way, however they were asked for. */
export type SendingStore = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly files: () => readonly SentFile[];
  readonly begin: (file: { readonly name: string; readonly size: number }) => {
    readonly signal: AbortSignal;
    readonly onProgress: (sent: number) => void;
    readonly end: () => void;
  };
  /** Stops them all: the page is left. */
  readonly stop: () => void;
};

export function createSendingStore(): SendingStore {
  const listeners = new Set<() => void>();
  let files: readonly SentFile[] = [];
  let last = 0;
  const become = (next: readonly SentFile[]) => {
    files = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    files: () => files,
    begin({ name, size }) {
      const stop = new AbortController();
      const id = ++last;
      become([...files, { id, name, sent: 0, total: size, cancel: () => stop.abort() }]);
      return {
        signal: stop.signal,
        onProgress: (sent) => become(files.map((file) => (file.id === id ? { ...file, sent } : file))),
        end: () => become(files.filter((file) => file.id !== id)),
      };
    },
    stop() {
      for (const { cancel } of files) cancel();
    },
  };
}

export const useSentFiles = (store: SendingStore): readonly SentFile[] =>
  useSyncExternalStore(store.subscribe, store.files);
