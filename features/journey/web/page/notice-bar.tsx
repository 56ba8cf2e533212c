import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { useText as useFrameText } from '../frame/text.ts';
import classes from '../map-page.module.css';
import { useText as useTalkText } from '../talk/text.ts';
import { useText } from '../text.ts';
import { useText as useToolText } from '../tools/text.ts';
import { type Notice, quietSayings, type Removed } from '../view/notice.ts';

type NoticeBarProps = {
  readonly notice: Notice | null;
  readonly onUndo: () => void;
  readonly onClose: () => void;
};

/** Long enough to read and reach; it waits while it is pointed at or focused. */
const shownFor = 10_000;

/** What just happened and how to take it back: nothing is asked before deleting, everything can be undone. */
export function NoticeBar({ notice, onUndo, onClose }: NoticeBarProps) {
  const t = useText();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!notice || held) return;
    const timer = window.setTimeout(onClose, shownFor);
    return () => window.clearTimeout(timer);
  }, [notice, held, onClose]);
  const words = useWords(notice);
  const quiet = notice?.kind === 'moved' || (notice?.kind === 'tool' && quietSayings.has(notice.says));
  return (
    <div role="status">
      {quiet && <VisuallyHidden>{words}</VisuallyHidden>}
      {notice && !quiet && (
        // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it in sight
        <div
          className={classes.notice}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>{words}</span>
          {notice.kind !== 'refused' && (notice.kind !== 'tool' || notice.undo) && (
            <button type="button" onClick={onUndo}>
              {t(notice.kind === 'removed' ? 'notice.undo' : 'toolbar.undo')}
            </button>
          )}
          <button type="button" className={classes.close} aria-label={t('notice.close')} onClick={onClose}>
            <IconX size={15} stroke={1.8} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}

function useWords(notice: Notice | null): string {
  const t = useText();
  const tool = useToolText();
  const frame = useFrameText();
  const talk = useTalkText();
  const removed = ({ what, name, cards }: Removed): string => {
    const said = t(`notice.${what === 'cell' ? 'card' : what}`, { name: name || '…' });
    return cards > 0 ? `${said}, ${t('notice.withCards', { count: cards })}` : said;
  };
  switch (notice?.kind) {
    case 'removed':
      return removed(notice.removed);
    case 'restructured':
      return frame(`done.${notice.what}`, { name: notice.name || '…' });
    case 'tool':
      return tool(`say.${notice.says}`, { count: notice.count });
    case 'moved':
      return t('notice.moved', { name: notice.name || '…', at: notice.at, count: notice.count });
    case 'lock':
      return talk(notice.locked ? 'lock.nowLocked' : 'lock.nowOpen');
    case 'refused':
      return t.maybe(`refusal.${notice.problem.code}`) ?? t('notice.refused');
    default:
      return '';
  }
}
