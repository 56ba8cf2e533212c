import { Select } from '@mantine/core';
import { useId } from 'react';
import { SectionTitle } from '#ui/section-title.tsx';
import { ColumnChoice } from './column-choice.tsx';
import type { FormTable } from './form-columns.ts';
import { useReason } from './guess-words.ts';
import { ScoreRow } from './score-row.tsx';
import { addScore, type FormColumn, type SurveyDraft } from './survey-draft.ts';
import classes from './survey-import-form.module.css';
import { useText } from './text.ts';

type SurveyFieldsProps = {
  readonly table: FormTable;
  readonly draft: SurveyDraft;
  readonly onChange: (draft: SurveyDraft) => void;
};

const mostSplits = 50;
const mostTexts = 20;

/** How a table of answers is read: scores with their scale and codes, weights, respondents, dates, splits, verbatims. */
export function SurveyFields({ table, draft, onChange }: SurveyFieldsProps) {
  const t = useText();
  const id = useId();
  const reason = useReason(table);
  const columnOf = (name: string): FormColumn =>
    table.columns.find((column) => column.name === name) ?? { name, filled: null, values: [] };
  const scored = new Set(draft.scores.map(({ column }) => column));
  const single = [draft.weight, draft.respondent, draft.time?.column].filter((name) => name !== undefined);
  const taken = new Set([...scored, ...single.filter((name) => name !== null)]);
  return (
    <div className={classes.form}>
      <section aria-labelledby={`${id}-scores`}>
        <SectionTitle id={`${id}-scores`}>{t('form.scores')}</SectionTitle>
        <p className={classes.lead}>{t(draft.scores.length === 0 ? 'form.noScore' : 'form.scoresLead')}</p>
        {!table.whole && table.rows !== null && (
          <p className={classes.lead}>{t('tally.sample', { rows: table.rows })}</p>
        )}
        {draft.scores.length > 0 && (
          <ul className={classes.scores}>
            {draft.scores.map((score) => (
              <ScoreRow
                key={score.column}
                score={score}
                column={columnOf(score.column)}
                rows={table.rows}
                reason={reason(score.column, 'score')}
                draft={draft}
                onChange={onChange}
              />
            ))}
          </ul>
        )}
        <AddScore table={table} draft={draft} onChange={onChange} />
      </section>
      <section aria-labelledby={`${id}-people`}>
        <SectionTitle id={`${id}-people`}>{t('form.people')}</SectionTitle>
        <div className={classes.fields}>
          <OneColumn
            label={t('form.respondent')}
            hint={table.settled ? t('form.respondentSettled') : t('form.respondentHint')}
            disabled={table.settled}
            table={table}
            value={draft.respondent}
            reason={reason(draft.respondent, 'respondent')}
            onChange={(respondent) => onChange({ ...draft, respondent })}
          />
          <OneColumn
            label={t('form.weight')}
            hint={t('form.weightHint')}
            table={table}
            value={draft.weight}
            reason={reason(draft.weight, 'weight')}
            onChange={(weight) => onChange({ ...draft, weight })}
          />
          <OneColumn
            label={t('form.time')}
            hint={t('form.timeHint')}
            table={table}
            value={draft.time?.column ?? null}
            reason={reason(draft.time?.column ?? null, 'time')}
            onChange={(column) =>
              onChange({
                ...draft,
                time: column === null ? null : { column, format: null, zone: table.zone },
              })
            }
          />
        </div>
      </section>
      <section aria-labelledby={`${id}-splits`}>
        <SectionTitle id={`${id}-splits`}>{t('form.splits')}</SectionTitle>
        <p className={classes.lead}>{t('form.splitsLead')}</p>
        <ColumnChoice
          label={t('form.splits')}
          table={table}
          purpose="split"
          taken={taken}
          chosen={draft.splits}
          most={mostSplits}
          onChange={(splits) => onChange({ ...draft, splits })}
        />
      </section>
      <section aria-labelledby={`${id}-texts`}>
        <SectionTitle id={`${id}-texts`}>{t('form.texts')}</SectionTitle>
        <p className={classes.lead}>{t('form.textsLead')}</p>
        <ColumnChoice
          label={t('form.texts')}
          table={table}
          purpose="text"
          taken={taken}
          chosen={draft.texts}
          most={mostTexts}
          onChange={(texts) => onChange({ ...draft, texts })}
        />
      </section>
    </div>
  );
}

/** Any column can be made a score; those that look like one come first, with the scale they look like. */
function AddScore({ table, draft, onChange }: SurveyFieldsProps) {
  const t = useText();
  const scored = new Set(draft.scores.map(({ column }) => column));
  const free = table.columns.filter(({ name, filled }) => !scored.has(name) && filled !== 0);
  const maybe = (name: string) => {
    const guess = table.guesses.get(name);
    return guess?.reason.code === 'maybe-score' ? guess.reason.params : undefined;
  };
  const options = [
    ...free.filter(({ name }) => maybe(name) !== undefined),
    ...free.filter(({ name }) => maybe(name) === undefined),
  ].map(({ name }) => {
    const params = maybe(name);
    return { value: name, label: params ? t('form.maybeScore', { column: name, ...params }) : name };
  });
  return (
    <Select
      className={classes.add}
      label={t('form.addScore')}
      placeholder={t('form.addScorePlaceholder')}
      data={options}
      searchable
      limit={50}
      value={null}
      onChange={(name) => {
        const column = table.columns.find((each) => each.name === name);
        if (column) onChange(addScore(draft, column));
      }}
    />
  );
}

type OneColumnProps = {
  readonly label: string;
  readonly hint: string;
  readonly table: FormTable;
  readonly value: string | null;
  readonly reason: string | undefined;
  readonly disabled?: boolean;
  readonly onChange: (column: string | null) => void;
};

function OneColumn({ label, hint, table, value, reason, disabled = false, onChange }: OneColumnProps) {
  const t = useText();
  return (
    <div>
      <Select
        label={label}
        description={hint}
        placeholder={t('form.none')}
        data={table.columns.filter(({ filled }) => filled !== 0).map(({ name }) => name)}
        searchable
        clearable
        limit={50}
        disabled={disabled}
        value={value}
        onChange={onChange}
      />
      {reason !== undefined && <p className={classes.fact}>{reason}</p>}
    </div>
  );
}
