import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './explain.module.css';
import { useText } from './text.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

/** All that stands behind a figure. Each part is a sentence or a few words, already in the reader's language. */
export type Explanation = {
  readonly title: string;
  readonly definition: ReactNode;
  readonly n?: ReactNode;
  readonly period?: ReactNode;
  readonly source?: ReactNode;
  readonly method?: ReactNode;
};

type ExplainProps = {
  /** The figure: it becomes the button that opens its explanation. */
  readonly children: ReactNode;
  readonly explanation: Explanation;
};

const parts = ['definition', 'n', 'period', 'source', 'method'] as const;

/** A figure that opens its own explanation. Enter or Space opens, Escape closes and gives the focus back. */
export function Explain({ children, explanation }: ExplainProps) {
  const t = useText();
  return (
    <Popover position="bottom-start" width={320} trapFocus returnFocus withRoles>
      <Popover.Target>
        <button type="button" className={classes.figure}>
          {children}
          <VisuallyHidden> — {t('explain.open')}</VisuallyHidden>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={explanation.title} tabIndex={-1} data-autofocus>
        <h3 className={classes.title}>{explanation.title}</h3>
        <dl className={classes.parts}>
          {parts.map((part) =>
            explanation[part] === undefined ? null : (
              <div key={part}>
                <dt>{t(`explain.${part}`)}</dt>
                <dd>{explanation[part]}</dd>
              </div>
            ),
          )}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
