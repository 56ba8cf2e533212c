import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import { CreateWorkspace } from '#workspace/web/create-workspace.tsx';
import { useText as useWorkspaceText } from '#workspace/web/text.ts';
import { useCurrentWorkspace } from './current-workspace.ts';
import { Lost } from './frame.tsx';
import classes from './page.module.css';
import { useText } from './text.ts';

type WorkspacePageProps = {
  readonly children: (workspace: Workspace, workspaces: readonly Workspace[]) => ReactNode;
};

/** A page that needs a workspace: waits for it, says when there is none, or none at this address. */
export function WorkspacePage({ children }: WorkspacePageProps) {
  const { workspaces, workspace, error, retry } = useCurrentWorkspace();
  if (workspaces !== undefined && workspace !== undefined) return children(workspace, workspaces);
  if (workspaces !== undefined) return workspaces.length === 0 ? <FirstWorkspace /> : <Lost />;
  return (
    <div className={classes.page} aria-busy={error === null}>
      {error !== null && <FailureNotice error={error} onRetry={retry} />}
    </div>
  );
}

function FirstWorkspace() {
  const t = useText();
  const words = useWorkspaceText();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  return (
    <div className={classes.page}>
      <EmptyState
        level={1}
        title={t('firstWorkspace.title')}
        text={t('firstWorkspace.text')}
        actions={
          <Button look="action" onClick={() => setCreating(true)}>
            {words('createVerb')}
          </Button>
        }
      />
      {creating && (
        <CreateWorkspace
          opened
          onClose={() => setCreating(false)}
          onCreated={(workspace) =>
            void navigate({ to: '/w/$workspaceId', params: { workspaceId: workspace.id } })
          }
        />
      )}
    </div>
  );
}
