import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

type EmptyStateProps = {
  /** What there will be here. */
  readonly title: string;
  /** What to do first, in one or two sentences. */
  readonly text: ReactNode;
  /** The same thing as buttons. */
  readonly actions: ReactNode;
  readonly level?: 1 | 2 | 3;
};

/** Nothing here yet: what to do first, offered as a button. Never a blank page. */
export function EmptyState({ title, text, actions, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={classes.empty}>
      <svg viewBox="0 0 240 60" className={classes.curve} aria-hidden="true">
        <path d="M6 20C40 20 50 10 82 14s38 38 70 34 40-36 82-34" />
      </svg>
      <Heading className={classes.title}>{title}</Heading>
      <p className={classes.text}>{text}</p>
      <div className={classes.actions}>{actions}</div>
    </div>
  );
}
