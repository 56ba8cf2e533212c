import { and, desc, eq, inArray } from 'drizzle-orm';
import type { WorkspaceId } from '#kit/ids.ts';
import { type ImportRecord, importRecordSchema } from '#measure/domain/event-import/import-record.ts';
import type { Database } from '#platform/postgres/database.ts';
import { eventImportTable as table } from '#platform/postgres/tables/source.ts';
import type { ImportChange, Imports } from './import/imports-port.ts';

type Row = typeof table.$inferSelect;

/** The memory of imports, on PostgreSQL. The source of an import must exist before it. */
export function createImportStore(db: Database): Imports {
  const one = (workspaceId: WorkspaceId, id: string) =>
    and(eq(table.workspaceId, workspaceId), eq(table.id, id));
  return {
    async add(workspaceId, record) {
      await db.insert(table).values({
        ...record,
        workspaceId,
        startedAt: new Date(record.startedAt),
        endedAt: record.endedAt ? new Date(record.endedAt) : null,
      });
    },
    async change(workspaceId, id, change) {
      const columns = columnsOf(change);
      if (Object.keys(columns).length > 0) await db.update(table).set(columns).where(one(workspaceId, id));
    },
    async get(workspaceId, id) {
      const [row] = await db.select().from(table).where(one(workspaceId, id));
      return row && recordOf(row);
    },
    async list(workspaceId, sourceId) {
      const rows = await db
        .select()
        .from(table)
        .where(and(eq(table.workspaceId, workspaceId), sourceId ? eq(table.sourceId, sourceId) : undefined))
        .orderBy(desc(table.startedAt), desc(table.position));
      return rows.map(recordOf);
    },
    async remove(workspaceId, id) {
      await db.delete(table).where(one(workspaceId, id));
    },
    async unfinished() {
      const rows = await db
        .select()
        .from(table)
        .where(inArray(table.status, ['running', 'publishing', 'removing']));
      return rows.map(recordOf);
    },
  };
}

const columnsOf = ({ endedAt, ...rest }: ImportChange) => ({
  ...rest,
  ...(endedAt === undefined ? {} : { endedAt: endedAt === null ? null : new Date(endedAt) }),
});

const recordOf = ({ position: _order, ...row }: Row): ImportRecord =>
  importRecordSchema.parse({
    ...row,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  });
