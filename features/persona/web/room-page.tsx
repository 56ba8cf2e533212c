import type { ReactNode } from 'react';
import { useTitle } from '#ui/use-title.ts';
import classes from './room-page.module.css';

type RoomPageProps = {
  /** Where the page lies: links. */
  readonly crumbs: ReactNode;
  readonly title: string;
  /** What the page is for, in one or two sentences. */
  readonly lead: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A page of this room beside the gallery and the sheet. */
export function RoomPage({ crumbs, title, lead, actions, children }: RoomPageProps) {
  useTitle(title);
  return (
    <div className={classes.page}>
      <header>
        <div className={classes.bar}>
          <div className={classes.crumbs}>{crumbs}</div>
          {actions !== undefined && <div className={classes.actions}>{actions}</div>}
        </div>
        <h1 className={classes.title}>{title}</h1>
        <p className={classes.lead}>{lead}</p>
      </header>
      {children}
    </div>
  );
}
