import { type ReactNode, useMemo, useState } from 'react';
import type { WorkspaceId } from '#kit/ids.ts';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { changed, type PathSearch, readPathSearch } from '../paths/address.ts';
import { pathTabs } from '../paths/path-tabs.ts';
import { usePathsView } from '../paths/use-paths-view.ts';
import classes from './dashboard.module.css';
import { useText } from './text.ts';

type PathsTileProps = {
  readonly workspaceId: WorkspaceId;
  readonly zone: string;
  readonly sourceId: string;
  readonly search: Readonly<Record<string, unknown>>;
  /** The name of the picture, as a link to its page. */
  readonly heading: (source: string, picture: string) => ReactNode;
  /** What the reader asks next is asked on the page of the picture. */
  readonly onSearch: (next: PathSearch) => void;
};

/** A picture of lived journeys as its page shows it, without what changes the question. */
export function PathsTile({ workspaceId, zone, sourceId, search, heading, onSearch }: PathsTileProps) {
  const t = useText();
  const kept = useMemo(() => readPathSearch(search), [search]);
  const [table, setTable] = useState(kept.as === 'table');
  const shown = changed(kept, { as: table ? 'table' : undefined });
  const asked = {
    workspaceId,
    zone,
    sourceId,
    search: shown,
    onSearch(next: PathSearch) {
      // Picture or table is chosen here; anything else is another question.
      const same = JSON.stringify({ ...next, as: undefined }) === JSON.stringify({ ...shown, as: undefined });
      if (same) setTable(next.as === 'table');
      else onSearch(next);
    },
  };
  const { view, whole, source, ground } = usePathsView(asked, true);
  const show = kept.show ?? 'flow';
  const Tab = pathTabs[show];
  const error = source.error ?? ground.error;
  return (
    <article className={classes.box} aria-busy={ground.isPending}>
      <h2 className={classes.heading}>{heading(source.data?.name ?? '', t(`picture.${show}`))}</h2>
      {error !== null && <FailureNotice error={error} onRetry={() => void ground.refetch()} />}
      {error === null && ground.data === undefined && <p role="status">{t('loading')}</p>}
      {error === null && ground.data !== undefined && <Tab view={view} whole={whole} />}
    </article>
  );
}
