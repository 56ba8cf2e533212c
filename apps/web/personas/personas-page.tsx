import { Gallery } from '#persona/web/gallery/gallery.tsx';
import { useText as usePersonaText } from '#persona/web/text.ts';
import { useTitle } from '#ui/use-title.ts';
import type { Workspace } from '#workspace/domain/schema.ts';
import page from '../page.module.css';
import { WorkspaceBar } from '../workspace-bar.tsx';
import { WorkspacePage } from '../workspace-page.tsx';
import { PersonaWays } from './persona-ways.tsx';

export function PersonasPage() {
  return (
    <WorkspacePage>
      {(workspace, workspaces) => (
        <Personas key={workspace.id} workspace={workspace} workspaces={workspaces} />
      )}
    </WorkspacePage>
  );
}

type PersonasProps = { readonly workspace: Workspace; readonly workspaces: readonly Workspace[] };

/** The gallery of the workspace. */
function Personas({ workspace, workspaces }: PersonasProps) {
  const words = usePersonaText();
  useTitle(words('gallery.title'));
  return (
    <PersonaWays workspace={workspace}>
      <div className={page.page}>
        <Gallery
          head={(buttons) => (
            <>
              <WorkspaceBar
                workspace={workspace}
                workspaces={workspaces}
                page="/w/$workspaceId/personas"
                title={words('gallery.title')}
              >
                {buttons}
              </WorkspaceBar>
              <p className={page.lead}>{words('gallery.subtitle', { workspace: workspace.name })}</p>
            </>
          )}
        />
      </div>
    </PersonaWays>
  );
}
