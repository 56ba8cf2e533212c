// biome-ignore-all lint/a11y/useSemanticElements: a real table cannot be laid out as rows that skip themselves when out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus of the grid goes to the cells, heads and cards inside
import { memo } from 'react';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { LiveFigure } from '../../domain/live-figures.ts';
import { CommentMark } from '../talk/comment-mark.tsx';
import { useText } from '../text.ts';
import { useMapContext } from '../view/map-context.ts';
import { usePeerAt } from '../view/peer-store.ts';
import { type CellPlace, placeKey } from '../view/place.ts';
import { useIsHere, useTabIndex } from '../view/view-store.ts';
import cells from './cell.module.css';
import { PeerMark, peerProps } from './peer-mark.tsx';

type FiguresCellProps = {
  readonly laneId: string;
  readonly stepId: string;
  readonly column: number;
  readonly edge: boolean;
  /** undefined: nothing is measured anywhere; empty: not here. */
  readonly figures: readonly LiveFigure[] | undefined;
};

/** What the data say of a step: the first figure large, as a sentence with its range; the others small. */
export const FiguresCell = memo(function FiguresCell(props: FiguresCellProps) {
  const { laneId, stepId, column, edge, figures } = props;
  const { view, peers } = useMapContext();
  const t = useText();
  const place: CellPlace = { at: 'cell', laneId, stepId, itemId: null };
  const key = placeKey(place);
  const peer = usePeerAt(peers, key);
  const [first, ...others] = figures ?? [];
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      aria-selected={useIsHere(view, key)}
      tabIndex={useTabIndex(view, key)}
      className={cells.cell}
      data-place={key}
      data-edge={edge ? '' : undefined}
      {...peerProps(peer)}
    >
      {first ? (
        <p className={cells.figure} data-tone={first.tone}>
          <span className={cells.headline}>{first.headline}</span> <span>{first.caption}</span>{' '}
          {first.detail !== '' && <span>{first.detail}</span>}
        </p>
      ) : (
        <span className={cells.absent} title={t('figures.none')}>
          {figures && <span aria-hidden="true">–</span>}
          <VisuallyHidden>{t('figures.none')}</VisuallyHidden>
        </span>
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
      <CommentMark placeKey={key} />
      <PeerMark peer={peer} />
    </div>
  );
});
