import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { csvLine } from '#kit/table/csv-writer.ts';

/** Where the rows that an import set aside can be downloaded from, if it set any aside. */
export const setAsidePath = (folder: string, importId: string): string => {
  if (!/^[A-Za-z0-9_-]+$/.test(importId)) throw new Error('not an id');
  return join(folder, `${importId}.csv`);
};

/** Writes the rows an import sets aside as CSV: line, reason, then the fields as they were. Made only when there is one. */
export class SetAsideFile {
  readonly path: string;
  readonly #columns: readonly string[];
  #stream: WriteStream | undefined;
  #fault: unknown;
  #text = '';

  constructor(path: string, columns: readonly string[]) {
    this.path = path;
    this.#columns = columns;
  }

  /** @param reason a code, as the balance of the import counts it. */
  add(line: number, reason: string, fields: readonly string[]): void {
    this.#text += csvLine([line, reason, ...fields]);
  }

  /** Writes what has been added; waits while the disk is behind. Throws the fault of the disk, if there was one. */
  async settle(): Promise<void> {
    if (this.#fault) throw this.#fault;
    if (this.#text === '') return;
    if (!this.#stream) {
      await mkdir(dirname(this.path), { recursive: true });
      this.#stream = createWriteStream(this.path);
      this.#stream.on('error', (error) => {
        this.#fault = error;
      });
      // The mark tells spreadsheets that this is UTF-8.
      this.#text = `\ufeff${csvLine(['line', 'reason', ...this.#columns])}${this.#text}`;
    }
    const text = this.#text;
    this.#text = '';
    if (!this.#stream.write(text)) await Promise.race([once(this.#stream, 'drain'), finished(this.#stream)]);
    if (this.#fault) throw this.#fault;
  }

  async end(): Promise<void> {
    await this.settle();
    if (!this.#stream) return;
    this.#stream.end();
    await finished(this.#stream);
  }

  async remove(): Promise<void> {
    this.#stream?.destroy();
    await rm(this.path, { force: true });
  }
}
