import { useSyncExternalStore } from 'react';

const storageKey = 'parcours.name';
const listeners = new Set<() => void>();
/** Where the browser keeps nothing, the name holds until the page is closed. */
let unkept = '';

function read(): string {
  try {
    return localStorage.getItem(storageKey) ?? unkept;
  } catch {
    return unkept;
  }
}

function write(name: string): void {
  unkept = name.trim().slice(0, 80);
  try {
    localStorage.setItem(storageKey, unkept);
  } catch {
    // Not remembered, but said.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** The name this reader signs with, kept on this device; empty until they said it. */
export const useMyName = (): readonly [name: string, say: (name: string) => void] => [
  useSyncExternalStore(subscribe, read),
  write,
];
