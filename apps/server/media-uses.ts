import { journeyMapDocument } from '#journey/domain/document.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Collaboration } from '#platform/collaboration/collaboration.ts';
import type { DocumentStore } from '#platform/collaboration/document-store.ts';
import type { KeptFiles } from '#platform/files/kept-files.ts';

type Ports = {
  readonly collaboration: Pick<Collaboration, 'list' | 'read'>;
  readonly documents: Pick<DocumentStore, 'listVersions' | 'findVersion'>;
};

/** Pictures, sounds and videos that a map of the workspace shows now, or showed in a version that is still kept. */
export async function mediaUses(
  { collaboration, documents }: Ports,
  workspaceId: WorkspaceId,
): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  for (const { id } of await collaboration.list(workspaceId, journeyMapDocument.kind)) {
    const reading = await collaboration.read(workspaceId, journeyMapDocument, id);
    if (reading.ok) collect(reading.value.document, used);
    for (const version of await documents.listVersions(workspaceId, id)) {
      const found = await documents.findVersion(workspaceId, id, version.id);
      if (found) collect(found.projection, used);
    }
  }
  return used;
}

function collect(map: { readonly cards?: unknown }, used: Set<string>): void {
  for (const card of Object.values((map.cards ?? {}) as Record<string, { readonly mediaId?: unknown }>)) {
    if (typeof card.mediaId === 'string') used.add(card.mediaId);
  }
}

/** A month: what was taken off a card can be brought back by undoing, also by who was offline. */
const keptUnused = 30 * 24 * 3600 * 1000;

/** Takes away files that nothing shows any more and that nobody has sent again for a month. Gives how many. */
export async function sweepMedia(
  ports: Ports & { readonly media: KeptFiles },
  workspaceId: WorkspaceId,
  now: number,
): Promise<number> {
  const old = await ports.media.olderThan(workspaceId, now - keptUnused);
  if (old.length === 0) return 0;
  const used = await mediaUses(ports, workspaceId);
  const unused = old.filter((id) => !used.has(id));
  await Promise.all(unused.map((id) => ports.media.remove(workspaceId, id)));
  return unused.length;
}
