import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import classes from './dialog.module.css';
import { FailureNotice } from './problem-notice.tsx';
import { useText } from './text.ts';

type DialogProps = {
  readonly opened: boolean;
  readonly title: string;
  /** The fields of the form. */
  readonly children: ReactNode;
  /** The verb on the one button: "Créer". */
  readonly submit: string;
  readonly busy?: boolean;
  /** What the server refused, if it did. */
  readonly error?: unknown;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
};

/** A short form over the page. Enter submits, Escape closes, the focus goes back where it came from. */
export function Dialog({
  opened,
  title,
  children,
  submit,
  busy = false,
  error = null,
  onSubmit,
  onClose,
}: DialogProps) {
  const t = useText();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('dismiss') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <div className={classes.fields}>
          {children}
          {error !== null && <FailureNotice error={error} />}
        </div>
        <div className={classes.actions}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="action" type="submit" disabled={busy}>
            {submit}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
