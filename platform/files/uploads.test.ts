import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workspaceIdSchema } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import { createUploads } from './uploads.ts';

const workspaceId = workspaceIdSchema.parse('w1');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-uploads-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('uploads', () => {
  it('keeps what it receives, under an id and never under the name', async () => {
    const uploads = createUploads(folder);
    const upload = unwrap(
      await uploads.receive(workspaceId, '../../evil.csv', Readable.from(['a,b\n', '1,2\n'])),
    );
    expect(upload).toMatchObject({ fileName: '../../evil.csv', bytes: 8 });
    const found = unwrap(await uploads.find(workspaceId, upload.uploadId));
    expect(await readFile(found.path, 'utf8')).toBe('a,b\n1,2\n');
    expect(found.path.startsWith(folder)).toBe(true);
  });

  it('does not show one workspace the files of another', async () => {
    const uploads = createUploads(folder);
    const upload = unwrap(await uploads.receive(workspaceId, 'a.csv', Readable.from(['x'])));
    expect((await uploads.find(workspaceIdSchema.parse('w2'), upload.uploadId)).ok).toBe(false);
  });

  it('takes a file where it lies, and never deletes it', async () => {
    const uploads = createUploads(folder);
    const path = join(folder, 'mine.csv');
    await writeFile(path, 'a,b\n1,2\n');
    const upload = unwrap(await uploads.adopt(workspaceId, 'mine.csv', path));
    expect(upload.bytes).toBe(8);
    expect(unwrap(await uploads.find(workspaceId, upload.uploadId)).path).toBe(path);
    await uploads.remove(workspaceId, upload.uploadId);
    expect((await uploads.find(workspaceId, upload.uploadId)).ok).toBe(false);
    expect(await readFile(path, 'utf8')).toBe('a,b\n1,2\n');
    await uploads.sweep(Date.now() + 48 * 3600 * 1000);
    expect(await readdir(folder)).toContain('mine.csv');
  });

  it('says which file cannot be taken', async () => {
    const uploads = createUploads(folder);
    expect(await uploads.adopt(workspaceId, 'no.csv', join(folder, 'no.csv'))).toMatchObject({
      ok: false,
      problem: { code: 'import.file-not-found', params: { file: 'no.csv' } },
    });
    expect(await uploads.adopt(workspaceId, 'folder', folder)).toMatchObject({
      ok: false,
      problem: { code: 'import.not-readable' },
    });
  });

  it('leaves nothing of an interrupted upload', async () => {
    const uploads = createUploads(folder);
    const body = Readable.from(
      (function* () {
        yield 'half';
        throw new Error('connection lost');
      })(),
    );
    const result = await uploads.receive(workspaceId, 'a.csv', body);
    expect(result).toMatchObject({ ok: false, problem: { code: 'upload.interrupted' } });
    expect(await readdir(join(folder, workspaceId))).toEqual([]);
  });

  it('sweeps what is old or half received, and nothing else', async () => {
    const uploads = createUploads(folder);
    const fresh = unwrap(await uploads.receive(workspaceId, 'fresh.csv', Readable.from(['x'])));
    const old = unwrap(await uploads.receive(workspaceId, 'old.csv', Readable.from(['x'])));
    for (const name of [old.uploadId, `${old.uploadId}.json`])
      await utimes(join(folder, workspaceId, name), 0, 0);
    await writeFile(join(folder, workspaceId, 'halfreceived'), 'x');
    await uploads.sweep(Date.now());
    expect((await readdir(join(folder, workspaceId))).sort()).toEqual(
      [fresh.uploadId, `${fresh.uploadId}.json`].sort(),
    );
  });
});
