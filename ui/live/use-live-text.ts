import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { afterPaint } from './after-paint.ts';
import { movedCaret, rebased } from './caret.ts';

type LiveTextOptions = {
  /** What the field opens with, when not the text as it is. */
  readonly opening?: string;
  /**
   * Letters are painted before they are written: where writing draws much of a page again. `flush` or `drop` what is not
   * written yet before leaving the field or doing anything else with its text.
   */
  readonly paintFirst?: boolean;
};

/**
 * A field bound to a text of a live document: each letter goes there at once, and what somebody else types appears with
 * the caret kept between its two letters.
 */
export function useLiveText(
  field: RefObject<HTMLTextAreaElement | HTMLInputElement | null>,
  value: string,
  onText: (text: string) => void,
  { opening = value, paintFirst = false }: LiveTextOptions = {},
) {
  const [text, setText] = useState(opening);
  const sent = useRef(value);
  /** Painted and not written yet; null when there is nothing such. */
  const pending = useRef<{ readonly text: string; readonly stop: () => void } | null>(null);
  /** Somebody else typed here since the field opened. */
  const shared = useRef(false);
  const latest = useRef(onText);
  latest.current = onText;

  const drop = () => {
    pending.current?.stop();
    pending.current = null;
  };
  const send = (next: string) => {
    drop();
    sent.current = next;
    latest.current(next);
  };
  const flush = () => {
    if (pending.current) send(pending.current.text);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: sending only touches refs
  useLayoutEffect(() => {
    if (value === sent.current) return;
    const { current } = field;
    const [start, end] = [current?.selectionStart ?? 0, current?.selectionEnd ?? 0];
    const before = sent.current;
    const mine = pending.current?.text;
    shared.current = true;
    sent.current = value;
    // Letters that are only painted so far are put into what the others wrote.
    const now = mine === undefined ? value : rebased(before, mine, value);
    setText(now);
    if (mine !== undefined) send(now);
    if (!current || document.activeElement !== current) return;
    // Written here too: React would otherwise put the caret at the end.
    const shown = mine ?? before;
    current.value = now;
    current.setSelectionRange(movedCaret(shown, now, start), movedCaret(shown, now, end));
  }, [value, field]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: both only touch refs
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);

  const write = (next: string) => {
    setText(next);
    if (!paintFirst) return send(next);
    drop();
    pending.current = { text: next, stop: afterPaint(flush) };
  };
  return { text, write, flush, drop, sent, shared };
}
