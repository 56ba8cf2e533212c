import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { movedCaret } from './caret.ts';

/**
 * A field bound to a text of a live document: each letter goes there at once, and what somebody else types appears with
 * the caret kept between its two letters.
 */
export function useLiveText(
  field: RefObject<HTMLTextAreaElement | HTMLInputElement | null>,
  value: string,
  onText: (text: string) => void,
  /** What the field opens with, when not the text as it is. */
  opening: string = value,
) {
  const [text, setText] = useState(opening);
  const sent = useRef(value);
  /** Somebody else typed here since the field opened. */
  const shared = useRef(false);
  useLayoutEffect(() => {
    if (value === sent.current) return;
    const { current } = field;
    const [start, end] = [current?.selectionStart ?? 0, current?.selectionEnd ?? 0];
    const before = sent.current;
    shared.current = true;
    sent.current = value;
    setText(value);
    if (!current || document.activeElement !== current) return;
    // Written here too: React would otherwise put the caret at the end.
    current.value = value;
    current.setSelectionRange(movedCaret(before, value, start), movedCaret(before, value, end));
  }, [value, field]);
  const write = (next: string) => {
    sent.current = next;
    setText(next);
    onText(next);
  };
  return { text, write, sent, shared };
}
