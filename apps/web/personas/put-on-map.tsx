import { Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { randomId } from '#kit/random-id.ts';
import type { Persona } from '#persona/domain/schema.ts';
import { Button } from '#ui/button.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import { namePersona } from './name-persona.ts';
import classes from './put-on-map.module.css';
import { useText } from './text.ts';

type PutOnMapProps = {
  readonly workspace: Workspace;
  readonly personaId: string;
  readonly persona: Persona;
};

/** Names a persona on a map: its curve, its cards and its figures can then be told apart there. */
export function PutOnMap({ workspace, personaId, persona }: PutOnMapProps) {
  const t = useText();
  const { api, query } = useApi();
  const client = useQueryClient();
  const workspaceId = workspace.id;
  const [opened, setOpened] = useState(false);
  const uses = useQuery(query.persona.uses.queryOptions({ input: { workspaceId, personaId } }));
  const maps = useQuery({
    ...query.journey.list.queryOptions({ input: { workspaceId } }),
    enabled: opened,
  });
  const put = useMutation({
    mutationFn: async (mapId: string) => {
      const { map } = await api.journey.get({ workspaceId, mapId });
      const changes = namePersona(map, personaId, persona, randomId);
      if (changes.length > 0) await api.journey.change({ workspaceId, mapId, changes });
    },
    onSettled: () => client.invalidateQueries({ queryKey: query.persona.uses.key() }),
  });
  const named = new Set(uses.data?.map(({ mapId }) => mapId));
  const others = maps.data?.filter(({ id }) => !named.has(id));
  return (
    <div className={classes.put}>
      <Menu opened={opened} onChange={setOpened} position="bottom-start">
        <Menu.Target>
          <Button icon={<IconPlus aria-hidden="true" />} disabled={put.isPending}>
            {t('putOnMap')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.maps}>
          {others?.length === 0 && <Menu.Label>{t('noOtherMap')}</Menu.Label>}
          {others?.map(({ id, title }) => (
            <Menu.Item key={id} onClick={() => put.mutate(id)}>
              {title.trim() || t('untitled')}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {put.error !== null && <FailureNotice error={put.error} />}
    </div>
  );
}
