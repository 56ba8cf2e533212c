import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '#ui/button.tsx';
import classes from './import-page.module.css';
import { useText } from './text.ts';

type FollowFrameProps = {
  /** What has become of the import: it gets the focus when it changes, so that it is read aloud. */
  readonly title: string;
  readonly children: ReactNode;
  /** The one next step, once there is one. */
  readonly next?: ReactNode;
  /** Back to how the file is read; null when the file is no longer at hand. */
  readonly onBack?: (() => void) | null;
  readonly onAgain?: (() => void) | undefined;
};

/** One import told: its state, its balance, and where to go from here. */
export function FollowFrame({ title, children, next, onBack = null, onAgain }: FollowFrameProps) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new title is a new state to be told
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <section className={classes.result}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      {next !== undefined && <div className={classes.next}>{next}</div>}
      {(onBack !== null || onAgain !== undefined) && (
        <div className={classes.actions}>
          {onBack !== null && <Button onClick={onBack}>{t('follow.restored')}</Button>}
          {onAgain !== undefined && <Button onClick={onAgain}>{t('follow.again')}</Button>}
        </div>
      )}
    </section>
  );
}
