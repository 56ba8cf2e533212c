import { Link } from '@tanstack/react-router';
import { isLinked } from '#journey/domain/portfolio/portfolio.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import { MapLink } from './map-link.tsx';
import classes from './portfolio.module.css';
import { useText } from './text.ts';
import { useNeighbours } from './use-neighbours.ts';

type MapLinksProps = { readonly workspaceId: WorkspaceId; readonly mapId: string };

/** Under the bar of a map: the map it comes from, its to-be or as-is, the maps that tell its stages. */
export function MapLinks({ workspaceId, mapId }: MapLinksProps) {
  const t = useText();
  const around = useNeighbours(workspaceId, mapId)?.around;
  if (!around || !isLinked(around)) return null;
  const compare = (toBe: string, asIs: string, other: string) => (
    <Link
      to="/w/$workspaceId/maps/$mapId/compare"
      params={{ workspaceId, mapId: toBe }}
      search={{ with: asIs }}
      aria-label={t('links.compareWith', { title: other || t('untitled') })}
    >
      {t('links.compare')}
    </Link>
  );
  return (
    <nav className={classes.links} aria-label={t('links.label')}>
      {around.parents.map(({ map, stageTitle }) => (
        <span key={`${map.id}-${stageTitle}`}>
          {stageTitle === null ? t('links.parent') : t('links.parentStage', { stage: stageTitle })}{' '}
          <MapLink workspaceId={workspaceId} map={map} />
        </span>
      ))}
      {around.asIs && (
        <span>
          {t('links.toBeOf')} <MapLink workspaceId={workspaceId} map={around.asIs} />
          {compare(mapId, around.asIs.id, around.asIs.title)}
        </span>
      )}
      {around.toBes.map((map) => (
        <span key={map.id}>
          {t('links.toBe')} <MapLink workspaceId={workspaceId} map={map} />
          {compare(map.id, mapId, map.title)}
        </span>
      ))}
      {around.subs.length > 0 && (
        <span>
          {t('links.subs')}{' '}
          {around.subs.map(({ map, stageId }) => (
            <MapLink key={stageId} workspaceId={workspaceId} map={map} />
          ))}
        </span>
      )}
    </nav>
  );
}
