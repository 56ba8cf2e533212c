// biome-ignore-all lint/a11y/useSemanticElements: a real table cannot be laid out as rows that skip themselves when out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus of the grid goes to the cells, heads and cards inside
import { IconPlus } from '@tabler/icons-react';
import { memo } from 'react';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { Entry } from '../../domain/outline.ts';
import { plainText } from '../../domain/rich-text/rich-text.ts';
import type { Card, LaneType, MapPersona } from '../../domain/schema.ts';
import { CardMedia } from '../frame/card-media.tsx';
import { MediaHint } from '../frame/media-hint.tsx';
import { useText } from '../text.ts';
import { useText as useToolText } from '../tools/text.ts';
import { useMapContext } from '../view/map-context.ts';
import { type CellPlace, placeKey } from '../view/place.ts';
import { useSpot } from '../view/spot.ts';
import { CardNote } from './card-note.tsx';
import cells from './cell.module.css';
import { Draft } from './draft.tsx';
import { Editable } from './editable.tsx';
import heads from './head.module.css';
import { cardTone } from './lane-tone.ts';
import { MoreButton } from './more-button.tsx';
import { RichText } from './rich-text.tsx';
import { peerProps, spotMarks } from './spot-marks.tsx';

type CardCellProps = {
  readonly laneId: string;
  readonly laneType: LaneType;
  readonly stepId: string;
  readonly column: number;
  readonly edge: boolean;
  readonly cards: readonly Entry<Card>[] | undefined;
  readonly personas: readonly Entry<MapPersona>[];
};

/** A cell of cards: lane × step. Drawn again only when one of its cards, or who looks at it, changes. */
export const CardCell = memo(function CardCell(props: CardCellProps) {
  const { laneId, laneType, stepId, column, edge, cards, personas } = props;
  const { editor } = useMapContext();
  const t = useText();
  const place: CellPlace = { at: 'cell', laneId, stepId, itemId: null };
  const key = placeKey(place);
  const spot = useSpot(key);
  const { here, editing, standing } = spot;
  const draft = editing?.draft;
  // The card being born is typed in the draft: shown once.
  const shown = draft?.createdId ? cards?.filter(([id]) => id !== draft.createdId) : cards;
  const created = draft?.createdId ? cards?.find(([id]) => id === draft.createdId)?.[1] : undefined;
  const at = draft?.afterId
    ? (shown ?? []).findIndex(([id]) => id === draft.afterId) + 1
    : (shown?.length ?? 0);
  const born = draft && (
    <Draft
      key={`draft-${draft.afterId}`}
      place={place}
      typed={editing.typed}
      text={created?.text ?? ''}
      createdId={draft.createdId}
      label={t('add.card')}
      placeholder={t('add.cardPlaceholder')}
    />
  );
  const items = (shown ?? []).map(([id, card]) => (
    <CardItem
      key={id}
      id={id}
      card={card}
      laneId={laneId}
      laneType={laneType}
      stepId={stepId}
      personas={personas}
    />
  ));
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
      {(items.length > 0 || born) && (
        <ul className={cells.cards}>
          {items.slice(0, at)}
          {born}
          {items.slice(at)}
        </ul>
      )}
      {here && !draft && laneType === 'media' && <MediaHint place={place} />}
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
          {t('add.card')}
        </button>
      )}
      {spotMarks(key, spot)}
      {standing['data-differs'] === '' && <DiffersMark />}
    </div>
  );
});

/** Some cards of the cell hold for some of the personas compared only. */
function DiffersMark() {
  const t = useToolText();
  return (
    <span className={cells.differs} title={t('personas.mark')}>
      <span aria-hidden="true">≠</span>
      <VisuallyHidden>{t('personas.mark')}</VisuallyHidden>
    </span>
  );
}

type CardItemProps = {
  readonly id: string;
  readonly card: Card;
  readonly laneId: string;
  readonly laneType: LaneType;
  readonly stepId: string;
  readonly personas: readonly Entry<MapPersona>[];
};

const CardItem = memo(function CardItem({ id, card, laneId, laneType, stepId, personas }: CardItemProps) {
  const { editor } = useMapContext();
  const t = useText();
  const place: CellPlace = { at: 'cell', laneId, stepId, itemId: id };
  const key = placeKey(place);
  const spot = useSpot(key, id);
  const { here, editing } = spot;
  const tone = cardTone(laneType, card);
  return (
    <li
      tabIndex={spot.tabIndex}
      className={cells.card}
      data-place={key}
      data-drag={editing ? undefined : 'item'}
      data-tone={tone}
      data-status={card.status}
      data-here={here ? '' : undefined}
      {...spot.standing}
      {...peerProps(spot.peer)}
    >
      {card.mediaId !== null && (
        <CardMedia key={card.mediaId} mediaId={card.mediaId} alt={plainText(card.text)} />
      )}
      {editing ? (
        <Editable
          value={card.text}
          label={t('panel.text')}
          placeholder={t('nothing.card')}
          typed={editing.typed}
          multiline
          onText={(text) => editor.setText(place, text)}
          onLeave={(how) => editor.leave(place, how, false)}
          onPasteLines={(clip) => editor.pasteClip(place, clip)}
        />
      ) : (
        <span data-label="" className={card.text === '' ? heads.unnamed : cells.cardText}>
          {card.text === '' ? t('nothing.card') : <RichText text={card.text} tabbable={here} />}
        </span>
      )}
      <CardNote card={card} laneType={laneType} personas={personas} />
      {card.status === 'assumed' && tone !== 'neutral' && (
        <VisuallyHidden>, {t('card.assumed')}</VisuallyHidden>
      )}
      {here && !editing && <MoreButton place={place} name={plainText(card.text) || t('nothing.card')} />}
      {spotMarks(key, spot)}
    </li>
  );
});
