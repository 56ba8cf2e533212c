import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { problemDetailsSchema } from '#kit/contract.ts';
import { Button } from './button.tsx';
import classes from './problem-notice.module.css';
import { useText } from './text.ts';

type ProblemNoticeProps = {
  /** What went wrong. */
  readonly title: ReactNode;
  /** File, line, column … */
  readonly where?: ReactNode;
  /** What to do about it. */
  readonly cure?: ReactNode;
  readonly actions?: ReactNode;
};

/** A problem a person can act on: what, where, and the cure. Said at once by a screen reader. */
export function ProblemNotice({ title, where, cure, actions }: ProblemNoticeProps) {
  return (
    <div className={classes.notice} role="alert">
      <IconAlertTriangle aria-hidden="true" />
      <div>
        <p className={classes.title}>{title}</p>
        {where !== undefined && <p className={classes.where}>{where}</p>}
        {cure !== undefined && <p>{cure}</p>}
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
    </div>
  );
}

type FailureNoticeProps = { readonly error: unknown; readonly onRetry?: () => void };

/** What a call to the server answered, in its own words; what to do when it did not answer at all. */
export function FailureNotice({ error, onRetry }: FailureNoticeProps) {
  const t = useText();
  const details = problemDetailsSchema.safeParse(
    typeof error === 'object' && error !== null && 'details' in error ? error.details : null,
  );
  const retry = onRetry === undefined ? {} : { actions: <Button onClick={onRetry}>{t('retry')}</Button> };
  const answered = details.success && details.data.code !== 'network' && details.data.code !== 'http';
  if (answered) {
    const { title, detail } = details.data;
    return <ProblemNotice title={detail ?? title} {...retry} />;
  }
  const unreachable = !details.success ? error instanceof TypeError : details.data.code === 'network';
  return (
    <ProblemNotice
      title={t(unreachable ? 'failure.unreachable' : 'failure.unexpected')}
      cure={t(unreachable ? 'failure.unreachableCure' : 'failure.unexpectedCure')}
      {...retry}
    />
  );
}
