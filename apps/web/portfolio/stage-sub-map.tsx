import { Select } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useApi } from '#client/react.tsx';
import { editStage } from '#journey/domain/edit/stage.ts';
import type { JourneyMap } from '#journey/domain/schema.ts';
import type { Change } from '#kit/document/changes.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import classes from './portfolio.module.css';
import { useText } from './text.ts';
import { useNeighbours } from './use-neighbours.ts';

type StageSubMapProps = {
  readonly workspaceId: WorkspaceId;
  readonly mapId: string;
  readonly map: JourneyMap;
  readonly stageId: string;
  readonly onChange: (changes: readonly Change[]) => void;
};

/** J7: the map that tells a stage in detail: opened, created, linked, unlinked. */
export function StageSubMap({ workspaceId, mapId, map, stageId, onChange }: StageSubMapProps) {
  const t = useText();
  const { query } = useApi();
  const client = useQueryClient();
  const navigate = useNavigate();
  const known = useNeighbours(workspaceId, mapId);
  const create = useMutation(
    query.journey.createSubMap.mutationOptions({
      onSuccess: async ({ id }) => {
        void client.invalidateQueries({ queryKey: query.journey.list.key() });
        await navigate({ to: '/w/$workspaceId/maps/$mapId', params: { workspaceId, mapId: id } });
      },
    }),
  );
  const link = (subMapId: string | null) => {
    onChange(editStage(map, stageId, { subMapId }));
    // The projection that lists are made of follows the edit a moment later.
    window.setTimeout(() => void client.invalidateQueries({ queryKey: query.journey.list.key() }), 1000);
  };
  const subMapId = map.stages[stageId]?.subMapId ?? null;
  const linked = known?.maps.find(({ id }) => id === subMapId);
  const others = (known?.maps ?? []).filter(({ id }) => id !== mapId);
  return (
    <section className={classes.section}>
      <SectionTitle level={3}>{t('sub.title')}</SectionTitle>
      {create.error !== null && <FailureNotice error={create.error} />}
      {linked && (
        <Link
          to="/w/$workspaceId/maps/$mapId"
          params={{ workspaceId, mapId: linked.id }}
          className={buttonClass()}
        >
          <IconSitemap size={16} stroke={1.7} aria-hidden="true" />
          {t('sub.open', { title: linked.title || t('untitled') })}
        </Link>
      )}
      {subMapId !== null && known && !linked && <p className={classes.hint}>{t('sub.gone')}</p>}
      {subMapId !== null && (
        <Button look="quiet" onClick={() => link(null)}>
          {t('sub.unlink')}
        </Button>
      )}
      {subMapId === null && (
        <>
          <p className={classes.hint}>{t('sub.hint')}</p>
          <Button
            icon={<IconSitemap size={16} stroke={1.7} aria-hidden="true" />}
            disabled={create.isPending}
            onClick={() => create.mutate({ workspaceId, mapId, stageId })}
          >
            {t('sub.create')}
          </Button>
          {others.length > 0 && (
            <Select
              label={t('sub.link')}
              placeholder={t('sub.none')}
              size="xs"
              searchable
              data={others.map(({ id, title }) => ({ value: id, label: title || t('untitled') }))}
              value={null}
              onChange={(id) => id && link(id)}
            />
          )}
        </>
      )}
    </section>
  );
}
