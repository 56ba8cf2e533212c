import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { JourneyMap } from '#journey/domain/schema.ts';
import { KindChooser } from '#journey/web/chooser/kind-chooser.tsx';
import { Dialog } from '#ui/dialog.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import { useText } from '../text.ts';

type CreateMapProps = { readonly workspace: Workspace; readonly onClose: () => void };

/** A title and a kind, each explained in one line; the map opens at once, with the lanes of its kind. */
export function CreateMap({ workspace, onClose }: CreateMapProps) {
  const t = useText();
  const { query } = useApi();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<JourneyMap['kind']>('journey');
  const [sent, setSent] = useState(false);
  const create = useMutation(
    query.journey.create.mutationOptions({
      onSuccess: async ({ id }) => {
        void client.invalidateQueries({ queryKey: query.journey.list.key() });
        await navigate({
          to: '/w/$workspaceId/maps/$mapId',
          params: { workspaceId: workspace.id, mapId: id },
        });
      },
    }),
  );
  return (
    <Dialog
      opened
      title={t('createMap.title')}
      submit={t('createMap.submit')}
      busy={create.isPending}
      error={create.error}
      onClose={onClose}
      onSubmit={() => {
        setSent(true);
        if (title.trim() !== '') {
          create.mutate({ workspaceId: workspace.id, title, kind, language: workspace.language });
        }
      }}
    >
      <TextInput
        data-autofocus
        label={t('createMap.name')}
        description={t('createMap.nameHint')}
        placeholder={t('createMap.namePlaceholder')}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={sent && title.trim() === '' ? t('createMap.nameMissing') : null}
      />
      <KindChooser kind={kind} onKind={setKind} />
    </Dialog>
  );
}
