import { IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { awaits, type Thread } from '#kit/document/threads.ts';
import { Choice } from '../choice.tsx';
import { useFormat } from '../i18n.ts';
import { IconButton } from '../icon-button.tsx';
import { useMyName } from '../live/my-name.ts';
import { useText } from '../text.ts';
import { VisuallyHidden } from '../visually-hidden.tsx';
import { CommentForm } from './comment-form.tsx';
import classes from './comments.module.css';
import { ThreadItem } from './thread-item.tsx';

/** A thread with what it is about, in words. `here`: it is about what is looked at now. */
export type PlacedThread = { readonly thread: Thread; readonly place: string; readonly here: boolean };

export type CommentsPanelProps = {
  /** The last spoken in first. */
  readonly threads: readonly PlacedThread[];
  /** What a new comment would be about, in words. */
  readonly about: string;
  /** Everybody who can be called by "@". */
  readonly people: readonly string[];
  readonly readOnly: boolean;
  /** The field for a new comment takes the focus when it appears. */
  readonly writing: boolean;
  /** The list shown first; all open threads unless told. */
  readonly first?: 'open' | 'me';
  readonly onClose: () => void;
  readonly onGo: (thread: Thread) => void;
  readonly onSay: (text: string, author: string) => void;
  readonly onReply: (thread: Thread, text: string, author: string) => void;
  readonly onResolve: (thread: Thread, resolved: boolean, author: string) => void;
  /** `replyId` null: the whole thread. */
  readonly onRemove: (thread: Thread, replyId: string | null) => void;
};

type Shown = 'open' | 'here' | 'me' | 'resolved';

/** What people say of a document, thread by thread; knows nothing of what the document is. */
export function CommentsPanel(props: CommentsPanelProps) {
  const { threads, about, people, readOnly } = props;
  const t = useText();
  const format = useFormat();
  const [me] = useMyName();
  const [shown, setShown] = useState<Shown>(props.first ?? 'open');
  const [said, setSaid] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  const isOpen = ({ thread }: PlacedThread) => thread.comment.resolved === null;
  const lists: Record<Shown, readonly PlacedThread[]> = {
    open: threads.filter(isOpen),
    here: threads.filter(({ here }) => here),
    me: threads.filter((one) => awaits(one.thread, me)),
    resolved: threads.filter((one) => !isOpen(one)),
  };
  const offered = (['open', 'here', 'me', 'resolved'] as const).filter(
    (key) => key === 'open' || key === shown || lists[key].length > 0,
  );
  const list = lists[shown];
  /** Opening a thread again must not forget who had closed it, and when: the thread says it. */
  const traceReopening = (thread: Thread) => {
    const { resolved } = thread.comment;
    if (resolved === null) return;
    const somebody = t('comments.somebody');
    const said = { name: resolved.author || somebody, moment: format.moment(resolved.at) };
    props.onReply(thread, t('comments.reopenedSaid', said), me || somebody);
  };
  const done = (words: string) => {
    // What had the focus goes away with the thread: the title of the panel takes it.
    title.current?.focus();
    setSaid(words);
  };
  return (
    <section
      className={classes.panel}
      aria-labelledby="comments-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose();
      }}
    >
      <header className={classes.head}>
        <h2 id="comments-title" ref={title} tabIndex={-1} className={classes.title}>
          {t('comments.title')}
        </h2>
        <IconButton label={t('comments.close')} icon={<IconX />} onClick={props.onClose} />
      </header>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
      {!readOnly && (
        <CommentForm
          label={t('comments.about', { place: about })}
          submit={t('comments.say')}
          people={people}
          autoFocus={props.writing}
          onSay={(text, author) => {
            props.onSay(text, author);
            setShown('open');
            setSaid(t('comments.saidDone'));
          }}
        />
      )}
      {offered.length > 1 && (
        <Choice
          label={t('comments.filter')}
          options={offered.map((key) => ({
            value: key,
            label: (
              <>
                {t(`comments.${key}`)} {lists[key].length}
              </>
            ),
          }))}
          value={shown}
          onChange={setShown}
        />
      )}
      {list.length === 0 && (
        <p className={classes.none}>{t(threads.length === 0 ? 'comments.none' : 'comments.noneHere')}</p>
      )}
      <ul className={classes.threads}>
        {list.map(({ thread, place }) => (
          <ThreadItem
            key={thread.id}
            thread={thread}
            place={place}
            people={people}
            readOnly={readOnly}
            onGo={() => props.onGo(thread)}
            onReply={(text, author) => {
              props.onReply(thread, text, author);
              // Answered, it waits for me no more: it stays in sight among all.
              if (shown === 'me') setShown('open');
            }}
            onResolve={(resolved) => {
              props.onResolve(thread, resolved, me);
              if (!resolved) {
                traceReopening(thread);
                setShown('open');
              }
              done(t(resolved ? 'comments.resolvedDone' : 'comments.reopenedDone'));
            }}
            onRemove={(replyId) => {
              props.onRemove(thread, replyId);
              done(t('comments.removedDone'));
            }}
          />
        ))}
      </ul>
    </section>
  );
}
