import { Worker } from 'node:worker_threads';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Check, FittedCandidate } from '../../domain/discovery/candidates.ts';
import { type Discovery, type DiscoveryInput, decide } from '../../domain/discovery/discover.ts';
import {
  type DiscoveryProgress,
  type DiscoveryRequest,
  discoveryOptionsSchema,
} from '../../domain/discovery/result.ts';
import { shareTable } from './shared-table.ts';
import type { Answer, Ask, PieceName, Pieces, ThreadData } from './thread-messages.ts';

export type Follow = {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: DiscoveryProgress) => void;
  readonly threads?: number;
};

/** One thread, asked for one piece at a time. */
class Thread {
  readonly #worker: Worker;
  #waiting: { resolve(answer: Answer): void; reject(error: unknown): void } | null = null;
  constructor(data: ThreadData) {
    this.#worker = new Worker(new URL('./discovery-thread.ts', import.meta.url), {
      workerData: data,
      // A young heap that is collected often costs little here: the work is in a few long-lived arrays.
      resourceLimits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 2048 },
    });
    this.#worker.on('message', (answer: Answer) => {
      const waiting = this.#waiting;
      this.#waiting = null;
      waiting?.resolve(answer);
    });
    this.#worker.on('error', (error) => this.#waiting?.reject(error));
    this.#worker.on('exit', () => this.#waiting?.reject(new Stopped()));
  }
  ask<N extends PieceName>(ask: Ask<N>): Promise<Pieces[N]['answer']> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve: resolve as (answer: Answer) => void, reject };
      this.#worker.postMessage(ask);
    });
  }
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** The threads were stopped: the person cancelled. */
class Stopped extends Error {}

/**
 * A discovery in threads of its own (two unless told), so that the server goes on answering. The same answer as
 * `discover` of the domain, piece by piece, whatever the number of threads.
 *
 * Problems: those of `prepare`, and `persona.discovery.cancelled` when `signal` is aborted. A fault inside a thread is a bug
 * and throws.
 */
export async function runDiscovery(
  input: DiscoveryInput,
  request: DiscoveryRequest,
  { signal, onProgress, threads: count = 2 }: Follow = {},
): Promise<Result<Discovery>> {
  const cancelled = fail(problem('persona.discovery.cancelled', undefined, 409));
  if (signal?.aborted) return cancelled;
  const options = discoveryOptionsSchema.parse(request);
  const table = shareTable(input.encoded.table);
  const threads = Array.from({ length: Math.max(1, count) }, () => new Thread({ options }));
  const stopAll = () => Promise.all(threads.map((thread) => thread.stop()));
  const onAbort = (): void => void stopAll();
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const shared = { ...input, encoded: { table, lost: input.encoded.lost } };
    return await conduct(threads, shared, options, onProgress ?? (() => undefined));
  } catch (error) {
    if (error instanceof Stopped && signal?.aborted) return cancelled;
    throw error;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await stopAll();
  }
}

async function conduct(
  threads: readonly Thread[],
  input: DiscoveryInput,
  options: ThreadData['options'],
  onProgress: (progress: DiscoveryProgress) => void,
): Promise<Result<Discovery>> {
  const speaker = threads[0]!;
  const other = threads[threads.length - 1]!;
  const ready = await speaker.ask({ name: 'prepare', input });
  if ('problem' in ready) return fail(ready.problem);
  const { ks, sample } = ready;
  await Promise.all(threads.map((thread) => thread.ask({ name: 'take', sample })));
  const fits: FittedCandidate[] = [];
  const checks: Check[] = [];
  // The largest first: they take longest. What each finds is checked as soon as it is there.
  const toFit = [...ks].sort((a, b) => a - b);
  const toCheck: { fit: FittedCandidate; bootstrap: number }[] = [];
  const total = toFit.length + (toFit.length - 1) * options.bootstraps + 2;
  const tell = (): void => {
    const done = fits.length + checks.length;
    onProgress({ stage: fits.length < ks.length ? 'fitting' : 'checking', done, total });
  };
  const work = async (thread: Thread): Promise<void> => {
    for (;;) {
      const k = toFit.pop();
      const check = k === undefined ? toCheck.shift() : undefined;
      if (k !== undefined) {
        const fit = await thread.ask({ name: 'fit', k });
        fits.push(fit);
        if (k > 1) for (let b = 0; b < options.bootstraps; b++) toCheck.push({ fit, bootstrap: b });
      } else if (check) {
        const { fit, bootstrap } = check;
        checks.push(await thread.ask({ name: 'check', k: fit.k, labels: fit.labels, bootstrap }));
      } else return;
      tell();
    }
  };
  await Promise.all(threads.map(work));
  // Threads end in any order; what is told must not depend on it.
  const ordered = checks.sort((a, b) => a.k - b.k || a.bootstrap - b.bootstrap);
  const decision = decide(sample.rows, fits, ordered, options);
  const { k } = decision.choice;
  if (k === null) return ok(await speaker.ask({ name: 'conclude', decision, opinion: null }));
  onProgress({ stage: 'describing', done: total - 2, total });
  const fitted = fits.find((fit) => fit.k === k)!;
  const describing = () => speaker.ask({ name: 'describe', fitted, checks: ordered });
  const asking = () => other.ask({ name: 'medoids', k });
  let opinion: Awaited<ReturnType<typeof asking>>;
  if (speaker === other) {
    await describing();
    opinion = await asking();
  } else [, opinion] = await Promise.all([describing(), asking()]);
  onProgress({ stage: 'describing', done: total - 1, total });
  return ok(await speaker.ask({ name: 'conclude', decision, opinion }));
}
