import { type ReactNode, useEffect, useRef } from 'react';
import { useFormat } from '#ui/i18n.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import type { Attribution, DetectionModel } from '../../domain/discovery/model.ts';
import { Script } from '../recognise/script.tsx';
import { useText } from '../text.ts';
import type { KnownPersona } from '../use-personas.ts';
import classes from './answer.module.css';

type OutcomeProps = {
  readonly attribution: Attribution;
  readonly reader: DetectionModel;
  /** It stopped because it was sure enough. */
  readonly sure: boolean;
  readonly personas: readonly KnownPersona[];
  readonly nameOf: (key: string) => string;
  readonly actions: ReactNode;
};

/** Who answered, as far as the answers tell, and what to say to them. */
export function Outcome({ attribution, reader, sure, personas, nameOf, actions }: OutcomeProps) {
  const t = useText();
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const likeliest = attribution.personas[0];
  const decided = attribution.persona;
  const idOf = (key: string | null) => reader.personas.find((one) => one.key === key)?.personaId ?? null;
  const persona = personas.find(({ id }) => id === idOf(decided));
  const colourOf = (key: string): string => {
    const known = personas.find(({ id }) => id === idOf(key));
    return known ? `var(--persona-${known.colour})` : 'var(--control)';
  };
  const share = (p: number) => format.share(Math.round(p * 100) / 100);
  return (
    <section className={classes.outcome}>
      <h2 ref={heading} tabIndex={-1} className={classes.question}>
        {decided === null ? t('questions.undecided') : t('questions.result', { name: nameOf(decided) })}
      </h2>
      <p>
        {attribution.answered === 0
          ? t('questions.noneAnswered')
          : `${t('questions.answered', { count: attribution.answered })} ${sure ? t('questions.sure') : ''}`}{' '}
        {decided === null &&
          attribution.answered > 0 &&
          likeliest !== undefined &&
          t('questions.undecidedText', {
            name: nameOf(likeliest.key),
            probability: share(likeliest.probability),
          })}
      </p>
      <div>
        <SectionTitle level={3}>{t('questions.likely')}</SectionTitle>
        <ul className={classes.likely}>
          {attribution.personas.map(({ key, probability }) => (
            <li key={key}>
              <span>{nameOf(key)}</span>
              <span className={classes.track} aria-hidden="true">
                <span style={{ width: `${probability * 100}%`, background: colourOf(key) }} />
              </span>
              <span className={classes.figure}>{share(probability)}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className={classes.actions}>{actions}</div>
      {persona && <Script persona={persona} sure />}
    </section>
  );
}
