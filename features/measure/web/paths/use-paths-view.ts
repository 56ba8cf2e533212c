import { useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import { useFormat } from '#ui/i18n.ts';
import { useText as useMeasureText } from '../text.ts';
import { type PathSearch, scopeOf } from './address.ts';
import { useText } from './text.ts';
import { labelFrom, type PathsView } from './view.ts';

export type PathsAsked = {
  readonly workspaceId: WorkspaceId;
  /** Zone in which the workspace tells days. */
  readonly zone: string;
  readonly sourceId: string;
  readonly search: PathSearch;
  readonly onSearch: (next: PathSearch) => void;
};

/** All that the pictures of lived journeys work with, once the source and its places are known. */
export function usePathsView({ workspaceId, zone, sourceId, search, onSearch }: PathsAsked, still: boolean) {
  const t = useText();
  const words = useMeasureText();
  const format = useFormat(zone);
  const { query } = useApi();
  const source = useQuery(query.measure.source.queryOptions({ input: { workspaceId, sourceId } }));
  const { filters: _, from: __, to: ___, ...scope } = scopeOf(sourceId, search);
  // What the places are called does not depend on whose journeys are looked at.
  const ground = useQuery(
    query.measure.variants.queryOptions({ input: { workspaceId, ...scope, filters: [], most: 5 } }),
  );
  const { stats } = source.data ?? {};
  const whole = stats?.first && stats.last ? format.period(stats.first, stats.last) : undefined;
  const places = ground.data?.basis.places ?? [];
  const view: PathsView = {
    workspaceId,
    sourceId,
    search,
    still,
    onSearch,
    t,
    speech: { t: words, format },
    format,
    zone,
    places,
    label: labelFrom(places, t('unnamed')),
    // Many journeys may pass no place of a map: theirs is no path to start from.
    commonest: [...new Set(ground.data?.commonest.find(({ path }) => path.length > 0)?.path ?? [])],
    all: ground.data?.basis.journeys ?? 0,
  };
  return { view, whole, source, ground };
}
