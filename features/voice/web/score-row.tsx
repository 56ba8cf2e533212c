import { NumberInput, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { scoreKinds } from '#touchpoint/domain/binding.ts';
import { useFormat } from '#ui/i18n.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { isNoAnswerCode } from '../domain/answer.ts';
import {
  editScore,
  type FormColumn,
  removeScore,
  ruleOf,
  type ScoreDraft,
  type SurveyDraft,
  scoreFault,
  setKind,
  tally,
  toggleCode,
} from './survey-draft.ts';
import classes from './survey-import-form.module.css';
import { useText } from './text.ts';

type ScoreRowProps = {
  readonly score: ScoreDraft;
  readonly column: FormColumn;
  /** Rows counted; null when only the values off the scale are known. */
  readonly rows: number | null;
  /** Why it was taken for a score, said. */
  readonly reason: string | undefined;
  readonly draft: SurveyDraft;
  readonly onChange: (draft: SurveyDraft) => void;
};

/** One score: its name, what it measures, its scale, and at once what its values come to. */
export function ScoreRow({ score, column, rows, reason, draft, onChange }: ScoreRowProps) {
  const t = useText();
  const label = score.label.trim() === '' ? score.column : score.label;
  const fault = scoreFault(score);
  const bound = (key: 'min' | 'max') => (
    <NumberInput
      aria-label={`${t(`form.${key}`)} — ${label}`}
      value={score[key] ?? ''}
      hideControls
      error={fault !== null}
      onChange={(value) =>
        onChange(editScore(draft, score.column, { [key]: typeof value === 'number' ? value : null }))
      }
    />
  );
  return (
    <li className={classes.score}>
      <div className={classes.name}>
        <TextInput
          aria-label={`${t('form.label')} — ${score.column}`}
          value={score.label}
          maxLength={200}
          onChange={(event) => onChange(editScore(draft, score.column, { label: event.currentTarget.value }))}
        />
        <p className={classes.fact}>
          {score.label === score.column ? '' : `${t('form.column', { column: score.column })} · `}
          {reason}
        </p>
      </div>
      <Select
        aria-label={`${t('form.kindLabel')} — ${label}`}
        data={scoreKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={score.kind}
        allowDeselect={false}
        onChange={(value) => {
          const kind = scoreKinds.find((each) => each === value);
          if (kind) onChange(setKind(draft, score.column, kind));
        }}
      />
      <div>
        <div className={classes.scale}>
          {bound('min')}
          <span className={classes.fact}>{t('form.to')}</span>
          {bound('max')}
        </div>
        {fault !== null && (
          <p className={`${classes.fact} ${classes.refused}`} role="alert">
            {t(`fault.${fault}`)}
          </p>
        )}
      </div>
      <div className={classes.count}>
        <Counted score={score} column={column} rows={rows} />
        <ValuesApart score={score} column={column} draft={draft} onChange={onChange} />
      </div>
      <div className={classes.remove}>
        <IconButton
          label={t('form.removeScore', { label })}
          icon={<IconX />}
          onClick={() => onChange(removeScore(draft, score.column))}
        />
      </div>
    </li>
  );
}

function Counted({ score, column, rows }: Pick<ScoreRowProps, 'score' | 'column' | 'rows'>) {
  const t = useText();
  const rule = ruleOf(score);
  if (rule === null || rows === null) return null;
  const counted = tally(column, rule, rows);
  return (
    <p>
      <strong>{t('tally.answers', { count: counted.answers })}</strong>
      {` · ${t('tally.noAnswer', { count: counted.noAnswer })}`}
      {counted.refused > 0 && (
        <>
          {' · '}
          <span className={classes.refused}>{t('tally.refused', { count: counted.refused })}</span>
        </>
      )}
      {!counted.exact && ` (${t('tally.inexact')})`}
    </p>
  );
}

/** What is off the scale: each value a switch between "no answer" and refused. */
function ValuesApart({
  score,
  column,
  draft,
  onChange,
}: Pick<ScoreRowProps, 'score' | 'column' | 'draft' | 'onChange'>) {
  const t = useText();
  const format = useFormat();
  const rule = ruleOf(score);
  if (rule === null) return null;
  const { apart } = tally(column, rule, 0);
  const unseen = score.noAnswer.filter((code) => !apart.some(({ value }) => isNoAnswerCode(value, [code])));
  const values = [...apart, ...unseen.map((value) => ({ value, count: 0, code: true }))];
  return (
    <fieldset className={classes.values} aria-label={t('form.apart')}>
      {values.map(({ value, count, code }) => (
        <button
          key={value}
          type="button"
          className={classes.value}
          aria-pressed={code}
          title={t('form.codeHint', { value, said: format.integer(count) })}
          onClick={() => onChange(toggleCode(draft, score.column, value))}
        >
          <span>{value}</span>
          {count > 0 && <span>{format.integer(count)}</span>}
          <span>{t(code ? 'form.asCode' : 'form.asRefused')}</span>
        </button>
      ))}
      <AddCode
        label={score.label.trim() === '' ? score.column : score.label}
        onAdd={(code) => {
          if (!isNoAnswerCode(code, score.noAnswer)) onChange(toggleCode(draft, score.column, code));
        }}
      />
    </fieldset>
  );
}

/** A code nobody saw off the scale: one on the scale that means something else, or one of rows not counted yet. */
function AddCode({ label, onAdd }: { readonly label: string; readonly onAdd: (code: string) => void }) {
  const t = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const add = () => {
    if (typed !== null && typed.trim() !== '') onAdd(typed.trim());
    setTyped(null);
  };
  if (typed === null) {
    return (
      <button
        type="button"
        className={classes.addCode}
        aria-label={`${t('form.code')} — ${label}`}
        onClick={() => setTyped('')}
      >
        {t('form.code')}
      </button>
    );
  }
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button that was just pressed
      autoFocus
      className={classes.codeInput}
      aria-label={`${t('form.code')} — ${label}`}
      maxLength={100}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={add}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(null);
        if (event.key !== 'Enter') return;
        // Not the form around: adding a code is not saving.
        event.preventDefault();
        add();
      }}
    />
  );
}
