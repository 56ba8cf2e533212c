import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';

export type SourceTurn = { end(): void };

const busy = new WeakMap<Engine, Set<string>>();

/** One import at a time into a source: undefined while another one runs. */
export function takeTurn(engine: Engine, workspaceId: WorkspaceId, sourceId: string): SourceTurn | undefined {
  const running = busy.get(engine) ?? new Set<string>();
  busy.set(engine, running);
  const key = `${workspaceId}/${sourceId}`;
  if (running.has(key)) return undefined;
  running.add(key);
  return { end: () => void running.delete(key) };
}
