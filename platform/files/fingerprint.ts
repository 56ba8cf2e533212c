import { createHash } from 'node:crypto';
import { openBytes } from './bytes.ts';
import type { FileRef } from './table.ts';

/**
 * SHA-256 of what a file holds, in hexadecimal: two files alike in every byte have the same. `compressed` looks inside a gzip.
 * Throws `ProblemError` as reading does.
 */
export async function fingerprintOf(file: FileRef, compressed = false): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of openBytes(file, compressed).chunks) hash.update(chunk);
  return hash.digest('hex');
}
