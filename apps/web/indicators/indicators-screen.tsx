import { Link } from '@tanstack/react-router';
import { IndicatorsList } from '#measure/web/indicator/indicators-list.tsx';
import { useText as useIndicatorText } from '#measure/web/indicator/text.ts';
import { useLocale } from '#ui/i18n.ts';
import { useTitle } from '#ui/use-title.ts';
import { problemSentence } from '../../problem-sentence.ts';
import page from '../page.module.css';
import { WorkspaceBar } from '../workspace-bar.tsx';
import { WorkspacePage } from '../workspace-page.tsx';
import { SteeringLinks } from './steering-links.tsx';

/** The figures a workspace answers for. */
export function IndicatorsScreen() {
  const t = useIndicatorText();
  const locale = useLocale();
  useTitle(t('title'));
  return (
    <WorkspacePage>
      {(workspace, workspaces) => (
        <div className={page.page} key={workspace.id}>
          <IndicatorsList
            workspaceId={workspace.id}
            zone={workspace.zone}
            sayProblem={({ code, params }) => problemSentence({ code, params: params ?? {} }, locale)}
            link={({ id, name }) => (
              <Link
                to="/w/$workspaceId/indicators/$indicatorId"
                params={{ workspaceId: workspace.id, indicatorId: id }}
              >
                {name}
              </Link>
            )}
            head={(add) => (
              <>
                <WorkspaceBar
                  workspace={workspace}
                  workspaces={workspaces}
                  page="/w/$workspaceId/indicators"
                  title={t('title')}
                >
                  <SteeringLinks workspaceId={workspace.id} here="indicators" />
                  {add}
                </WorkspaceBar>
                <p className={page.lead}>{t('lead', { workspace: workspace.name })}</p>
              </>
            )}
          />
        </div>
      )}
    </WorkspacePage>
  );
}
