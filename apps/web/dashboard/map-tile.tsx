import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useApi } from '#client/react.tsx';
import { outline } from '#journey/domain/outline.ts';
import { ShownCurve } from '#journey/web/present/shown-curve.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import classes from '#measure/web/dashboard/dashboard.module.css';
import { useText } from '#measure/web/dashboard/text.ts';
import { durationEnds, scoreText } from '#measure/web/ends.ts';
import { liveMap } from '#measure/web/live-map.ts';
import { countOf, everyone, figuresOf, shown } from '#measure/web/place.ts';
import { useText as useMeasureText } from '#measure/web/text.ts';
import { useFormat } from '#ui/i18n.ts';
import { PlainTable } from '#ui/plain-table.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';

type MapTileProps = {
  readonly workspaceId: WorkspaceId;
  readonly zone: string;
  readonly mapId: string;
  readonly part: 'stages' | 'curve';
};

/** A map on a dashboard: the figures of its stages, or its emotion curve. */
export function MapTile({ workspaceId, zone, mapId, part }: MapTileProps) {
  const t = useText();
  const words = useMeasureText();
  const format = useFormat(zone);
  const { query } = useApi();
  const input = { workspaceId, mapId };
  const found = useQuery(query.journey.get.queryOptions({ input }));
  const measured = useQuery(query.measure.measureMap.queryOptions({ input, staleTime: 60_000 }));
  const error = found.error ?? measured.error;
  if (error !== null)
    return (
      <article className={classes.box}>
        <FailureNotice error={error} />
        <p className={classes.small}>{t('gone')}</p>
      </article>
    );
  if (!found.data || !measured.data)
    return (
      <article className={classes.box}>
        <p role="status">{t('loading')}</p>
      </article>
    );
  const { map } = found.data;
  const measure = measured.data;
  const drawn = outline(map);
  const rows = drawn.stages.flatMap(({ id, stage }) => {
    const figures = figuresOf(measure, { kind: 'stage', id }, everyone);
    return figures ? [{ id, title: stage.title, figures }] : [];
  });
  return (
    <article className={classes.box}>
      <h2 className={classes.heading}>
        <Link to="/w/$workspaceId/maps/$mapId" params={{ workspaceId, mapId }}>
          {map.title}
        </Link>
      </h2>
      {part === 'curve' ? (
        <ShownCurve
          map={map}
          outline={drawn}
          personaId={null}
          live={liveMap({ t: words, format }, measure, everyone)}
        />
      ) : rows.length === 0 ? (
        <p className={classes.small}>{t('stages.unbound')}</p>
      ) : (
        <PlainTable
          caption={t('stages.caption', { title: map.title })}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'stage',
              header: t('stages.stage'),
              names: true,
              cell: ({ id, title }) => (
                <Link
                  to="/w/$workspaceId/sources/$sourceId/paths"
                  params={{ workspaceId, sourceId: measure.populations[0]?.sourceId ?? '' }}
                  search={{ unit: 'stage', map: mapId, filter: [{ is: 'through', place: id }] }}
                >
                  {title}
                </Link>
              ),
            },
            {
              key: 'customers',
              header: t('stages.customers'),
              figures: true,
              cell: ({ figures }) => {
                const customers = countOf(figures.customers);
                return customers === null ? t('stages.none') : format.integer(customers);
              },
            },
            {
              key: 'goesOn',
              header: t('stages.goesOn'),
              figures: true,
              cell: ({ figures }) => {
                const share = shown(figures.goesOn);
                return share
                  ? `${format.share(share.value)} (${format.share(share.low)} – ${format.share(share.high)})`
                  : t('stages.none');
              },
            },
            {
              key: 'time',
              header: t('stages.time'),
              figures: true,
              cell: ({ figures: { timeToNext } }) => {
                if (!timeToNext || timeToNext.withheld || timeToNext.value === null) return t('stages.none');
                const ends = durationEnds(format, timeToNext, () => words('figure.beyond'));
                return `${format.duration(timeToNext.value)}${ends ? ` (${ends.low} – ${ends.high})` : ''}`;
              },
            },
            {
              key: 'satisfaction',
              header: t('stages.satisfaction'),
              figures: true,
              cell: ({ figures: { satisfaction } }) => {
                const estimate = shown(satisfaction?.estimate);
                return satisfaction && estimate
                  ? `${scoreText(format, satisfaction, estimate.value)} (${scoreText(format, satisfaction, estimate.low)} – ${scoreText(format, satisfaction, estimate.high)})`
                  : t('stages.none');
              },
            },
          ]}
        />
      )}
    </article>
  );
}
