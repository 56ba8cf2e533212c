import { useState } from 'react';
import { mediaKindOf } from '../../domain/media.ts';
import classes from './media.module.css';
import { useStock } from './stock.ts';
import { useText } from './text.ts';

type CardMediaProps = {
  readonly mediaId: string;
  /** What it shows, in the words of its card. */
  readonly alt: string;
  /** In the details: as large as there is room, and reached by Tab. */
  readonly large?: boolean;
};

/**
 * A picture as a thumbnail, a sound or a video as a player. In the map the players are for the hand; by keyboard, the
 * details. What they show and say is in the words of the card; captions are in the file, if there are any.
 */
export function CardMedia({ mediaId, alt, large = false }: CardMediaProps) {
  const stock = useStock();
  const t = useText();
  const [missing, setMissing] = useState(false);
  const kind = mediaKindOf(mediaId);
  if (!stock || kind === undefined || missing) {
    return <span className={classes.missing}>{t('media.missing')}</span>;
  }
  const source = stock.mediaUrl(mediaId);
  const shared = {
    src: source,
    className: classes.media,
    'data-large': large ? '' : undefined,
    onError: () => setMissing(true),
  };
  // Beside its words in the map, a picture has nothing more to say.
  const told = large || alt === '';
  const label = alt === '' ? t(`media.kind.${kind}`) : alt;
  if (kind === 'image')
    return <img {...shared} alt={told ? label : ''} loading="lazy" decoding="async" draggable={false} />;
  const player = {
    ...shared,
    controls: true,
    tabIndex: large ? 0 : -1,
    preload: 'metadata',
    'aria-label': label,
    onPointerDown: (event: { stopPropagation: () => void }) => event.stopPropagation(),
  } as const;
  return kind === 'sound' ? <audio {...player} /> : <video {...player} playsInline />;
}
