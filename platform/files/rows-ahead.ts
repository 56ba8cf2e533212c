import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { ProblemError } from '#kit/problem.ts';
import { batchOfCells } from './batch.ts';
import { type FromThread, Room, type ThreadTask } from './rows-messages.ts';
import type { Batch, Column, FileRef, Table, TableOptions } from './table.ts';

/** A smaller file is read before a thread has begun. */
const worthAThread = 8_000_000;

export type RowsAhead = {
  /** As `Table.rows`; a batch, whole, is good until the next is asked for. */
  readonly batches: AsyncIterable<Batch>;
  /** SHA-256 of the content, in hexadecimal digits; once all batches were taken. */
  readonly fingerprint: () => string;
};

export type AheadOptions = {
  /** The file of the table, and what was told when it was opened. */
  readonly file: FileRef;
  readonly told?: TableOptions | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Stored bytes from which on a thread of its own reads; its own default unless told. */
  readonly worth?: number;
};

/**
 * Reads the rows of a table once, a few batches ahead of whoever takes them: of a large file in a thread of its own, so that
 * cutting it into cells and working on them are done at once. Faults as those of `Table.rows`.
 */
export function rowsAhead(table: Table, options: AheadOptions): RowsAhead {
  const { worth = worthAThread } = options;
  // Parquet is read by the engine, which belongs to this thread.
  return table.size < worth || table.format === 'parquet' ? rowsHere(table, options) : rowsThere(options);
}

function rowsHere(table: Table, { signal }: AheadOptions): RowsAhead {
  const hash = createHash('sha256');
  const batches = table.rows({ onBytes: (chunk) => void hash.update(chunk), ...(signal && { signal }) });
  return { batches, fingerprint: () => hash.digest('hex') };
}

function rowsThere({ file, told = {}, signal }: AheadOptions): RowsAhead {
  let fingerprint = '';
  async function* batches(): AsyncGenerator<Batch> {
    signal?.throwIfAborted();
    const workerData: ThreadTask = { file, options: told };
    const worker = new Worker(new URL('./rows-thread.ts', import.meta.url), { workerData });
    const arrived: FromThread[] = [];
    let failed: unknown;
    let wake: (() => void) | undefined;
    const fail = (error: unknown): void => {
      failed ??= error;
      wake?.();
    };
    const abort = (): void => fail(signal?.reason);
    worker.on('message', (message: FromThread) => {
      arrived.push(message);
      wake?.();
    });
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('the thread that reads a file has ended')));
    signal?.addEventListener('abort', abort, { once: true });
    let columns: readonly Column[] = [];
    try {
      for (;;) {
        while (arrived.length === 0 && failed === undefined)
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        // What arrived before a failure is taken first, unless nobody wants it.
        signal?.throwIfAborted();
        const message = arrived.shift();
        if (!message) throw failed;
        if (message.is === 'problem') throw new ProblemError(message.problem);
        if (message.is === 'end') {
          fingerprint = message.fingerprint;
          return;
        }
        const { width, count, setAside, bytesRead } = message;
        const room = Room.of(message.room);
        columns = message.columns ?? columns;
        yield batchOfCells(room.cells(width, count), {
          columns,
          lines: room.linesOf(count),
          setAside,
          bytesRead,
        });
        worker.postMessage(room);
      }
    } finally {
      signal?.removeEventListener('abort', abort);
      await worker.terminate();
    }
  }
  return { batches: batches(), fingerprint: () => fingerprint };
}
