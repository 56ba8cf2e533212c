import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { peerColours, usePeerName } from '#ui/live/people.tsx';
import { useLiveText } from '#ui/live/use-live-text.ts';
import classes from './live-text.module.css';
import { usePeerAt, useSheet } from './sheet-context.ts';

type LiveTextProps = {
  /** What is typed here: said by a screen reader. */
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** Name of the place for the others: `title`, `statement:…`. */
  readonly place: string;
  readonly onText: (text: string) => void;
  readonly className?: string | undefined;
  /** Several paragraphs: Enter makes a new line. */
  readonly multiline?: boolean;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  /** Keys the place answers itself; true when it did. */
  readonly onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  /** Text of several lines pasted; true when it was taken care of. */
  readonly onPasteLines?: (text: string) => boolean;
  readonly onBlur?: () => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
};

/**
 * A text of the sheet. It reads as text until it is pointed at, is as tall as what it holds, and each letter goes to the
 * document at once. On a sheet that is only read it is plain text.
 */
export function LiveText(props: LiveTextProps) {
  const { editor } = useSheet();
  if (editor) return <Field {...props} />;
  if (props.value.trim() === '') return null;
  return <span className={`${classes.text} ${props.className ?? ''}`}>{props.value}</span>;
}

function Field(props: LiveTextProps) {
  const { label, value, placeholder, place, className, multiline = false, maxLength = 20_000 } = props;
  const { presence } = useSheet();
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, write } = useLiveText(field, value, props.onText);
  const peer = usePeerAt(place);
  const nameOf = usePeerName();
  useImperativeHandle(props.ref, () => field.current!, []);
  const { autoFocus = false } = props;
  useEffect(() => {
    if (!autoFocus) return;
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [autoFocus]);

  return (
    <span
      className={`${classes.live} ${className ?? ''}`}
      data-text={text === '' ? (placeholder ?? '') : text}
      data-empty={text === '' ? '' : undefined}
      data-peer={peer ? '' : undefined}
      style={peer && peerColours(peer.colour)}
    >
      <textarea
        ref={field}
        rows={1}
        value={text}
        aria-label={label}
        placeholder={placeholder}
        maxLength={maxLength}
        onChange={(event) =>
          write(multiline ? event.target.value : event.target.value.replace(/[\r\n]+/g, ' '))
        }
        onFocus={() => presence?.show(place)}
        onBlur={() => {
          presence?.show(null);
          props.onBlur?.();
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (props.onKey?.(event)) event.preventDefault();
          else if (event.key === 'Enter' && !multiline) event.preventDefault();
          else if (event.key === 'Escape') event.currentTarget.blur();
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (/[\r\n]./.test(pasted) && props.onPasteLines?.(pasted)) event.preventDefault();
        }}
      />
      {peer && <span className={classes.peer}>{nameOf(peer)}</span>}
    </span>
  );
}
