import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import type { ImportRecord } from '#measure/domain/event-import/import-record.ts';
import type { SourceDetails } from '#measure/domain/source.ts';
import { Button } from '#ui/button.tsx';
import { Confirm } from '#ui/confirm.tsx';
import { useFormat } from '#ui/i18n.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { Pill } from '#ui/pill.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { useTitle } from '#ui/use-title.ts';
import { JourneyRuleSection } from '../making/journey-rule-section.tsx';
import { useText } from '../text.ts';
import { AttributeSummaries } from './attribute-summaries.tsx';
import { EventKindTable } from './event-kind-table.tsx';
import { ImportList } from './import-list.tsx';
import { LogFigures } from './log-figures.tsx';
import classes from './source-page.module.css';

type SourcePageProps = {
  readonly workspaceId: WorkspaceId;
  /** Zone in which the workspace tells days. */
  readonly zone: string;
  readonly sourceId: string;
  /** Where the page lies: links. */
  readonly crumbs: ReactNode;
  /** The sentence of a problem in the reader's language. */
  readonly sayProblem: (problem: NonNullable<ImportRecord['problem']>) => string;
  /** A link to an import that is under way. */
  readonly follow: (importId: string, label: string) => ReactNode;
  /** The way to the lived journeys of this source. */
  readonly paths: ReactNode;
  /** Makes a map of this source and opens it. */
  readonly propose: {
    readonly isPending: boolean;
    readonly error: unknown;
    fromSource(source: { readonly id: string; readonly name: string }): void;
  };
  readonly onRemoved: () => void;
};

/** One source of lived journeys: what its log says, what happens in it, how its files came in. */
export function SourcePage(props: SourcePageProps) {
  const { workspaceId, sourceId, crumbs } = props;
  const t = useText();
  const { query } = useApi();
  const input = { workspaceId, sourceId };
  const found = useQuery({
    ...query.measure.source.queryOptions({ input }),
    // An import under way is followed here too.
    refetchInterval: ({ state: { data } }) =>
      data?.imports.some(({ status }) => status === 'running' || status === 'publishing') ? 1000 : false,
  });
  useTitle(found.data?.name ?? '');
  if (found.data === undefined) {
    return (
      <>
        <PageHeader crumbs={crumbs} title={t('sources.title')} />
        <div className={classes.page} aria-busy={found.error === null}>
          {found.error !== null && <FailureNotice error={found.error} onRetry={() => void found.refetch()} />}
        </div>
      </>
    );
  }
  return <ShownSource {...props} source={found.data} />;
}

function ShownSource(props: SourcePageProps & { readonly source: SourceDetails }) {
  const { workspaceId, zone, source, crumbs, sayProblem, follow, paths, propose } = props;
  const t = useText();
  const format = useFormat(zone);
  const { query } = useApi();
  const input = { workspaceId, sourceId: source.id };
  const kinds = useQuery(query.measure.eventKinds.queryOptions({ input }));
  const attributes = useQuery(query.measure.attributes.queryOptions({ input }));
  const { stats } = source;
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={source.name}
        marks={source.simulated ? <Pill tone="warning">{t('simulated')}</Pill> : undefined}
        actions={
          <>
            <RemoveSource {...props} />
            {stats !== null && paths}
            {stats !== null && (
              <Button look="action" disabled={propose.isPending} onClick={() => propose.fromSource(source)}>
                {t(propose.isPending ? 'source.proposing' : 'source.propose')}
              </Button>
            )}
          </>
        }
      />
      <div className={classes.page}>
        {propose.error !== null && <FailureNotice error={propose.error} />}
        <p className={classes.lead}>
          {stats === null || stats.first === null || stats.last === null
            ? t('source.leadNoImport')
            : t('source.lead', {
                period: format.period(stats.first, stats.last),
                when: source.lastImportAt === null ? '—' : format.moment(source.lastImportAt),
              })}
        </p>
        <div className={classes.columns}>
          <div className={classes.main}>
            {stats !== null && (
              <section aria-labelledby="log-figures">
                <SectionTitle id="log-figures">{t('source.figures')}</SectionTitle>
                <LogFigures source={source} zone={zone} />
              </section>
            )}
            {stats !== null && (
              <JourneyRuleSection workspaceId={workspaceId} zone={zone} source={{ ...source, stats }} />
            )}
            {stats !== null && (
              <section aria-labelledby="log-kinds" aria-busy={kinds.isPending}>
                <SectionTitle id="log-kinds">{t('source.kinds')}</SectionTitle>
                <p className={classes.small}>{t('source.kindsLead')}</p>
                {kinds.error !== null && (
                  <FailureNotice error={kinds.error} onRetry={() => void kinds.refetch()} />
                )}
                {kinds.data && <EventKindTable kinds={kinds.data} journeys={stats.journeys} />}
              </section>
            )}
            {stats !== null && (
              <section aria-labelledby="log-attributes" aria-busy={attributes.isPending}>
                <SectionTitle id="log-attributes">{t('source.attributes')}</SectionTitle>
                <p className={classes.small}>{t('source.attributesLead')}</p>
                {attributes.error !== null && (
                  <FailureNotice error={attributes.error} onRetry={() => void attributes.refetch()} />
                )}
                {attributes.data && <AttributeSummaries attributes={attributes.data} />}
              </section>
            )}
          </div>
          <section className={classes.aside} aria-labelledby="log-imports">
            <SectionTitle id="log-imports">{t('source.imports')}</SectionTitle>
            <ImportList imports={source.imports} zone={zone} sayProblem={sayProblem} follow={follow} />
          </section>
        </div>
      </div>
    </>
  );
}

function RemoveSource({
  workspaceId,
  source,
  onRemoved,
}: SourcePageProps & { readonly source: SourceDetails }) {
  const t = useText();
  const { query } = useApi();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation(
    query.measure.removeSource.mutationOptions({
      onSuccess: () => {
        onRemoved();
        void client.invalidateQueries({ queryKey: query.measure.sources.key() });
        void client.invalidateQueries({ queryKey: query.measure.measureMap.key() });
      },
    }),
  );
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('source.remove')}</Button>
      <Confirm
        opened={asking}
        title={t('source.removeTitle', { name: source.name })}
        confirm={t('source.removeVerb')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ workspaceId, sourceId: source.id })}
        onCancel={() => setAsking(false)}
      >
        {t('source.removeText')}
        {remove.error !== null && <FailureNotice error={remove.error} />}
      </Confirm>
    </>
  );
}
