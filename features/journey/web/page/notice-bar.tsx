import { NoticeBar as LiveNoticeBar } from '#ui/live/notice-bar.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { useText as useFrameText } from '../frame/text.ts';
import { useText as useTalkText } from '../talk/text.ts';
import { useText } from '../text.ts';
import { useText as useToolText } from '../tools/text.ts';
import { type Notice, quietSayings, type Removed } from '../view/notice.ts';

type NoticeBarProps = {
  readonly notice: Notice | null;
  readonly onUndo: () => void;
  readonly onClose: () => void;
};

/** What just happened and how to take it back: nothing is asked before deleting, everything can be undone. */
export function NoticeBar({ notice, onUndo, onClose }: NoticeBarProps) {
  const t = useText();
  const words = useWords(notice);
  const quiet = notice?.kind === 'moved' || (notice?.kind === 'tool' && quietSayings.has(notice.says));
  const canUndo =
    notice && notice.kind !== 'refused' && notice.kind !== 'media' && (notice.kind !== 'tool' || notice.undo);
  return (
    <>
      <div role="status">{quiet && <VisuallyHidden>{words}</VisuallyHidden>}</div>
      <LiveNoticeBar
        text={notice && !quiet ? words : null}
        onUndo={canUndo ? onUndo : null}
        undoLabel={t(notice?.kind === 'removed' ? 'notice.undo' : 'toolbar.undo')}
        onClose={onClose}
      />
    </>
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
    case 'media':
      return notice.text;
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
