import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { InventoryMap } from '#journey/domain/inventory/inventory.ts';
import { type JourneyMap, mapStates } from '#journey/domain/schema.ts';
import { InventoryPage } from '#journey/web/inventory/inventory-page.tsx';
import { addressOf } from '#journey/web/view/place.ts';
import type { Change } from '#kit/document/changes.ts';
import { Choice } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { useTitle } from '#ui/use-title.ts';
import type { Workspace } from '#workspace/domain/schema.ts';
import classes from '../portfolio/portfolio.module.css';
import { useText } from '../portfolio/text.ts';
import { useText as useAppText } from '../text.ts';
import { useFigures } from './use-figures.ts';
import { useMapEdits } from './use-map-edits.ts';

type Screen = { readonly workspace: Workspace };

/** T1: the touchpoints of every map of the workspace. */
export function InventoryScreen({ workspace }: Screen) {
  const t = useText();
  const app = useAppText();
  const { query } = useApi();
  const workspaceId = workspace.id;
  useTitle(t('inventory.title'));
  const list = useQuery(query.journey.list.queryOptions({ input: { workspaceId } }));
  const ids = (list.data ?? []).map(({ id }) => id);
  const found = useQueries({
    queries: ids.map((mapId) => query.journey.get.queryOptions({ input: { workspaceId, mapId } })),
    combine: (answers) => ({
      maps: answers.map(({ data }) => data),
      error: answers.find((answer) => answer.error)?.error ?? null,
    }),
  });
  const [wanted, setWanted] = useState<JourneyMap['state'] | null>(null);
  const all = useMemo(
    () => found.maps.flatMap((one) => (one ? [{ mapId: one.id, map: one.map }] : [])),
    [found.maps],
  );
  // What is lived and what is wanted are not counted together.
  const states = mapStates.filter((state) => all.some(({ map }) => map.state === state));
  const state = wanted ?? states[0];
  const maps = useMemo(() => all.filter(({ map }) => map.state === state), [all, state]);
  const { edit, error } = useMapEdits(workspaceId);
  const failed = list.error ?? found.error ?? error;
  return (
    <>
      <PageHeader
        crumbs={
          <Link to="/w/$workspaceId/maps" params={{ workspaceId }}>
            {app('maps.title')}
          </Link>
        }
        title={t('inventory.title')}
      />
      {failed !== null && failed !== undefined && <FailureNotice error={failed} />}
      {list.data?.length === 0 && (
        <EmptyState title={t('inventory.none')} text={t('inventory.lead')} actions={null} />
      )}
      {maps.length > 0 && (
        <>
          <div className={classes.above}>
            <p>{t('inventory.lead')}</p>
            {states.length > 1 && state !== undefined && (
              <Choice
                label={t('inventory.which')}
                options={states.map((value) => ({ value, label: app(`state.${value}`) }))}
                value={state}
                onChange={setWanted}
              />
            )}
          </div>
          <MapsInventory workspace={workspace} maps={maps} onChange={edit} />
        </>
      )}
    </>
  );
}

type MapsInventoryProps = Screen & {
  readonly maps: readonly { readonly mapId: string; readonly map: JourneyMap }[];
  readonly readOnly?: boolean;
  readonly onChange: (mapId: string, changes: readonly Change[]) => void;
};

/** The inventory of some maps, with their figures and the way to each place. */
export function MapsInventory({ workspace, maps, readOnly = false, onChange }: MapsInventoryProps) {
  const navigate = useNavigate();
  const workspaceId = workspace.id;
  const known: readonly InventoryMap[] = useFigures(workspaceId, maps);
  return (
    <InventoryPage
      maps={known}
      readOnly={readOnly}
      onChange={onChange}
      onGo={(mapId, reference) =>
        void navigate({
          to: '/w/$workspaceId/maps/$mapId',
          params: { workspaceId, mapId },
          hash: addressOf(reference),
        })
      }
    />
  );
}
