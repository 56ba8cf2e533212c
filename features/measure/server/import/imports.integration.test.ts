import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { eventMappingSchema } from '#measure/domain/event-import/mapping.ts';
import { sourceTable } from '#platform/postgres/tables/source.ts';
import { describeImports } from '#testing/imports-suite.ts';
import { relationalStores } from '#testing/stores.ts';
import { createImportStore } from '../import-store.ts';
import { jsonImports } from './json-imports.ts';

describeImports('memory', async () => ({ imports: await jsonImports(), close: async () => {} }));

describeImports('a JSON file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-imports-'));
  return {
    imports: await jsonImports(join(folder, 'imports.json')),
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
});

describe.each(relationalStores)('$name', ({ name, available, open }) => {
  describe.skipIf(!available)('is there', () => {
    describeImports(name, async () => {
      const { db, close } = await open();
      return {
        imports: createImportStore(db),
        async makeSource(workspaceId, id) {
          await db
            .insert(sourceTable)
            .values({ workspaceId, id, name: id, createdAt: new Date(0) })
            .onConflictDoNothing();
        },
        close,
      };
    });
  });
});

describe('jsonImports', () => {
  it('remembers after it is opened again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parcours-imports-'));
    const file = join(folder, 'imports.json');
    const workspaceId = 'w' as WorkspaceId;
    const mapping = eventMappingSchema.parse({
      customer: 'c',
      time: { column: 't', format: 'iso', zone: 'UTC' },
      event: 'e',
    });
    const first = await jsonImports(file);
    await first.add(workspaceId, {
      id: 'one',
      workspaceId,
      sourceId: 's',
      fileName: 'x.csv',
      fileSize: 1,
      fingerprint: null,
      mapping,
      status: 'running',
      startedAt: '2025-01-01T10:00:00.000Z',
      endedAt: null,
      balance: null,
      replaces: null,
      problem: null,
    });
    await first.change(workspaceId, 'one', { status: 'publishing' });
    const again = await jsonImports(file);
    expect((await again.unfinished()).map(({ id, status }) => [id, status])).toEqual([['one', 'publishing']]);
    rmSync(folder, { recursive: true, force: true });
  });
});
