import type { WorkspaceId } from '#kit/ids.ts';
import { ok } from '#kit/result.ts';
import { withheld } from '#kit/statistics/estimate.ts';
import { segmentCounts } from '../../analytics/segment-counts.ts';
import type { ContactList } from '../../domain/contacts/contact-list.ts';
import { segmentTests } from '../../domain/contacts/segment-tests.ts';
import type { AttributionRun } from '../../domain/detection/attribution-run.ts';
import type { PersonaShare } from '../../domain/segment.ts';
import { personaIds } from '../find-persona.ts';
import type { PersonaPorts } from '../ports.ts';
import type { ContactPorts } from './ports.ts';

/**
 * Fills the matrix of personas and segments from the contacts of a run: every segment whose rule this list can tell, and
 * that has contacts enough. What was told of such a segment before is replaced.
 */
export async function tellShares(
  ports: Pick<ContactPorts, 'engine'> & Pick<PersonaPorts, 'segments' | 'collaboration'>,
  workspaceId: WorkspaceId,
  list: ContactList,
  run: AttributionRun,
  minimum: number,
): Promise<void> {
  const known = await personaIds(ports, workspaceId);
  const personas = run.summary.personas.map(({ personaId }) => personaId);
  if (!personas.some((personaId) => personaId !== null && known.has(personaId))) return;
  for (const { id: segmentId, conditions } of await ports.segments.list(workspaceId)) {
    const tests = segmentTests(conditions, list.columns);
    if (tests === null) continue;
    const of = { workspaceId, versionId: run.versionId, runId: run.id };
    const counts = await segmentCounts(ports.engine, of, tests);
    const n = counts.reduce((sum, { contacts }) => sum + contacts, 0);
    if (withheld(n, minimum)) continue;
    const cells = personas.flatMap((personaId, at): PersonaShare[] => {
      if (personaId === null || !known.has(personaId)) return [];
      const contacts = counts.find(({ persona }) => persona === at + 1)?.contacts ?? 0;
      return [{ personaId, segmentId, share: contacts / n, source: 'data', n, date: run.at.slice(0, 10) }];
    });
    await ports.segments.changeShares(workspaceId, [segmentId], () => ok(cells));
  }
}
