import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { type Workspace, type WorkspaceSettings, workspaceSettingsSchema } from '../domain/schema.ts';
import { useText } from './text.ts';
import { WorkspaceFields } from './workspace-form.tsx';

type WorkspaceSettingsDialogProps = { readonly workspace: Workspace; readonly onClose: () => void };

/** Opened for one workspace; mount it anew for another. */
export function WorkspaceSettingsDialog({ workspace, onClose }: WorkspaceSettingsDialogProps) {
  const t = useText();
  const { query } = useApi();
  const client = useQueryClient();
  const [settings, setSettings] = useState<WorkspaceSettings>(() => workspaceSettingsSchema.parse(workspace));
  const update = useMutation(
    query.workspace.update.mutationOptions({
      onSuccess: async () => {
        // The zone and the minimum change figures everywhere: nothing kept from before may stay on screen.
        await client.invalidateQueries();
        onClose();
      },
    }),
  );
  return (
    <Dialog
      opened
      title={t('settingsTitle')}
      submit={t('save')}
      busy={update.isPending}
      error={update.error}
      onClose={onClose}
      onSubmit={() => {
        if (settings.name.trim() !== '') update.mutate({ workspaceId: workspace.id, ...settings });
      }}
    >
      <WorkspaceFields settings={settings} nameMissing onChange={setSettings} />
    </Dialog>
  );
}
