import { Link } from '@tanstack/react-router';
import type { Source } from '#measure/domain/source.ts';
import { useFormat } from '#ui/i18n.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import type { Survey } from '#voice/domain/survey.ts';
import type { Workspace } from '#workspace/domain/schema.ts';
import page from '../page.module.css';
import { useText } from '../text.ts';
import classes from './data-list.module.css';

type DataListProps = {
  readonly workspace: Workspace;
  readonly sources: readonly Source[];
  readonly surveys: readonly Survey[];
};

/** What the figures of this workspace rest on, most recent first. */
export function DataList({ workspace, sources, surveys }: DataListProps) {
  const t = useText();
  const format = useFormat(workspace.zone);
  if (sources.length + surveys.length === 0) return null;
  const events = (source: Source) =>
    source.stats === null
      ? t('home.sourceEmpty')
      : t('home.source', { events: source.stats.events, customers: source.stats.customers });
  return (
    <section aria-labelledby="data">
      <div className={page.sectionHead}>
        <SectionTitle id="data">{t('home.data')}</SectionTitle>
        <Link to="/w/$workspaceId/sources" params={{ workspaceId: workspace.id }}>
          {t('home.allData')}
        </Link>
      </div>
      <ul className={classes.list}>
        {sources.slice(0, 4).map((source) => (
          <li key={source.id}>
            <Link
              to="/w/$workspaceId/sources/$sourceId"
              params={{ workspaceId: workspace.id, sourceId: source.id }}
            >
              {source.name}
            </Link>
            <p className={classes.detail}>
              {events(source)}
              {source.lastImportAt !== null && ` · ${format.date(source.lastImportAt)}`}
            </p>
          </li>
        ))}
        {surveys.slice(0, 4).map((survey) => (
          <li key={survey.id}>
            <Link
              to="/w/$workspaceId/surveys/$surveyId"
              params={{ workspaceId: workspace.id, surveyId: survey.id }}
            >
              {survey.name}
            </Link>
            <p className={classes.detail}>
              {t('home.survey', { count: survey.respondents })} · {format.date(survey.importedAt)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
