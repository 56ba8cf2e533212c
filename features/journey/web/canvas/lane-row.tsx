// biome-ignore-all lint/a11y/useSemanticElements: a real table cannot be laid out as rows that skip themselves when out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus of the grid goes to the cells, heads and cards inside
import { memo, type ReactNode } from 'react';
import type { LiveFigures } from '../../domain/live-figures.ts';
import type { Entry } from '../../domain/outline.ts';
import type { MapPersona, MapTouchpoint } from '../../domain/schema.ts';
import { laneLook } from '../frame/lane-look.ts';
import { useMediaDrop } from '../frame/media-hint.tsx';
import { useText as useFrameText } from '../frame/text.ts';
import { useText } from '../text.ts';
import type { GridColumn, Row } from '../view/grid-model.ts';
import { placeKey } from '../view/place.ts';
import { useSpot } from '../view/spot.ts';
import grid from './canvas.module.css';
import { CardCell } from './card-cell.tsx';
import cells from './cell.module.css';
import { FiguresCell } from './figures-cell.tsx';
import lanes from './lane.module.css';
import { FoldedCount, LaneHead } from './lane-head.tsx';
import { TouchpointCell } from './touchpoint-cell.tsx';

type LaneRowProps = {
  readonly row: Row;
  readonly rowIndex: number;
  readonly columns: readonly GridColumn[];
  readonly personas: readonly Entry<MapPersona>[];
  readonly touchpoints: ReadonlyMap<string, readonly Entry<MapTouchpoint>[]>;
  readonly live: LiveFigures | null;
  /** Under the name of the figures lane when nothing is measured: what to do first. */
  readonly measureHint: ReactNode;
};

/** One row of the map, whatever its kind except emotion. */
export const LaneRow = memo(function LaneRow(props: LaneRowProps) {
  const { row, rowIndex, columns, live, measureHint } = props;
  const t = useText();
  const frame = useFrameText();
  const { kind, lane, laneId } = row;
  const look = laneLook(lane);
  const drop = useMediaDrop(lane.type === 'media');
  if (kind === 'line') {
    return (
      <div
        role="row"
        aria-rowindex={rowIndex}
        data-row={laneId}
        {...look}
        className={`${grid.row} ${lanes.lineRow} ${look.className}`}
      >
        <LaneHead laneId={laneId} lane={lane} />
        <div role="gridcell" aria-colindex={2} aria-colspan={columns.length} className={lanes.line} />
      </div>
    );
  }
  const hint =
    kind === 'touchpoints' && live
      ? t('laneHint.touchpoints')
      : kind === 'figures'
        ? live?.caption
        : kind === 'cards' && row.cards.size === 0
          ? frame.maybe(`prompt.${lane.type}`)
          : undefined;
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      data-row={laneId}
      {...look}
      {...drop}
      className={`${grid.row} ${look.className}`}
    >
      <LaneHead laneId={laneId} lane={lane} hint={lane.folded ? undefined : hint}>
        {kind === 'figures' && !live && !lane.folded ? measureHint : null}
      </LaneHead>
      {columns.map((column, index) =>
        column.stepId === null ? (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={index + 2}
            className={cells.cell}
            data-edge=""
          />
        ) : (
          <LaneCell
            key={column.key}
            {...props}
            stepId={column.stepId}
            index={index}
            edge={column.opensStage}
          />
        ),
      )}
    </div>
  );
});

function LaneCell(
  props: LaneRowProps & { readonly stepId: string; readonly index: number; readonly edge: boolean },
) {
  const { row, stepId, index, edge, touchpoints, live, personas } = props;
  const { kind, lane, laneId } = row;
  const where = { laneId, stepId, column: index, edge };
  if (lane.folded) {
    const count = kind === 'touchpoints' ? touchpoints.get(stepId)?.length : row.cards.get(stepId)?.length;
    return <FoldedCell {...where} count={count ?? 0} />;
  }
  if (kind === 'touchpoints') {
    return (
      <TouchpointCell {...where} touchpoints={touchpoints.get(stepId)} live={live?.touchpoints ?? null} />
    );
  }
  if (kind === 'figures') {
    return <FiguresCell {...where} choice={lane.figures} touchpoints={touchpoints.get(stepId)} live={live} />;
  }
  return <CardCell {...where} laneType={lane.type} cards={row.cards.get(stepId)} personas={personas} />;
}

function FoldedCell(props: {
  readonly laneId: string;
  readonly stepId: string;
  readonly column: number;
  readonly count: number;
}) {
  const { laneId, stepId, column, count } = props;
  const key = placeKey({ at: 'cell', laneId, stepId, itemId: null });
  const spot = useSpot(key);
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      aria-selected={spot.here}
      tabIndex={spot.tabIndex}
      className={lanes.foldedCell}
      data-place={key}
      data-cell={`${laneId}:${stepId}`}
    >
      <FoldedCount count={count} />
    </div>
  );
}
