import { access, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const note = (folder: string): string => join(folder, 'settled');

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/**
 * Whether nothing can be left of work that was cut short: the folder has never held an engine, or whoever opened it last
 * closed it after every statement had gone well. Kept as a file, because asking the engine would mean to open it.
 */
export const isSettled = async (folder: string): Promise<boolean> =>
  (await isThere(note(folder))) || !(await isThere(join(folder, 'engine')));

export const settle = (folder: string): Promise<void> => writeFile(note(folder), '');

/** On disk before it resolves: what is written after it may survive a power cut, and then has to be looked for. */
export async function unsettle(folder: string): Promise<void> {
  await rm(note(folder), { force: true });
  const directory = await open(folder);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
