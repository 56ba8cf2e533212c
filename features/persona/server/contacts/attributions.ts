import { ok, type Result } from '#kit/result.ts';
import { type AttributionRun, type Drift, driftBetween } from '../../domain/detection/attribution-run.ts';
import type { InWorkspace } from '../input.ts';
import type { ContactPorts } from './ports.ts';

export type RunWithDrift = Omit<AttributionRun, 'versionId'> & {
  /** Against the run before it over the same list; null for the first, or when personas are not the same. */
  drift: Drift | null;
  /** Whether the persona of each contact is still there: it goes when the contacts are brought in anew. */
  rowsKept: boolean;
};

/** What models found, the newest first, each against the run before it over the same list. */
export async function attributions(
  { contacts, minimumOf }: Pick<ContactPorts, 'contacts' | 'minimumOf'>,
  { workspaceId, listId }: InWorkspace & { readonly listId?: string | undefined },
): Promise<Result<RunWithDrift[]>> {
  const minimum = await minimumOf(workspaceId);
  if (!minimum.ok) return minimum;
  const [runs, lists] = await Promise.all([contacts.runs(workspaceId, listId), contacts.lists(workspaceId)]);
  const present = new Set(lists.map(({ versionId }) => versionId));
  return ok(
    runs.map(({ versionId, ...run }, at) => {
      const before = runs.slice(at + 1).find((each) => each.listId === run.listId);
      return {
        ...run,
        drift: before ? driftBetween(before, { ...run, versionId }, minimum.value) : null,
        rowsKept: present.has(versionId),
      };
    }),
  );
}
