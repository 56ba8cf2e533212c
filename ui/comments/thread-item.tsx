import { IconCheck, IconRotate, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Signature } from '#kit/document/comments.ts';
import type { Thread } from '#kit/document/threads.ts';
import { Button } from '../button.tsx';
import { useFormat } from '../i18n.ts';
import { IconButton } from '../icon-button.tsx';
import { useText } from '../text.ts';
import { CommentForm } from './comment-form.tsx';
import classes from './comments.module.css';
import { SaidText } from './said-text.tsx';

type ThreadItemProps = {
  readonly thread: Thread;
  /** What it is about, in words. */
  readonly place: string;
  readonly people: readonly string[];
  readonly readOnly: boolean;
  readonly onGo: () => void;
  readonly onReply: (text: string, author: string) => void;
  readonly onResolve: (resolved: boolean) => void;
  readonly onRemove: (replyId: string | null) => void;
};

/** A thread: what it is about, what was said by whom and when, and what can be done with it. */
export function ThreadItem(props: ThreadItemProps) {
  const { thread, place, people, readOnly, onGo, onReply, onResolve, onRemove } = props;
  const t = useText();
  const [answering, setAnswering] = useState(false);
  const answer = useRef<HTMLButtonElement>(null);
  const { comment, replies } = thread;
  const { resolved } = comment;
  const close = () => {
    setAnswering(false);
    answer.current?.focus();
  };
  return (
    <li className={classes.thread} data-resolved={resolved === null ? undefined : ''}>
      <div className={classes.about}>
        <button type="button" className={classes.place} onClick={onGo}>
          {place}
        </button>
        {!readOnly && (
          <IconButton
            label={t(resolved === null ? 'comments.resolve' : 'comments.reopen')}
            icon={resolved === null ? <IconCheck /> : <IconRotate />}
            onClick={() => onResolve(resolved === null)}
          />
        )}
      </div>
      <Said
        by={comment}
        text={comment.text}
        people={people}
        onRemove={readOnly ? null : () => onRemove(null)}
      />
      {replies.length > 0 && (
        <ul className={classes.replies}>
          {replies.map(([id, reply]) => (
            <li key={id}>
              <Said
                by={reply}
                text={reply.text}
                people={people}
                onRemove={readOnly ? null : () => onRemove(id)}
              />
            </li>
          ))}
        </ul>
      )}
      {resolved !== null && (
        <p className={classes.resolved}>
          <IconCheck size={14} stroke={2} aria-hidden="true" />
          <span>
            {t('comments.resolvedBy', { name: resolved.author || t('comments.somebody') })}{' '}
            <When at={resolved.at} />
          </span>
        </p>
      )}
      {!readOnly && !answering && (
        <Button ref={answer} look="quiet" onClick={() => setAnswering(true)}>
          {t('comments.answer')}
        </Button>
      )}
      {answering && (
        <CommentForm
          label={t('comments.answerLabel')}
          submit={t('comments.answer')}
          people={people}
          autoFocus
          onSay={(text, author) => {
            onReply(text, author);
            close();
          }}
          onCancel={close}
        />
      )}
    </li>
  );
}

type SaidProps = {
  readonly by: Signature;
  readonly text: string;
  readonly people: readonly string[];
  readonly onRemove: (() => void) | null;
};

function Said({ by, text, people, onRemove }: SaidProps) {
  const t = useText();
  const name = by.author || t('comments.somebody');
  return (
    <div className={classes.entry}>
      <p className={classes.by}>
        <strong>{name}</strong> <When at={by.at} />
        {onRemove && (
          <IconButton
            className={classes.remove ?? ''}
            label={t('comments.remove', { name })}
            icon={<IconTrash />}
            onClick={onRemove}
          />
        )}
      </p>
      <SaidText text={text} people={people} />
    </div>
  );
}

function When({ at }: { readonly at: string }) {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.moment(at)} className={classes.when}>
      {format.ago(at, Date.now())}
    </time>
  );
}
