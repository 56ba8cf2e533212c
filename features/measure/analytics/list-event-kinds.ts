import type { WorkspaceId } from '#kit/ids.ts';
import { compareText } from '#measure/domain/measuring/split.ts';
import type { EventKind } from '#measure/domain/source.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { kindCounts } from './kind-counts.ts';
import { eventKinds } from './lived-journey/event-kinds.ts';

/** What happens in a source: each name on each channel, with its events and the journeys that have it; commonest first. */
export async function listEventKinds(
  engine: Engine,
  workspaceId: WorkspaceId,
  sourceId: string,
): Promise<EventKind[]> {
  const [kinds, counts] = await Promise.all([
    eventKinds(engine, workspaceId, sourceId),
    kindCounts(engine, { workspaceId, sourceId }),
  ]);
  const counted = new Map(counts.map((count) => [count.kind, count]));
  return kinds
    .flatMap(({ id, name, channel }) => {
      const count = counted.get(id);
      return count ? [{ name, channel, events: count.events, journeys: count.journeys }] : [];
    })
    .sort(
      (a, b) => b.journeys - a.journeys || compareText(a.name, b.name) || compareText(a.channel, b.channel),
    );
}
