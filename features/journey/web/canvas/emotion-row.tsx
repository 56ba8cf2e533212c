// biome-ignore-all lint/a11y/useSemanticElements: a real table cannot be laid out as rows that skip themselves when out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus of the grid goes to the cells, heads and cards inside
import { type CSSProperties, memo, type ReactNode } from 'react';
import type { LivePoint } from '../../domain/live-figures.ts';
import { laneLook } from '../frame/lane-look.ts';
import { useText } from '../text.ts';
import {
  bandPath,
  columnUnit,
  curvePath,
  curveStrokes,
  heightOf,
  laneHeight,
  runsOf,
} from '../view/emotion-geometry.ts';
import type { Curve, GridModel, Row } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import { curveColour, shownCurves } from '../view/shown-curves.ts';
import { useView } from '../view/view-store.ts';
import frame from './canvas.module.css';
import emotion from './emotion.module.css';
import { EmotionCell } from './emotion-cell.tsx';
import { EmotionLegend } from './emotion-legend.tsx';
import { LaneHead } from './lane-head.tsx';

type EmotionRowProps = {
  readonly row: Row;
  readonly rowIndex: number;
  readonly model: GridModel;
  readonly personaId: string | null;
  readonly measured: readonly LivePoint[];
  readonly words: ReactNode;
};

/** The signature of the map: what is felt, what is measured with its interval, what is wanted. */
export const EmotionRow = memo(function EmotionRow(props: EmotionRowProps) {
  const { row, rowIndex, model, personaId, measured, words } = props;
  const { view } = useMapContext();
  const t = useText();
  const reading = useView(view, (state) => state.reading);
  const { personas } = model.outline;
  const compared = useView(view, (state) => state.compared);
  const curves = shownCurves(model.curves, personas, personaId, compared);
  const live = measured
    .flatMap((point) => {
      const column = model.columnOf.get(point.stepId);
      return column === undefined ? [] : [{ ...point, column }];
    })
    .sort((a, b) => a.column - b.column);
  const runs = runsOf(live);
  const alone = new Map(
    runs.flatMap(([only, ...more]) => (only && more.length === 0 ? [[only.stepId, only]] : [])),
  );
  const byStep = new Map(live.map((point) => [point.stepId, point]));
  const lines = runs.filter((run) => run.length > 1);
  const width = model.columns.length * columnUnit;
  const look = laneLook(row.lane);
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      data-row={row.laneId}
      {...look}
      className={`${frame.row} ${emotion.emotionRow} ${look.className}`}
      style={{ ...look.style, '--emotion-height': `${laneHeight}px` } as CSSProperties}
    >
      <LaneHead laneId={row.laneId} lane={row.lane}>
        <EmotionLegend curves={curves} personas={personas} personaId={personaId} measured={live.length > 0} />
        {words}
      </LaneHead>
      <div className={emotion.wash} aria-hidden="true" />
      <svg
        className={emotion.curves}
        viewBox={`0 0 ${width} ${laneHeight}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <line className={emotion.middle} x1={0} x2={width} y1={heightOf(0)} y2={heightOf(0)} />
        {lines.map((run) => (
          <path key={run[0]!.stepId} className={emotion.band} d={bandPath(run)} />
        ))}
        {lines.map((run) => (
          <path key={run[0]!.stepId} className={emotion.measured} d={curvePath(run)} />
        ))}
        {curves.map((curve) => (
          <CurveLine key={curve.key} curve={curve} model={model} colour={curveColour(curve, personas)} />
        ))}
      </svg>
      <div className={emotion.extremes} aria-hidden="true">
        <span className={emotion.extreme} style={{ top: 4 }}>
          {t('emotion.top')}
        </span>
        <span className={emotion.extreme} style={{ bottom: 4 }}>
          {t('emotion.bottom')}
        </span>
      </div>
      {model.columns.map((column, index) =>
        column.stepId === null ? (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={index + 2}
            className={emotion.emotionCell}
            data-edge=""
          />
        ) : (
          <EmotionCell
            key={column.key}
            laneId={row.laneId}
            stepId={column.stepId}
            step={column.step!}
            column={index}
            edge={column.opensStage}
            curves={curves}
            personas={personas}
            personaId={personaId}
            reading={reading}
            closed={compared.length > 0}
            measured={byStep.get(column.stepId)}
            isolated={alone.has(column.stepId)}
          />
        ),
      )}
    </div>
  );
});

function CurveLine({
  curve,
  model,
  colour,
}: {
  readonly curve: Curve;
  readonly model: GridModel;
  readonly colour: string;
}) {
  const points = [...curve.points]
    .flatMap(([stepId, { value, intensity }]) => {
      const column = model.columnOf.get(stepId);
      return column === undefined ? [] : [{ column, value, intensity }];
    })
    .sort((a, b) => a.column - b.column);
  if (curve.reading === 'planned') return <path className={emotion.planned} d={curvePath(points)} />;
  return curveStrokes(points).map((stroke) => (
    <path
      key={stroke.path}
      className={emotion.felt}
      d={stroke.path}
      style={{ '--colour': colour, strokeWidth: stroke.width } as CSSProperties}
    />
  ));
}
