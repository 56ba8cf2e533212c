import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Pill } from '#ui/pill.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import { useText as useWorkspaceText } from '#workspace/web/text.ts';
import { WorkspaceSwitcher } from '#workspace/web/workspace-switcher.tsx';
import classes from './page.module.css';

type WorkspaceBarProps = {
  readonly workspace: Workspace;
  readonly workspaces: readonly Workspace[];
  /** Where choosing another workspace leads: the same page of it. */
  readonly page:
    | '/w/$workspaceId'
    | '/w/$workspaceId/personas'
    | '/w/$workspaceId/maps'
    | '/w/$workspaceId/sources'
    | '/w/$workspaceId/indicators'
    | '/w/$workspaceId/dashboards'
    | '/w/$workspaceId/report';
  /** The title of the page; the name of the workspace unless told. */
  readonly title?: string;
  readonly children: ReactNode;
};

/** The head of a page: its title, which workspace this is, and what can be done here. */
export function WorkspaceBar({ workspace, workspaces, page, title, children }: WorkspaceBarProps) {
  const words = useWorkspaceText();
  const navigate = useNavigate();
  return (
    <div className={classes.head}>
      <h1 className={classes.title}>{title ?? workspace.name}</h1>
      <WorkspaceSwitcher
        bare={title === undefined}
        workspaces={workspaces}
        current={workspace}
        onSwitch={({ id }) => void navigate({ to: page, params: { workspaceId: id } })}
      />
      {workspace.demonstration && <Pill tone="warning">{words('simulated')}</Pill>}
      <div className={classes.barEnd}>{children}</div>
    </div>
  );
}
