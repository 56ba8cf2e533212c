import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { WorkspaceId } from '#kit/ids.ts';
import { type Problem, problem } from '#kit/problem.ts';
import { randomId } from '#kit/random-id.ts';
import { fail, ok, type Result } from '#kit/result.ts';

/** What the first bytes of a file say of it: the beginning of its name, and how large it may be. */
export type Recognised = { readonly prefix: string; readonly type: string; readonly largest: number };

export type KeptFile = { readonly id: string; readonly type: string; readonly bytes: number };

export type Recognise = (head: Uint8Array) => Recognised | undefined;

/**
 * Files kept as they came, one folder a workspace, named by what they are and the fingerprint of their bytes. What a
 * file is comes from its first bytes, each time it is received and each time it is given out; its own name is never used.
 */
export type KeptFiles = {
  /**
   * Problems: `media.not-recognised` (415), `media.too-large` {megabytes} (413), `media.interrupted` (400),
   * `media.disk-full` (507). Nothing is left of a refused one.
   */
  receive(workspaceId: WorkspaceId, body: Readable): Promise<Result<KeptFile>>;
  find(workspaceId: WorkspaceId, id: string): Promise<KeptFile | undefined>;
  /** The bytes from `start` to `end`, both included. */
  read(workspaceId: WorkspaceId, id: string, range: { start: number; end: number }): Readable;
  /** Ids of those last received before a moment, in ms since 1970. */
  olderThan(workspaceId: WorkspaceId, moment: number): Promise<string[]>;
  remove(workspaceId: WorkspaceId, id: string): Promise<void>;
  /** Takes away what a crash left half received. */
  sweep(): Promise<void>;
};

const half = '.part';
const mostLetBy = 500_000_000;

export function createKeptFiles(folder: string, recognise: Recognise, headBytes: number): KeptFiles {
  const pathOf = (workspaceId: string, id: string) => join(folder, workspaceId, id);

  return {
    async receive(workspaceId, body) {
      await mkdir(join(folder, workspaceId), { recursive: true });
      const path = pathOf(workspaceId, `${randomId()}${half}`);
      const checked = checking(recognise, headBytes);
      try {
        await pipeline(body, checked.through, createWriteStream(path, { flags: 'wx' }));
        const { recognised, bytes, fingerprint } = checked.result();
        if (!recognised) throw new Refused(problem('media.not-recognised', undefined, 415));
        const id = `${recognised.prefix}-${fingerprint}`;
        await rename(path, pathOf(workspaceId, id));
        return ok({ id, type: recognised.type, bytes });
      } catch (error) {
        await rm(path, { force: true });
        if (error instanceof Refused) return fail(error.problem);
        const full = (error as NodeJS.ErrnoException).code === 'ENOSPC';
        return fail(
          full ? problem('media.disk-full', undefined, 507) : problem('media.interrupted', undefined, 400),
        );
      }
    },

    async find(workspaceId, id) {
      const file = await open(pathOf(workspaceId, id)).catch(() => undefined);
      if (!file) return undefined;
      try {
        const head = new Uint8Array(headBytes);
        const { bytesRead } = await file.read(head, 0, headBytes, 0);
        const recognised = recognise(head.subarray(0, bytesRead));
        return recognised && { id, type: recognised.type, bytes: (await file.stat()).size };
      } finally {
        await file.close();
      }
    },

    read: (workspaceId, id, { start, end }) => createReadStream(pathOf(workspaceId, id), { start, end }),

    async olderThan(workspaceId, moment) {
      const ids = await namesIn(join(folder, workspaceId));
      const times = await Promise.all(ids.map((id) => stat(pathOf(workspaceId, id)).catch(() => undefined)));
      return ids.filter((_, at) => (times[at]?.mtimeMs ?? moment) < moment);
    },

    async remove(workspaceId, id) {
      await rm(pathOf(workspaceId, id), { force: true });
    },

    async sweep() {
      for (const workspace of await namesIn(folder)) {
        for (const name of await namesIn(join(folder, workspace))) {
          if (name.endsWith(half)) await rm(join(folder, workspace, name), { force: true });
        }
      }
    },
  };
}

class Refused extends Error {
  readonly problem: Problem;
  constructor(refused: Problem) {
    super(refused.code);
    this.problem = refused;
  }
}

/** Lets bytes through while it looks: what they are from the first of them, how many, and their fingerprint. */
function checking(recognise: Recognise, headBytes: number) {
  const hash = createHash('sha256');
  let refused: Refused | undefined;
  let head = Buffer.alloc(0);
  let bytes = 0;
  let recognised: Recognised | undefined;
  const look = (): Refused | undefined => {
    recognised ??= recognise(head);
    if (!recognised) return new Refused(problem('media.not-recognised', undefined, 415));
    if (bytes <= recognised.largest) return undefined;
    return new Refused(problem('media.too-large', { megabytes: Math.round(recognised.largest / 1e6) }, 413));
  };
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      // Refused, the rest is let go by, so that whoever sends it can still be told why; but not for ever.
      if (refused) return done(bytes > mostLetBy ? refused : null);
      hash.update(chunk);
      if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)]);
      // Until enough is there to tell, nothing is refused.
      refused = head.length < headBytes ? undefined : look();
      if (refused) done();
      else done(null, chunk);
    },
    flush(done) {
      done(refused ?? look() ?? null);
    },
  });
  return { through, result: () => ({ recognised, bytes, fingerprint: hash.digest('hex').slice(0, 32) }) };
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
