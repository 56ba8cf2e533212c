import { Popover } from '@mantine/core';
import { IconCornerDownRight, IconMessage } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useEffect, useState } from 'react';
import { randomId } from '#kit/random-id.ts';
import { EvidenceDot } from '#ui/evidence-dot.tsx';
import { useFormat } from '#ui/i18n.ts';
import { useText as useUiText } from '#ui/text.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import {
  addStatement,
  editStatement,
  moveStatement,
  pasteStatements,
  removeStatement,
} from '../../domain/edit/statement.ts';
import { evidenceState, isStated } from '../../domain/proof.ts';
import type { Section, Statement } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import { evidenceLine } from '../words/evidence-words.ts';
import evidence from './evidence.module.css';
import { EvidenceCard } from './evidence-card.tsx';
import { LiveText } from './live-text.tsx';
import { useSheet } from './sheet-context.ts';
import classes from './statements.module.css';

/** Sections whose statements call for an answer: what to say or do, what to say instead. */
const answered: ReadonlySet<Section> = new Set(['hard-situations', 'words-to-avoid']);

type StatementItemProps = {
  readonly statementId: string;
  readonly statement: Statement;
  readonly sectionName: string;
  /** Its neighbours, by id. */
  readonly before: string | undefined;
  readonly after: string | undefined;
};

/** One statement: what proves it as a dot that opens it, the text, and in one line where it comes from. */
export const StatementItem = memo(function StatementItem(props: StatementItemProps) {
  const { statementId, statement, sectionName, before, after } = props;
  const { editor, today, wanted, notify, talk } = useSheet();
  const t = useText();
  const ui = useUiText();
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const state = evidenceState(statement, today);
  const line = evidenceLine({ t, format }, statement, today);
  const stated = isStated(statement);
  const comments = talk?.open.get(statementId) ?? 0;
  useEffect(() => {
    if (wanted.current === statementId) wanted.current = null;
  }, [wanted, statementId]);
  if (!editor && !stated) return null;

  const remove = (next: string | undefined) => {
    setOpened(false);
    if (!editor?.edit((now) => removeStatement(now, statementId))) return;
    if (stated) notify({ text: t('statement.removed', { text: shortened(statement.text) }), undo: true });
    if (next !== undefined) focusStatement(next);
  };
  const move = (position: { before?: string | undefined; after?: string | undefined }) =>
    editor?.edit((now) => {
      const present = now.statements[statementId];
      return present ? moveStatement(now, { statementId, section: present.section, ...position }) : [];
    });
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    const { key, altKey, shiftKey } = event;
    if (altKey && key === 'ArrowUp' && before !== undefined) {
      move({ before });
      return true;
    }
    if (altKey && key === 'ArrowDown' && after !== undefined) {
      move({ after });
      return true;
    }
    if (key === 'Enter' && !altKey && !shiftKey) {
      if (stated) {
        editor?.edit((now) =>
          addStatement(now, { section: statement.section, after: statementId }, () => {
            const made = randomId();
            wanted.current = made;
            return made;
          }),
        );
      }
      return true;
    }
    if (key === 'Backspace' && event.currentTarget.value === '') {
      remove(before ?? after);
      return true;
    }
    return false;
  };
  const paste = (text: string): boolean => {
    let made = 0;
    const sent = editor?.edit((now) => {
      const present = now.statements[statementId];
      if (!present) return [];
      const added = pasteStatements(now, { section: present.section, after: statementId, text }, randomId);
      made = added.filter(({ op }) => op === 'put').length;
      // The empty place it was pasted in has done its work.
      return present.text.trim() === '' ? [...added, ...removeStatement(now, statementId)] : added;
    });
    if (sent) notify({ text: t('statement.pasted', { count: made }), undo: true });
    return sent ?? false;
  };

  const said =
    state === 'assumed' && statement.note.trim() === '' ? line : `${ui(`evidence.${state}`)}, ${line}`;
  return (
    <li className={classes.item} data-statement={statementId}>
      {editor ? (
        <Popover
          opened={opened}
          onChange={setOpened}
          position="bottom-start"
          width="min(23rem, calc(100vw - 2rem))"
          middlewares={{ flip: true, shift: true, size: true }}
          trapFocus
          returnFocus
          withRoles
        >
          <Popover.Target>
            <button type="button" className={classes.dot} title={line} onClick={() => setOpened(!opened)}>
              <span aria-hidden="true">
                <EvidenceDot state={state} />
              </span>
              <VisuallyHidden>
                {t('statement.open', { text: shortened(statement.text) || sectionName, line: said })}
              </VisuallyHidden>
            </button>
          </Popover.Target>
          <Popover.Dropdown className={evidence.dropdown} aria-label={t('evidence.title')}>
            {opened && (
              <EvidenceCard
                statementId={statementId}
                statement={statement}
                onUp={before === undefined ? null : () => move({ before })}
                onDown={after === undefined ? null : () => move({ after })}
                onRemove={() => remove(undefined)}
                onComment={
                  talk && stated
                    ? () => {
                        setOpened(false);
                        talk.say(statementId);
                      }
                    : null
                }
              />
            )}
          </Popover.Dropdown>
        </Popover>
      ) : (
        <span className={classes.dot}>
          <EvidenceDot state={state} />
        </span>
      )}
      <div className={classes.words}>
        <LiveText
          className={classes.statement}
          label={sectionName}
          value={statement.text}
          placeholder={t(`hint.${statement.section}`)}
          place={`statement:${statementId}`}
          autoFocus={wanted.current === statementId}
          onText={(text) => editor?.edit((now) => editStatement(now, statementId, { text }))}
          onKey={onKey}
          onPasteLines={paste}
        />
        {answered.has(statement.section) && stated && (editor || statement.answer.trim() !== '') && (
          <div className={classes.answer}>
            <IconCornerDownRight size={13} stroke={1.8} aria-hidden="true" />
            <LiveText
              label={t(`answer.${statement.section === 'hard-situations' ? 'hard' : 'instead'}`)}
              placeholder={t(`answer.${statement.section === 'hard-situations' ? 'hard' : 'instead'}`)}
              value={statement.answer}
              place={`answer:${statementId}`}
              onText={(answer) => editor?.edit((now) => editStatement(now, statementId, { answer }))}
            />
          </div>
        )}
        {stated && (
          <p className={classes.line} data-state={state}>
            {line}
          </p>
        )}
        {talk !== null && comments > 0 && (
          <button
            type="button"
            className={classes.comments}
            aria-label={t('talk.on', { count: comments, text: shortened(statement.text) })}
            onClick={() => talk.say(statementId)}
          >
            <IconMessage size={13} stroke={1.8} aria-hidden="true" />
            {comments}
          </button>
        )}
      </div>
    </li>
  );
});

export const shortened = (text: string): string => {
  const letters = [...text.trim()];
  return letters.length > 60 ? `${letters.slice(0, 59).join('').trimEnd()}…` : letters.join('');
};

/** Puts the caret at the end of a statement that is drawn. */
export function focusStatement(statementId: string): void {
  const field = document.querySelector<HTMLTextAreaElement>(
    `[data-statement="${CSS.escape(statementId)}"] textarea`,
  );
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
  field?.scrollIntoView({ block: 'nearest' });
}
