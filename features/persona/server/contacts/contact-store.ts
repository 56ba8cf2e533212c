import { and, asc, desc, eq } from 'drizzle-orm';
import type { WorkspaceId } from '#kit/ids.ts';
import { type Database, withTransaction } from '#platform/postgres/database.ts';
import {
  attributionRunTable,
  contactImportTable,
  contactListTable,
} from '#platform/postgres/tables/detection.ts';
import {
  type ContactImport,
  type ContactList,
  contactImportSchema,
  contactListSchema,
} from '../../domain/contacts/contact-list.ts';
import { type AttributionRun, attributionRunSchema } from '../../domain/detection/attribution-run.ts';

/** Where lists of contacts, their imports and the runs of models over them are kept. Contacts are in the engine. */
export type ContactStore = {
  /** The oldest first. */
  lists(workspaceId: WorkspaceId): Promise<ContactList[]>;
  findList(workspaceId: WorkspaceId, listId: string): Promise<ContactList | undefined>;
  /** With its runs. False when there is none. */
  removeList(workspaceId: WorkspaceId, listId: string): Promise<boolean>;
  addImport(workspaceId: WorkspaceId, record: ContactImport): Promise<void>;
  findImport(workspaceId: WorkspaceId, importId: string): Promise<ContactImport | undefined>;
  changeImport(
    workspaceId: WorkspaceId,
    importId: string,
    change: Pick<ContactImport, 'status' | 'balance' | 'problem'> & { readonly endedAt: string },
  ): Promise<void>;
  /** The list in its new version and the end of its import, in one transaction. */
  publish(workspaceId: WorkspaceId, importId: string, list: ContactList): Promise<void>;
  /** Of all workspaces: what a killed process left. */
  unfinishedImports(): Promise<(ContactImport & { readonly workspaceId: WorkspaceId })[]>;
  /** Versions of all lists of all workspaces, as the engine knows them. */
  versionIds(): Promise<string[]>;
  /** The newest first. */
  runs(workspaceId: WorkspaceId, listId?: string): Promise<AttributionRun[]>;
  findRun(workspaceId: WorkspaceId, runId: string): Promise<AttributionRun | undefined>;
  addRun(workspaceId: WorkspaceId, run: AttributionRun): Promise<void>;
  /** Runs of all workspaces. */
  runIds(): Promise<string[]>;
};

/** Lists of contacts in PGlite or PostgreSQL. */
export function createContactStore(db: Database): ContactStore {
  const oneList = (workspaceId: WorkspaceId, id: string) =>
    and(eq(contactListTable.workspaceId, workspaceId), eq(contactListTable.id, id));
  const oneImport = (workspaceId: WorkspaceId, id: string) =>
    and(eq(contactImportTable.workspaceId, workspaceId), eq(contactImportTable.id, id));
  return {
    async lists(workspaceId) {
      const rows = await db
        .select()
        .from(contactListTable)
        .where(eq(contactListTable.workspaceId, workspaceId))
        .orderBy(asc(contactListTable.importedAt), asc(contactListTable.id));
      return rows.map(listOf);
    },
    async findList(workspaceId, listId) {
      const [row] = await db.select().from(contactListTable).where(oneList(workspaceId, listId));
      return row && listOf(row);
    },
    removeList: (workspaceId, listId) =>
      withTransaction(db, async (tx) => {
        await tx
          .delete(attributionRunTable)
          .where(
            and(eq(attributionRunTable.workspaceId, workspaceId), eq(attributionRunTable.listId, listId)),
          );
        const removed = await tx
          .delete(contactListTable)
          .where(oneList(workspaceId, listId))
          .returning({ id: contactListTable.id });
        return removed.length > 0;
      }),
    async addImport(workspaceId, { startedAt, endedAt, ...record }) {
      await db.insert(contactImportTable).values({
        ...record,
        workspaceId,
        startedAt: new Date(startedAt),
        endedAt: endedAt === null ? null : new Date(endedAt),
      });
    },
    async findImport(workspaceId, importId) {
      const [row] = await db.select().from(contactImportTable).where(oneImport(workspaceId, importId));
      return row && importOf(row);
    },
    async changeImport(workspaceId, importId, { endedAt, ...change }) {
      await db
        .update(contactImportTable)
        .set({ ...change, endedAt: new Date(endedAt) })
        .where(oneImport(workspaceId, importId));
    },
    publish: (workspaceId, importId, { importedAt, ...list }) =>
      withTransaction(db, async (tx) => {
        const at = new Date(importedAt);
        const values = { ...list, workspaceId, importedAt: at };
        await tx
          .insert(contactListTable)
          .values(values)
          .onConflictDoUpdate({ target: [contactListTable.workspaceId, contactListTable.id], set: values });
        await tx
          .update(contactImportTable)
          .set({ status: 'imported', endedAt: at, balance: list.balance, problem: null })
          .where(oneImport(workspaceId, importId));
      }),
    async unfinishedImports() {
      const rows = await db.select().from(contactImportTable).where(eq(contactImportTable.status, 'running'));
      return rows.map((row) => ({ ...importOf(row), workspaceId: row.workspaceId as WorkspaceId }));
    },
    async versionIds() {
      const rows = await db.select({ id: contactListTable.versionId }).from(contactListTable);
      return rows.map(({ id }) => id);
    },
    async runs(workspaceId, listId) {
      const rows = await db
        .select()
        .from(attributionRunTable)
        .where(
          and(
            eq(attributionRunTable.workspaceId, workspaceId),
            listId === undefined ? undefined : eq(attributionRunTable.listId, listId),
          ),
        )
        .orderBy(desc(attributionRunTable.at), asc(attributionRunTable.id));
      return rows.map(runOf);
    },
    async findRun(workspaceId, runId) {
      const [row] = await db
        .select()
        .from(attributionRunTable)
        .where(and(eq(attributionRunTable.workspaceId, workspaceId), eq(attributionRunTable.id, runId)));
      return row && runOf(row);
    },
    async addRun(workspaceId, { at, ...run }) {
      await db.insert(attributionRunTable).values({ ...run, workspaceId, at: new Date(at) });
    },
    async runIds() {
      const rows = await db.select({ id: attributionRunTable.id }).from(attributionRunTable);
      return rows.map(({ id }) => id);
    },
  };
}

const listOf = (row: typeof contactListTable.$inferSelect): ContactList =>
  contactListSchema.parse({ ...row, importedAt: row.importedAt.toISOString() });

const importOf = (row: typeof contactImportTable.$inferSelect): ContactImport =>
  contactImportSchema.parse({
    ...row,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  });

const runOf = (row: typeof attributionRunTable.$inferSelect): AttributionRun =>
  attributionRunSchema.parse({ ...row, at: row.at.toISOString() });
