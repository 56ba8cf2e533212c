import { IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import { randomId } from '#kit/random-id.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { addStatement } from '../../domain/edit/statement.ts';
import type { PlacedStatement } from '../../domain/outline.ts';
import type { Section } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import { useSheet } from './sheet-context.ts';
import { StatementItem } from './statement-item.tsx';
import classes from './statements.module.css';

type StatementSectionProps = {
  readonly section: Section;
  readonly statements: readonly PlacedStatement[];
  readonly title?: string;
  readonly level?: 2 | 3;
};

/** One section of the sheet: its title, what is stated, and the way to state more. */
export function StatementSection({ section, statements, title, level = 2 }: StatementSectionProps) {
  const { editor, wanted } = useSheet();
  const t = useText();
  const id = useId();
  const name = title ?? t(`section.${section}`);
  const stated = statements.some(([, { text }]) => text.trim() !== '');
  if (!editor && !stated) return null;
  const add = () =>
    editor?.edit((now) =>
      addStatement(now, { section }, () => {
        const made = randomId();
        wanted.current = made;
        return made;
      }),
    );
  return (
    <section className={classes.section} aria-labelledby={id} data-stated={stated ? '' : undefined}>
      <div className={classes.head}>
        <SectionTitle level={level} id={id}>
          {name}
        </SectionTitle>
        {editor && (
          <span className={classes.add}>
            <IconButton label={t('statement.addIn', { section: name })} icon={<IconPlus />} onClick={add} />
          </span>
        )}
      </div>
      {statements.length > 0 ? (
        <ul className={classes.list}>
          {statements.map(([statementId, statement], index) => (
            <StatementItem
              key={statementId}
              statementId={statementId}
              statement={statement}
              sectionName={name}
              before={statements[index - 1]?.[0]}
              after={statements[index + 1]?.[0]}
            />
          ))}
        </ul>
      ) : (
        <button type="button" className={classes.first} onClick={add}>
          {t(`hint.${section}`)}
        </button>
      )}
    </section>
  );
}
