import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import { Dialog } from '#ui/dialog.tsx';
import { useText } from './text.ts';

type CreateToBeProps = {
  readonly workspaceId: WorkspaceId;
  readonly map: { readonly id: string; readonly title: string };
  readonly onClose: () => void;
};

/** J6: makes the to-be of an as-is map, and opens it. */
export function CreateToBe({ workspaceId, map, onClose }: CreateToBeProps) {
  const t = useText();
  const { query } = useApi();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState(t('toBe.named', { title: map.title || t('untitled') }).slice(0, 200));
  const [sent, setSent] = useState(false);
  const create = useMutation(
    query.journey.toBe.mutationOptions({
      onSuccess: async ({ id }) => {
        onClose();
        void client.invalidateQueries({ queryKey: query.journey.list.key() });
        await navigate({ to: '/w/$workspaceId/maps/$mapId', params: { workspaceId, mapId: id } });
      },
    }),
  );
  return (
    <Dialog
      opened
      title={t('toBe.title')}
      submit={t('toBe.submit')}
      busy={create.isPending}
      error={create.error}
      onClose={onClose}
      onSubmit={() => {
        setSent(true);
        if (title.trim() !== '') create.mutate({ workspaceId, mapId: map.id, title });
      }}
    >
      <p>{t('toBe.text')}</p>
      <TextInput
        data-autofocus
        label={t('toBe.name')}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={sent && title.trim() === '' ? t('toBe.nameMissing') : null}
      />
    </Dialog>
  );
}
