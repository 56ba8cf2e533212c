import { IconArrowLeft, IconArrowRight, IconChevronDown, IconChevronUp, IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconButton } from '#ui/icon-button.tsx';
import type { JourneyMap, MapTouchpoint, Objective } from '../../domain/schema.ts';
import { type MapSelection, selectionOf, stepOf } from '../selection.ts';
import { LockedNote } from '../talk/locked-note.tsx';
import { useText } from '../text.ts';
import { useText as useToolText } from '../tools/text.ts';
import type { Compared } from '../tools/use-compared.ts';
import type { GridModel } from '../view/grid-model.ts';
import { moveBy } from '../view/map-commands.ts';
import { useMapContext } from '../view/map-context.ts';
import { markedItems } from '../view/marking.ts';
import { useView } from '../view/view-store.ts';
import { CardDetails } from './card-details.tsx';
import { CellDetails } from './cell-details.tsx';
import { ComparedDetails } from './compared-details.tsx';
import { EmotionDetails } from './emotion-details.tsx';
import { LaneDetails, PhaseDetails, StageDetails, StepDetails } from './frame-details.tsx';
import { MapDetails } from './map-details.tsx';
import classes from './panel.module.css';
import { SeveralDetails } from './several-details.tsx';
import { TouchpointDetails } from './touchpoint-details.tsx';

export type PanelSlots = {
  /** What the data say of the selection. */
  readonly renderPanel?: ((selection: MapSelection) => ReactNode) | undefined;
  /** The figure of an objective as it is now, and what ties it to data. */
  readonly renderObjective?: ((objectiveId: string, objective: Objective) => ReactNode) | undefined;
  /** What ties a touchpoint to data. */
  readonly renderTouchpointBinding?:
    | ((touchpointId: string, touchpoint: MapTouchpoint) => ReactNode)
    | undefined;
};

type PanelProps = PanelSlots & {
  readonly map: JourneyMap;
  readonly model: GridModel;
  readonly personaId: string | null;
  /** Personas put side by side: told in place of the map itself. */
  readonly compared: Compared | null;
};

const structural: ReadonlySet<MapSelection['kind']> = new Set(['phase', 'stage', 'step', 'lane']);

/** Explains what is chosen: where it is, what it says, what proves it, what the data say of it. */
export function Panel(props: PanelProps) {
  const { map, model, personaId, compared, renderPanel, renderTouchpointBinding } = props;
  const { view } = useMapContext();
  const t = useText();
  const place = useView(view, (state) => state.place);
  const open = useView(view, (state) => state.sheetOpen);
  const selection = selectionOf(map, model, place);
  const tool = useToolText();
  const own = useTitleOf(map, selection);
  const marked = useView(view, (state) => state.marked);
  const chosen = marked.size > 1 ? markedItems(model, marked).map(({ itemId }) => itemId) : [];
  const several = chosen.length > 1;
  const title = several
    ? tool('say.chosen', { count: chosen.length })
    : selection.kind === 'map' && compared
      ? tool('personas.title')
      : own;
  const measured = renderPanel?.(selection);
  return (
    <aside className={classes.panel} aria-label={t('panel.label')} data-open={open ? '' : undefined}>
      <button
        type="button"
        className={classes.handle}
        aria-expanded={open}
        onClick={() => view.set({ sheetOpen: !open })}
      >
        <span>{title}</span>
        {open ? (
          <IconChevronDown size={18} aria-hidden="true" />
        ) : (
          <IconChevronUp size={18} aria-hidden="true" />
        )}
      </button>
      {/** biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <div className={classes.scroll} tabIndex={0}>
        <div className={classes.top}>
          <Crumb map={map} model={model} selection={selection} />
          <h2 className={classes.title}>{title}</h2>
        </div>
        {several && <SeveralDetails map={map} ids={chosen} />}
        {selection.kind === 'map' && compared && <ComparedDetails map={map} compared={compared} />}
        {selection.kind === 'map' && !compared && measured}
        {selection.kind === 'map' && !compared && (
          <MapDetails map={map} model={model} renderObjective={props.renderObjective} />
        )}
        {map.structureLocked && structural.has(selection.kind) && <LockedNote />}
        {selection.kind === 'phase' && map.phases[selection.phaseId] && (
          <PhaseDetails map={map} phaseId={selection.phaseId} phase={map.phases[selection.phaseId]!} />
        )}
        {selection.kind === 'lane' && map.lanes[selection.laneId] && (
          <LaneDetails map={map} laneId={selection.laneId} lane={map.lanes[selection.laneId]!} />
        )}
        {!several && selection.kind === 'card' && map.cards[selection.cardId] && (
          <CardDetails
            map={map}
            model={model}
            cardId={selection.cardId}
            card={map.cards[selection.cardId]!}
            laneType={selection.laneType}
          />
        )}
        {!several && selection.kind === 'touchpoint' && map.touchpoints[selection.touchpointId] && (
          <TouchpointDetails
            map={map}
            touchpointId={selection.touchpointId}
            touchpoint={map.touchpoints[selection.touchpointId]!}
            binding={renderTouchpointBinding?.(
              selection.touchpointId,
              map.touchpoints[selection.touchpointId]!,
            )}
          />
        )}
        {!several && selection.kind === 'cell' && (
          <CellDetails model={model} laneId={selection.laneId} stepId={selection.stepId} />
        )}
        {!several && selection.kind !== 'map' && measured}
        {selection.kind === 'emotion' && (
          <EmotionDetails map={map} model={model} stepId={selection.stepId} personaId={personaId} />
        )}
        {selection.kind === 'stage' && map.stages[selection.stageId] && (
          <StageDetails
            map={map}
            model={model}
            stageId={selection.stageId}
            stage={map.stages[selection.stageId]!}
          />
        )}
        {selection.kind === 'step' && map.steps[selection.stepId] && (
          <StepDetails map={map} stepId={selection.stepId} step={map.steps[selection.stepId]!} />
        )}
      </div>
    </aside>
  );
}

/** "Étape 4 · J'attends sans nouvelles", and the actions that the hand finds on the map itself. */
function Crumb({
  map,
  model,
  selection,
}: {
  readonly map: JourneyMap;
  readonly model: GridModel;
  readonly selection: MapSelection;
}) {
  const { view, editor } = useMapContext();
  const t = useText();
  const place = useView(view, (state) => state.place);
  const stepId = stepOf(selection);
  const step = stepId === null ? undefined : model.outline.steps.find(({ id }) => id === stepId);
  const stageId = selection.kind === 'stage' ? selection.stageId : step?.stageId;
  const stage = model.outline.stages.find(({ id }) => id === stageId);
  const words = [
    stage && t('panel.place', { number: stage.index + 1 }),
    step && selection.kind !== 'step' ? step.step.title || t('nothing.step') : undefined,
    step && selection.kind === 'step' ? stage?.stage.title : undefined,
    selection.kind === 'map' ? t(`kind.${map.kind}`) : undefined,
  ].filter((word) => word !== undefined && word !== '');
  const movable = (direction: 'left' | 'right') =>
    place !== null &&
    (place.at === 'cell' || !map.structureLocked) &&
    moveBy({ map, model }, place, direction).changes.length > 0;
  return (
    <div className={classes.crumb}>
      <span>{words.join(' · ')}</span>
      {place && (
        <span className={classes.crumbActions}>
          {(['left', 'right'] as const).map(
            (direction) =>
              movable(direction) && (
                <IconButton
                  key={direction}
                  label={t(`menu.${direction}`)}
                  icon={direction === 'left' ? <IconArrowLeft /> : <IconArrowRight />}
                  onClick={() => editor.move(place, direction)}
                />
              ),
          )}
          <IconButton
            label={t('menu.actions')}
            aria-haspopup="menu"
            icon={<IconDots />}
            onClick={(event) => {
              const box = event.currentTarget.getBoundingClientRect();
              view.set({ menu: { place, at: { x: box.left - 200, y: box.bottom + 2 } } });
            }}
          />
        </span>
      )}
    </div>
  );
}

function useTitleOf(map: JourneyMap, selection: MapSelection): string {
  const t = useText();
  switch (selection.kind) {
    case 'map':
      return t('panel.map');
    case 'phase':
      return t('panel.phase');
    case 'stage':
      return map.stages[selection.stageId]?.title || t('nothing.stage');
    case 'step':
      return map.steps[selection.stepId]?.title || t('nothing.step');
    case 'touchpoint':
      return t('lane.touchpoints');
    case 'lane':
    case 'cell':
    case 'card':
    case 'emotion':
    case 'figures': {
      const lane = map.lanes[selection.laneId];
      return lane ? lane.title || t(`lane.${lane.type}`) : '';
    }
  }
}
