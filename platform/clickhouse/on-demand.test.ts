import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { OpenedEngine } from './engine.ts';
import { openOnDemand } from './on-demand.ts';
import { openEngine } from './open-engine.ts';
import { isSettled, settle, unsettle } from './settled.ts';

const folder = mkdtempSync(join(tmpdir(), 'parcours-on-demand-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An engine that answers with what it was asked, and a note of everything that happened to it. */
function sketch(refusals = 0) {
  const happened: string[] = [];
  let refused = 0;
  const opened = {
    kind: 'embedded',
    query: async (sql: string) => {
      if (sql === 'wrong') throw new Error('wrong');
      return [sql];
    },
    async *stream(sql: string) {
      yield Buffer.from(sql);
    },
    ready: async () => void happened.push('asked'),
    close: async () => void happened.push('closed'),
  } as unknown as OpenedEngine;
  const engine = openOnDemand({
    settled: true,
    async open() {
      if (refused++ < refusals) throw new Error('disk full');
      happened.push('opened');
      return opened;
    },
    check: async () => void happened.push('checked'),
    afterClose: async (wellDone) => void happened.push(wellDone ? 'well done' : 'left as it was'),
  });
  return { engine, happened };
}

describe('an engine on demand', () => {
  it('is not opened to say that it is ready, nor to be closed', async () => {
    const { engine, happened } = sketch();
    await engine.ready();
    await engine.close();
    expect(happened).toEqual(['checked']);
    await expect(engine.query('late')).rejects.toThrow('the engine is closed');
  });

  it('is opened once by questions that come together', async () => {
    const { engine, happened } = sketch();
    expect(await Promise.all([engine.query('one'), engine.query('two')])).toEqual([['one'], ['two']]);
    for await (const piece of engine.stream('three')) expect(piece.toString()).toBe('three');
    await engine.ready();
    await engine.close();
    expect(happened).toEqual(['opened', 'asked', 'closed', 'well done']);
  });

  it('tells why it does not open, is not ready then, and tries again', async () => {
    const { engine, happened } = sketch(2);
    await expect(engine.query('one')).rejects.toThrow('disk full');
    await expect(engine.ready()).rejects.toThrow('disk full');
    expect(await engine.query('two')).toEqual(['two']);
    expect(happened).toEqual(['opened']);
  });

  it('says when a statement has failed', async () => {
    const { engine, happened } = sketch();
    await expect(engine.query('wrong')).rejects.toThrow('wrong');
    await engine.close();
    expect(happened).toEqual(['opened', 'closed', 'left as it was']);
  });
});

it('knows by the folder whether work can have been cut short', async () => {
  expect(await isSettled(folder)).toBe(true);
  await unsettle(folder);
  await mkdir(join(folder, 'engine'));
  expect(await isSettled(folder)).toBe(false);
  await settle(folder);
  expect(await isSettled(folder)).toBe(true);
});

it('refuses at once a folder that cannot be one', async () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  const opened = await openEngine({ dataDir: join(file, 'engine') });
  expect(opened.ok ? undefined : opened.problem).toMatchObject({ code: 'engine.refused', status: 503 });
});

it('tells at once that a server does not answer', async () => {
  const opened = await openEngine({ url: 'http://127.0.0.1:1/default' });
  expect(opened.ok ? undefined : opened.problem).toMatchObject({ code: 'engine.unreachable', status: 503 });
});
