import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { access, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { idSchema } from '#kit/ids.ts';
import { csvLine } from '#kit/table/csv-writer.ts';
import type { SurveySetAsideReason } from '../domain/survey.ts';

/** Ids come from outside when the file is asked for: only ids are names of files. */
const pathOf = (folder: string, importId: string): string => join(folder, `${idSchema.parse(importId)}.csv`);

export type SetAsideFile = {
  add(line: number, reason: SurveySetAsideReason, fields: readonly string[]): Promise<void>;
  /** Everything is on disk afterwards. */
  close(): Promise<void>;
  /** Closes and removes. */
  discard(): Promise<void>;
};

/**
 * The rows an import set aside, as a CSV file to be repaired and imported again: line of the file, reason, then the
 * cells. Made at the first row; no row, no file.
 */
export function createSetAsideFile(folder: string, importId: string): SetAsideFile {
  let stream: WriteStream | undefined;
  const open = async (): Promise<WriteStream> => {
    if (stream) return stream;
    await mkdir(folder, { recursive: true });
    stream = createWriteStream(pathOf(folder, importId));
    // Faults come back through the callback of `write` and through `finished`.
    stream.on('error', () => {});
    stream.write(`\ufeff${csvLine(['line', 'reason'])}`);
    return stream;
  };
  const close = async (): Promise<void> => {
    if (!stream) return;
    stream.end();
    await finished(stream);
  };
  return {
    async add(line, reason, fields) {
      const out = await open();
      const row = csvLine([line, reason, ...fields]);
      await new Promise<void>((resolve, reject) => {
        out.write(row, (error) => (error ? reject(error) : resolve()));
      });
    },
    close,
    async discard() {
      stream?.destroy();
      await rm(pathOf(folder, importId), { force: true });
    },
  };
}

/** The file as a stream; undefined when the import set nothing aside. */
export async function openSetAsideFile(folder: string, importId: string): Promise<Readable | undefined> {
  const path = pathOf(folder, importId);
  try {
    await access(path);
    return createReadStream(path);
  } catch {
    return undefined;
  }
}

export const removeSetAsideFile = (folder: string, importId: string): Promise<void> =>
  rm(pathOf(folder, importId), { force: true });
