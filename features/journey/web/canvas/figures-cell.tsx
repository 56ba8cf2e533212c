// biome-ignore-all lint/a11y/useSemanticElements: a real table cannot be laid out as rows that skip themselves when out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus of the grid goes to the cells, heads and cards inside
import { memo } from 'react';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { LiveFigure, LiveFigures } from '../../domain/live-figures.ts';
import type { LaneFigures, MapTouchpoint } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import { type CellPlace, placeKey } from '../view/place.ts';
import { useSpot } from '../view/spot.ts';
import cells from './cell.module.css';
import { peerProps, spotMarks } from './spot-marks.tsx';

type FiguresCellProps = {
  readonly laneId: string;
  readonly stepId: string;
  readonly column: number;
  readonly edge: boolean;
  /** What the lane shows; null: what tells most of the step. */
  readonly choice: LaneFigures | null;
  readonly touchpoints: readonly (readonly [string, MapTouchpoint])[] | undefined;
  /** null: nothing is measured anywhere. */
  readonly live: LiveFigures | null;
};

/** What the data say of a step: the first figure large, as a sentence with its range; the others small; and how fresh. */
export const FiguresCell = memo(function FiguresCell(props: FiguresCellProps) {
  const { laneId, stepId, column, edge, choice, touchpoints, live } = props;
  const t = useText();
  const place: CellPlace = { at: 'cell', laneId, stepId, itemId: null };
  const key = placeKey(place);
  const spot = useSpot(key);
  const parts =
    live === null
      ? []
      : choice?.of === 'touchpoint'
        ? (touchpoints ?? []).map(([id, { title, channel }]) => ({
            id,
            title: title || channel,
            figures: chosen(live.all[id], choice),
          }))
        : [
            {
              id: stepId,
              title: '',
              figures: choice ? chosen(live.all[stepId], choice) : live.steps[stepId],
            },
          ];
  const told = parts.filter(({ figures }) => figures !== undefined && figures.length > 0);
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      aria-selected={spot.here}
      tabIndex={spot.tabIndex}
      className={cells.cell}
      data-place={key}
      data-edge={edge ? '' : undefined}
      {...peerProps(spot.peer)}
    >
      {told.length === 0 && (
        <span className={cells.absent} title={t('figures.none')}>
          {live !== null && <span aria-hidden="true">–</span>}
          <VisuallyHidden>{t('figures.none')}</VisuallyHidden>
        </span>
      )}
      {told.map(({ id, title, figures }) => (
        <Told key={id} title={title} figures={figures ?? []} fresh={live?.fresh[id]} />
      ))}
      {spotMarks(key, spot)}
    </div>
  );
});

/** The figures a lane asks for, in its order; all of them where it names none. */
const chosen = (all: readonly LiveFigure[] | undefined, { show }: LaneFigures): readonly LiveFigure[] =>
  (all ?? []).filter(({ id }) => show.length === 0 || show.includes(id));

type ToldProps = {
  /** Empty for a step: it stands at the head of the column. */
  readonly title: string;
  readonly figures: readonly LiveFigure[];
  readonly fresh: string | undefined;
};

function Told({ title, figures, fresh }: ToldProps) {
  const [first, ...others] = figures;
  return (
    <>
      {title !== '' && <p className={cells.figureOf}>{title}</p>}
      {first && (
        <p className={cells.figure} data-tone={first.tone}>
          <span className={cells.headline}>{first.headline}</span> <span>{first.caption}</span>{' '}
          {first.detail !== '' && <span>{first.detail}</span>}
        </p>
      )}
      {others.map((figure) => (
        <p
          key={figure.id}
          className={`${cells.figure} ${cells.small}`}
          data-tone={figure.tone}
          title={figure.detail}
        >
          <span className={cells.headline}>{figure.headline}</span> {figure.caption}
        </p>
      ))}
      {fresh !== undefined && (
        <p className={cells.fresh} title={fresh}>
          {fresh}
        </p>
      )}
    </>
  );
}
