import type { ReactNode } from 'react';
import classes from './visually-hidden.module.css';

/** Said by a screen reader, not drawn. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={classes.hidden}>{children}</span>;
}
