import { Menu } from '@mantine/core';
import { IconFilter, IconRoute } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { changed, type PathSearch, withFilter } from './address.ts';
import type { Chosen } from './use-roving.ts';
import type { PathsView } from './view.ts';

/** What can be done about a part of a picture. */
export type PartActions = {
  /** What the part is, as it is read out. */
  readonly label: string;
  /** Condition that keeps its journeys, where one says it. */
  readonly keep?: Parameters<typeof withFilter>[1];
  /** The journeys behind it, under what words. */
  readonly see: readonly { readonly words: string; readonly search: PathSearch }[];
};

/** The question with the journeys behind a part listed one by one. */
export const listed = (
  search: PathSearch,
  behind: PathSearch['behind'],
  patch: Partial<PathSearch> = {},
): PathSearch =>
  changed(search, {
    ...patch,
    show: 'journeys',
    behind,
    journey: undefined,
    part: undefined,
    at: undefined,
    page: undefined,
  });

/**
 * A menu for the parts of a picture, opened where one was chosen: keep its journeys, or see them. One for the whole picture;
 * closed, the focus goes back to the part.
 */
export function usePartMenu(view: PathsView): {
  readonly open: (actions: PartActions) => (chosen: Chosen) => void;
  readonly menu: ReactNode;
} {
  const { t, search, onSearch } = view;
  const [opened, setOpened] = useState<{ actions: PartActions; chosen: Chosen } | null>(null);
  const close = () => {
    opened?.chosen.part.focus();
    setOpened(null);
  };
  const go = (next: PathSearch) => {
    setOpened(null);
    onSearch(next);
  };
  const open = (actions: PartActions) => (chosen: Chosen) => setOpened({ actions, chosen });
  if (!opened) return { open, menu: null };
  const { actions, chosen } = opened;
  const { keep } = actions;
  return {
    open,
    menu: (
      <Menu
        opened
        onClose={close}
        position="bottom-start"
        offset={4}
        returnFocus={false}
        // Within the page, where its landmarks are, and over what scrolls.
        withinPortal={false}
        floatingStrategy="fixed"
        // The focus goes to the first item at once, below.
        trapFocus={false}
        withInitialFocusPlaceholder={false}
        // Without the keys: the very key that opens the menu would count as one pressed outside it.
        clickOutsideEvents={['mousedown', 'touchstart']}
      >
        <Menu.Target>
          <span
            aria-hidden="true"
            style={{ position: 'fixed', left: chosen.x, top: chosen.y, width: 1, height: 1 }}
          />
        </Menu.Target>
        <Menu.Dropdown
          ref={focusFirst}
          aria-label={actions.label}
          onKeyDown={(event) => {
            if (event.key !== 'Tab') return;
            event.preventDefault();
            close();
          }}
        >
          {keep !== undefined && (
            <Menu.Item
              leftSection={<IconFilter size={16} aria-hidden="true" />}
              onClick={() => go(withFilter(search, keep))}
            >
              {t(keep.is === 'then' ? 'part.keepThen' : 'part.keep')}
            </Menu.Item>
          )}
          {actions.see.map(({ words, search: next }) => (
            <Menu.Item
              key={words}
              leftSection={<IconRoute size={16} aria-hidden="true" />}
              onClick={() => go(next)}
            >
              {words}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    ),
  };
}

function focusFirst(menu: HTMLElement | null): void {
  menu?.querySelector<HTMLElement>('[role="menuitem"]')?.focus({ preventScroll: true });
}
