import type { z } from 'zod';
import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { mapFileSchema, setAsideSchema } from '../contract.ts';
import { journeyMapDocument } from '../domain/document.ts';
import { importMap } from '../domain/file.ts';
import type { JourneyPorts } from './ports.ts';

type Input = { readonly workspaceId: WorkspaceId; readonly file: z.infer<typeof mapFileSchema> };
type Output = { id: string; setAside: z.infer<typeof setAsideSchema>[] };

/** A new map beside the others, even from a file of one that is already here. Problems: those of `importMap`. */
export async function importFile(
  { collaboration, newId }: JourneyPorts,
  { workspaceId, file }: Input,
): Promise<Result<Output>> {
  const reading = importMap(file);
  if (!reading.ok) return reading;
  const { document, setAside } = reading.value;
  const id = newId();
  const created = await collaboration.create(workspaceId, journeyMapDocument, id, document);
  if (!created.ok) return created;
  return ok({ id, setAside: setAside.map(({ path, issue }) => ({ path: [...path], issue })) });
}
