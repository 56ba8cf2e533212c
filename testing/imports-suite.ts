import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import type { ImportRecord } from '#measure/domain/event-import/import-record.ts';
import { eventMappingSchema } from '#measure/domain/event-import/mapping.ts';
import type { Imports } from '#measure/server/import/imports-port.ts';

const mapping = eventMappingSchema.parse({
  customer: 'client',
  time: { column: 'date', format: 'day-first', zone: 'Europe/Paris' },
  event: 'étape',
  score: { column: 'note', min: 1, max: 5, noAnswer: [9] },
  attributes: [{ column: 'segment', name: 'segment' }],
  missing: ['NA'],
});

/**
 * What every memory of imports must do. `open` gives one of its own to each run; `makeSource` prepares a source where a
 * store wants one to be there first.
 */
export function describeImports(
  name: string,
  open: () => Promise<{
    imports: Imports;
    makeSource?(workspaceId: WorkspaceId, sourceId: string): Promise<void>;
    close(): Promise<void>;
  }>,
): void {
  describe(`imports on ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    let imports: Imports;
    let count = 0;
    let workspace: WorkspaceId;

    beforeAll(async () => {
      opened = await open();
      imports = opened.imports;
    });
    afterAll(() => opened?.close());
    beforeEach(() => {
      workspace = `w${count++}` as WorkspaceId;
    });

    const record = async (id: string, changes: Partial<ImportRecord> = {}): Promise<ImportRecord> => {
      const made: ImportRecord = {
        id,
        workspaceId: workspace,
        sourceId: 'source',
        fileName: 'clients « 2024 ».csv',
        fileSize: 5_000_000_000,
        fingerprint: null,
        mapping,
        status: 'running',
        startedAt: '2025-01-01T10:00:00.000Z',
        endedAt: null,
        balance: null,
        replaces: null,
        problem: null,
        ...changes,
      };
      await opened.makeSource?.(made.workspaceId, made.sourceId);
      await imports.add(made.workspaceId, made);
      return made;
    };

    it('gives back what was added, word for word', async () => {
      const made = await record('one');
      expect(await imports.get(workspace, 'one')).toEqual(made);
      expect(await imports.get(workspace, 'two')).toBeUndefined();
    });

    it('keeps workspaces apart', async () => {
      await record('one');
      const other = `w${count++}` as WorkspaceId;
      expect(await imports.get(other, 'one')).toBeUndefined();
      expect(await imports.list(other)).toEqual([]);
      await imports.change(other, 'one', { status: 'failed' });
      await imports.remove(other, 'one');
      expect((await imports.get(workspace, 'one'))?.status).toBe('running');
    });

    it('changes what it is told and nothing else', async () => {
      const made = await record('one');
      const change = {
        status: 'complete',
        fingerprint: 'f'.repeat(64),
        endedAt: '2025-01-01T10:05:00.123Z',
        balance: {
          read: 12,
          kept: 10,
          setAside: { 'no-customer': 2 },
          notes: { refusedScores: 1, skippedClock: 0, repeatedClock: 3 },
        },
      } as const;
      await imports.change(workspace, 'one', change);
      expect(await imports.get(workspace, 'one')).toEqual({ ...made, ...change });
      const failed = { problem: { code: 'import.truncated', params: { file: 'x', line: 3 } } };
      await imports.change(workspace, 'one', failed);
      expect(await imports.get(workspace, 'one')).toEqual({ ...made, ...change, ...failed });
      await imports.change(workspace, 'absent', { status: 'failed' });
      expect(await imports.list(workspace)).toHaveLength(1);
    });

    it('lists the newest first, of a source or of all', async () => {
      await record('one', { startedAt: '2025-01-01T10:00:00.000Z' });
      await record('two', { startedAt: '2025-01-02T10:00:00.000Z', sourceId: 'other' });
      await record('three', { startedAt: '2025-01-03T10:00:00.000Z' });
      const ids = async (sourceId?: string) => (await imports.list(workspace, sourceId)).map(({ id }) => id);
      expect(await ids()).toEqual(['three', 'two', 'one']);
      expect(await ids('source')).toEqual(['three', 'one']);
    });

    it('forgets what is removed', async () => {
      await record('one');
      await imports.remove(workspace, 'one');
      await imports.remove(workspace, 'one');
      expect(await imports.get(workspace, 'one')).toBeUndefined();
    });

    it('names the unfinished of every workspace', async () => {
      const statuses = ['running', 'publishing', 'removing', 'complete', 'cancelled', 'failed'] as const;
      const first = workspace;
      for (const status of statuses) await record(status, { status });
      workspace = `w${count++}` as WorkspaceId;
      await record('elsewhere');
      const mine = (await imports.unfinished()).filter(({ workspaceId }) =>
        [first, workspace].includes(workspaceId),
      );
      expect(mine.map(({ id }) => id).sort()).toEqual(['elsewhere', 'publishing', 'removing', 'running']);
    });
  });
}
