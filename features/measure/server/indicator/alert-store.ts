import { and, desc, eq } from 'drizzle-orm';
import type { WorkspaceId } from '#kit/ids.ts';
import {
  type Alert,
  type AlertRoute,
  alertRouteSchema,
  alertSchema,
} from '#measure/domain/indicator/alert.ts';
import type { Database } from '#platform/postgres/database.ts';
import { alertRouteTable, indicatorAlertTable as table } from '#platform/postgres/tables/indicator.ts';

/** Alerts told at most; older ones are in the curve of their indicator. */
const mostListed = 50;

export type AlertStore = {
  /** The newest first. */
  list(workspaceId: WorkspaceId): Promise<Alert[]>;
  /** False, and nothing written, when this period of this indicator was told before. */
  raise(workspaceId: WorkspaceId, alert: Alert): Promise<boolean>;
  setSent(workspaceId: WorkspaceId, alert: Alert, sent: Alert['sent']): Promise<void>;
  /** Nowhere, until somebody says otherwise. */
  route(workspaceId: WorkspaceId): Promise<AlertRoute>;
  setRoute(workspaceId: WorkspaceId, route: AlertRoute): Promise<void>;
};

export function createAlertStore(db: Database): AlertStore {
  return {
    async list(workspaceId) {
      const rows = await db
        .select()
        .from(table)
        .where(eq(table.workspaceId, workspaceId))
        .orderBy(desc(table.raisedAt), desc(table.period), table.indicatorId)
        .limit(mostListed);
      return rows.map(({ indicatorId, found, raisedAt, sent }) =>
        alertSchema.parse({ indicatorId, finding: found, raisedAt: raisedAt.toISOString(), sent }),
      );
    },
    async raise(workspaceId, { indicatorId, finding, raisedAt, sent }) {
      const added = await db
        .insert(table)
        .values({
          workspaceId,
          indicatorId,
          period: finding.from,
          found: finding,
          raisedAt: new Date(raisedAt),
          sent,
        })
        .onConflictDoNothing()
        .returning({ period: table.period });
      return added.length > 0;
    },
    async setSent(workspaceId, { indicatorId, finding }, sent) {
      await db
        .update(table)
        .set({ sent })
        .where(
          and(
            eq(table.workspaceId, workspaceId),
            eq(table.indicatorId, indicatorId),
            eq(table.period, finding.from),
          ),
        );
    },
    async route(workspaceId) {
      const [row] = await db
        .select()
        .from(alertRouteTable)
        .where(eq(alertRouteTable.workspaceId, workspaceId));
      return alertRouteSchema.parse(row?.route ?? {});
    },
    async setRoute(workspaceId, route) {
      await db
        .insert(alertRouteTable)
        .values({ workspaceId, route })
        .onConflictDoUpdate({ target: alertRouteTable.workspaceId, set: { route } });
    },
  };
}
