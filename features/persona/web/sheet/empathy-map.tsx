import type { statementsBySection } from '../../domain/outline.ts';
import { empathySections, type Persona } from '../../domain/schema.ts';
import { PersonaPicture } from '../picture/persona-picture.tsx';
import { useText } from '../text.ts';
import { pronounOf } from '../words/pronoun.ts';
import classes from './empathy-map.module.css';
import { StatementSection } from './statement-section.tsx';

type EmpathyMapProps = {
  readonly persona: Persona;
  readonly bySection: ReturnType<typeof statementsBySection>;
};

/** What they say, think, do and feel around their face; under it, what costs them and what they win. */
export function EmpathyMap({ persona, bySection }: EmpathyMapProps) {
  const t = useText();
  const pronoun = pronounOf(persona);
  return (
    <div className={classes.map}>
      <div className={classes.centre}>
        <PersonaPicture picture={persona.picture} colour={persona.colour} shape="round" />
      </div>
      {empathySections.map((section) => (
        <div key={section} className={classes.quarter} data-part={section}>
          <StatementSection
            section={section}
            statements={bySection[section]}
            title={t(`empathy.${section}.${pronoun}`)}
          />
        </div>
      ))}
    </div>
  );
}
