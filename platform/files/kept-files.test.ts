import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workspaceIdSchema } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import { createKeptFiles, type KeptFiles } from './kept-files.ts';

const workspaceId = workspaceIdSchema.parse('horizon');
let folder: string;
let files: KeptFiles;

/** Files that begin with `TEXT` are texts of at most twenty bytes. */
const recognise = (head: Uint8Array) =>
  Buffer.from(head).toString('latin1').startsWith('TEXT')
    ? { prefix: 'text', type: 'text/x-test', largest: 20 }
    : undefined;
const send = (...chunks: string[]) =>
  files.receive(workspaceId, Readable.from(chunks.map((chunk) => Buffer.from(chunk))));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-kept-'));
  files = createKeptFiles(folder, recognise, 8);
});
afterAll(() => rm(folder, { recursive: true }));

describe('kept files', () => {
  it('are named by what they are and what they hold, however they came, and read in parts', async () => {
    const whole = unwrap(await send('TEXT: hello you'));
    const inPieces = unwrap(await send('T', 'EXT', ': hello', ' you'));
    expect(inPieces).toEqual(whole);
    expect(whole).toMatchObject({ type: 'text/x-test', bytes: 15 });
    expect(whole.id).toMatch(/^text-[0-9a-f]{32}$/);
    expect(await files.find(workspaceId, whole.id)).toEqual(whole);
    expect(await text(files.read(workspaceId, whole.id, { start: 6, end: 10 }))).toBe('hello');
    expect(await files.find(workspaceIdSchema.parse('elsewhere'), whole.id)).toBeUndefined();
  });

  it('are refused when they are something else or too large, and leave nothing', async () => {
    const before = await readdir(join(folder, workspaceId));
    expect(await send('<html>')).toMatchObject({ problem: { code: 'media.not-recognised', status: 415 } });
    expect(await send('<html><body></body></html>')).toMatchObject({
      problem: { code: 'media.not-recognised' },
    });
    expect(await send('')).toMatchObject({ problem: { code: 'media.not-recognised' } });
    expect(await send('TEXT: ', 'this one has far too much to say')).toMatchObject({
      problem: { code: 'media.too-large', status: 413 },
    });
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('TEXT: and then');
        throw new Error('the line went');
      })(),
    );
    expect(await files.receive(workspaceId, broken)).toMatchObject({
      problem: { code: 'media.interrupted' },
    });
    expect(await readdir(join(folder, workspaceId))).toEqual(before);
  });

  it('are not given out when somebody replaced them by something else', async () => {
    const { id } = unwrap(await send('TEXT: mine'));
    await writeFile(join(folder, workspaceId, id), '<script>');
    expect(await files.find(workspaceId, id)).toBeUndefined();
  });

  it('are found by age, removed, and swept of what a crash left', async () => {
    const { id } = unwrap(await send('TEXT: old'));
    await utimes(join(folder, workspaceId, id), 1000, 1000);
    expect(await files.olderThan(workspaceId, 2_000_000)).toEqual([id]);
    await files.remove(workspaceId, id);
    expect(await files.find(workspaceId, id)).toBeUndefined();
    await writeFile(join(folder, workspaceId, 'x.part'), 'half');
    await files.sweep();
    expect((await readdir(join(folder, workspaceId))).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
