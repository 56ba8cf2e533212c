import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { connectDocument } from '#kit/document/connect.ts';
import { collaborationPath } from '#kit/document/wire.ts';
import { unwrap } from '#kit/result.ts';
import { startProcess } from '#testing/child-process.ts';
import { boardKind } from '#testing/sample-document.ts';

const soon = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 30_000, interval: 10 });
const connect = (port: number) =>
  connectDocument({
    url: `ws://127.0.0.1:${port}${collaborationPath}`,
    name: 'w/board/b',
    kind: boardKind,
    offline: false,
  });

it('every acknowledged edit is there after the server is killed in the middle of editing, time after time', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'parcours-crash-'));
  const acknowledged = new Set<string>();
  try {
    for (const [round, bursts] of [12, 1, 30, 25].entries()) {
      const server = await startProcess('collaboration-child.ts', { dataDir });
      const pages = [connect(server.port), connect(server.port)];
      for (const page of pages)
        await soon(() => expect(page.snapshot()).toMatchObject({ status: 'live', unsynced: false }));
      for (const page of pages) {
        const notes = page.snapshot().document!.notes;
        expect([...acknowledged].filter((id) => notes[id]?.text !== `text of ${id}`)).toEqual([]);
      }
      let edit = 0;
      const write = (page: (typeof pages)[number], count: number): string[] =>
        Array.from({ length: count }, () => {
          const id = `r${round}-${edit++}`;
          const value = { order: 'a0', laneId: 'l', text: `text of ${id}`, tags: [] };
          unwrap(page.change([{ op: 'put', path: ['notes', id], value }]));
          return id;
        });
      for (let burst = 0; burst < bursts; burst++) {
        const page = pages[burst % 2]!;
        const ids = write(page, 1 + (burst % 4));
        await soon(() => expect(page.snapshot().unsynced).toBe(false));
        for (const id of ids) acknowledged.add(id);
      }
      // The axe falls while edits are on their way; whatever is acknowledged before it does counts.
      const pending = pages.map((page) => ({ page, ids: write(page, 40) }));
      await new Promise((resolve) => setTimeout(resolve, 7 * round));
      for (const { page, ids } of pending) {
        if (!page.snapshot().unsynced) for (const id of ids) acknowledged.add(id);
      }
      await server.kill();
      for (const page of pages) page.destroy();
    }
    const server = await startProcess('collaboration-child.ts', { dataDir });
    const page = connect(server.port);
    await soon(() => expect(page.snapshot().document).toBeDefined());
    const { notes } = page.snapshot().document!;
    expect([...acknowledged].filter((id) => notes[id]?.text !== `text of ${id}`)).toEqual([]);
    expect(acknowledged.size).toBeGreaterThanOrEqual(150);
    expect(page.snapshot().setAside).toEqual([]);
    page.destroy();
    await server.kill();
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});

it('no letter that was acknowledged is lost of ten people who type while the server is killed', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'parcours-crash-'));
  const people = Array.from({ length: 10 }, (_, index) => `typist-${index}`);
  const letters = 'What I live here, told letter by letter. ';
  const typed = new Map(people.map((id) => [id, '']));
  const acknowledged = new Map(people.map((id) => [id, '']));
  try {
    for (let round = 0; round < 2; round++) {
      const server = await startProcess('collaboration-child.ts', { dataDir });
      const pages = new Map(people.map((id) => [id, connect(server.port)]));
      const note = (id: string) => pages.get(id)!.snapshot().document?.notes[id]?.text ?? '';
      const heard = () => {
        for (const id of people) {
          if (!pages.get(id)!.snapshot().unsynced) acknowledged.set(id, typed.get(id)!);
        }
      };
      for (const id of people) {
        const page = pages.get(id)!;
        await soon(() => expect(page.snapshot()).toMatchObject({ status: 'live', unsynced: false }));
        // What was on its way when the axe fell may be there or not; what was acknowledged must be.
        expect(note(id).startsWith(acknowledged.get(id)!)).toBe(true);
        typed.set(id, note(id));
        const value = { order: 'a0', laneId: 'l', text: '', tags: [] };
        if (round === 0) unwrap(page.change([{ op: 'put', path: ['notes', id], value }]));
      }
      const stroke = () => {
        for (const id of people) {
          const text = typed.get(id)! + letters[typed.get(id)!.length % letters.length]!;
          typed.set(id, text);
          unwrap(pages.get(id)!.change([{ op: 'set', path: ['notes', id, 'text'], value: text }]));
        }
      };
      for (let count = 0; count < 12; count++) {
        stroke();
        if (count % 4 === 3)
          await soon(() => expect(people.some((id) => pages.get(id)!.snapshot().unsynced)).toBe(false));
        heard();
      }
      for (const id of people) expect(acknowledged.get(id)!.length).toBeGreaterThanOrEqual(12);
      // In the middle of the next letters.
      stroke();
      await new Promise((resolve) => setTimeout(resolve, 3 * round));
      stroke();
      heard();
      await server.kill();
      for (const page of pages.values()) page.destroy();
    }
    const server = await startProcess('collaboration-child.ts', { dataDir });
    const page = connect(server.port);
    await soon(() => expect(page.snapshot().document).toBeDefined());
    const { notes } = page.snapshot().document!;
    const lost = people.filter((id) => !notes[id]?.text.startsWith(acknowledged.get(id)!));
    expect(lost).toEqual([]);
    expect(page.snapshot().setAside).toEqual([]);
    page.destroy();
    await server.kill();
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});
