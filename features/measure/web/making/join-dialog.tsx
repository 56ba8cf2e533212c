import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import { identityLinkSchema } from '#measure/domain/identity/identity.ts';
import { Dialog } from '#ui/dialog.tsx';
import { useText } from '../text.ts';

type JoinDialogProps = {
  readonly workspaceId: WorkspaceId;
  /** Sets one id apart instead of joining two. */
  readonly apart: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Joins an id to a person, or sets it apart again. */
export function JoinDialog({ workspaceId, apart, onDone, onClose }: JoinDialogProps) {
  const t = useText();
  const { query } = useApi();
  const [alias, setAlias] = useState('');
  const [person, setPerson] = useState('');
  const [missing, setMissing] = useState(false);
  const join = useMutation(
    query.measure.joinIdentities.mutationOptions({
      onSuccess: () => {
        onDone();
        onClose();
      },
    }),
  );
  const link = identityLinkSchema.safeParse({ alias, person: apart ? alias : person });
  return (
    <Dialog
      opened
      title={t(apart ? 'identities.part' : 'identities.join')}
      submit={t(apart ? 'identities.partVerb' : 'identities.joinVerb')}
      busy={join.isPending}
      error={join.error}
      onSubmit={() => (link.success ? join.mutate({ workspaceId, links: [link.data] }) : setMissing(true))}
      onClose={onClose}
    >
      {apart && <p>{t('identities.partLead')}</p>}
      <TextInput
        label={t('identities.alias')}
        description={t('identities.aliasHint')}
        data-autofocus
        value={alias}
        onChange={(event) => setAlias(event.currentTarget.value)}
      />
      {!apart && (
        <TextInput
          label={t('identities.person')}
          description={t('identities.personHint')}
          value={person}
          onChange={(event) => setPerson(event.currentTarget.value)}
        />
      )}
      {missing && !link.success && <p role="alert">{t('identities.both')}</p>}
    </Dialog>
  );
}
