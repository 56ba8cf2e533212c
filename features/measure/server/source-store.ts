import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { WorkspaceId } from '#kit/ids.ts';
import { logStatsSchema } from '#measure/domain/figures.ts';
import { journeyRuleSchema, type SourceMaking } from '#measure/domain/lived-journey/journey-rule.ts';
import { kindCountSchema } from '#measure/domain/measuring/known-kinds.ts';
import type { Database } from '#platform/postgres/database.ts';
import { sourceTable as table } from '#platform/postgres/tables/source.ts';

/** What is worth computing once, when an import is published, instead of at each look. */
const summarySchema = z.object({
  stats: logStatsSchema,
  /** As analytics/patience.ts and kind-counts.ts compute them; a summary kept by an earlier version may lack them. */
  patienceSeconds: z.number().nonnegative().optional(),
  kinds: z.array(kindCountSchema).optional(),
  /** Σm²/Σm of the numbers m of journeys of the customers: as if those of one were all alike (kit/statistics/estimate.ts). */
  designEffect: z.number().min(1),
});
export type SourceSummary = z.infer<typeof summarySchema>;

export type StoredSource = {
  readonly id: string;
  readonly name: string;
  readonly simulated: boolean;
  readonly summary: SourceSummary | null;
  readonly createdAt: string;
  /** A process was killed while its journeys were made again: they are not yet as `rule` and `identities` say. */
  readonly remaking: boolean;
} & SourceMaking;

export type Sources = {
  add(workspaceId: WorkspaceId, source: StoredSource): Promise<void>;
  get(workspaceId: WorkspaceId, id: string): Promise<StoredSource | undefined>;
  /** Newest first. */
  list(workspaceId: WorkspaceId): Promise<StoredSource[]>;
  setSummary(workspaceId: WorkspaceId, id: string, summary: SourceSummary | null): Promise<void>;
  /** From now on its journeys are to be made so; `madeAgain` says that they are. */
  setMaking(workspaceId: WorkspaceId, id: string, making: SourceMaking): Promise<void>;
  madeAgain(workspaceId: WorkspaceId, id: string): Promise<void>;
  /** With its imports. */
  remove(workspaceId: WorkspaceId, id: string): Promise<void>;
};

export function createSourceStore(db: Database): Sources {
  const one = (workspaceId: WorkspaceId, id: string) =>
    and(eq(table.workspaceId, workspaceId), eq(table.id, id));
  return {
    async add(workspaceId, source) {
      await db.insert(table).values({ ...source, workspaceId, createdAt: new Date(source.createdAt) });
    },
    async get(workspaceId, id) {
      const [row] = await db.select().from(table).where(one(workspaceId, id));
      return row && sourceOf(row);
    },
    async list(workspaceId) {
      const rows = await db
        .select()
        .from(table)
        .where(eq(table.workspaceId, workspaceId))
        .orderBy(desc(table.createdAt), table.id);
      return rows.map(sourceOf);
    },
    async setSummary(workspaceId, id, summary) {
      await db.update(table).set({ summary }).where(one(workspaceId, id));
    },
    async setMaking(workspaceId, id, making) {
      const { rule, identities } = making;
      await db.update(table).set({ rule, identities, remaking: true }).where(one(workspaceId, id));
    },
    async madeAgain(workspaceId, id) {
      await db.update(table).set({ remaking: false }).where(one(workspaceId, id));
    },
    async remove(workspaceId, id) {
      await db.delete(table).where(one(workspaceId, id));
    },
  };
}

const sourceOf = (row: typeof table.$inferSelect): StoredSource => ({
  id: row.id,
  name: row.name,
  simulated: row.simulated,
  summary: row.summary === null ? null : summarySchema.parse(row.summary),
  createdAt: row.createdAt.toISOString(),
  rule: journeyRuleSchema.parse(row.rule),
  identities: row.identities,
  remaking: row.remaking,
});
