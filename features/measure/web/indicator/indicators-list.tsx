import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Indicator } from '#measure/domain/indicator/indicator.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { AlertsPanel } from './alerts-panel.tsx';
import classes from './indicator.module.css';
import { IndicatorCard, type SayProblem } from './indicator-card.tsx';
import { IndicatorDialog } from './indicator-dialog.tsx';
import { useSpeech } from './use-speech.ts';

type IndicatorsListProps = {
  readonly workspaceId: WorkspaceId;
  readonly zone: string;
  readonly sayProblem: SayProblem;
  readonly link: (indicator: Indicator) => ReactNode;
  /** The head of the page, with the button that adds an indicator where there are some. */
  readonly head: (add: ReactNode) => ReactNode;
};

/** All indicators of a workspace at a glance. */
export function IndicatorsList({ workspaceId, zone, sayProblem, link, head }: IndicatorsListProps) {
  const speech = useSpeech(zone);
  const { t } = speech;
  const { query } = useApi();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(
    query.indicator.indicators.queryOptions({ input: { workspaceId } }),
  );
  const add = (
    <Button look="action" onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <>
      {head(data !== undefined && data.length > 0 && add)}
      {error !== null && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <p role="status">{t('loading')}</p>}
      {data?.length === 0 && <EmptyState title={t('none')} text={t('noneText')} actions={add} />}
      {data !== undefined && data.length > 0 && (
        <ul className={classes.cards}>
          {data.map((trend) => (
            <li key={trend.indicator.id}>
              <IndicatorCard
                speech={speech}
                trend={trend}
                sayProblem={sayProblem}
                name={link(trend.indicator)}
              />
            </li>
          ))}
        </ul>
      )}
      {data !== undefined && data.length > 0 && (
        <AlertsPanel
          speech={speech}
          workspaceId={workspaceId}
          indicators={data.map(({ indicator }) => indicator)}
          link={link}
        />
      )}
      {adding && (
        <IndicatorDialog
          workspaceId={workspaceId}
          indicator={null}
          onClose={() => setAdding(false)}
          onSaved={() => {
            setAdding(false);
            void queries.invalidateQueries({ queryKey: query.indicator.key() });
          }}
        />
      )}
    </>
  );
}
