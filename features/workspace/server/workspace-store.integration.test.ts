import { describe, expect, it } from 'vitest';
import { workspaceIdSchema } from '#kit/ids.ts';
import { relationalStores } from '#testing/stores.ts';
import type { Workspace } from '../domain/schema.ts';
import { createWorkspaceStore } from './workspace-store.ts';

const workspace = (id: string, createdAt: string): Workspace => ({
  id: workspaceIdSchema.parse(id),
  name: `Mutuelle « ${id} » ; drop table workspace`,
  language: 'fr',
  zone: 'Europe/Paris',
  minimum: 30,
  demonstration: false,
  createdAt,
});

describe.each(relationalStores)('workspaces on $name', ({ available, open }) => {
  describe.skipIf(!available)('the store', () => {
    it('keeps, lists and changes workspaces, each alone', async () => {
      const postgres = await open();
      try {
        const store = createWorkspaceStore(postgres.db);
        const older = workspace('older', '2026-01-01T10:00:00.123Z');
        const newer = { ...workspace('newer', '2026-02-01T10:00:00.000Z'), demonstration: true };
        expect(await store.list()).toEqual([]);
        expect(await store.add(newer)).toBe(true);
        expect(await store.add(older)).toBe(true);
        expect(await store.add({ ...older, name: 'Other' })).toBe(false);
        expect(await store.list()).toEqual([older, newer]);
        expect(await store.find(older.id)).toEqual(older);

        expect(await store.change(older.id, { name: 'Horizon', minimum: 50 })).toEqual({
          ...older,
          name: 'Horizon',
          minimum: 50,
        });
        expect(await store.change(older.id, {})).toMatchObject({ name: 'Horizon' });
        expect(await store.find(newer.id)).toEqual(newer);

        const nobody = workspaceIdSchema.parse('nobody');
        expect(await store.find(nobody)).toBeUndefined();
        expect(await store.change(nobody, { name: 'Ghost' })).toBeUndefined();
        expect(await store.change(nobody, {})).toBeUndefined();
        expect(await store.list()).toHaveLength(2);
      } finally {
        await postgres.close();
      }
    });
  });
});
