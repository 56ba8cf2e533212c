import type { JourneyMap } from '#journey/domain/schema.ts';
import type { MapSelection } from '#journey/web/selection.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import { DrawnAndTravelled, type UndrawnEvent } from '#measure/web/map/drawn-and-travelled.tsx';
import { FiguresPanel } from '#measure/web/map/figures-panel.tsx';
import type { Place } from '#measure/web/place.ts';
import { useText as useMeasureText } from '#measure/web/text.ts';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { PlacePaths } from './place-paths.tsx';
import classes from './selection-figures.module.css';
import type { Measured } from './use-measure.ts';

type SelectionFiguresProps = {
  readonly workspaceId: WorkspaceId;
  readonly mapId: string;
  readonly selection:
    | MapSelection
    | { readonly kind: 'figures-of-touchpoint'; readonly touchpointId: string };
  readonly map: JourneyMap;
  readonly measured: Measured;
  readonly group: string;
  readonly zone: string;
  readonly onDraw?: (event: UndrawnEvent, stepId: string) => void;
};

type Shown = { readonly place: Place; readonly show: 'all' | 'emotion' | 'brief' };

/** Which place the data are asked about, and how much is said: a card has its own story, a figure is all figures. */
function shownFor(selection: SelectionFiguresProps['selection']): Shown | null {
  switch (selection.kind) {
    case 'figures-of-touchpoint':
      return { place: { kind: 'touchpoint', id: selection.touchpointId }, show: 'all' };
    case 'stage':
      return { place: { kind: 'stage', id: selection.stageId }, show: 'all' };
    case 'step':
    case 'figures':
      return { place: { kind: 'step', id: selection.stepId }, show: 'all' };
    case 'emotion':
      return { place: { kind: 'step', id: selection.stepId }, show: 'emotion' };
    case 'cell':
    case 'card':
      return { place: { kind: 'step', id: selection.stepId }, show: 'brief' };
    // A touchpoint shows its figures beside what ties it to the data; the map, how it compares with the lives.
    default:
      return null;
  }
}

/** What the data say of what is selected on the map; that they are on their way, or could not be computed. */
export function SelectionFigures(props: SelectionFiguresProps) {
  const { workspaceId, mapId, selection, map, measured, group, zone, onDraw } = props;
  const t = useMeasureText();
  const { measure, bound, stale, error, retry } = measured;
  const shown = shownFor(selection);
  if (shown === null && selection.kind !== 'map') return null;
  if (error !== null && measure === undefined) return <FailureNotice error={error} onRetry={retry} />;
  if (measure === undefined) {
    if (shown?.show === 'brief') return null;
    return (
      <p className={classes.small} role="status">
        {bound ? t('panel.loading') : t(selection.kind === 'map' ? 'strip.none' : 'sentence.nothing')}
      </p>
    );
  }
  return (
    <>
      {stale && (
        <p className={classes.small} role="status">
          {t('panel.stale')}
        </p>
      )}
      {measure.missing.length > 0 && selection.kind === 'map' && (
        <p className={classes.warning}>{t('panel.missing', { count: measure.missing.length })}</p>
      )}
      {shown !== null && (
        <FiguresPanel
          measure={measure}
          map={map}
          place={shown.place}
          group={group}
          zone={zone}
          show={shown.show}
        />
      )}
      {shown?.show === 'all' && (
        <PlacePaths
          workspaceId={workspaceId}
          mapId={mapId}
          measure={measure}
          map={map}
          place={shown.place}
          group={group}
        />
      )}
      {selection.kind === 'map' && measure.drawnAndTravelled !== null && (
        <DrawnAndTravelled drawn={measure.drawnAndTravelled} map={map} onDraw={onDraw} />
      )}
    </>
  );
}
