import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import type { DocumentStore, NewDocument, StoredVersion } from '#platform/collaboration/document-store.ts';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const at = (minute: number): Date => new Date(Date.UTC(2024, 2, 31, 1, minute));

/** What every document store must do. `open` gives a store of its own to each run, and the way to close it. */
export function describeDocumentStore(
  name: string,
  open: () => Promise<{ store: DocumentStore; close(): Promise<void> }>,
): void {
  describe(`document store on ${name}`, () => {
    let store: DocumentStore;
    let close: () => Promise<void>;
    let workspaces = 0;
    let workspace: WorkspaceId;
    let other: WorkspaceId;

    beforeAll(async () => {
      ({ store, close } = await open());
    });
    afterAll(() => close?.());
    beforeEach(() => {
      workspace = `w${workspaces++}` as WorkspaceId;
      other = `w${workspaces++}` as WorkspaceId;
    });

    const map = (id: string, minute = 0): NewDocument => ({
      id,
      kind: 'map',
      version: 2,
      title: `Carte « ${id} »`,
      projection: { title: id, list: [1, { deep: null }] },
      state: bytes(0, 255, 10),
      at: at(minute),
    });

    const version = (id: string, minute: number, label?: string): StoredVersion => ({
      id,
      name: label,
      author: 'ada',
      at: at(minute),
      modelVersion: 2,
      seq: 1,
      projection: { title: id },
    });

    it('finds what was created, in its workspace only', async () => {
      unwrap(await store.create(workspace, map('a')));
      expect(await store.find(workspace, 'a')).toEqual({
        id: 'a',
        kind: 'map',
        version: 2,
        title: 'Carte « a »',
        projection: { title: 'a', list: [1, { deep: null }] },
        createdAt: at(0),
        updatedAt: at(0),
        stale: false,
      });
      expect(await store.find(other, 'a')).toBeUndefined();
      expect(await store.load(other, 'a')).toBeUndefined();
      expect(await store.loadAfter(other, 'a', 0)).toBeUndefined();
      expect(await store.append(other, 'a', bytes(1), at(1))).toMatchObject({
        problem: { code: 'document.not-found' },
      });
      expect(await store.remove(other, 'a', at(1))).toMatchObject({
        problem: { code: 'document.not-found' },
      });
      expect(await store.list(other)).toEqual([]);
    });

    it('refuses a second document of the same id, and keeps the first', async () => {
      unwrap(await store.create(workspace, map('a')));
      const second = await store.create(workspace, { ...map('a'), title: 'Other' });
      expect(second).toMatchObject({ ok: false, problem: { code: 'document.exists', status: 409 } });
      expect((await store.find(workspace, 'a'))?.title).toBe('Carte « a »');
      expect((await store.load(workspace, 'a'))?.updates).toEqual([bytes(0, 255, 10)]);
      unwrap(await store.create(other, map('a')));
    });

    it('lists the newest first, by kind', async () => {
      unwrap(await store.create(workspace, map('old', 1)));
      unwrap(await store.create(workspace, map('new', 3)));
      unwrap(await store.create(workspace, { ...map('sheet', 2), kind: 'sheet' }));
      expect((await store.list(workspace)).map(({ id }) => id)).toEqual(['new', 'sheet', 'old']);
      expect((await store.list(workspace, 'map')).map(({ id }) => id)).toEqual(['new', 'old']);
      expect(await store.list(workspace, 'none')).toEqual([]);
    });

    it('numbers updates one after the other, also when they come together', async () => {
      unwrap(await store.create(workspace, map('a')));
      const numbers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => store.append(workspace, 'a', bytes(index), at(index))),
      );
      expect(numbers.map(unwrap).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 20 }, (_, index) => index + 2),
      );
      const log = await store.load(workspace, 'a');
      expect(log).toMatchObject({ kind: 'map', snapshot: undefined, seq: 21 });
      const inOrder = numbers
        .map((result, index) => ({ seq: unwrap(result), index }))
        .sort((a, b) => a.seq - b.seq);
      expect(log?.updates).toEqual([bytes(0, 255, 10), ...inOrder.map(({ index }) => bytes(index))]);
    });

    it('keeps an update only after the one it was made for, when told', async () => {
      unwrap(await store.create(workspace, map('a')));
      expect(unwrap(await store.append(workspace, 'a', bytes(2), at(1), 1))).toBe(2);
      expect((await store.append(workspace, 'a', bytes(3), at(1), 1)).ok).toBe(false);
      expect((await store.load(workspace, 'a'))?.seq).toBe(2);
    });

    it('gives what came after a number, and nothing when nothing did', async () => {
      unwrap(await store.create(workspace, map('a')));
      unwrap(await store.append(workspace, 'a', bytes(2), at(1)));
      unwrap(await store.append(workspace, 'a', bytes(3), at(2)));
      expect(await store.loadAfter(workspace, 'a', 2)).toEqual({
        snapshot: undefined,
        updates: [bytes(3)],
        seq: 3,
      });
      expect(await store.loadAfter(workspace, 'a', 3)).toEqual({ snapshot: undefined, updates: [], seq: 3 });
    });

    it('compacts what a state covers and keeps what came later', async () => {
      unwrap(await store.create(workspace, map('a')));
      for (const value of [2, 3, 4]) unwrap(await store.append(workspace, 'a', bytes(value), at(value)));
      await store.compact(workspace, 'a', 3, bytes(33), at(5));
      const whole = { snapshot: bytes(33), updates: [bytes(4)], seq: 4 };
      expect(await store.load(workspace, 'a')).toEqual({ kind: 'map', ...whole });
      expect(await store.loadAfter(workspace, 'a', 1)).toEqual(whole);
      expect(await store.loadAfter(workspace, 'a', 3)).toEqual({ ...whole, snapshot: undefined });
      await store.compact(workspace, 'a', 2, bytes(22), at(6));
      expect(await store.load(workspace, 'a')).toEqual({ kind: 'map', ...whole });
      await store.compact(workspace, 'a', 4, bytes(44), at(7));
      expect(await store.load(workspace, 'a')).toEqual({
        kind: 'map',
        snapshot: bytes(44),
        updates: [],
        seq: 4,
      });
      expect(unwrap(await store.append(workspace, 'a', bytes(5), at(8)))).toBe(5);
    });

    it('never lets an older projection replace a newer one', async () => {
      unwrap(await store.create(workspace, map('a')));
      unwrap(await store.append(workspace, 'a', bytes(2), at(1)));
      unwrap(await store.append(workspace, 'a', bytes(3), at(2)));
      expect((await store.list(workspace))[0]?.stale).toBe(true);
      const projected = { version: 3, projection: { title: 'n' } };
      await store.project(workspace, 'a', { ...projected, seq: 3, title: 'Third', at: at(3) });
      await store.project(workspace, 'a', { ...projected, seq: 2, title: 'Second', at: at(4) });
      expect(await store.find(workspace, 'a')).toMatchObject({
        title: 'Third',
        version: 3,
        projection: { title: 'n' },
        createdAt: at(0),
        updatedAt: at(3),
        stale: false,
      });
    });

    it('keeps versions, the newest first', async () => {
      unwrap(await store.create(workspace, map('a')));
      unwrap(await store.addVersion(workspace, 'a', version('v1', 1, 'Before the workshop')));
      unwrap(await store.addVersion(workspace, 'a', version('v2', 2)));
      expect(await store.listVersions(workspace, 'a')).toEqual([
        { id: 'v2', name: undefined, author: 'ada', at: at(2) },
        { id: 'v1', name: 'Before the workshop', author: 'ada', at: at(1) },
      ]);
      unwrap(await store.addVersion(workspace, 'a', { ...version('a-later', 2), seq: 2 }));
      unwrap(await store.addVersion(workspace, 'a', { ...version('z-later', 2), seq: 3 }));
      expect((await store.listVersions(workspace, 'a')).map(({ id }) => id)).toEqual([
        'z-later',
        'a-later',
        'v2',
        'v1',
      ]);
      expect(await store.findVersion(workspace, 'a', 'v1')).toEqual(version('v1', 1, 'Before the workshop'));
      expect(await store.findVersion(workspace, 'a', 'v9')).toBeUndefined();
      expect(await store.findVersion(other, 'a', 'v1')).toBeUndefined();
      expect(await store.listVersions(other, 'a')).toEqual([]);
      expect(await store.addVersion(workspace, 'none', version('v3', 3))).toMatchObject({
        problem: { code: 'document.not-found' },
      });
    });

    it('erases the oldest automatic versions, never a named one', async () => {
      unwrap(await store.create(workspace, map('a')));
      unwrap(await store.addVersion(workspace, 'a', version('named', 0, 'First')));
      for (const minute of [1, 2, 3, 4])
        unwrap(await store.addVersion(workspace, 'a', version(`v${minute}`, minute)));
      await store.pruneVersions(workspace, 'a', 2);
      expect((await store.listVersions(workspace, 'a')).map(({ id }) => id)).toEqual(['v4', 'v3', 'named']);
      await store.pruneVersions(workspace, 'a', 5);
      expect(await store.listVersions(workspace, 'a')).toHaveLength(3);
    });

    it('forgets a removed document, then erases it with all that was its own', async () => {
      unwrap(await store.create(workspace, map('a')));
      unwrap(await store.create(workspace, map('b')));
      unwrap(await store.addVersion(workspace, 'a', version('v1', 1)));
      unwrap(await store.remove(workspace, 'a', at(10)));
      expect(await store.find(workspace, 'a')).toBeUndefined();
      expect(await store.load(workspace, 'a')).toBeUndefined();
      expect(await store.loadAfter(workspace, 'a', 0)).toBeUndefined();
      expect((await store.list(workspace)).map(({ id }) => id)).toEqual(['b']);
      expect(await store.listVersions(workspace, 'a')).toEqual([]);
      expect(await store.findVersion(workspace, 'a', 'v1')).toBeUndefined();
      expect((await store.append(workspace, 'a', bytes(1), at(11))).ok).toBe(false);
      expect((await store.remove(workspace, 'a', at(11))).ok).toBe(false);
      expect(await store.purge(workspace, at(10))).toBe(0);
      expect(await store.purge(other, at(11))).toBe(0);
      expect(await store.purge(workspace, at(11))).toBe(1);
      unwrap(await store.create(workspace, map('a')));
      expect(await store.listVersions(workspace, 'a')).toEqual([]);
    });
  });
}
