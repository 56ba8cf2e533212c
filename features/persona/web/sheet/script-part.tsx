import { useId } from 'react';
import type { statementsBySection } from '../../domain/outline.ts';
import { type Persona, serviceSections } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import { pronounOf } from '../words/pronoun.ts';
import classes from './sheet.module.css';
import { StatementSection } from './statement-section.tsx';

type ScriptPartProps = {
  readonly persona: Persona;
  readonly bySection: ReturnType<typeof statementsBySection>;
};

/** On the telephone with them: how to recognise them, what to say, what not to, and what to do when it gets hard. */
export function ScriptPart({ persona, bySection }: ScriptPartProps) {
  const t = useText();
  const id = useId();
  const stated = serviceSections.some((section) =>
    bySection[section].some(([, { text }]) => text.trim() !== ''),
  );
  return (
    <section className={classes.chapter} aria-labelledby={id} data-stated={stated ? '' : undefined}>
      <h2 id={id} className={classes.chapterTitle}>
        {t(`sheet.phone.${pronounOf(persona)}`)}
      </h2>
      <div className={classes.flow}>
        {serviceSections.map((section) => (
          <StatementSection key={section} section={section} statements={bySection[section]} level={3} />
        ))}
      </div>
    </section>
  );
}
