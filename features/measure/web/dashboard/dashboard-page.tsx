import { Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Dashboard, DashboardSettings, Tile } from '#measure/domain/dashboard/dashboard.ts';
import { Button } from '#ui/button.tsx';
import { Confirm } from '#ui/confirm.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import classes from './dashboard.module.css';
import { useText } from './text.ts';
import { TileDialog } from './tile-dialog.tsx';
import { TileGrid } from './tile-grid.tsx';

type DashboardPageProps = {
  readonly workspaceId: WorkspaceId;
  /** The dashboard the address names; undefined: the first. */
  readonly chosen: string | undefined;
  readonly onChoose: (dashboardId: string | undefined) => void;
  readonly nameOf: (tile: Tile) => string;
  readonly show: (tile: Tile) => ReactNode;
  /** What an address of lived journeys asks; null when it is none of this workspace. */
  readonly readAddress: (address: string) => { sourceId: string; search: Record<string, unknown> } | null;
};

/** What the committee looks at, on one page. */
export function DashboardPage(props: DashboardPageProps) {
  const { workspaceId, chosen, onChoose } = props;
  const t = useText();
  const { query } = useApi();
  const queries = useQueryClient();
  const found = useQuery(query.dashboard.dashboards.queryOptions({ input: { workspaceId } }));
  const refresh = () => queries.invalidateQueries({ queryKey: query.dashboard.key() });
  const add = useMutation(
    query.dashboard.addDashboard.mutationOptions({
      async onSuccess({ id }) {
        await refresh();
        onChoose(id);
      },
    }),
  );
  const create = () =>
    add.mutate({
      workspaceId,
      name: `${t('firstName')}${found.data?.length ? ` ${found.data.length + 1}` : ''}`,
      tiles: [],
    });
  if (found.error !== null) return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <p role="status">{t('loading')}</p>;
  const dashboard = found.data.find(({ id }) => id === chosen) ?? found.data[0];
  if (!dashboard)
    return (
      <EmptyState
        title={t('none')}
        text={t('noneText')}
        actions={
          <Button look="action" disabled={add.isPending} onClick={create}>
            {t('create')}
          </Button>
        }
      />
    );
  return (
    <OneDashboard
      key={dashboard.id}
      {...props}
      all={found.data}
      dashboard={dashboard}
      onCreate={create}
      onRemoved={() => {
        onChoose(undefined);
        void refresh();
      }}
    />
  );
}

type OneDashboardProps = DashboardPageProps & {
  readonly all: readonly Dashboard[];
  readonly dashboard: Dashboard;
  readonly onCreate: () => void;
  readonly onRemoved: () => void;
};

function OneDashboard({
  workspaceId,
  all,
  dashboard,
  onChoose,
  onCreate,
  onRemoved,
  ...rest
}: OneDashboardProps) {
  const t = useText();
  const { query } = useApi();
  const queries = useQueryClient();
  const [arranging, setArranging] = useState(dashboard.tiles.length === 0);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState(false);
  // What was done is shown at once; the server confirms it.
  const [{ name, tiles }, setHere] = useState<DashboardSettings>(dashboard);
  const change = useMutation(
    query.dashboard.changeDashboard.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: query.dashboard.key() }),
    }),
  );
  const remove = useMutation(query.dashboard.removeDashboard.mutationOptions({ onSuccess: onRemoved }));
  const keep = (next: DashboardSettings) => {
    setHere(next);
    if (next.name.trim() !== '') change.mutate({ workspaceId, dashboardId: dashboard.id, ...next });
  };
  return (
    <>
      <div className={classes.bar}>
        {all.length > 1 && !arranging && (
          <Select
            size="xs"
            label={t('which')}
            data={all.map((each) => ({ value: each.id, label: each.name }))}
            allowDeselect={false}
            value={dashboard.id}
            onChange={(id) => onChoose(id ?? undefined)}
          />
        )}
        {arranging && (
          <TextInput
            size="xs"
            label={t('name')}
            maxLength={120}
            value={name}
            onChange={(event) => setHere({ name: event.currentTarget.value, tiles })}
            onBlur={() => name !== dashboard.name && keep({ name, tiles })}
          />
        )}
        <Button onClick={() => setArranging(!arranging)} aria-pressed={arranging}>
          {t(arranging ? 'done' : 'compose')}
        </Button>
        {arranging ? (
          <>
            <Button look="action" onClick={() => setAdding(true)}>
              {t('add')}
            </Button>
            <Button look="quiet" onClick={onCreate}>
              {t('another')}
            </Button>
            <Button look="quiet" onClick={() => setRemoving(true)}>
              {t('remove')}
            </Button>
          </>
        ) : (
          <Button look="quiet" onClick={() => window.print()}>
            {t('print')}
          </Button>
        )}
      </div>
      {change.error !== null && <FailureNotice error={change.error} />}
      {tiles.length === 0 && <p className={classes.small}>{t('empty')}</p>}
      <TileGrid
        tiles={tiles}
        arranging={arranging}
        nameOf={rest.nameOf}
        show={rest.show}
        onChange={(next) => keep({ name, tiles: next })}
      />
      {adding && (
        <TileDialog
          workspaceId={workspaceId}
          readAddress={rest.readAddress}
          onClose={() => setAdding(false)}
          onAdd={(tile) => {
            setAdding(false);
            keep({ name, tiles: [...tiles, tile] });
          }}
        />
      )}
      <Confirm
        opened={removing}
        title={t('removeTitle', { name })}
        confirm={t('remove')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ workspaceId, dashboardId: dashboard.id })}
        onCancel={() => setRemoving(false)}
      >
        {t('removeText')}
        {remove.error !== null && <FailureNotice error={remove.error} />}
      </Confirm>
    </>
  );
}
