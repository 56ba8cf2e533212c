import type { WorkspaceId } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { MapContent } from '../contract.ts';
import { journeyMapDocument } from '../domain/document.ts';
import { exampleOfKind } from '../domain/examples/examples.ts';
import { laneSetDocument, savedLanesOf, withLanes } from '../domain/lane-set.ts';
import type { JourneyMap } from '../domain/schema.ts';
import { templateMap } from '../domain/templates/template.ts';
import type { JourneyPorts } from './ports.ts';
import { laneSetNotFound } from './problems.ts';

type Input = {
  readonly workspaceId: WorkspaceId;
  readonly title: string;
  readonly kind: JourneyMap['kind'];
  readonly language: Locale;
  readonly content?: MapContent | undefined;
  readonly laneSetId?: string | null | undefined;
};

/** Problem: `journey.lane-set-not-found`. */
export async function create(
  { collaboration, newId, now }: JourneyPorts,
  { workspaceId, title, kind, language, content, laneSetId }: Input,
): Promise<Result<{ id: string }>> {
  const id = newId();
  const map =
    content === 'example'
      ? { ...exampleOfKind[kind](language, { day: now().toISOString().slice(0, 10) }), title }
      : templateMap(kind, language, title, newId);
  if (laneSetId && content !== 'example') {
    const set = await collaboration.read(workspaceId, laneSetDocument, laneSetId);
    if (!set.ok) return fail(laneSetNotFound(laneSetId));
    const own = withLanes(map, savedLanesOf(set.value.document), newId);
    const drawn = await collaboration.create(workspaceId, journeyMapDocument, id, own);
    return drawn.ok ? ok({ id }) : drawn;
  }
  const created = await collaboration.create(workspaceId, journeyMapDocument, id, map);
  return created.ok ? ok({ id }) : created;
}
