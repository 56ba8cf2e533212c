import type { ReactNode } from 'react';
import figure from './figure.module.css';
import type { Tone } from './figure.tsx';
import classes from './sentence.module.css';

type SentenceProps = {
  /** The words; what stands between two `**` is drawn in the tone: "Ici, **18 clients sur 100** appellent." */
  readonly text: string;
  readonly tone?: Tone;
  /** How sure, how many, when: "Entre 16 et 20 · 1 904 parcours · 22 nov. 2025 – 21 nov. 2026". */
  readonly range?: ReactNode;
};

/** A figure said as a sentence, with its range under it. */
export function Sentence({ text, tone = 'neutral', range }: SentenceProps) {
  const parts = text.split('**');
  let at = 0;
  return (
    <div>
      <p className={classes.sentence}>
        {parts.map((part, index) => {
          const key = at;
          at += part.length + 2;
          return index % 2 === 1 ? (
            <strong key={key} className={figure[tone]}>
              {part}
            </strong>
          ) : (
            <span key={key}>{part}</span>
          );
        })}
      </p>
      {range !== undefined && <p className={classes.range}>{range}</p>}
    </div>
  );
}
