import type { WorkspaceId } from '#kit/ids.ts';
import { eventMappingSchema } from '#measure/domain/event-import/mapping.ts';
import { madeWhole } from '#measure/domain/lived-journey/journey-rule.ts';
import { summariseSource } from '#measure/server/summarise-source.ts';
import type { World } from '../apps/server/world.ts';
import { type LivedJourney, loadJourneys } from './lived-journeys.ts';

/** A source as an import leaves it: journeys in the engine, an import with scores from 1 to 5 and two repeats, a summary. */
export async function addSource(
  world: World,
  workspaceId: WorkspaceId,
  sourceId: string,
  journeys: readonly LivedJourney[],
): Promise<void> {
  const { engine, sources, imports } = world;
  await loadJourneys(engine, workspaceId, sourceId, journeys);
  const createdAt = '2024-08-01T00:00:00.000Z';
  await sources.add(workspaceId, {
    id: sourceId,
    name: sourceId,
    simulated: true,
    summary: null,
    createdAt,
    ...madeWhole,
    remaking: false,
  });
  await imports.add(workspaceId, {
    id: `import-${sourceId}`,
    workspaceId,
    sourceId,
    fileName: 'events.csv',
    fileSize: 1,
    fingerprint: null,
    mapping: eventMappingSchema.parse({
      customer: 'c',
      time: { column: 't', format: 'iso', zone: 'UTC' },
      event: 'e',
      score: { column: 's', min: 1, max: 5 },
    }),
    status: 'complete',
    startedAt: createdAt,
    endedAt: createdAt,
    balance: {
      read: 3,
      kept: 1,
      setAside: { 'duplicate-event-id': 2 },
      notes: { refusedScores: 0, skippedClock: 0, repeatedClock: 0 },
    },
    replaces: null,
    problem: null,
  });
  await summariseSource(world, workspaceId, sourceId);
}
