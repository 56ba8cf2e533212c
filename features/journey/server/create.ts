import type { WorkspaceId } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import { ok, type Result } from '#kit/result.ts';
import type { MapContent } from '../contract.ts';
import { journeyMapDocument } from '../domain/document.ts';
import { exampleOfKind } from '../domain/examples/examples.ts';
import type { JourneyMap } from '../domain/schema.ts';
import { templateMap } from '../domain/templates/template.ts';
import type { JourneyPorts } from './ports.ts';

type Input = {
  readonly workspaceId: WorkspaceId;
  readonly title: string;
  readonly kind: JourneyMap['kind'];
  readonly language: Locale;
  readonly content?: MapContent | undefined;
};

export async function create(
  { collaboration, newId, now }: JourneyPorts,
  { workspaceId, title, kind, language, content }: Input,
): Promise<Result<{ id: string }>> {
  const id = newId();
  const map =
    content === 'example'
      ? { ...exampleOfKind[kind](language, { day: now().toISOString().slice(0, 10) }), title }
      : templateMap(kind, language, title, newId);
  const created = await collaboration.create(workspaceId, journeyMapDocument, id, map);
  return created.ok ? ok({ id }) : created;
}
