import type { WorkspaceId } from '#kit/ids.ts';

type Job<Progress> = {
  readonly stop: AbortController;
  progress: Progress | null;
  readonly done: Promise<void>;
};

/** Long work under way in this process: followed and stopped here; what it leaves behind is its own record. */
export type Jobs<Progress> = {
  /** Starts `work` at once. It must settle by itself when its signal is aborted. */
  start(
    workspaceId: WorkspaceId,
    id: string,
    work: (follow: {
      readonly signal: AbortSignal;
      readonly onProgress: (progress: Progress) => void;
    }) => Promise<void>,
  ): void;
  isRunning(workspaceId: WorkspaceId, id: string): boolean;
  progress(workspaceId: WorkspaceId, id: string): Progress | null;
  /** Resolves when the work has taken everything back (or had already ended). */
  cancel(workspaceId: WorkspaceId, id: string): Promise<void>;
  /** Cancels all and waits: the server is stopping. */
  stopAll(): Promise<void>;
};

/** `onFault` hears what work threw, `onEnd` of all work that came to its end, whatever became of it. */
export function createJobs<Progress>(
  onFault: (error: unknown) => void,
  onEnd: (workspaceId: WorkspaceId) => void = () => {},
): Jobs<Progress> {
  const jobs = new Map<string, Job<Progress>>();
  const key = (workspaceId: WorkspaceId, id: string): string => `${workspaceId}/${id}`;
  const stop = async (job: Job<Progress> | undefined): Promise<void> => {
    job?.stop.abort();
    await job?.done;
  };
  return {
    start(workspaceId, id, work) {
      const controller = new AbortController();
      const onProgress = (progress: Progress): void => {
        job.progress = progress;
      };
      const job: Job<Progress> = {
        stop: controller,
        progress: null,
        done: Promise.resolve()
          .then(() => work({ signal: controller.signal, onProgress }))
          .catch(onFault)
          .finally(() => {
            jobs.delete(key(workspaceId, id));
            onEnd(workspaceId);
          }),
      };
      jobs.set(key(workspaceId, id), job);
    },
    isRunning: (workspaceId, id) => jobs.has(key(workspaceId, id)),
    progress: (workspaceId, id) => jobs.get(key(workspaceId, id))?.progress ?? null,
    cancel: (workspaceId, id) => stop(jobs.get(key(workspaceId, id))),
    async stopAll() {
      await Promise.all([...jobs.values()].map(stop));
    },
  };
}
