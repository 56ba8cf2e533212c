import { Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { mentionBeingTyped } from '#kit/document/threads.ts';
import { Button } from '../button.tsx';
import { useMyName } from '../live/my-name.ts';
import { useText } from '../text.ts';
import classes from './comments.module.css';

type CommentFormProps = {
  readonly label: string;
  readonly submit: string;
  /** Everybody who can be called by "@". */
  readonly people: readonly string[];
  readonly autoFocus?: boolean;
  readonly onSay: (text: string, author: string) => void;
  readonly onCancel?: () => void;
};

const mostProposed = 6;

/** Writes a comment or an answer, signed; "@" proposes who can be called. The name is asked for once. */
export function CommentForm(props: CommentFormProps) {
  const { label, submit, people, autoFocus = false, onSay, onCancel } = props;
  const t = useText();
  const [name, sayName] = useMyName();
  const naming = name === '';
  const [typedName, setTypedName] = useState(name);
  const [text, setText] = useState('');
  const [sent, setSent] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const calling = useCalling(people, text);
  const author = naming ? typedName.trim() : name;

  const write = (next: string, caret: number) => {
    setText(next);
    calling.look(next, caret);
  };
  const call = (person: string) => {
    if (!calling.at) return;
    const { from, typed } = calling.at;
    const before = `${text.slice(0, from)}@${person} `;
    setText(before + text.slice(from + 1 + typed.length));
    calling.close();
    field.current?.focus();
    // After the field holds the new text.
    requestAnimationFrame(() => field.current?.setSelectionRange(before.length, before.length));
  };
  const say = () => {
    setSent(true);
    if (text.trim() === '' || author === '') return;
    if (naming) sayName(author);
    onSay(text.trim(), author);
    setText('');
    setSent(false);
    calling.close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const took = calling.onKey(event.key, call);
    if (took || ((event.ctrlKey || event.metaKey) && event.key === 'Enter')) {
      event.preventDefault();
      event.stopPropagation();
      if (!took) say();
    } else if (event.key === 'Escape' && onCancel) {
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
    >
      {naming && (
        <TextInput
          label={t('comments.name')}
          description={t('comments.nameHint')}
          autoComplete="name"
          maxLength={80}
          value={typedName}
          error={sent && author === '' ? t('comments.nameMissing') : null}
          onChange={(event) => setTypedName(event.currentTarget.value)}
        />
      )}
      <div className={classes.field}>
        <Textarea
          ref={field}
          label={label}
          placeholder={t('comments.placeholder')}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={5000}
          value={text}
          // Asked for by a key or a button just before.
          autoFocus={autoFocus}
          error={sent && text.trim() === '' ? t('comments.textMissing') : null}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={calling.found.length > 0 ? calling.id : undefined}
          aria-activedescendant={calling.found.length > 0 ? `${calling.id}-${calling.chosen}` : undefined}
          onChange={(event) => write(event.currentTarget.value, event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          onBlur={calling.close}
        />
        {calling.found.length > 0 && (
          <div id={calling.id} role="listbox" aria-label={t('comments.people')} className={classes.people}>
            {calling.found.map((person, index) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, and says which one is chosen
              // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter in the field do the same
              <div
                key={person}
                id={`${calling.id}-${index}`}
                role="option"
                aria-selected={index === calling.chosen}
                className={classes.person}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => call(person)}
              >
                {person}
              </div>
            ))}
          </div>
        )}
      </div>
      <div className={classes.formActions}>
        {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
        <Button look="action" type="submit">
          {submit}
        </Button>
      </div>
    </form>
  );
}

/** Who is proposed for the "@" being typed, and the keys that choose. */
function useCalling(people: readonly string[], text: string) {
  const id = useId();
  const [at, setAt] = useState<ReturnType<typeof mentionBeingTyped>>(undefined);
  const [chosen, setChosen] = useState(0);
  const typed = at?.typed.toLocaleLowerCase() ?? '';
  const found =
    at === undefined || text[at.from] !== '@'
      ? []
      : people.filter((person) => person.toLocaleLowerCase().startsWith(typed)).slice(0, mostProposed);
  const close = () => setAt(undefined);
  return {
    id,
    at,
    found,
    chosen: Math.min(chosen, Math.max(found.length - 1, 0)),
    close,
    look(next: string, caret: number) {
      setAt(mentionBeingTyped(next, caret));
      setChosen(0);
    },
    /** Whether the list took the key. */
    onKey(key: string, call: (person: string) => void): boolean {
      if (found.length === 0) return false;
      const index = Math.min(chosen, found.length - 1);
      if (key === 'ArrowDown') setChosen((index + 1) % found.length);
      else if (key === 'ArrowUp') setChosen((index + found.length - 1) % found.length);
      else if (key === 'Enter' || key === 'Tab') call(found[index]!);
      else if (key === 'Escape') close();
      else return false;
      return true;
    },
  };
}
