import { IconChevronLeft, IconChevronRight, IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react';
import { IconButton } from '#ui/icon-button.tsx';
import classes from './paths.module.css';
import type { PathsView } from './view.ts';

type PagerProps = {
  readonly view: PathsView;
  /** What is paged, said by a screen reader. */
  readonly label: string;
  /** From 1. */
  readonly page: number;
  readonly size: number;
  readonly count: number;
  readonly onPage: (page: number) => void;
};

/** Which part of a long list is shown, and the ways to the others; nothing where all is shown. */
export function Pager({ view, label, page, size, count, onPage }: PagerProps) {
  const { t, format } = view;
  const pages = Math.max(1, Math.ceil(count / size));
  if (pages === 1 && page === 1) return null;
  const ways = [
    { to: 1, words: t('pager.first'), Icon: IconChevronsLeft, on: page > 1 },
    { to: page - 1, words: t('pager.previous'), Icon: IconChevronLeft, on: page > 1 },
    { to: page + 1, words: t('pager.next'), Icon: IconChevronRight, on: page < pages },
    { to: pages, words: t('pager.last'), Icon: IconChevronsRight, on: page < pages },
  ];
  return (
    <nav className={classes.pager} aria-label={label}>
      {ways.slice(0, 2).map(way)}
      <span role="status">
        {t('pager.shown', {
          from: format.integer((page - 1) * size + 1),
          to: format.integer(Math.min(count, page * size)),
          count: format.integer(count),
        })}
      </span>
      {ways.slice(2).map(way)}
    </nav>
  );

  function way({ to, words, Icon, on }: (typeof ways)[number]) {
    return (
      <IconButton
        key={words}
        label={words}
        icon={<Icon size={16} aria-hidden="true" />}
        // Not `disabled`: the focus stays where it was pressed.
        aria-disabled={!on}
        onClick={() => on && onPage(to)}
      />
    );
  }
}
