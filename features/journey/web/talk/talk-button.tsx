import { IconMessage } from '@tabler/icons-react';
import { Button } from '#ui/button.tsx';
import { useMapContext } from '../view/map-context.ts';
import { useOpenThreads, useTalkPanel } from './talk-store.ts';
import { useText } from './text.ts';

/** Opens and closes the comments, and says how many threads are open. */
export function TalkButton() {
  const { talk } = useMapContext();
  const t = useText();
  const open = useOpenThreads(talk);
  const panel = useTalkPanel(talk);
  return (
    <Button
      icon={<IconMessage size={16} aria-hidden="true" />}
      aria-pressed={panel !== null}
      aria-label={t('button', { count: open })}
      title={t('title')}
      onClick={() => talk.show(panel === null ? 'read' : null)}
    >
      {open > 0 && <strong>{open}</strong>}
    </Button>
  );
}
