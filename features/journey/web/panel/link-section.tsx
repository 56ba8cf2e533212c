import { Select } from '@mantine/core';
import { IconArrowDownLeft, IconArrowUpRight, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { editCard } from '../../domain/edit/card.ts';
import { plainText } from '../../domain/rich-text/rich-text.ts';
import type { Card, JourneyMap } from '../../domain/schema.ts';
import { useText as useMapText } from '../text.ts';
import { useText } from '../tools/text.ts';
import type { GridModel } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import { useView } from '../view/view-store.ts';
import { Section } from './fields.tsx';
import classes from './panel.module.css';

type LinkSectionProps = {
  readonly map: JourneyMap;
  readonly model: GridModel;
  readonly cardId: string;
  readonly card: Card;
};

/** Where a card leads, what leads to it, and the way back for who followed a link. */
export function LinkSection({ map, model, cardId, card }: LinkSectionProps) {
  const { view, editor } = useMapContext();
  const t = useText();
  const words = useCardWords(map);
  const back = useView(view, (state) => state.trail.length > 0);
  const { linkedCardId } = card;
  const incoming = useMemo(
    () => Object.entries(map.cards).filter(([, other]) => other.linkedCardId === cardId),
    [map.cards, cardId],
  );
  return (
    <Section title={t('link.title')}>
      {back && (
        <div>
          <button type="button" className={classes.go} onClick={editor.back}>
            ← {t('link.back')}
          </button>
        </div>
      )}
      {linkedCardId === null ? (
        <CardChoice
          key={cardId}
          map={map}
          model={model}
          except={cardId}
          onChoose={(id) => editor.send(editCard(map, cardId, { linkedCardId: id }))}
        />
      ) : (
        <div className={classes.linked}>
          <IconArrowUpRight size={15} stroke={1.8} aria-hidden="true" />
          <button type="button" className={classes.go} onClick={() => editor.follow(linkedCardId)}>
            {words(linkedCardId)}
          </button>
          <button
            type="button"
            className={classes.remove}
            aria-label={t('link.remove')}
            onClick={() => editor.send(editCard(map, cardId, { linkedCardId: null }))}
          >
            <IconX size={14} stroke={1.8} aria-hidden="true" />
          </button>
        </div>
      )}
      {incoming.length > 0 && (
        <>
          <p className={classes.hint}>{t('link.incoming')}</p>
          {incoming.map(([id]) => (
            <div key={id} className={classes.linked}>
              <IconArrowDownLeft size={15} stroke={1.8} aria-hidden="true" />
              <button type="button" className={classes.go} onClick={() => editor.follow(id)}>
                {words(id)}
              </button>
            </div>
          ))}
        </>
      )}
    </Section>
  );
}

function CardChoice({
  map,
  model,
  except,
  onChoose,
}: {
  readonly map: JourneyMap;
  readonly model: GridModel;
  readonly except: string;
  readonly onChoose: (cardId: string) => void;
}) {
  const t = useText();
  const words = useCardWords(map);
  const [open, setOpen] = useState(false);
  // In the order of the map, as the reader sees it; hundreds of cards are put into words only while they are offered.
  const options = useMemo(
    () =>
      open
        ? model.rows.flatMap(({ cards }) =>
            model.outline.steps.flatMap(({ id: stepId }) =>
              (cards.get(stepId) ?? []).flatMap(([id]) =>
                id === except ? [] : [{ value: id, label: words(id) }],
              ),
            ),
          )
        : [],
    [open, model, except, words],
  );
  return (
    <Select
      size="xs"
      aria-label={t('link.choose')}
      placeholder={t('link.choose')}
      nothingFoundMessage={t('link.none')}
      searchable
      limit={30}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      data={options}
      value={null}
      onChange={(id) => id !== null && onChoose(id)}
    />
  );
}

/** A card in one line: what it says, in which lane, at which step. */
function useCardWords(map: JourneyMap): (cardId: string) => string {
  const t = useMapText();
  return useMemo(
    () => (cardId) => {
      const card = map.cards[cardId];
      const lane = card && map.lanes[card.laneId];
      const step = card && map.steps[card.stepId];
      if (!card || !lane || !step) return t('nothing.card');
      const text = plainText(card.text).replace(/\s+/g, ' ').trim() || t('nothing.card');
      return `${text} · ${lane.title || t(`lane.${lane.type}`)} · ${step.title || t('nothing.step')}`;
    },
    [map.cards, map.lanes, map.steps, t],
  );
}
