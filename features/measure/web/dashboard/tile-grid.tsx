import { IconArrowDown, IconArrowUp, IconGripVertical, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import {
  droppedTile,
  movedTile,
  resizedTile,
  type Tile,
  tileSizes,
  withoutTile,
} from '#measure/domain/dashboard/dashboard.ts';
import { Choice } from '#ui/choice.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import classes from './dashboard.module.css';
import { useText } from './text.ts';

type TileGridProps = {
  readonly tiles: readonly Tile[];
  /** Tiles can be moved, sized and removed: by their buttons, or dragged by the handle. */
  readonly arranging: boolean;
  readonly nameOf: (tile: Tile) => string;
  readonly show: (tile: Tile) => ReactNode;
  readonly onChange: (tiles: Tile[]) => void;
};

const classOf = { third: classes.third, half: classes.half, whole: '' } as const;

/** Tiles in reading order, each as wide as asked. */
export function TileGrid({ tiles, arranging, nameOf, show, onChange }: TileGridProps) {
  const t = useText();
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  return (
    <ul className={classes.tiles}>
      {tiles.map((tile) => {
        const { id, size } = tile;
        const name = nameOf(tile);
        return (
          <li
            key={id}
            className={`${classes.tile} ${classOf[size]} ${dragged === id ? classes.dragged : ''} ${over === id && dragged !== id ? classes.target : ''}`}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(id);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) onChange(droppedTile(tiles, dragged, id));
              end();
            }}
          >
            {arranging ? (
              // biome-ignore lint/a11y/useSemanticElements: a fieldset draws itself
              <div className={classes.tools} role="group" aria-label={t('tile.actions', { name })}>
                <span
                  className={classes.handle}
                  draggable
                  aria-hidden="true"
                  onDragStart={(event) => {
                    event.dataTransfer.setData('text/plain', name);
                    event.dataTransfer.effectAllowed = 'move';
                    setDragged(id);
                  }}
                  onDragEnd={end}
                >
                  <IconGripVertical size={18} />
                </span>
                <IconButton
                  label={t('tile.earlier', { name })}
                  icon={<IconArrowUp />}
                  onClick={() => onChange(movedTile(tiles, id, -1))}
                />
                <IconButton
                  label={t('tile.later', { name })}
                  icon={<IconArrowDown />}
                  onClick={() => onChange(movedTile(tiles, id, 1))}
                />
                <Choice
                  label={t('tile.size', { name })}
                  options={tileSizes.map((value) => ({ value, label: t(`tile.${value}`) }))}
                  value={size}
                  onChange={(value) => onChange(resizedTile(tiles, id, value))}
                />
                <IconButton
                  label={t('tile.remove', { name })}
                  icon={<IconX />}
                  onClick={() => onChange(withoutTile(tiles, id))}
                />
              </div>
            ) : (
              <span />
            )}
            {show(tile)}
          </li>
        );
      })}
    </ul>
  );
}
