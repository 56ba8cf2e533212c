import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useText } from '../text.ts';
import classes from './live.module.css';

type NoticeBarProps = {
  /** What just happened; null: nothing to say. */
  readonly text: string | null;
  /** Takes it back; null where it cannot be. */
  readonly onUndo: (() => void) | null;
  /** What the button says when “Undo” alone would not say what. */
  readonly undoLabel?: string;
  readonly onClose: () => void;
};

/** Long enough to read and reach; it waits while it is pointed at or focused. */
const shownFor = 10_000;

/** What just happened and how to take it back: nothing is asked before deleting what can be undone. */
export function NoticeBar({ text, onUndo, undoLabel, onClose }: NoticeBarProps) {
  const t = useText();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (text === null || held) return;
    const timer = window.setTimeout(onClose, shownFor);
    return () => window.clearTimeout(timer);
  }, [text, held, onClose]);
  return (
    <div role="status">
      {text !== null && (
        // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it in sight
        <div
          className={classes.notice}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>{text}</span>
          {onUndo !== null && (
            <button type="button" onClick={onUndo}>
              {undoLabel ?? t('live.undo')}
            </button>
          )}
          <button type="button" className={classes.close} aria-label={t('dismiss')} onClick={onClose}>
            <IconX size={15} stroke={1.8} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}
