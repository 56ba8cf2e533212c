import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';

const fileName = 'parcours.lock';
const beatEvery = 5_000;
/** A pid may be given to another program after a crash: an owner that has not shown itself for this long is gone. */
const silentAfter = 60_000;

const ownerSchema = z.object({ pid: z.int(), address: z.string().nullable() });

/** Locks of this process: in a container the number of a killed process is often that of the next one. */
const held = new Set<string>();

export type DataLock = {
  /** Where the owner answers, for commands that want to go through it. */
  publish(address: string): Promise<void>;
  release(): Promise<void>;
};

/**
 * One process owns a data folder. A lock left by a process that is gone is taken over.
 * Problems: `data.locked` (folder, pid), `data.unusable` (folder, reason).
 */
export async function lockDataFolder(folder: string): Promise<Result<DataLock>> {
  const path = join(folder, fileName);
  const mine = (address: string | null) => JSON.stringify({ pid: process.pid, address });
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      await writeFile(path, mine(null), { flag: 'wx' });
      held.add(path);
      const beat = setInterval(() => {
        const now = new Date();
        utimes(path, now, now).catch(() => {});
      }, beatEvery);
      beat.unref();
      return ok({
        publish: (address) => writeFile(path, mine(address)),
        async release() {
          clearInterval(beat);
          held.delete(path);
          await rm(path, { force: true });
        },
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        return fail(problem('data.unusable', { folder, reason: String((error as Error).message) }, 503));
      }
    }
    const owner = await ownerOf(folder);
    if (owner) return fail(problem('data.locked', { folder, pid: owner.pid }, 503));
    await rm(path, { force: true });
  }
  return fail(problem('data.locked', { folder, pid: 0 }, 503));
}

/** The living process that owns the folder, and where it answers; undefined when nobody does. */
export async function ownerOf(
  folder: string,
): Promise<{ readonly pid: number; readonly address: string | null } | undefined> {
  const path = join(folder, fileName);
  try {
    const owner = ownerSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    const silence = Date.now() - (await stat(path)).mtimeMs;
    const alive = owner.pid === process.pid ? held.has(path) : isAlive(owner.pid);
    return alive && silence < silentAfter ? owner : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
