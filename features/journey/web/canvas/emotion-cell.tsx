// biome-ignore-all lint/a11y/useSemanticElements: a real table cannot be laid out as rows that skip themselves when out of sight
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the map hears the keys for all its cells (Enter puts a point)
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus of the grid goes to the cells, heads and cards inside
import { type CSSProperties, memo } from 'react';
import { useFormat } from '#ui/i18n.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { LivePoint } from '../../domain/live-figures.ts';
import type { EmotionPoint, Step } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import { heightOf, laneHeight, valueAt } from '../view/emotion-geometry.ts';
import { type Curve, curveKey } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import { type CellPlace, placeKey } from '../view/place.ts';
import { useSpot } from '../view/spot.ts';
import emotion from './emotion.module.css';
import { EmotionHandle } from './emotion-handle.tsx';
import type { EmotionPersonas } from './emotion-personas.ts';
import { peerProps, spotMarks } from './spot-marks.tsx';

type EmotionCellProps = {
  readonly laneId: string;
  readonly stepId: string;
  readonly step: Step;
  readonly column: number;
  readonly edge: boolean;
  readonly curves: readonly Curve[];
  readonly personas: EmotionPersonas;
  readonly personaId: string | null;
  readonly reading: EmotionPoint['reading'];
  /** Personas are side by side: their points can be moved, but none can be put. */
  readonly closed: boolean;
  readonly measured: LivePoint | undefined;
  /** Measured here but not at the steps beside: drawn as a point with its interval, since there is no line. */
  readonly isolated: boolean;
};

/** The points of the curves at one step. A click where the curve being drawn has no point puts one there. */
export const EmotionCell = memo(function EmotionCell(props: EmotionCellProps) {
  const {
    laneId,
    stepId,
    step,
    column,
    edge,
    curves,
    personas,
    personaId,
    reading,
    closed,
    measured,
    isolated,
  } = props;
  const { editor } = useMapContext();
  const t = useText();
  const format = useFormat();
  const place: CellPlace = { at: 'cell', laneId, stepId, itemId: null };
  const key = placeKey(place);
  const spot = useSpot(key);
  const points = curves.flatMap((curve) => {
    const point = curve.points.get(stepId);
    return point ? [{ curve, point }] : [];
  });
  const drawn = curveKey(reading, personaId);
  const missing = !points.some(({ curve }) => curve.key === drawn);
  const felt = points.filter(({ curve }) => curve.reading === 'felt').map(({ point }) => point.value);
  const said = (value: number) => format.signed(value, 1);
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      aria-selected={spot.here}
      tabIndex={spot.tabIndex}
      className={emotion.emotionCell}
      data-place={key}
      data-edge={edge ? '' : undefined}
      {...peerProps(spot.peer)}
      onClick={(event) => {
        if (!missing || closed || event.target !== event.currentTarget) return;
        const { top, height } = event.currentTarget.getBoundingClientRect();
        const down = ((event.clientY - top) / height) * laneHeight;
        editor.placeEmotion(personaId, reading, stepId, valueAt(down));
      }}
    >
      {points.length === 0 && <VisuallyHidden>{t('emotion.none')}</VisuallyHidden>}
      {points
        .filter(({ curve }) => curve.reading === 'felt' || reading === 'planned')
        .map(({ curve, point }) => (
          <EmotionHandle
            key={curve.key}
            curve={curve}
            point={point}
            laneId={laneId}
            step={step}
            personas={personas}
            alone={curves.filter((one) => one.reading === 'felt').length < 2}
            truth={step.momentOfTruth && curve.reading === 'felt'}
          />
        ))}
      {step.momentOfTruth && felt.length > 0 && <TruthLabel values={felt} />}
      {measured && (
        <VisuallyHidden>
          {t('emotion.measuredAt', {
            value: said(measured.value),
            low: said(measured.low),
            high: said(measured.high),
            n: measured.n,
          })}
        </VisuallyHidden>
      )}
      {measured && isolated && <Isolated point={measured} />}
      {spotMarks(key, spot)}
    </div>
  );
});

/** Below the lowest point where there is room, else above the highest: never on a curve's own point. */
function TruthLabel({ values }: { readonly values: readonly number[] }) {
  const t = useText();
  const below = heightOf(Math.min(...values)) + 11;
  const top = below + 18 < laneHeight ? below : heightOf(Math.max(...values)) - 30;
  return (
    <span className={emotion.truthLabel} style={{ top }} aria-hidden="true">
      {t('emotion.moment')}
    </span>
  );
}

function Isolated({ point }: { readonly point: LivePoint }) {
  const top = heightOf(point.high);
  return (
    <span
      className={emotion.isolated}
      style={
        {
          top,
          height: Math.max(2, heightOf(point.low) - top),
          '--at': `${heightOf(point.value) - top}px`,
        } as CSSProperties
      }
      aria-hidden="true"
    />
  );
}
