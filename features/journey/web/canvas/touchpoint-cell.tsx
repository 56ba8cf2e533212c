// biome-ignore-all lint/a11y/useSemanticElements: a real table cannot be laid out as rows that skip themselves when out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus of the grid goes to the cells, heads and cards inside
import { IconPlus, IconSend } from '@tabler/icons-react';
import { memo } from 'react';
import { knownChannel } from '#kit/channel.ts';
import { ChannelIcon } from '#ui/channel-icon.tsx';
import { useText as useUiText } from '#ui/text.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { LiveTouchpoint } from '../../domain/live-figures.ts';
import type { Entry } from '../../domain/outline.ts';
import type { MapTouchpoint } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import { useMapContext } from '../view/map-context.ts';
import { type CellPlace, placeKey } from '../view/place.ts';
import { useSpot } from '../view/spot.ts';
import cells from './cell.module.css';
import { Draft } from './draft.tsx';
import { Editable } from './editable.tsx';
import { MoreButton } from './more-button.tsx';
import { peerProps, spotMarks } from './spot-marks.tsx';
import { WithMark } from './with-mark.tsx';

type TouchpointCellProps = {
  readonly laneId: string;
  readonly stepId: string;
  readonly column: number;
  readonly edge: boolean;
  readonly touchpoints: readonly Entry<MapTouchpoint>[] | undefined;
  readonly live: Readonly<Record<string, LiveTouchpoint>> | null;
};

/** The touchpoints of a step: channel, title, satisfaction, and a bar as long as the volume. */
export const TouchpointCell = memo(function TouchpointCell(props: TouchpointCellProps) {
  const { laneId, stepId, column, edge, touchpoints, live } = props;
  const { editor } = useMapContext();
  const t = useText();
  const place: CellPlace = { at: 'cell', laneId, stepId, itemId: null };
  const key = placeKey(place);
  const spot = useSpot(key);
  const { here, editing, standing } = spot;
  const draft = editing?.draft;
  const shown = touchpoints?.filter(([id]) => id !== draft?.createdId) ?? [];
  const created = touchpoints?.find(([id]) => id === draft?.createdId)?.[1];
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      aria-selected={here || standing['data-marked'] === ''}
      tabIndex={spot.tabIndex}
      className={cells.cell}
      data-place={key}
      data-cell={`${laneId}:${stepId}`}
      data-edge={edge ? '' : undefined}
      {...standing}
      {...peerProps(spot.peer)}
    >
      {(shown.length > 0 || draft) && (
        <ul className={cells.cards}>
          {shown.map(([id, touchpoint]) => (
            <TouchpointItem
              key={id}
              id={id}
              touchpoint={touchpoint}
              laneId={laneId}
              stepId={stepId}
              live={live?.[id]}
            />
          ))}
          {draft && (
            <Draft
              key={`draft-${draft.afterId}`}
              place={place}
              typed={editing.typed}
              text={created?.title ?? ''}
              createdId={draft.createdId}
              label={t('add.touchpoint')}
              placeholder={t('add.touchpointPlaceholder')}
            />
          )}
        </ul>
      )}
      {here && !draft && (
        <button
          type="button"
          tabIndex={-1}
          className={cells.hintAdd}
          onClick={(event) => {
            event.stopPropagation();
            editor.edit(place);
          }}
        >
          <IconPlus size={13} stroke={1.8} aria-hidden="true" />
          {t('add.touchpoint')}
        </button>
      )}
      {spotMarks(key, spot)}
    </div>
  );
});

type TouchpointItemProps = {
  readonly id: string;
  readonly touchpoint: MapTouchpoint;
  readonly laneId: string;
  readonly stepId: string;
  readonly live: LiveTouchpoint | undefined;
};

const TouchpointItem = memo(function TouchpointItem(props: TouchpointItemProps) {
  const { id, touchpoint, laneId, stepId, live } = props;
  const { editor } = useMapContext();
  const t = useText();
  const ui = useUiText();
  const place: CellPlace = { at: 'cell', laneId, stepId, itemId: id };
  const key = placeKey(place);
  const spot = useSpot(key);
  const { here, editing } = spot;
  const channel = knownChannel(touchpoint.channel);
  const channelName = channel === 'other' ? touchpoint.channel : ui(`channel.${channel}`);
  const titled = touchpoint.title !== '';
  return (
    <li
      tabIndex={spot.tabIndex}
      className={cells.touchpoint}
      data-place={key}
      data-drag={editing ? undefined : 'item'}
      data-here={here ? '' : undefined}
      {...spot.standing}
      {...peerProps(spot.peer)}
    >
      <ChannelIcon channel={channel} label={titled ? channelName : ''} size={15} />
      <span data-label="" className={cells.touchpointTitle}>
        {editing ? (
          <Editable
            value={touchpoint.title}
            label={t('panel.title')}
            placeholder={channelName}
            typed={editing.typed}
            onText={(text) => editor.setText(place, text)}
            onLeave={(how) => editor.leave(place, how, false)}
          />
        ) : (
          <WithMark
            text={touchpoint.title || channelName}
            mark={
              touchpoint.initiator === 'company' && (
                <span className={cells.started} title={t('touchpoint.by')}>
                  <IconSend size={12} stroke={1.8} aria-hidden="true" />
                  <VisuallyHidden>, {t('touchpoint.by')}</VisuallyHidden>
                </span>
              )
            }
          />
        )}
      </span>
      {live && !editing && <LiveMarks live={live} />}
      {here && !editing && <MoreButton place={place} name={touchpoint.title || channelName} />}
      {spotMarks(key, spot)}
    </li>
  );
});

const reasons = {
  unbound: 'touchpoint.unbound',
  withheld: 'touchpoint.withheld',
  'no-data': 'touchpoint.noData',
} as const;

/** The score and the volume; nothing at all where nothing is bound, a dash where a figure is withheld. */
function LiveMarks({ live }: { readonly live: LiveTouchpoint }) {
  const t = useText();
  const { absent } = live;
  return (
    <>
      {live.score ? (
        <span className={cells.score} data-tone={live.score.tone} title={live.score.spoken}>
          <span aria-hidden="true">{live.score.text}</span>
          <VisuallyHidden>, {live.score.spoken}</VisuallyHidden>
        </span>
      ) : absent === null ? null : (
        <span className={cells.absent} title={t(reasons[absent])}>
          {absent !== 'unbound' && <span aria-hidden="true">–</span>}
          <VisuallyHidden>, {t(reasons[absent])}</VisuallyHidden>
        </span>
      )}
      {live.volumeShare !== null && (
        <span
          className={cells.volume}
          title={live.volume === null ? undefined : t('touchpoint.volume', { volume: live.volume })}
        >
          <span style={{ width: `${Math.max(live.volumeShare, 0.015) * 100}%` }} />
          {live.volume !== null && (
            <VisuallyHidden>, {t('touchpoint.volume', { volume: live.volume })}</VisuallyHidden>
          )}
        </span>
      )}
    </>
  );
}
