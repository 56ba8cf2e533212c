import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Trend } from '#measure/domain/indicator/answer.ts';
import type { Lived } from '#measure/domain/indicator/indicator.ts';
import type { PathSearch } from '#measure/web/paths/address.ts';
import { useText as usePathsText } from '#measure/web/paths/text.ts';
import { useText as useReportText } from '#measure/web/report/text.ts';
import { useText } from '../text.ts';

/** The question on paths behind a figure, its filters kept; from the first to the last day when told. */
function pathSearchOf(definition: Lived, days?: { readonly from: string; readonly to: string }): PathSearch {
  const { unit, mapId, filters } = definition;
  const places =
    definition.of === 'volume'
      ? [definition.place]
      : definition.of === 'churn'
        ? [definition.first, definition.left]
        : [definition.first, definition.second];
  const through = places.find((place) => place !== null);
  return {
    ...(mapId !== undefined && { unit, map: mapId }),
    ...(days && { from: days.from, to: days.to }),
    filter: [
      ...filters,
      ...(through === undefined || through === null ? [] : [{ is: 'through' as const, place: through }]),
    ],
  };
}

type FigureLinksProps = {
  readonly workspaceId: WorkspaceId;
  readonly trend: Trend;
  /** The period of the figure: the lived journeys are then those begun in it. */
  readonly days?: { readonly from: string; readonly to: string };
};

/** From a figure to what is behind it: the map it is read on, the lived journeys, the survey. */
export function FigureLinks({ workspaceId, trend, days }: FigureLinksProps) {
  const t = useText();
  const paths = usePathsText();
  const report = useReportText();
  const { query } = useApi();
  const { definition } = trend.indicator;
  const mapId = definition.of === 'score' || definition.of === 'formula' ? undefined : definition.mapId;
  const maps = useQuery(
    query.journey.list.queryOptions({ input: { workspaceId }, enabled: mapId !== undefined }),
  );
  if (definition.of === 'formula') return null;
  if (definition.of === 'score')
    return (
      <Link to="/w/$workspaceId/surveys/$surveyId" params={{ workspaceId, surveyId: definition.surveyId }}>
        {t('indicators.survey')}
      </Link>
    );
  const map = maps.data?.find(({ id }) => id === mapId);
  return (
    <>
      {map && (
        <Link to="/w/$workspaceId/maps/$mapId" params={{ workspaceId, mapId: map.id }}>
          {t('indicators.map', { title: map.title })}
        </Link>
      )}
      <Link
        to="/w/$workspaceId/sources/$sourceId/paths"
        params={{ workspaceId, sourceId: definition.sourceId }}
        search={pathSearchOf(definition, days)}
      >
        {days ? report('journeys') : paths('openHere')}
      </Link>
    </>
  );
}
