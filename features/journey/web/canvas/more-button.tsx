import { IconDots } from '@tabler/icons-react';
import { useText } from '../text.ts';
import { useMapContext } from '../view/map-context.ts';
import type { Place } from '../view/place.ts';
import cells from './cell.module.css';

/** Opens the actions of the chosen thing; the same menu opens on a right click and on the menu key. */
export function MoreButton({ place, name }: { readonly place: Place; readonly name: string }) {
  const { view } = useMapContext();
  const t = useText();
  return (
    <button
      type="button"
      tabIndex={-1}
      className={cells.more}
      aria-label={t('menu.open', { name })}
      aria-haspopup="menu"
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        const box = event.currentTarget.getBoundingClientRect();
        view.set({ menu: { place, at: { x: box.left, y: box.bottom + 2 } } });
      }}
    >
      <IconDots size={16} stroke={1.8} aria-hidden="true" />
    </button>
  );
}
