import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { useFormat } from '#ui/i18n.ts';
import type { RunWithDrift } from '../../contract-contacts.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';

type SendDialogProps = {
  readonly run: RunWithDrift;
  readonly onSent: (sent: string) => void;
  readonly onClose: () => void;
};

/** Where the personas of the contacts are sent; the answer is told, the secret is not kept. */
export function SendDialog({ run, onSent, onClose }: SendDialogProps) {
  const t = useText();
  const format = useFormat();
  const { query } = useApi();
  const { workspaceId } = useWays();
  const [url, setUrl] = useState('');
  const [secret, setSecret] = useState('');
  const send = useMutation(
    query.persona.sendAttribution.mutationOptions({
      onSuccess: ({ contacts, messages }) => {
        onSent(t('attribution.sent', { count: contacts, said: format.integer(contacts), messages }));
        onClose();
      },
    }),
  );
  return (
    <Dialog
      opened
      title={t('attribution.sendTitle')}
      submit={t('attribution.sendVerb', { n: format.integer(run.summary.contacts) })}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={() => send.mutate({ workspaceId, runId: run.id, url, ...(secret === '' ? {} : { secret }) })}
    >
      <p>{t('attribution.sendText', { most: format.integer(5000) })}</p>
      <TextInput
        label={t('attribution.url')}
        type="url"
        required
        placeholder="https://"
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={t('attribution.secret')}
        description={t('attribution.secretHint')}
        type="password"
        autoComplete="off"
        value={secret}
        onChange={(event) => setSecret(event.currentTarget.value)}
      />
    </Dialog>
  );
}
