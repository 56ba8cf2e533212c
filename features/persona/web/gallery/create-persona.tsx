import { Radio, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { type Persona, personaKinds } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './gallery.module.css';

/** A name and a kind; the sheet opens at once, with places to write in. */
export function CreatePersona({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { workspaceId, language, persona, go } = useWays();
  const { query } = useApi();
  const client = useQueryClient();
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<Persona['kind']>('people');
  const [sent, setSent] = useState(false);
  const create = useMutation(
    query.persona.create.mutationOptions({
      onSuccess: ({ id }) => {
        void client.invalidateQueries({ queryKey: query.persona.list.key() });
        go(persona(id));
      },
    }),
  );
  return (
    <Dialog
      opened
      title={t('create.title')}
      submit={t('create.submit')}
      busy={create.isPending}
      error={create.error}
      onClose={onClose}
      onSubmit={() => {
        setSent(true);
        if (title.trim() !== '') create.mutate({ workspaceId, title: title.trim(), kind, language });
      }}
    >
      <TextInput
        data-autofocus
        label={t('create.name')}
        description={t('create.nameHint')}
        placeholder={t('create.namePlaceholder')}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={sent && title.trim() === '' ? t('create.nameMissing') : null}
      />
      <Radio.Group
        label={t('create.kind')}
        value={kind}
        onChange={(value) => setKind(personaKinds.find((known) => known === value) ?? 'people')}
      >
        <div className={classes.kinds}>
          {personaKinds.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`kind.${value}`)}
              description={t(`kindText.${value}`)}
            />
          ))}
        </div>
      </Radio.Group>
    </Dialog>
  );
}
