import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import { Confirm } from '#ui/confirm.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './gallery.module.css';

type RemovePersonaProps = {
  readonly personaId: string;
  readonly title: string;
  readonly onClose: () => void;
  readonly onRemoved?: () => void;
};

/** Asks before a persona is deleted, and names the maps that would lose its portrait. */
export function RemovePersona({ personaId, title, onClose, onRemoved }: RemovePersonaProps) {
  const t = useText();
  const { workspaceId } = useWays();
  const { query } = useApi();
  const client = useQueryClient();
  const uses = useQuery(query.persona.uses.queryOptions({ input: { workspaceId, personaId } }));
  const remove = useMutation(
    query.persona.remove.mutationOptions({
      onSuccess: async () => {
        onClose();
        onRemoved?.();
        await client.invalidateQueries({ queryKey: query.persona.list.key() });
      },
    }),
  );
  const maps = uses.data ?? [];
  return (
    <Confirm
      opened
      title={t('gallery.removeTitle', { name: title })}
      confirm={t(maps.length > 0 ? 'gallery.removeDetach' : 'gallery.removeVerb')}
      busy={remove.isPending || uses.isPending}
      onConfirm={() => remove.mutate({ workspaceId, personaId, force: maps.length > 0 })}
      onCancel={onClose}
    >
      {t('gallery.removeText')}
      {maps.length > 0 && (
        <>
          <br />
          {t('gallery.removeUsed', { count: maps.length })}
          <ul className={classes.uses}>
            {maps.map(({ mapId, title: map }) => (
              <li key={mapId}>{map.trim() === '' ? t('sheet.untitledMap') : map}</li>
            ))}
          </ul>
        </>
      )}
      {remove.error !== null && <FailureNotice error={remove.error} />}
      {uses.error !== null && <FailureNotice error={uses.error} onRetry={() => void uses.refetch()} />}
    </Confirm>
  );
}
