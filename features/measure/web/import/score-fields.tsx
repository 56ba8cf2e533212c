import { NumberInput, TextInput } from '@mantine/core';
import { Choice } from '#ui/choice.tsx';
import { useFormat } from '#ui/i18n.ts';
import { useText } from '../text.ts';
import { readCodes, type ScoreReading } from './event-draft.ts';
import classes from './event-mapping-form.module.css';

type ScoreFieldsProps = { readonly score: ScoreReading; readonly onChange: (score: ScoreReading) => void };

/** The scale of the marks and the codes that are none: what lies outside is never counted as an answer. */
export function ScoreFields({ score, onChange }: ScoreFieldsProps) {
  const t = useText();
  const format = useFormat();
  const reversed = !(score.min < score.max);
  return (
    <div className={classes.reading}>
      <div className={classes.pair}>
        <NumberInput
          label={t('score.min')}
          value={score.min}
          onChange={(value) => typeof value === 'number' && onChange({ ...score, min: value })}
        />
        <NumberInput
          label={t('score.max')}
          value={score.max}
          error={reversed ? t('score.reversed') : null}
          onChange={(value) => typeof value === 'number' && onChange({ ...score, max: value })}
        />
      </div>
      <TextInput
        label={t('score.noAnswer')}
        description={t('score.noAnswerHint')}
        value={score.noAnswer}
        error={readCodes(score.noAnswer) === null ? t('score.codes') : null}
        onChange={(event) => onChange({ ...score, noAnswer: event.currentTarget.value })}
      />
      <Choice
        label={t('score.decimal')}
        labelled
        options={[
          { value: '.', label: t('score.point') },
          { value: ',', label: t('score.comma') },
        ]}
        value={score.decimal}
        onChange={(decimal) => onChange({ ...score, decimal })}
      />
      {!reversed && (
        <p className={classes.fact}>
          {t('score.outside', { min: format.decimal(score.min), max: format.decimal(score.max) })}
        </p>
      )}
    </div>
  );
}
