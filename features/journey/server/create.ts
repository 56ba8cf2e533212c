import type { WorkspaceId } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import { ok, type Result } from '#kit/result.ts';
import { journeyMapDocument } from '../domain/document.ts';
import type { JourneyMap } from '../domain/schema.ts';
import { templateMap } from '../domain/templates/template.ts';
import type { JourneyPorts } from './ports.ts';

type Input = {
  readonly workspaceId: WorkspaceId;
  readonly title: string;
  readonly kind: JourneyMap['kind'];
  readonly language: Locale;
};

export async function create(
  { collaboration, newId }: JourneyPorts,
  { workspaceId, title, kind, language }: Input,
): Promise<Result<{ id: string }>> {
  const id = newId();
  const map = templateMap(kind, language, title, newId);
  const created = await collaboration.create(workspaceId, journeyMapDocument, id, map);
  return created.ok ? ok({ id }) : created;
}
