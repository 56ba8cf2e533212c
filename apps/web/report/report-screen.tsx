import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ReportPage } from '#measure/web/report/report-page.tsx';
import { useText as useReportText } from '#measure/web/report/text.ts';
import { useLocale } from '#ui/i18n.ts';
import { useTitle } from '#ui/use-title.ts';
import { problemSentence } from '../../problem-sentence.ts';
import { FigureLinks } from '../indicators/figure-links.tsx';
import { SteeringLinks } from '../indicators/steering-links.tsx';
import page from '../page.module.css';
import { WorkspaceBar } from '../workspace-bar.tsx';
import { WorkspacePage } from '../workspace-page.tsx';

/** The monthly report of the committee, at its address. */
export function ReportScreen() {
  const t = useReportText();
  const locale = useLocale();
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  useTitle(t('title'));
  return (
    <WorkspacePage>
      {(workspace, workspaces) => (
        <div className={page.page} key={workspace.id}>
          <WorkspaceBar
            workspace={workspace}
            workspaces={workspaces}
            page="/w/$workspaceId/report"
            title={t('title')}
          >
            <SteeringLinks workspaceId={workspace.id} here="report" />
          </WorkspaceBar>
          <ReportPage
            workspaceId={workspace.id}
            zone={workspace.zone}
            month={'month' in search && typeof search.month === 'string' ? search.month : undefined}
            onMonth={(month) =>
              void navigate({
                to: '/w/$workspaceId/report',
                params: { workspaceId: workspace.id },
                search: { month },
              })
            }
            sayProblem={({ code, params }) => problemSentence({ code, params: params ?? {} }, locale)}
            name={({ trend: { indicator } }) => (
              <Link
                to="/w/$workspaceId/indicators/$indicatorId"
                params={{ workspaceId: workspace.id, indicatorId: indicator.id }}
              >
                {indicator.name}
              </Link>
            )}
            links={({ trend, point }) => (
              <FigureLinks workspaceId={workspace.id} trend={trend} {...(point && { days: point })} />
            )}
          />
        </div>
      )}
    </WorkspacePage>
  );
}
