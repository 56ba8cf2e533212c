import type { ReactNode } from 'react';
import classes from './page-header.module.css';

type PageHeaderProps = {
  /** Where the page lies: links, from the outside in. */
  readonly crumbs?: ReactNode;
  readonly title: ReactNode;
  /** Pills and choices that say what is shown. */
  readonly marks?: ReactNode;
  /** Buttons, the one action last. */
  readonly actions?: ReactNode;
  /** Where there is room, everything on one line: a long title ends in dots, long choices slide. */
  readonly oneLine?: boolean;
};

/** The bar at the head of a page: where, what, in which state, and what can be done. */
export function PageHeader({ crumbs, title, marks, actions, oneLine }: PageHeaderProps) {
  return (
    <header className={classes.header} data-one-line={oneLine ? '' : undefined}>
      {crumbs !== undefined && <div className={classes.crumbs}>{crumbs}</div>}
      <h1 className={classes.title}>{title}</h1>
      {marks !== undefined && <div className={classes.marks}>{marks}</div>}
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
