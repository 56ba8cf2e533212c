import { IconCheck, IconCornerDownRight, IconX } from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';
import { SectionTitle } from '#ui/section-title.tsx';
import type { PlacedStatement } from '../../domain/outline.ts';
import { isStated } from '../../domain/proof.ts';
import { serviceScript } from '../../domain/signs.ts';
import { ChannelLine } from '../sheet/channels.tsx';
import { useText } from '../text.ts';
import type { KnownPersona } from '../use-personas.ts';
import { useWays } from '../ways.tsx';
import classes from './recognise.module.css';

type ScriptProps = {
  readonly persona: KnownPersona;
  /** Named by what was heard; else only looked at. */
  readonly sure: boolean;
};

/** What to have before the eyes while talking to somebody of this persona. Large: it is read while listening. */
export function Script({ persona, sure }: ScriptProps) {
  const t = useText();
  const { Link, persona: address } = useWays();
  const script = serviceScript(persona.whole);
  const stated = (statements: readonly PlacedStatement[]) =>
    statements.filter(([, statement]) => isStated(statement));
  const block = (title: string, content: ReactNode, empty: boolean) =>
    empty ? null : (
      <div className={classes.block}>
        <SectionTitle level={3}>{title}</SectionTitle>
        {content}
      </div>
    );
  const lines = (statements: readonly PlacedStatement[], icon?: ReactNode) => (
    <ul className={classes.lines}>
      {stated(statements).map(([id, { text, answer }]) => (
        <li key={id} data-icon={icon === undefined ? undefined : ''}>
          {icon}
          <span>
            {text}
            {answer.trim() !== '' && (
              <span className={classes.instead}>
                <IconCornerDownRight size={15} stroke={1.8} aria-hidden="true" />
                {answer}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
  const { tone, wordsToUse, wordsToAvoid, services, channels, contactRhythm, hardSituations } = script;
  const nothing =
    [tone, wordsToUse, wordsToAvoid, services, contactRhythm, hardSituations].every(
      (statements) => stated(statements).length === 0,
    ) && channels.length === 0;
  return (
    <section
      className={classes.script}
      aria-labelledby="script"
      style={{ '--colour': `var(--persona-${persona.colour})` } as CSSProperties}
    >
      <h2 id="script" className={classes.scriptTitle}>
        {t('recognise.script', {
          name: persona.title.trim() || t('sheet.untitled'),
        })}
        <Link href={address(persona.id)}>{t('recognise.portrait')}</Link>
      </h2>
      {!sure && <p className={classes.hint}>{t('recognise.notSure')}</p>}
      {nothing && <p className={classes.hint}>{t('recognise.emptyScript')}</p>}
      <div className={classes.blocks}>
        {block(t('section.tone'), lines(tone), stated(tone).length === 0)}
        {block(
          t('section.words-to-use'),
          lines(wordsToUse, <IconCheck size={16} aria-hidden="true" className={classes.yes} />),
          stated(wordsToUse).length === 0,
        )}
        {block(
          t('section.words-to-avoid'),
          lines(wordsToAvoid, <IconX size={16} aria-hidden="true" className={classes.no} />),
          stated(wordsToAvoid).length === 0,
        )}
        {block(t('section.services'), lines(services), stated(services).length === 0)}
        {block(
          t('recognise.channels'),
          <p>
            <ChannelLine persona={persona.whole} />
          </p>,
          channels.length === 0,
        )}
        {block(t('section.contact-rhythm'), lines(contactRhythm), stated(contactRhythm).length === 0)}
        {block(t('section.hard-situations'), lines(hardSituations), stated(hardSituations).length === 0)}
      </div>
    </section>
  );
}
