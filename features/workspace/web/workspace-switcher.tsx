import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconPlus, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import type { Workspace } from '../domain/schema.ts';
import { CreateWorkspace } from './create-workspace.tsx';
import { useText } from './text.ts';
import { WorkspaceSettingsDialog } from './workspace-settings.tsx';

type WorkspaceSwitcherProps = {
  readonly workspaces: readonly Workspace[];
  readonly current: Workspace;
  readonly onSwitch: (workspace: Workspace) => void;
  /** Only the arrow: the name stands beside it as the title of the page. */
  readonly bare?: boolean;
};

/** The workspace shown now; opens the others, its settings, and the way to a new one. */
export function WorkspaceSwitcher({ workspaces, current, onSwitch, bare = false }: WorkspaceSwitcherProps) {
  const t = useText();
  const [dialog, setDialog] = useState<'create' | 'settings' | null>(null);
  return (
    <>
      <Menu position="bottom-start" width={280}>
        <Menu.Target>
          {bare ? (
            <IconButton label={t('switcher', { name: current.name })} icon={<IconChevronDown />} />
          ) : (
            <Button look="quiet" aria-label={t('switcher', { name: current.name })}>
              {current.name}
              <IconChevronDown aria-hidden="true" />
            </Button>
          )}
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('switchTo')}</Menu.Label>
          {workspaces.map((workspace) => (
            <Menu.Item
              key={workspace.id}
              aria-current={workspace.id === current.id ? 'true' : undefined}
              rightSection={workspace.id === current.id ? <IconCheck size={16} aria-hidden="true" /> : null}
              onClick={() => onSwitch(workspace)}
            >
              {workspace.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconSettings size={16} aria-hidden="true" />}
            onClick={() => setDialog('settings')}
          >
            {t('settings')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            onClick={() => setDialog('create')}
          >
            {t('create')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'create' && (
        <CreateWorkspace
          opened
          onClose={() => setDialog(null)}
          onCreated={(workspace) => {
            setDialog(null);
            onSwitch(workspace);
          }}
        />
      )}
      {dialog === 'settings' && (
        <WorkspaceSettingsDialog workspace={current} onClose={() => setDialog(null)} />
      )}
    </>
  );
}
