// biome-ignore-all lint/a11y/useSemanticElements: a real table cannot be laid out as rows that skip themselves when out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus of the grid goes to the cells, heads and cards inside
import { memo, type ReactNode } from 'react';
import { useFormat } from '#ui/i18n.ts';
import type { Lane } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import { type Place, placeKey } from '../view/place.ts';
import { useSpot } from '../view/spot.ts';
import lanes from './lane.module.css';
import { MoreButton } from './more-button.tsx';
import { PlaceTitle } from './place-title.tsx';
import { peerProps, spotMarks } from './spot-marks.tsx';

type LaneHeadProps = {
  readonly laneId: string;
  readonly lane: Lane;
  /** Small words under the title. */
  readonly hint?: string | undefined;
  /** Legend, offer to bind data … */
  readonly children?: ReactNode;
};

/** The title of a lane, always in sight on its left. */
export const LaneHead = memo(function LaneHead({ laneId, lane, hint, children }: LaneHeadProps) {
  const t = useText();
  const place: Place = { at: 'lane', laneId };
  const key = placeKey(place);
  const spot = useSpot(key);
  const { here } = spot;
  const fallback = t(`lane.${lane.type}`);
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      aria-selected={here}
      tabIndex={spot.tabIndex}
      className={lanes.laneHead}
      data-place={key}
      data-drag="lane"
      {...spot.standing}
      {...peerProps(spot.peer)}
    >
      <div className={lanes.laneTitle}>
        <PlaceTitle place={place} text={lane.title} fallback={fallback} named />
      </div>
      {hint && <span className={lanes.laneHint}>{hint}</span>}
      {children}
      {here && <MoreButton place={place} name={lane.title || fallback} />}
      {spotMarks(key, spot)}
    </div>
  );
});

/** How many cards a folded lane holds at a step, so that folding hides nothing important. */
export function FoldedCount({ count }: { readonly count: number }) {
  const t = useText();
  const format = useFormat();
  return count === 0 ? null : <span title={t('laneHint.folded', { count })}>{format.integer(count)}</span>;
}
