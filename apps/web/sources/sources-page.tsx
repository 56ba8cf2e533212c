import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useApi } from '#client/react.tsx';
import { SourceList, SurveyList } from '#measure/web/sources/data-list.tsx';
import { useText as useMeasureText } from '#measure/web/text.ts';
import { buttonClass } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { useTitle } from '#ui/use-title.ts';
import type { Workspace } from '#workspace/domain/schema.ts';
import page from '../page.module.css';
import { WorkspaceBar } from '../workspace-bar.tsx';
import { WorkspacePage } from '../workspace-page.tsx';
import classes from './sources-page.module.css';

export function SourcesPage() {
  return (
    <WorkspacePage>
      {(workspace, workspaces) => (
        <Sources key={workspace.id} workspace={workspace} workspaces={workspaces} />
      )}
    </WorkspacePage>
  );
}

type SourcesProps = { readonly workspace: Workspace; readonly workspaces: readonly Workspace[] };

/** What the figures of a workspace rest on: its sources of events and its surveys. */
function Sources({ workspace, workspaces }: SourcesProps) {
  const t = useMeasureText();
  const { query } = useApi();
  const workspaceId = workspace.id;
  const input = { workspaceId };
  const sources = useQuery(query.measure.sources.queryOptions({ input }));
  const surveys = useQuery(query.voice.surveys.queryOptions({ input }));
  useTitle(t('sources.title'));
  const nothing = sources.data?.length === 0 && surveys.data?.length === 0;
  const toImport = (
    <Link className={buttonClass('action')} to="/w/$workspaceId/import" params={{ workspaceId }}>
      {t('sources.import')}
    </Link>
  );
  return (
    <div className={page.page}>
      <WorkspaceBar
        workspace={workspace}
        workspaces={workspaces}
        page="/w/$workspaceId/sources"
        title={t('sources.title')}
      >
        {!nothing && (
          <>
            <Link className={buttonClass()} to="/w/$workspaceId/sources/identities" params={{ workspaceId }}>
              {t('identities.title')}
            </Link>
            {toImport}
          </>
        )}
      </WorkspaceBar>
      <p className={page.lead}>{t('sources.subtitle', { workspace: workspace.name })}</p>
      {nothing ? (
        <EmptyState title={t('sources.none')} text={t('sources.noneText')} actions={toImport} />
      ) : (
        <div className={classes.lists}>
          <section aria-labelledby="sources" aria-busy={sources.isPending}>
            <SectionTitle id="sources">{t('sources.events')}</SectionTitle>
            {sources.error !== null && (
              <FailureNotice error={sources.error} onRetry={() => void sources.refetch()} />
            )}
            {sources.data?.length === 0 && <p className={classes.none}>{t('sources.noSources')}</p>}
            {sources.data !== undefined && (
              <SourceList
                sources={sources.data}
                zone={workspace.zone}
                link={({ id, name }) => (
                  <Link to="/w/$workspaceId/sources/$sourceId" params={{ workspaceId, sourceId: id }}>
                    {name}
                  </Link>
                )}
              />
            )}
          </section>
          <section aria-labelledby="surveys" aria-busy={surveys.isPending}>
            <SectionTitle id="surveys">{t('sources.surveys')}</SectionTitle>
            {surveys.error !== null && (
              <FailureNotice error={surveys.error} onRetry={() => void surveys.refetch()} />
            )}
            {surveys.data?.length === 0 && <p className={classes.none}>{t('sources.noSurveys')}</p>}
            {surveys.data !== undefined && (
              <SurveyList
                surveys={surveys.data}
                zone={workspace.zone}
                link={({ id, name }) => (
                  <Link to="/w/$workspaceId/surveys/$surveyId" params={{ workspaceId, surveyId: id }}>
                    {name}
                  </Link>
                )}
              />
            )}
          </section>
        </div>
      )}
    </div>
  );
}
