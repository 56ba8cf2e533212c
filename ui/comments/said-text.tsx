import { mentionsIn } from '#kit/document/threads.ts';
import classes from './comments.module.css';

/** What somebody said, with the people it calls set off. */
export function SaidText({ text, people }: { readonly text: string; readonly people: readonly string[] }) {
  let at = 0;
  return (
    <p className={classes.said}>
      {mentionsIn(text, people).map((part) => {
        const from = at;
        at += part.text.length;
        return part.name === null ? (
          part.text
        ) : (
          <span key={from} className={classes.mention}>
            {part.text}
          </span>
        );
      })}
    </p>
  );
}
