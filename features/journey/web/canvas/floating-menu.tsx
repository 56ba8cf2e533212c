import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Place, placeKey } from '../view/place.ts';
import type { PagePoint } from '../view/view-store.ts';

type FloatingMenuProps = {
  /** Where it opens; null: beside the thing it is about. */
  readonly at: PagePoint | null;
  readonly about: Place | null;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** One menu for the whole map, opened where it was asked for: a menu per cell would be a thousand menus. */
export function FloatingMenu({ at, about, label, onClose, children }: FloatingMenuProps) {
  const { x, y } = at ?? besides(about);
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      returnFocus={false}
      // The focus goes in at once, below: a trap takes it a moment later, and the letters typed meanwhile are lost.
      trapFocus={false}
      withInitialFocusPlaceholder={false}
      offset={2}
      width={264}
      // Without the keys: the very key that opens the menu would count as one pressed outside it.
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target>
        <span aria-hidden="true" style={{ position: 'fixed', left: x, top: y, width: 1, height: 1 }} />
      </Menu.Target>
      <Menu.Dropdown
        ref={focus}
        aria-label={label}
        mah="min(70dvh, 34rem)"
        style={{ overflowY: 'auto' }}
        onKeyDown={(event) => {
          if (event.key !== 'Tab') return;
          event.preventDefault();
          onClose();
        }}
      >
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}

function focus(node: HTMLElement | null): void {
  node?.focus({ preventScroll: true });
}

function besides(place: Place | null): PagePoint {
  const target = place && document.querySelector(`[data-place="${CSS.escape(placeKey(place))}"]`);
  const box = target?.getBoundingClientRect();
  return box ? { x: box.left + 12, y: Math.min(box.bottom, box.top + 44) } : { x: 40, y: 40 };
}
