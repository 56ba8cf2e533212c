import { IconMessage } from '@tabler/icons-react';
import { Button } from '#ui/button.tsx';
import { useMyName } from '#ui/live/my-name.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { useMapContext } from '../view/map-context.ts';
import classes from './talk.module.css';
import { useAwaiting, useOpenThreads, useTalkPanel } from './talk-store.ts';
import { useText } from './text.ts';

/** Opens and closes the comments, and says how many threads are open; first of all those that wait for this reader. */
export function TalkButton() {
  const { talk } = useMapContext();
  const t = useText();
  const [me] = useMyName();
  const open = useOpenThreads(talk);
  const mine = useAwaiting(talk, me);
  const panel = useTalkPanel(talk);
  const label = t('button', { count: open });
  return (
    <>
      <Button
        icon={<IconMessage size={16} aria-hidden="true" />}
        aria-pressed={panel !== null}
        aria-label={mine > 0 ? `${label}, ${t('forMe', { count: mine })}` : label}
        title={t('title')}
        onClick={() => talk.show(panel !== null ? null : mine > 0 ? 'mine' : 'read')}
      >
        {mine > 0 ? (
          <strong className={classes.mine}>
            <span aria-hidden="true">@{mine}</span>
            <span>{t('forMe', { count: mine })}</span>
          </strong>
        ) : (
          open > 0 && <strong>{open}</strong>
        )}
      </Button>
      <VisuallyHidden>
        <span role="status">{mine > 0 ? t('forMeSaid', { count: mine }) : ''}</span>
      </VisuallyHidden>
    </>
  );
}
