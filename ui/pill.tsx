import type { ReactNode } from 'react';
import classes from './pill.module.css';

type PillProps = {
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  /** A CSS colour (`var(--persona-0)`): a dot before the words. */
  readonly dot?: string;
  /** `warning`: to be known before the figures are read (simulated data, out of date). */
  readonly tone?: 'neutral' | 'warning' | 'positive';
};

/** A short mark beside a title or a card: state, channel, period. Not a button. */
export function Pill({ children, icon, dot, tone = 'neutral' }: PillProps) {
  return (
    <span className={`${classes.pill} ${classes[tone]}`}>
      {dot !== undefined && <span className={classes.dot} style={{ background: dot }} />}
      {icon}
      {children}
    </span>
  );
}
