import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import classes from './dialog.module.css';
import { useText } from './text.ts';

type ConfirmProps = {
  readonly opened: boolean;
  /** The question: "Supprimer cette source ?" */
  readonly title: string;
  /** What will be lost or changed. */
  readonly children: ReactNode;
  /** The verb: "Supprimer". */
  readonly confirm: string;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

/** Asks before something that cannot be undone. Cancel has the focus. */
export function Confirm({
  opened,
  title,
  children,
  confirm,
  busy = false,
  onConfirm,
  onCancel,
}: ConfirmProps) {
  const t = useText();
  return (
    <Modal opened={opened} onClose={onCancel} title={title} closeButtonProps={{ 'aria-label': t('dismiss') }}>
      <div className={classes.text}>{children}</div>
      <div className={classes.actions}>
        <Button onClick={onCancel} data-autofocus>
          {t('cancel')}
        </Button>
        <Button look="danger" onClick={onConfirm} disabled={busy}>
          {confirm}
        </Button>
      </div>
    </Modal>
  );
}
