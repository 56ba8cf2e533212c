import type { z } from 'zod';
import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { eventPreviewSchema } from '#measure/contract.ts';
import { proposeMapping } from '#measure/domain/event-import/propose-mapping.ts';
import { previewTable } from '#platform/files/preview.ts';
import type { MeasurePorts } from './ports.ts';

type EventPreview = z.infer<typeof eventPreviewSchema>;

/** Reads the head of an uploaded file and proposes how to take it as events. Problems: `upload.not-found`, `openTable`’s. */
export async function previewEvents(
  { uploads, engine, zoneOf }: Pick<MeasurePorts, 'uploads' | 'engine' | 'zoneOf'>,
  { workspaceId, uploadId }: { workspaceId: WorkspaceId; uploadId: string },
): Promise<Result<EventPreview>> {
  const upload = await uploads.find(workspaceId, uploadId);
  if (!upload.ok) return upload;
  const zone = await zoneOf(workspaceId);
  if (!zone.ok) return zone;
  const { path, fileName } = upload.value;
  const preview = await previewTable({ path, name: fileName }, {}, engine);
  if (!preview.ok) return preview;
  const growing = preview.value.format === 'json-lines' || preview.value.format === 'xes';
  const { mapping, doubts } = proposeMapping(preview.value.columns, zone.value, {}, growing);
  return ok({ table: { ...preview.value, fileName }, mapping: mapping ?? null, doubts: [...doubts] });
}
