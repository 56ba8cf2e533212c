import { constants, createWriteStream } from 'node:fs';
import { access, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { randomId } from '#kit/random-id.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { type Upload, uploadSchema } from '#kit/upload.ts';

const day = 24 * 3600 * 1000;

/** `path`: where the bytes are when they were left where they lie. */
const recordSchema = uploadSchema.extend({ path: z.string().optional() });

export type StoredUpload = Upload & { readonly path: string };

/** Files received and not yet imported, one folder a workspace. Names from outside are never paths: ids are. */
export type Uploads = {
  /** Streams a body to disk. Problems: `upload.interrupted`, `import.disk-full`. Nothing is left of a failed one. */
  receive(workspaceId: WorkspaceId, fileName: string, body: Readable): Promise<Result<Upload>>;
  /**
   * Takes a file of this machine for an upload without copying it: it is read where it lies and never deleted. For the
   * command only; no door lets a caller name a path. Problems: `import.file-not-found`, `import.not-readable`.
   */
  adopt(workspaceId: WorkspaceId, fileName: string, path: string): Promise<Result<Upload>>;
  find(workspaceId: WorkspaceId, uploadId: string): Promise<Result<StoredUpload>>;
  remove(workspaceId: WorkspaceId, uploadId: string): Promise<void>;
  /** Removes what is older than a day, and what a crash left half received. `now` in ms since 1970. */
  sweep(now: number): Promise<void>;
};

export function createUploads(folder: string): Uploads {
  const pathOf = (workspaceId: string, uploadId: string) => join(folder, workspaceId, uploadId);

  return {
    async receive(workspaceId, fileName, body) {
      const uploadId = randomId();
      const path = pathOf(workspaceId, uploadId);
      await mkdir(join(folder, workspaceId), { recursive: true });
      try {
        await pipeline(body, createWriteStream(path, { flags: 'wx' }));
        const upload: Upload = { uploadId, fileName, bytes: (await stat(path)).size };
        await writeFile(`${path}.json`, JSON.stringify(upload));
        return ok(upload);
      } catch (error) {
        await rm(path, { force: true });
        await rm(`${path}.json`, { force: true });
        if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
          return fail(problem('import.disk-full', { file: fileName }, 507));
        }
        return fail(problem('upload.interrupted', { file: fileName }, 400));
      }
    },

    async adopt(workspaceId, fileName, path) {
      const uploadId = randomId();
      const absolute = resolve(path);
      const found = await stat(absolute).catch(() => undefined);
      if (!found) return fail(problem('import.file-not-found', { file: fileName }, 404));
      const readable = await access(absolute, constants.R_OK).then(
        () => found.isFile(),
        () => false,
      );
      if (!readable) return fail(problem('import.not-readable', { file: fileName }));
      const upload: Upload = { uploadId, fileName, bytes: found.size };
      await mkdir(join(folder, workspaceId), { recursive: true });
      const record = `${pathOf(workspaceId, uploadId)}.json`;
      await writeFile(record, JSON.stringify({ ...upload, path: absolute }));
      return ok(upload);
    },

    async find(workspaceId, uploadId) {
      const own = pathOf(workspaceId, uploadId);
      try {
        const { path = own, ...upload } = recordSchema.parse(
          JSON.parse(await readFile(`${own}.json`, 'utf8')),
        );
        return ok({ ...upload, path });
      } catch {
        return fail(problem('upload.not-found', { uploadId }, 404));
      }
    },

    async remove(workspaceId, uploadId) {
      const path = pathOf(workspaceId, uploadId);
      await rm(path, { force: true });
      await rm(`${path}.json`, { force: true });
    },

    async sweep(now) {
      for (const workspace of await namesIn(folder)) {
        const names = await namesIn(join(folder, workspace));
        for (const name of names) {
          const path = join(folder, workspace, name);
          const age = now - (await stat(path)).mtimeMs;
          const halfReceived = !name.endsWith('.json') && !names.includes(`${name}.json`);
          if (halfReceived || age > day) await rm(path, { force: true });
        }
      }
    },
  };
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
