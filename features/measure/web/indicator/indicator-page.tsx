import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Trend } from '#measure/domain/indicator/answer.ts';
import { newestOver } from '#measure/domain/indicator/trend.ts';
import { Button } from '#ui/button.tsx';
import { Confirm } from '#ui/confirm.tsx';
import { Explain } from '#ui/explain.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pill } from '#ui/pill.tsx';
import { FailureNotice, ProblemNotice } from '#ui/problem-notice.tsx';
import { Sentence } from '#ui/sentence.tsx';
import { useTitle } from '#ui/use-title.ts';
import { PictureFigure } from '../picture-figure.tsx';
import { GroupsSection } from './groups-section.tsx';
import classes from './indicator.module.css';
import { Moved, type SayProblem } from './indicator-card.tsx';
import { IndicatorDialog } from './indicator-dialog.tsx';
import { TrendPicture } from './trend-picture.tsx';
import { trendTwin } from './trend-twin.ts';
import { useSpeech } from './use-speech.ts';
import {
  definitionText,
  detailText,
  type IndicatorSpeech,
  methodText,
  movementText,
  movementTone,
  sentenceOf,
  targetText,
} from './words.ts';

type IndicatorPageProps = {
  readonly workspaceId: WorkspaceId;
  readonly zone: string;
  readonly indicatorId: string;
  readonly crumbs: ReactNode;
  readonly sayProblem: SayProblem;
  /** Links from the figure to what is behind it: the paths page, the map, the survey. */
  readonly links: (trend: Trend) => ReactNode;
  readonly onRemoved: () => void;
  /** The groups of the address; undefined: as the indicator says, null: everyone only. */
  readonly by: string | null | undefined;
  readonly onBy: (by: string | null) => void;
};

/** One indicator: its newest figure, how it moved, its curve and the same as a table. */
export function IndicatorPage(props: IndicatorPageProps) {
  const { workspaceId, zone, indicatorId } = props;
  const speech = useSpeech(zone);
  const { t } = speech;
  const { query } = useApi();
  const queries = useQueryClient();
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const found = useQuery(query.indicator.indicator.queryOptions({ input: { workspaceId, indicatorId } }));
  const all = useQuery(query.indicator.indicators.queryOptions({ input: { workspaceId } }));
  const remove = useMutation(
    query.indicator.removeIndicator.mutationOptions({
      async onSuccess() {
        props.onRemoved();
        await queries.invalidateQueries({ queryKey: query.indicator.indicators.key() });
      },
    }),
  );
  const trend = found.data;
  useTitle(trend?.indicator.name ?? t('title'));
  if (found.error !== null)
    return (
      <div className={classes.page}>
        <PageHeader crumbs={props.crumbs} title={t('title')} />
        <FailureNotice error={found.error} onRetry={() => void found.refetch()} />
      </div>
    );
  if (!trend)
    return (
      <div className={classes.page}>
        <p role="status">{t('loading')}</p>
      </div>
    );
  const { indicator, outcome } = trend;
  const nameOf = (id: string) => all.data?.find((each) => each.indicator.id === id)?.indicator.name;
  return (
    <>
      <PageHeader
        crumbs={props.crumbs}
        title={indicator.name}
        marks={
          outcome.is === 'told' && outcome.basis.simulated && <Pill tone="warning">{t('simulated')}</Pill>
        }
        actions={
          <>
            <Button look="quiet" onClick={() => setRemoving(true)}>
              {t('remove')}
            </Button>
            <Button onClick={() => setEditing(true)}>{t('edit')}</Button>
          </>
        }
      />
      <div className={classes.page}>
        <p className={classes.definition}>
          {definitionText(speech, indicator.definition, outcome.is === 'told' ? outcome.basis : null, nameOf)}
        </p>
        <p className={classes.small}>
          {indicator.owner === '' ? t('noOwner') : t('owner', { owner: indicator.owner })} ·{' '}
          {t('target.label')} {targetText(speech, indicator)}
        </p>
        {outcome.is === 'broken' ? (
          <div className={classes.told}>
            <ProblemNotice
              title={t('broken')}
              where={props.sayProblem(outcome.problem)}
              cure={t('brokenCure')}
            />
          </div>
        ) : (
          <ToldIndicator
            speech={speech}
            workspaceId={workspaceId}
            trend={trend}
            by={props.by === undefined ? indicator.by : props.by}
            onBy={props.onBy}
            outcome={outcome}
            links={props.links(trend)}
            definition={definitionText(speech, indicator.definition, outcome.basis, nameOf)}
          />
        )}
      </div>
      {editing && (
        <IndicatorDialog
          workspaceId={workspaceId}
          indicator={indicator}
          onClose={() => setEditing(false)}
          onSaved={() => {
            setEditing(false);
            void queries.invalidateQueries({ queryKey: query.indicator.key() });
          }}
        />
      )}
      <Confirm
        opened={removing}
        title={t('removeTitle', { name: indicator.name })}
        confirm={t('remove')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ workspaceId, indicatorId })}
        onCancel={() => setRemoving(false)}
      >
        {t('removeText')}
        {remove.error !== null && <FailureNotice error={remove.error} />}
      </Confirm>
    </>
  );
}

type ToldIndicatorProps = {
  readonly speech: IndicatorSpeech;
  readonly workspaceId: WorkspaceId;
  readonly trend: Trend;
  readonly by: string | null;
  readonly onBy: (by: string | null) => void;
  readonly outcome: Extract<Trend['outcome'], { is: 'told' }>;
  readonly links: ReactNode;
  readonly definition: string;
};

function ToldIndicator(props: ToldIndicatorProps) {
  const { speech, workspaceId, trend, by, onBy, outcome, links, definition } = props;
  const { t } = speech;
  const { indicator } = trend;
  const [table, setTable] = useState(false);
  const newest = newestOver(outcome.points);
  const difference = outcome.movement?.difference ?? null;
  const twin = trendTwin(speech, indicator, outcome.points);
  return (
    <div className={classes.told}>
      <div className={classes.newest}>
        {newest ? (
          <Sentence
            text={sentenceOf(speech, indicator, newest)}
            tone={movementTone(indicator, difference)}
            range={
              <Explain
                explanation={{
                  title: indicator.name,
                  definition,
                  method: `${methodText(speech, indicator.definition)} ${t('explain.settled')}`,
                  source: outcome.basis.origins.map(({ name }) => name).join(', '),
                }}
              >
                {detailText(speech, indicator, newest.figure) || t('figure.noInterval')}
              </Explain>
            }
          />
        ) : (
          <p>{t('figure.none')}</p>
        )}
        {outcome.movement && (
          <Moved
            text={movementText(speech, indicator, difference)}
            tone={movementTone(indicator, difference)}
          />
        )}
        <p className={classes.links}>{links}</p>
      </div>
      <PictureFigure
        name={indicator.name}
        simulated={outcome.basis.simulated}
        facts={[t('said.source', { names: outcome.basis.origins.map(({ name }) => name).join(', ') })]}
        notes={[t('picture.band')]}
        twin={twin}
        table={table}
        onTable={setTable}
      >
        {outcome.points.some(({ figure }) => figure.is === 'shown')
          ? (width) => (
              <TrendPicture speech={speech} indicator={indicator} points={outcome.points} width={width} />
            )
          : undefined}
      </PictureFigure>
      <GroupsSection
        speech={speech}
        workspaceId={workspaceId}
        trend={trend}
        by={by}
        onBy={onBy}
        table={table}
        onTable={setTable}
      />
    </div>
  );
}
