import type { ReactNode } from 'react';
import classes from './figure.module.css';

export type Tone = 'positive' | 'neutral' | 'negative';

type FigureProps = {
  /** "18 sur 100". */
  readonly value: ReactNode;
  /** "appellent ici". */
  readonly caption: ReactNode;
  /** Range and n: "16 à 20 · n = 1 904". */
  readonly detail?: ReactNode;
  readonly tone?: Tone;
  readonly large?: boolean;
};

/** A figure with what it counts and how sure it is. */
export function Figure({ value, caption, detail, tone = 'neutral', large = false }: FigureProps) {
  return (
    <div>
      <p className={`${classes.value} ${large ? classes.large : ''} ${classes[tone]}`}>{value}</p>
      <p className={classes.caption}>{caption}</p>
      {detail !== undefined && <p className={classes.caption}>{detail}</p>}
    </div>
  );
}
