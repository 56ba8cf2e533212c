/** A second asking to stop within this is the same one: the terminal, the shell and npm each send their own. */
const oneAsking = 2_000;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Aborted when somebody asks the command to stop, so that it can end cleanly. Who has lost patience and asks again later
 * ends the process at once: what it was doing is then what a crash leaves, and the next start puts that right.
 */
export function untilInterrupted(): AbortSignal {
  const asked = new AbortController();
  let first = 0;
  for (const signal of signals) {
    process.on(signal, () => {
      if (!asked.signal.aborted) {
        first = performance.now();
        asked.abort();
      } else if (performance.now() - first > oneAsking) process.exit(130);
    });
  }
  return asked.signal;
}

/** Resolves when the signal is aborted. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
