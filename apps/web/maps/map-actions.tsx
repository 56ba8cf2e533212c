import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { MapSummary } from '#journey/contract.ts';
import { Confirm } from '#ui/confirm.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import { CreateToBe } from '../portfolio/create-to-be.tsx';
import { useText as usePortfolioText } from '../portfolio/text.ts';
import { WhereUsed } from '../portfolio/where-used.tsx';
import { useText } from '../text.ts';

type MapActionsProps = {
  readonly workspace: Workspace;
  readonly map: MapSummary;
  /** All maps of the workspace: what is linked with this one. */
  readonly maps: readonly MapSummary[];
};

/** Make a to-be of a map, take it away as a file, or delete it. */
export function MapActions({ workspace, map, maps }: MapActionsProps) {
  const t = useText();
  const { query } = useApi();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [making, setMaking] = useState(false);
  const links = usePortfolioText();
  const title = map.title === '' ? t('maps.untitled') : map.title;
  const remove = useMutation(
    query.journey.remove.mutationOptions({
      onSuccess: async () => {
        setAsking(false);
        await client.invalidateQueries({ queryKey: query.journey.list.key() });
      },
    }),
  );
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <IconButton label={t('maps.actions', { title })} icon={<IconDots />} />
        </Menu.Target>
        <Menu.Dropdown>
          {map.state === 'as-is' && (
            <Menu.Item onClick={() => setMaking(true)}>{links('toBe.create')}</Menu.Item>
          )}
          <Menu.Item
            component="a"
            href={`/api/v1/workspaces/${workspace.id}/maps/${map.id}/file`}
            download={`${title}.parcours.json`}
          >
            {t('maps.download')}
          </Menu.Item>
          <Menu.Item onClick={() => setAsking(true)}>{t('maps.remove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={asking}
        title={t('maps.removeTitle', { title })}
        confirm={t('maps.removeVerb')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ workspaceId: workspace.id, mapId: map.id, evenIfLinked: true })}
        onCancel={() => setAsking(false)}
      >
        <p>{t('maps.removeText')}</p>
        <WhereUsed maps={maps} mapId={map.id} />
        {remove.error !== null && <FailureNotice error={remove.error} />}
      </Confirm>
      {making && <CreateToBe workspaceId={workspace.id} map={map} onClose={() => setMaking(false)} />}
    </>
  );
}
