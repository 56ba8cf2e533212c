import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { useLocale } from '#ui/i18n.ts';
import { defaultMinimum, type Workspace, type WorkspaceSettings } from '../domain/schema.ts';
import { useText } from './text.ts';
import { WorkspaceFields } from './workspace-form.tsx';

type CreateWorkspaceProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onCreated: (workspace: Workspace) => void;
};

export function CreateWorkspace({ opened, onClose, onCreated }: CreateWorkspaceProps) {
  const t = useText();
  const { query } = useApi();
  const client = useQueryClient();
  const language = useLocale();
  const [sent, setSent] = useState(false);
  const [settings, setSettings] = useState<WorkspaceSettings>(() => ({
    name: '',
    language,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    minimum: defaultMinimum,
  }));
  const create = useMutation(
    query.workspace.create.mutationOptions({
      onSuccess: async (workspace) => {
        await client.invalidateQueries({ queryKey: query.workspace.key() });
        onCreated(workspace);
      },
    }),
  );
  return (
    <Dialog
      opened={opened}
      title={t('createTitle')}
      submit={t('createVerb')}
      busy={create.isPending}
      error={create.error}
      onClose={onClose}
      onSubmit={() => {
        setSent(true);
        if (settings.name.trim() !== '') create.mutate(settings);
      }}
    >
      <WorkspaceFields settings={settings} nameMissing={sent} onChange={setSettings} />
    </Dialog>
  );
}
