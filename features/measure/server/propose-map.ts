import type { WorkspaceId } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { firstOccurrences } from '#measure/analytics/first-occurrences.ts';
import { listAttributes } from '#measure/analytics/list-attributes.ts';
import { listEventKinds } from '#measure/analytics/list-event-kinds.ts';
import { eventKinds } from '#measure/analytics/lived-journey/event-kinds.ts';
import { sourceSpan } from '#measure/analytics/source-span.ts';
import { namesToDraw, proposedMap } from '#measure/domain/propose/propose-map.ts';
import { typicalOrder } from '#measure/domain/propose/typical-order.ts';
import { findSource } from './find-source.ts';
import type { MeasurePorts } from './ports.ts';

/**
 * A new map made from the most typical order of the events of a source, all bound. Problems: `source.not-found`,
 * `source.empty` (nothing has been imported whole), those of creating a map.
 */
export async function proposeMap(
  ports: Pick<MeasurePorts, 'engine' | 'sources' | 'createMap' | 'newId'>,
  input: { workspaceId: WorkspaceId; sourceId: string; language: Locale; title: string },
): Promise<Result<{ mapId: string }>> {
  const { workspaceId, sourceId, language, title } = input;
  const { engine } = ports;
  const found = await findSource(ports, workspaceId, sourceId);
  if (!found.ok) return found;
  const scope = { workspaceId, sourceId };
  const [span, numbers, kinds, attributes] = await Promise.all([
    sourceSpan(engine, scope),
    eventKinds(engine, workspaceId, sourceId),
    listEventKinds(engine, workspaceId, sourceId),
    listAttributes(engine, workspaceId, sourceId),
  ]);
  if (span.journeys === 0) return fail(problem('source.empty', { name: found.value.name }));
  const names = namesToDraw(kinds, span.journeys);
  const order = typicalOrder(await firstOccurrences(engine, scope, names, numbers));
  const map = proposedMap({ sourceId, title, language, kinds, order, attributes }, ports.newId);
  const created = await ports.createMap(workspaceId, map);
  return created.ok ? ok({ mapId: created.value }) : created;
}
