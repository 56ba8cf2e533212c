import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { ProblemError, problem } from '#kit/problem.ts';

/**
 * Writes a file where the command was told to, and gives its path; one that is there is replaced only when that is asked
 * for. Throws `command.file-exists` {file}, `command.not-written` {file, reason}.
 */
export async function writeNew(file: string, data: string | Uint8Array, force: boolean): Promise<string> {
  const path = resolve(file);
  try {
    await writeFile(path, data, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const name = basename(path);
    if (code === 'EEXIST') throw new ProblemError(problem('command.file-exists', { file: name }));
    throw new ProblemError(problem('command.not-written', { file: name, reason: message }));
  }
  return path;
}
