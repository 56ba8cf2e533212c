import type { WorkspaceId } from '#kit/ids.ts';
import type { AlertPorts } from '#measure/server/indicator/check-alerts.ts';
import { checkAlerts } from '#measure/server/indicator/check-alerts.ts';
import type { Logger } from '#platform/telemetry/log.ts';

const day = 86_400_000;

export type AlertWatch = {
  /** Looks at one workspace soon: something was imported into it. Asked several times at once, it is looked at once more. */
  check(workspaceId: WorkspaceId): void;
  /** Looks at all workspaces, now and once a day. */
  begin(workspaces: () => Promise<readonly { readonly id: WorkspaceId }[]>): void;
  /** Resolves when nothing is being looked at any more. */
  stop(): Promise<void>;
};

export function createAlertWatch(ports: AlertPorts, logger: Logger): AlertWatch {
  const waiting = new Set<WorkspaceId>();
  let stopped = false;
  let turn: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const look = async (workspaceId: WorkspaceId): Promise<void> => {
    waiting.delete(workspaceId);
    if (stopped) return;
    try {
      const raised = await checkAlerts(ports, workspaceId, ports.now());
      if (raised.ok && raised.value.length > 0) logger.info({ alerts: raised.value.length }, 'alerts raised');
    } catch (error) {
      logger.error({ err: error }, 'alerts could not be checked');
    }
  };
  const check = (workspaceId: WorkspaceId): void => {
    if (stopped || waiting.has(workspaceId)) return;
    waiting.add(workspaceId);
    turn = turn.then(() => look(workspaceId));
  };
  return {
    check,
    begin(workspaces) {
      const all = () =>
        void workspaces()
          .then((found) => {
            for (const { id } of found) check(id);
          })
          .catch((error) => logger.error({ err: error }, 'alerts could not be checked'));
      all();
      timer = setInterval(all, day);
      timer.unref();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await turn;
    },
  };
}
