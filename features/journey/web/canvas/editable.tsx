import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useLiveText } from '#ui/live/use-live-text.ts';
import { safeHref } from '../../domain/rich-text/rich-text.ts';
import { toggleBold, toggleList, type Written, writeLink } from '../../domain/rich-text/write.ts';
import type { Leave } from '../view/editor.ts';
import { formShortcut } from '../view/form-keys.ts';
import { useMapContext } from '../view/map-context.ts';
import cells from './cell.module.css';

/** What a text of the document holds (`collaborativeText`), in UTF-16 units. */
const longest = 20_000;

type EditableProps = {
  readonly value: string;
  readonly label: string;
  readonly placeholder?: string;
  /** The letter that opened the field. */
  readonly typed: string | null;
  /** Texts of several paragraphs: Shift + Enter makes a new line. */
  readonly multiline?: boolean;
  /** False while the first letter has yet to make what is typed in: that one is written at once. */
  readonly exists?: boolean;
  readonly onText: (text: string) => void;
  readonly onLeave: (how: Leave) => void;
  /** Text of several lines pasted; true when it was taken care of. */
  readonly onPasteLines?: (clip: DataTransfer) => boolean;
};

/**
 * Typing in place. Each letter is painted, then goes to the document, which draws the map again; Escape brings back the
 * text there was, unless somebody else typed in it meanwhile: their words are not ours to take away.
 */
export function Editable(props: EditableProps) {
  const { value, label, placeholder, typed, multiline = false, exists = true } = props;
  const { editor } = useMapContext();
  const field = useRef<HTMLTextAreaElement>(null);
  const before = useRef(value);
  const left = useRef(false);
  const opening = value + (typed ?? '');
  const options = { opening, paintFirst: exists };
  const { text, write, flush, drop, sent, shared } = useLiveText(field, value, props.onText, options);

  const leave = (how: Leave) => {
    if (left.current) return;
    left.current = true;
    if (how === 'cancel' && !shared.current) drop();
    else flush();
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

  /** Gives what is selected a form, and keeps it selected. */
  const shape = (form: (written: Written) => Written) => {
    const { current } = field;
    if (!current) return;
    const next = form({ text, start: current.selectionStart, end: current.selectionEnd });
    if (next.text !== text) write(next.text);
    current.value = next.text;
    current.setSelectionRange(next.start, next.end);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    // Undoing, and whatever else a shortcut does, finds the letters in the document.
    if (ctrlKey || metaKey || altKey) flush();
    if (key === 'Enter' && !(shiftKey && multiline) && !altKey) {
      event.preventDefault();
      leave('next');
    } else if (key === 'Tab' && !ctrlKey && !metaKey && !altKey) {
      event.preventDefault();
      leave(shiftKey ? 'left' : 'right');
    } else if (key === 'Escape') {
      event.preventDefault();
      leave('cancel');
    } else if (multiline) {
      const shortcut = formShortcut(event);
      if (!shortcut || shortcut === 'link') return;
      event.preventDefault();
      shape(shortcut === 'bold' ? toggleBold : toggleList);
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
        maxLength={longest}
        onChange={(event) =>
          write(multiline ? event.target.value : event.target.value.replace(/[\r\n]+/g, ' '))
        }
        onPaste={(event) => {
          event.stopPropagation();
          flush();
          const pasted = event.clipboardData.getData('text/plain');
          const { selectionStart, selectionEnd } = event.currentTarget;
          // An address pasted over words makes them a link.
          if (multiline && selectionEnd > selectionStart && safeHref(pasted) !== null) {
            event.preventDefault();
            shape((written) => writeLink(written, pasted));
            return;
          }
          const whole = !/[\r\n\t]./.test(pasted) && pasted.length + text.length <= longest;
          if (!props.onPasteLines && pasted.length + text.length > longest) {
            // The browser would cut it without a word.
            event.preventDefault();
            editor.refuseLong();
            return;
          }
          if (whole || !props.onPasteLines) return;
          // Marked first: pasting moves the focus, and leaving the field would otherwise count as giving it up.
          left.current = true;
          if (props.onPasteLines(event.clipboardData)) event.preventDefault();
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
