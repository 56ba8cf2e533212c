import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workspaceIdSchema } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import type { Postgres } from '#platform/postgres/open.ts';
import { embeddedStore } from '#testing/stores.ts';
import { create } from './create.ts';
import { get } from './get.ts';
import { list } from './list.ts';
import type { WorkspacePorts } from './ports.ts';
import { update } from './update.ts';
import { createWorkspaceStore } from './workspace-store.ts';

let postgres: Postgres;
let ports: WorkspacePorts;

beforeAll(async () => {
  postgres = await embeddedStore.open();
  let count = 0;
  ports = {
    workspaces: createWorkspaceStore(postgres.db),
    newId: () => `w${++count}`,
    now: () => new Date('2026-03-29T01:30:00Z'),
  };
});
afterAll(() => postgres.close());

const settings = { name: 'Horizon', language: 'fr', zone: 'europe/paris', minimum: 30 } as const;

describe('workspaces', () => {
  it('are made, read and changed', async () => {
    const made = unwrap(await create(ports, settings));
    expect(made).toEqual({
      ...settings,
      id: 'w1',
      zone: 'Europe/Paris',
      demonstration: false,
      createdAt: '2026-03-29T01:30:00.000Z',
    });
    expect(unwrap(await get(ports, { workspaceId: made.id }))).toEqual(made);
    const changed = unwrap(await update(ports, { workspaceId: made.id, zone: 'UTC', name: undefined }));
    expect(changed).toEqual({ ...made, zone: 'UTC' });
    expect(unwrap(await list(ports))).toEqual([changed]);
  });

  it('may be a demonstration', async () => {
    expect(unwrap(await create(ports, settings, true)).demonstration).toBe(true);
  });

  it('refuse a zone nobody knows, and write nothing', async () => {
    const before = unwrap(await list(ports));
    const refused = {
      ok: false,
      problem: { code: 'workspace.zone-unknown', status: 422, params: { zone: 'Mars/Base' } },
    };
    expect(await create(ports, { ...settings, zone: 'Mars/Base' })).toEqual(refused);
    expect(await update(ports, { workspaceId: before[0]!.id, zone: 'Mars/Base', name: 'New' })).toEqual(
      refused,
    );
    expect(unwrap(await list(ports))).toEqual(before);
  });

  it('say when there is none', async () => {
    const workspaceId = workspaceIdSchema.parse('nobody');
    const refused = {
      ok: false,
      problem: { code: 'workspace.not-found', status: 404, params: { workspaceId } },
    };
    expect(await get(ports, { workspaceId })).toEqual(refused);
    expect(await update(ports, { workspaceId, name: 'New' })).toEqual(refused);
  });
});
