import { idSchema, type WorkspaceId } from '#kit/ids.ts';
import { attributeLevels, checkEvents } from '#measure/analytics/lived-journey/attribute-levels.ts';
import { buildJourneys } from '#measure/analytics/lived-journey/build-journeys.ts';
import { customerSlices } from '#measure/analytics/lived-journey/customer-slices.ts';
import type { SourceMaking } from '#measure/domain/lived-journey/journey-rule.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { journeyMaking } from './journey-making.ts';
import { makeScratch, type Scratch } from './scratch.ts';

export type Remaking = {
  readonly workspaceId: WorkspaceId;
  readonly sourceId: string;
  /** Imports whose events the journeys are made of. */
  readonly importIds: readonly string[];
  readonly making: SourceMaking;
  readonly scratch: Scratch;
  /** Table with the persons whose journeys change; the others are copied. Absent: all are made again. */
  readonly touched?: string;
};

/** Makes the journeys of a source again, out of sight: they are in `scratch.journey` at the end. */
export async function remakeJourneys(engine: Engine, remaking: Remaking): Promise<void> {
  const { workspaceId, sourceId, importIds, making, scratch, touched } = remaking;
  await makeScratch(engine, scratch, ['all', 'journey']);
  for (const id of importIds)
    await engine.command(`ALTER TABLE ${scratch.all} ATTACH PARTITION '${idSchema.parse(id)}' FROM event`);
  const levels = await attributeLevels(engine, workspaceId, sourceId);
  const events = { table: scratch.all, repeats: ['event_repeat'], sets: ['event_attribute_set'] };
  const slices = await customerSlices(engine, workspaceId, sourceId, scratch.all);
  const atJourney = levels.filter(({ level }) => level === 'journey').map(({ name }) => name);
  const { varying, alike } = await checkEvents(engine, workspaceId, sourceId, events, atJourney, slices);
  await buildJourneys(engine, workspaceId, sourceId, {
    events,
    slices,
    into: scratch.journey,
    levels,
    varying,
    alike,
    making: await journeyMaking(engine, workspaceId, sourceId, making, ['event_kind']),
    ...(touched !== undefined && { touched }),
  });
}
