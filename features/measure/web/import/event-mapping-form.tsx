import { useId } from 'react';
import type { EventPreview } from '#measure/contract.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { useText } from '../text.ts';
import { AttributeList } from './attribute-list.tsx';
import { choose, type EventDraft, neededRoles, optionalRoles, type Role, roleOf } from './event-draft.ts';
import classes from './event-mapping-form.module.css';
import { FirstRows } from './first-rows.tsx';
import { guessReason } from './guess-reason.ts';
import { QuestionList } from './question-list.tsx';
import { questionsOf } from './questions.ts';
import { RoleField } from './role-field.tsx';
import { ScoreFields } from './score-fields.tsx';
import { TimeFields } from './time-fields.tsx';

type EventMappingFormProps = {
  readonly preview: EventPreview;
  readonly draft: EventDraft;
  readonly onChange: (draft: EventDraft) => void;
};

/** How a file of events is read: guessed, shown with examples and reasons, corrected by hand. */
export function EventMappingForm({ preview, draft, onChange }: EventMappingFormProps) {
  const t = useText();
  const id = useId();
  const { columns } = preview.table;
  const growing = preview.table.format === 'json-lines' || preview.table.format === 'xes';

  const reasonOf = (role: Role): string | null => {
    const chosen = draft.columns[role];
    if (chosen === null) return null;
    const guessed = preview.mapping === null ? null : columnOf(preview.mapping, role);
    if (guessed !== chosen) return t('form.chosen');
    const column = columns.find(({ name }) => name === chosen);
    return column ? t(`reason.${guessReason(role, column)}`) : null;
  };
  const field = (role: Role, needed: boolean) => {
    const name = draft.columns[role];
    const column = columns.find((candidate) => candidate.name === name);
    return (
      <RoleField
        key={role}
        role={role}
        needed={needed}
        table={columns}
        value={name}
        reason={reasonOf(role)}
        onChange={(chosen) => onChange(choose(draft, role, chosen, columns))}
      >
        {role === 'time' && column !== undefined && (
          <TimeFields
            column={column}
            format={draft.format}
            zone={draft.zone}
            onFormat={(format) => onChange({ ...draft, format })}
          />
        )}
        {role === 'score' && column !== undefined && (
          <ScoreFields score={draft.score} onChange={(score) => onChange({ ...draft, score })} />
        )}
      </RoleField>
    );
  };
  return (
    <div className={classes.form}>
      <QuestionList questions={questionsOf(draft, columns)} draft={draft} onChange={onChange} />
      <section aria-labelledby={`${id}-needed`}>
        <SectionTitle id={`${id}-needed`}>{t('form.needed')}</SectionTitle>
        <div className={classes.roles}>{neededRoles.map((role) => field(role, true))}</div>
      </section>
      <section aria-labelledby={`${id}-optional`}>
        <SectionTitle id={`${id}-optional`}>{t('form.optional')}</SectionTitle>
        <div className={classes.optional}>{optionalRoles.map((role) => field(role, false))}</div>
      </section>
      <section aria-labelledby={`${id}-attributes`}>
        <SectionTitle id={`${id}-attributes`}>{t('form.attributes')}</SectionTitle>
        <AttributeList draft={draft} table={columns} growing={growing} onChange={onChange} />
      </section>
      <div>
        <SectionTitle>{t('file.rows')}</SectionTitle>
        <p className={classes.lead}>{t('file.rowsLead')}</p>
        <FirstRows
          table={preview.table}
          mark={(name) => {
            const role = roleOf(draft, name);
            if (role) return { text: t(`role.${role}`), strong: true };
            return { text: t(draft.kept.has(name) ? 'file.attribute' : 'file.dropped'), strong: false };
          }}
        />
      </div>
    </div>
  );
}

const columnOf = (mapping: NonNullable<EventPreview['mapping']>, role: Role): string | null => {
  if (role === 'time') return mapping.time.column;
  if (role === 'score') return mapping.score?.column ?? null;
  return mapping[role] ?? null;
};
