import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { lockDataFolder, ownerOf } from './data-lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('lock of a data folder', () => {
  it('lets one in, says who is there, and lets the next in after', async () => {
    const lock = unwrap(await lockDataFolder(folder));
    await lock.publish('http://127.0.0.1:4747');
    expect(await ownerOf(folder)).toEqual({ pid: process.pid, address: 'http://127.0.0.1:4747' });
    expect(await lockDataFolder(folder)).toMatchObject({
      ok: false,
      problem: { code: 'data.locked', params: { folder, pid: process.pid } },
    });
    await lock.release();
    expect(await ownerOf(folder)).toBeUndefined();
    await unwrap(await lockDataFolder(folder)).release();
  });

  it('takes over from a process that is gone', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await writeFile(join(folder, 'parcours.lock'), JSON.stringify({ pid, address: null }));
    await unwrap(await lockDataFolder(folder)).release();
  });

  it('takes over from a killed process whose number it was given', async () => {
    await writeFile(join(folder, 'parcours.lock'), JSON.stringify({ pid: process.pid, address: null }));
    await unwrap(await lockDataFolder(folder)).release();
  });

  it('takes over when the pid now belongs to something else that never beats', async () => {
    const path = join(folder, 'parcours.lock');
    await writeFile(path, JSON.stringify({ pid: process.ppid, address: null }));
    expect(await lockDataFolder(folder)).toMatchObject({ ok: false });
    await utimes(path, new Date(0), new Date(0));
    await unwrap(await lockDataFolder(folder)).release();
  });

  it('says when the folder cannot be written', async () => {
    expect(await lockDataFolder(join(folder, 'missing'))).toMatchObject({
      ok: false,
      problem: { code: 'data.unusable' },
    });
  });
});
