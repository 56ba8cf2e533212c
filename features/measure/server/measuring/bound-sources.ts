import type { WorkspaceId } from '#kit/ids.ts';
import type { LogStats, Score } from '#measure/domain/figures.ts';
import { describeSource } from '../find-source.ts';
import type { MeasurePorts } from '../ports.ts';
import type { StoredSource } from '../source-store.ts';

/** A source that a map is bound to and that holds something. */
export type BoundSource = {
  readonly source: StoredSource;
  readonly stats: LogStats;
  readonly importedAt: string | null;
  readonly duplicates: number;
  /** Scale of its scores: that of its latest import with scores. */
  readonly scale: Score['scale'] | null;
};

/** The sources of a map; `missing`: deleted, or emptied, since it was bound. */
export async function findBoundSources(
  ports: Pick<MeasurePorts, 'sources' | 'imports'>,
  workspaceId: WorkspaceId,
  sourceIds: readonly string[],
): Promise<{ present: BoundSource[]; missing: string[] }> {
  const found = await Promise.all(
    sourceIds.map(async (id): Promise<BoundSource | string> => {
      const source = await ports.sources.get(workspaceId, id);
      if (!source?.summary) return id;
      const [described, imports] = await Promise.all([
        describeSource(ports, workspaceId, source),
        ports.imports.list(workspaceId, id),
      ]);
      const score = imports.find(({ status, mapping }) => status === 'complete' && mapping.score)?.mapping
        .score;
      return {
        source,
        stats: source.summary.stats,
        importedAt: described.lastImportAt,
        duplicates: described.duplicates,
        scale: score ? { min: score.min, max: score.max } : null,
      };
    }),
  );
  return {
    present: found.filter((each) => typeof each !== 'string'),
    missing: found.filter((each) => typeof each === 'string'),
  };
}
