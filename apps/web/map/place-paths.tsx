import { Link } from '@tanstack/react-router';
import type { JourneyMap } from '#journey/domain/schema.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import type { MapMeasure } from '#measure/domain/figures.ts';
import { populationsOf } from '#measure/web/map/place-figures.ts';
import type { PathSearch } from '#measure/web/paths/address.ts';
import { useText as usePathsText } from '#measure/web/paths/text.ts';
import { figuresOf, type Place } from '#measure/web/place.ts';
import classes from './selection-figures.module.css';

type PlacePathsProps = {
  readonly workspaceId: WorkspaceId;
  readonly mapId: string;
  readonly measure: MapMeasure;
  readonly map: JourneyMap;
  readonly place: Place;
  /** Key of the group the figures are of. */
  readonly group: string;
};

/** From the figures of a place to the journeys behind them: those that pass here, of the persona looked at. */
export function PlacePaths({ workspaceId, mapId, measure, map, place, group }: PlacePathsProps) {
  const t = usePathsText();
  const figures = figuresOf(measure, place, group);
  if (figures === undefined || figures.share === null) return null;
  const sources = populationsOf(measure, figures);
  const match = map.personas[group]?.match;
  const search: PathSearch = {
    unit: place.kind,
    map: mapId,
    filter: [
      { is: 'through', place: place.id },
      ...(match ? [{ is: 'one-of' as const, attribute: match.attribute, values: [match.value] }] : []),
    ],
  };
  return sources.map(({ sourceId, name }) => (
    <p key={sourceId} className={classes.small}>
      <Link to="/w/$workspaceId/sources/$sourceId/paths" params={{ workspaceId, sourceId }} search={search}>
        {sources.length > 1 ? t('openHereIn', { source: name }) : t('openHere')}
      </Link>
    </p>
  ));
}
