import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MapSummary } from '#journey/contract.ts';
import { useFormat } from '#ui/i18n.ts';
import { Pill } from '#ui/pill.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import { useText } from '../text.ts';
import classes from './map-list.module.css';
import { MapMiniature } from './map-miniature.tsx';

type MapListProps = {
  readonly workspace: Workspace;
  readonly maps: readonly MapSummary[];
  /** What can be done with one map, at the end of its line. */
  readonly actions?: (map: MapSummary) => ReactNode;
};

/** Maps as a calm list: the curve, the title, what it holds, how much of it is measured, when it was edited. */
export function MapList({ workspace, maps, actions }: MapListProps) {
  return (
    <ul className={classes.list}>
      {maps.map((map) => (
        <MapLine key={map.id} workspace={workspace} map={map} actions={actions} />
      ))}
    </ul>
  );
}

type MapLineProps = {
  readonly workspace: Workspace;
  readonly map: MapSummary;
  readonly actions: MapListProps['actions'] | undefined;
};

function MapLine({ workspace, map, actions }: MapLineProps) {
  const t = useText();
  const format = useFormat(workspace.zone);
  const share = map.touchpoints === 0 ? 0 : map.bound / map.touchpoints;
  return (
    <li className={`${classes.line} ${actions === undefined ? '' : classes.withActions}`}>
      <MapMiniature curve={map.curve} />
      <div className={classes.words}>
        <Link
          to="/w/$workspaceId/maps/$mapId"
          params={{ workspaceId: workspace.id, mapId: map.id }}
          className={classes.title}
        >
          {map.title === '' ? t('maps.untitled') : map.title}
        </Link>
        <p className={classes.meta}>
          {[
            t(`kind.${map.kind}`),
            t('maps.steps', { count: map.steps }),
            t('maps.cards', { count: map.cards }),
          ].join(' · ')}
        </p>
      </div>
      <div className={classes.state}>
        <Pill>{t(`state.${map.state}`)}</Pill>
      </div>
      <div className={classes.bound}>
        <p>
          {map.bound === 0
            ? t('maps.unmeasured')
            : t('maps.measured', { bound: map.bound, all: map.touchpoints })}
        </p>
        {map.bound > 0 && (
          <span className={classes.track} aria-hidden="true">
            <span className={classes.bar} style={{ width: `${share * 100}%` }} />
          </span>
        )}
      </div>
      <p className={classes.edited}>
        <time dateTime={map.updatedAt} title={format.moment(map.updatedAt)}>
          <VisuallyHidden>{t('maps.edited')} </VisuallyHidden>
          {format.ago(map.updatedAt, Date.now())}
        </time>
      </p>
      {actions !== undefined && <div className={classes.actions}>{actions(map)}</div>}
    </li>
  );
}
