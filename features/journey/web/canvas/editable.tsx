import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Leave } from '../view/editor.ts';
import { useLiveText } from '../view/use-live-text.ts';
import cells from './cell.module.css';

type EditableProps = {
  readonly value: string;
  readonly label: string;
  readonly placeholder?: string;
  /** The letter that opened the field. */
  readonly typed: string | null;
  /** Texts of several paragraphs: Shift + Enter makes a new line. */
  readonly multiline?: boolean;
  readonly onText: (text: string) => void;
  readonly onLeave: (how: Leave) => void;
  /** Text of several lines pasted; true when it was taken care of. */
  readonly onPasteLines?: (text: string) => boolean;
};

/**
 * Typing in place. Each letter goes to the document at once; Escape brings back the text there was, unless somebody
 * else typed in it meanwhile: their words are not ours to take away.
 */
export function Editable(props: EditableProps) {
  const { value, label, placeholder, typed, multiline = false } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const before = useRef(value);
  const left = useRef(false);
  const opening = value + (typed ?? '');
  const { text, write, sent, shared } = useLiveText(field, value, props.onText, opening);

  const leave = (how: Leave) => {
    if (left.current) return;
    left.current = true;
    if (how === 'cancel' && !shared.current && sent.current !== before.current) props.onText(before.current);
    props.onLeave(how);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: on opening only; the letter that opened it is its first
  useEffect(() => {
    const { current } = field;
    if (typed !== null) write(opening);
    current?.focus();
    current?.setSelectionRange(opening.length, opening.length);
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (key === 'Enter' && !(shiftKey && multiline) && !altKey) {
      event.preventDefault();
      leave('next');
    } else if (key === 'Tab' && !ctrlKey && !metaKey && !altKey) {
      event.preventDefault();
      leave(shiftKey ? 'left' : 'right');
    } else if (key === 'Escape') {
      event.preventDefault();
      leave('cancel');
    }
  };

  return (
    <span className={cells.field} data-text={text}>
      <textarea
        ref={field}
        rows={1}
        value={text}
        aria-label={label}
        placeholder={placeholder}
        maxLength={2000}
        onChange={(event) =>
          write(multiline ? event.target.value : event.target.value.replace(/[\r\n]+/g, ' '))
        }
        onPaste={(event) => {
          event.stopPropagation();
          const pasted = event.clipboardData.getData('text/plain');
          if (!/[\r\n\t]./.test(pasted) || !props.onPasteLines) return;
          // Marked first: pasting moves the focus, and leaving the field would otherwise count as giving it up.
          left.current = true;
          if (props.onPasteLines(pasted)) event.preventDefault();
          else left.current = false;
        }}
        onKeyDown={onKeyDown}
        onBlur={() => leave('blur')}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={(event) => event.stopPropagation()}
      />
    </span>
  );
}
