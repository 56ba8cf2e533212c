import type { ReactNode } from 'react';
import classes from './section-title.module.css';

type SectionTitleProps = { readonly children: ReactNode; readonly level?: 2 | 3; readonly id?: string };

/** The small spaced capitals that open a part of a panel: "SELON LE PERSONA". */
export function SectionTitle({ children, level = 2, id }: SectionTitleProps) {
  const Heading = `h${level}` as const;
  return (
    <Heading id={id} className={classes.title}>
      {children}
    </Heading>
  );
}
