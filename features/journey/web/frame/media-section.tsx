import { IconPaperclip, IconX } from '@tabler/icons-react';
import { Button } from '#ui/button.tsx';
import type { Card } from '../../domain/schema.ts';
import { Section } from '../panel/fields.tsx';
import panel from '../panel/panel.module.css';
import type { CellPlace } from '../view/place.ts';
import { useAttach } from './attach.ts';
import { CardMedia } from './card-media.tsx';
import classes from './media.module.css';
import { useText } from './text.ts';

type MediaSectionProps = {
  readonly card: Card;
  readonly place: CellPlace;
  /** The words of the card, without their marks. */
  readonly alt: string;
  readonly onRemove: () => void;
};

/** What a card shows besides its words; the words say it to who does not see or hear it. */
export function MediaSection({ card, place, alt, onRemove }: MediaSectionProps) {
  const attach = useAttach();
  const t = useText();
  if (!attach) return null;
  return (
    <Section title={t('media.title')}>
      {card.mediaId !== null && <CardMedia key={card.mediaId} mediaId={card.mediaId} alt={alt} large />}
      {card.mediaId !== null && (
        <p className={panel.hint}>{t(alt === '' ? 'media.altMissing' : 'media.alt')}</p>
      )}
      <div className={classes.actions}>
        <Button
          look="quiet"
          icon={<IconPaperclip size={14} aria-hidden="true" />}
          onClick={() => attach.choose(place)}
        >
          {t(card.mediaId === null ? 'media.join' : 'media.replace')}
        </Button>
        {card.mediaId !== null && (
          <Button look="quiet" icon={<IconX size={14} aria-hidden="true" />} onClick={onRemove}>
            {t('media.remove')}
          </Button>
        )}
      </div>
    </Section>
  );
}
