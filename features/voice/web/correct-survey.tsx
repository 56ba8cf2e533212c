import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import { Button } from '#ui/button.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { useText as useUiText } from '#ui/text.ts';
import type { Survey, SurveyScore } from '../domain/survey.ts';
import { tableOfSurvey } from './form-columns.ts';
import { draftOf, mappingOf, scoreFault } from './survey-draft.ts';
import { SurveyFields } from './survey-fields.tsx';
import classes from './survey-page.module.css';
import { useText } from './text.ts';

type CorrectSurveyProps = {
  readonly workspaceId: WorkspaceId;
  readonly zone: string;
  readonly survey: Survey;
  readonly scores: readonly SurveyScore[];
  readonly onDone: () => void;
};

/** The name and the reading of a survey that is here: the answers stay, the figures follow. */
export function CorrectSurvey({ workspaceId, zone, survey, scores, onDone }: CorrectSurveyProps) {
  const t = useText();
  const ui = useUiText();
  const { query } = useApi();
  const client = useQueryClient();
  const [name, setName] = useState(survey.name);
  const [draft, setDraft] = useState(() => draftOf(survey.mapping));
  const table = useMemo(() => tableOfSurvey(survey, scores, zone), [survey, scores, zone]);
  const mapping = mappingOf(draft);
  const faults = draft.scores.filter((score) => scoreFault(score) !== null).length;
  const save = useMutation(
    query.voice.updateSurvey.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: query.voice.key() });
        onDone();
      },
    }),
  );
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (mapping && name.trim() !== '') {
          save.mutate({ workspaceId, surveyId: survey.id, name: name.trim(), mapping });
        }
      }}
    >
      <p className={classes.lead}>{t('survey.correctLead')}</p>
      <TextInput
        className={classes.name}
        label={t('form.name')}
        maxLength={200}
        value={name}
        error={name.trim() === '' ? t('form.nameMissing') : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <SurveyFields table={table} draft={draft} onChange={setDraft} />
      {save.error !== null && <FailureNotice error={save.error} />}
      <div className={classes.actions}>
        <Button look="action" type="submit" disabled={mapping === null || save.isPending}>
          {t('survey.save')}
        </Button>
        <Button onClick={onDone}>{ui('cancel')}</Button>
        {faults > 0 && <span>{t('form.problem', { count: faults })}</span>}
      </div>
    </form>
  );
}
