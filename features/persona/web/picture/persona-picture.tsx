import { type CSSProperties, useMemo } from 'react';
import { avatarSvg } from '../../domain/avatar-drawing.ts';
import type { Picture } from '../../domain/schema.ts';
import { useWays } from '../ways.tsx';
import classes from './picture.module.css';

type PersonaPictureProps = {
  readonly picture: Picture;
  /** Index in the six colours. */
  readonly colour: number;
  /** Said by a screen reader; empty where the name stands beside it. */
  readonly label?: string;
  /** `sheet`: the large frame; `card`: as wide as what holds it; `round`: a small disc. */
  readonly shape?: 'sheet' | 'card' | 'round';
};

/** The picture of a persona: its own, or the drawn face before its colour. */
export function PersonaPicture({ picture, colour, label = '', shape = 'card' }: PersonaPictureProps) {
  const { workspaceId } = useWays();
  const drawn = picture.kind === 'avatar' ? picture.avatar : null;
  const source = useMemo(
    () =>
      picture.kind === 'avatar'
        ? `data:image/svg+xml,${encodeURIComponent(avatarSvg(picture.avatar))}`
        : pictureAddress(workspaceId, picture.pictureId),
    [picture, workspaceId],
  );
  return (
    <span
      className={classes.frame}
      data-shape={shape}
      data-background={drawn?.background}
      style={{ '--colour': `var(--persona-${colour})` } as CSSProperties}
    >
      <img src={source} alt={label} className={drawn ? classes.face : classes.photograph} draggable={false} />
    </span>
  );
}

export const pictureAddress = (workspaceId: string, pictureId: string): string =>
  `/api/v1/workspaces/${workspaceId}/persona-pictures/${pictureId}`;
