import { Radio } from '@mantine/core';
import { useId } from 'react';
import { useFormat } from '#ui/i18n.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { useText } from '../text.ts';
import type { EventDraft } from './event-draft.ts';
import classes from './question-list.module.css';
import type { EventQuestion } from './questions.ts';
import { ReadExamples, ZoneField } from './time-fields.tsx';

type QuestionListProps = {
  readonly questions: readonly EventQuestion[];
  readonly draft: EventDraft;
  readonly onChange: (draft: EventDraft) => void;
};

/** What nobody can know but the reader, asked before anything else, with both answers shown side by side. */
export function QuestionList({ questions, draft, onChange }: QuestionListProps) {
  const t = useText();
  const id = useId();
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby={id} className={classes.questions}>
      <SectionTitle id={id}>{t('question.title')}</SectionTitle>
      <ul className={classes.list}>
        {questions.map((question) => (
          <li key={`${question.code} ${'role' in question ? question.role : question.column}`}>
            <Question question={question} draft={draft} onChange={onChange} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type QuestionProps = Omit<QuestionListProps, 'questions'> & { readonly question: EventQuestion };

function Question({ question, draft, onChange }: QuestionProps) {
  const t = useText();
  const format = useFormat();
  if (question.code === 'role-missing') {
    return (
      <Asked title={t(`question.role-missing.${question.role}`)} hint={t('question.role-missing-hint')} />
    );
  }
  const { column } = question;
  if (question.code === 'ambiguous-date')
    return <DayOrMonth question={question} draft={draft} onChange={onChange} />;
  if (question.code === 'no-zone' || question.code === 'mixed-zones') {
    return (
      <Asked
        title={t(`question.${question.code}`)}
        hint={t(`question.${question.code}-hint`, { column, zone: draft.zone })}
      >
        <div className={classes.zone}>
          <ZoneField zone={draft.zone} onZone={(zone) => onChange({ ...draft, zone })} />
          <ReadExamples written={[question.example]} format={draft.format} zone={draft.zone} />
        </div>
      </Asked>
    );
  }
  if (question.code === 'impossible-dates') {
    return (
      <Asked
        title={t('question.impossible-dates', {
          count: question.count,
          said: format.integer(question.count),
        })}
        hint={t('question.impossible-dates-hint', { column })}
      />
    );
  }
  if (question.code === 'doubtful-scale') {
    const [min, max] = [format.decimal(question.min), format.decimal(question.max)];
    return (
      <Asked
        title={t('question.doubtful-scale', { max })}
        hint={t('question.doubtful-scale-hint', { column, min, max })}
      />
    );
  }
  return (
    <Asked title={t(`question.${question.code}`)} hint={t(`question.${question.code}-hint`, { column })} />
  );
}

type AskedProps = { readonly title: string; readonly hint: string; readonly children?: React.ReactNode };

function Asked({ title, hint, children }: AskedProps) {
  return (
    <>
      <h3 className={classes.title}>{title}</h3>
      <p className={classes.hint}>{hint}</p>
      {children}
    </>
  );
}

type DayOrMonthProps = {
  readonly question: Extract<EventQuestion, { code: 'ambiguous-date' }>;
  readonly draft: EventDraft;
  readonly onChange: (draft: EventDraft) => void;
};

function DayOrMonth({ question, draft, onChange }: DayOrMonthProps) {
  const t = useText();
  const { column, example } = question;
  const hint = t('question.ambiguous-date-hint', { column, example });
  return (
    <Radio.Group
      label={t('question.ambiguous-date')}
      description={hint}
      value={draft.format}
      onChange={(value) =>
        onChange({ ...draft, format: value === 'month-first' ? 'month-first' : 'day-first' })
      }
    >
      <div className={classes.readings}>
        {(['day-first', 'month-first'] as const).map((format) => (
          <div key={format} className={classes.answer}>
            <Radio value={format} label={t(`time.formats.${format}`)} />
            <ReadExamples written={[example]} format={format} zone={draft.zone} />
          </div>
        ))}
      </div>
    </Radio.Group>
  );
}
