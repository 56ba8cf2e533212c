import { useMemo } from 'react';
import {
  addComment,
  addReply,
  removeComment,
  removeReply,
  resolveComment,
  threadsOf,
  writersOf,
} from '#kit/document/threads.ts';
import { randomId } from '#kit/random-id.ts';
import { CommentsPanel } from '#ui/comments/comments-panel.tsx';
import type { Peer } from '#ui/live/presence.ts';
import { useText as useUiText } from '#ui/text.ts';
import { part } from '../../domain/parts.ts';
import type { CommentTarget, Persona } from '../../domain/schema.ts';
import { shortened } from '../sheet/statement-item.tsx';
import type { Editor } from '../source.ts';
import { useText } from '../text.ts';
import classes from './talk.module.css';

type SheetCommentsProps = {
  readonly persona: Persona;
  readonly peers: readonly Peer[];
  /** Null: only read. */
  readonly editor: Editor | null;
  /** The statement a new comment would be about; null: the whole portrait. */
  readonly about: string | null;
  /** Counts the demands to write; 0: the comments were only opened to be read. */
  readonly writing: number;
  readonly onClose: () => void;
  /** Brings the statement in sight. */
  readonly onShow: (statementId: string) => void;
};

/** What people say of a portrait, beside it. */
export function SheetComments(props: SheetCommentsProps) {
  const { persona, peers, editor, about, writing, onClose, onShow } = props;
  const t = useText();
  const ui = useUiText();
  const target = targetOf(persona, about);
  const threads = useMemo(() => {
    const words = ({ section, statementId }: CommentTarget): string => {
      const text = statementId === null ? '' : (part(persona, 'statements', statementId)?.text ?? '');
      if (section === null) return t('talk.whole');
      return text.trim() === '' ? t(`section.${section}`) : `${t(`section.${section}`)} › ${shortened(text)}`;
    };
    return threadsOf(persona).map((thread) => ({
      thread,
      place: words(thread.comment.target),
      here: about !== null && thread.comment.target.statementId === about,
    }));
  }, [persona, about, t]);
  const people = useMemo(
    () => [
      ...new Set([...peers.map(({ name }) => name).filter((name) => name !== ''), ...writersOf(persona)]),
    ],
    [peers, persona],
  );
  const statement = about === null ? undefined : part(persona, 'statements', about);
  const by = (author: string) => ({ author, authorId: null, at: new Date().toISOString() });
  return (
    <aside className={classes.panel} aria-label={ui('comments.title')}>
      <CommentsPanel
        // Asked for anew, the field takes the focus anew.
        key={writing}
        threads={threads}
        about={statement ? shortened(statement.text) : t('talk.whole')}
        people={people}
        readOnly={editor === null}
        writing={writing > 0}
        onClose={onClose}
        onGo={({ comment }) => {
          const { statementId } = comment.target as CommentTarget;
          if (statementId !== null) onShow(statementId);
        }}
        onSay={(text, author) => editor?.edit(() => addComment({ by: by(author), text, target }, randomId))}
        onReply={({ id }, text, author) =>
          editor?.edit((now) => addReply(now, { by: by(author), text, commentId: id }, randomId))
        }
        onResolve={({ id }, resolved, author) =>
          editor?.edit((now) =>
            resolveComment(now, id, resolved ? by(author || ui('comments.somebody')) : null),
          )
        }
        onRemove={({ id }, replyId) =>
          editor?.edit((now) => (replyId === null ? removeComment(now, id) : removeReply(now, replyId)))
        }
      />
    </aside>
  );
}

function targetOf(persona: Persona, about: string | null): CommentTarget {
  const statement = about === null ? undefined : part(persona, 'statements', about);
  return statement
    ? { section: statement.section, statementId: about }
    : { section: null, statementId: null };
}
