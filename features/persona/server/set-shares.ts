import { fail, ok, type Result } from '#kit/result.ts';
import { overfullSegments, type PersonaShare } from '../domain/segment.ts';
import { personaIds } from './find-persona.ts';
import type { InWorkspace } from './input.ts';
import { type PersonaPorts, today } from './ports.ts';
import { personaNotFound, segmentNotFound, segmentOverfull } from './problems.ts';
import { shares } from './shares.ts';

type Cell = { readonly personaId: string; readonly segmentId: string; readonly share: number | null };

/**
 * Tells cells by hand, all or none. Problems: `persona.not-found`, `persona.segment-not-found`,
 * `persona.segment-overfull` {segment, percent}.
 */
export async function setShares(
  ports: PersonaPorts,
  { workspaceId, cells }: InWorkspace & { readonly cells: readonly Cell[] },
): Promise<Result<PersonaShare[]>> {
  const known = await personaIds(ports, workspaceId);
  const names = new Map((await ports.segments.list(workspaceId)).map(({ id, name }) => [id, name]));
  for (const { personaId, segmentId } of cells) {
    if (!known.has(personaId)) return fail(personaNotFound(personaId));
    if (!names.has(segmentId)) return fail(segmentNotFound(segmentId));
  }
  const date = today(ports);
  const written = await ports.segments.changeShares(
    workspaceId,
    [...new Set(cells.map(({ segmentId }) => segmentId))],
    (present) => {
      const after = new Map(
        present.filter((cell) => known.has(cell.personaId)).map((cell) => [keyOf(cell), cell]),
      );
      for (const { personaId, segmentId, share } of cells) {
        const key = keyOf({ personaId, segmentId });
        if (share === null) after.delete(key);
        else after.set(key, { personaId, segmentId, share, source: 'hand', n: null, date });
      }
      const [overfull] = overfullSegments([...after.values()]);
      return overfull
        ? fail(segmentOverfull(names.get(overfull.segmentId) ?? '', overfull.sum))
        : ok([...after.values()]);
    },
  );
  return written.ok ? shares(ports, { workspaceId }) : written;
}

const keyOf = ({ personaId, segmentId }: Omit<Cell, 'share'>): string => `${segmentId} ${personaId}`;
