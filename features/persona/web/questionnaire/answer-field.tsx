import { Checkbox, NumberInput, Radio, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Button } from '#ui/button.tsx';
import type { Attribute } from '../../domain/discovery/attribute.ts';
import type { Answer } from '../../domain/discovery/model.ts';
import { answerChoices, dateAnswer } from '../../domain/questionnaire/interview.ts';
import { plainName, valueWords } from '../discovery/statement-words.ts';
import { useText } from '../text.ts';
import classes from './answer.module.css';

type AnswerFieldProps = {
  readonly attribute: Attribute;
  /** What is asked, said of the fields too. */
  readonly question: string;
  /** Null: does not say. */
  readonly onAnswer: (answer: Answer) => void;
  readonly back: ReactNode;
};

/** The answer to one question: chosen, ticked or written. It can always be skipped. */
export function AnswerField({ attribute, question, onAnswer, back }: AnswerFieldProps) {
  const t = useText();
  const [answer, setAnswer] = useState<Answer>(attribute.type === 'multiple' ? [] : null);
  const [touched, setTouched] = useState(false);
  const choices = answerChoices(attribute);
  const tell = (value: Answer) => {
    setTouched(true);
    setAnswer(value);
  };
  return (
    <form
      className={classes.field}
      onSubmit={(event) => {
        event.preventDefault();
        if (touched) onAnswer(answer);
      }}
    >
      {choices !== null && (
        <Radio.Group
          aria-label={question}
          value={answer === null ? null : String(answer)}
          onChange={(label) => tell(choices.find(({ value }) => String(value) === label)?.value ?? null)}
        >
          <div className={classes.choices}>
            {choices.map(({ label, value }) => (
              <Radio key={label} value={String(value)} label={plainName(valueWords(t, label))} />
            ))}
          </div>
        </Radio.Group>
      )}
      {attribute.type === 'multiple' && (
        <Checkbox.Group
          aria-label={question}
          description={t('questions.severalAnswers')}
          value={Array.isArray(answer) ? answer : []}
          onChange={tell}
        >
          <div className={classes.choices}>
            {attribute.options.map((option) => (
              <Checkbox key={option} value={option} label={plainName(option)} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {attribute.type === 'numeric' && choices === null && (
        <NumberInput
          aria-label={question}
          placeholder={t('questions.number')}
          className={classes.short ?? ''}
          hideControls
          onChange={(value) => {
            setTouched(value !== '');
            setAnswer(typeof value === 'number' ? value : null);
          }}
        />
      )}
      {attribute.type === 'date' && (
        <TextInput
          type="date"
          aria-label={question}
          className={classes.short ?? ''}
          onChange={(event) => {
            const day = event.currentTarget.value;
            setTouched(day !== '');
            setAnswer(day === '' ? null : dateAnswer(attribute, day));
          }}
        />
      )}
      <div className={classes.actions}>
        <Button look="action" type="submit" disabled={!touched || answer === null}>
          {t('questions.next')}
        </Button>
        {attribute.type === 'multiple' && <Button onClick={() => onAnswer([])}>{t('questions.none')}</Button>}
        <Button onClick={() => onAnswer(null)}>{t('questions.skip')}</Button>
        {back}
      </div>
    </form>
  );
}
