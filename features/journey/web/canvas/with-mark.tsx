import type { ReactNode } from 'react';
import heads from './head.module.css';

/** Longer words must be allowed to break, and their mark with them. */
const longestWord = 14;

/** A text with a small mark after it, which never stands alone on a line: it stays with the last word. */
export function WithMark({ text, mark }: { readonly text: string; readonly mark: ReactNode }) {
  const at = text.trimEnd().lastIndexOf(' ') + 1;
  if (!mark || text.length - at > longestWord) {
    return (
      <>
        {text}
        {mark}
      </>
    );
  }
  return (
    <>
      {text.slice(0, at)}
      <span className={heads.together}>
        {text.slice(at)}
        {mark}
      </span>
    </>
  );
}
