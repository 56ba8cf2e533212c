import type { WorkspaceId } from '#kit/ids.ts';
import { changedPersons } from '#measure/analytics/identity/changed-persons.ts';
import { type SourceMaking, sameRule } from '#measure/domain/lived-journey/journey-rule.ts';
import { importsWithEvents } from '../import/prepare-journeys.ts';
import { replaceJourneys } from '../import/publish.ts';
import { remakeJourneys } from '../import/remake-journeys.ts';
import { dropScratch, scratchOf } from '../import/scratch.ts';
import type { MeasurePorts } from '../ports.ts';
import type { StoredSource } from '../source-store.ts';
import { summariseSource } from '../summarise-source.ts';

/**
 * Makes the journeys of a source again as `making` says, and counts it. The turn of the source is the caller's. Until the
 * last step its journeys are the old ones; a process killed after that step was begun does all of it again at its start.
 * Where only identities changed, only the journeys of the persons concerned are made, the others are copied.
 */
export async function remakeSource(
  ports: Pick<MeasurePorts, 'engine' | 'imports' | 'sources'>,
  workspaceId: WorkspaceId,
  source: StoredSource,
  making: SourceMaking,
): Promise<void> {
  const { engine, sources } = ports;
  const scratch = scratchOf(`${workspaceId}/${source.id}/remaking`);
  const touched = `${scratch.journey}_touched`;
  const whole = source.remaking || !sameRule(source.rule, making.rule);
  try {
    if (!whole)
      await changedPersons(engine, workspaceId, {
        from: source.identities,
        to: making.identities,
        into: touched,
      });
    await remakeJourneys(engine, {
      workspaceId,
      sourceId: source.id,
      importIds: await importsWithEvents(engine, workspaceId, source.id),
      making,
      scratch,
      ...(!whole && { touched }),
    });
    await sources.setMaking(workspaceId, source.id, making);
    await replaceJourneys(engine, workspaceId, source.id, scratch.journey);
    await summariseSource(ports, workspaceId, source.id);
    await sources.madeAgain(workspaceId, source.id);
  } finally {
    await engine.command(`DROP TABLE IF EXISTS ${touched} SYNC`);
    await dropScratch(engine, scratch);
  }
}
