import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import { type ScoreKind, scoreKinds } from '#touchpoint/domain/binding.ts';
import classes from './indicator.module.css';
import type { DraftFields } from './indicator-draft.ts';
import { useText } from './text.ts';

/** Which question of which survey, of whom. */
export function ScoreFields({ workspaceId, draft, onChange }: DraftFields) {
  const t = useText();
  const { query } = useApi();
  const surveys = useQuery(query.voice.surveys.queryOptions({ input: { workspaceId } }));
  const survey = surveys.data?.find(({ id }) => id === draft.surveyId);
  const score = survey?.mapping.scores.find(({ column }) => column === draft.column);
  const isRecommendation = score?.scale.max === 10 && score.scale.min <= 1;
  if (surveys.data?.length === 0) return <p className={classes.broken}>{t('form.noSurvey')}</p>;
  return (
    <>
      <Select
        label={t('form.survey')}
        data={(surveys.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        allowDeselect={false}
        value={draft.surveyId === '' ? null : draft.surveyId}
        onChange={(surveyId) =>
          onChange({ surveyId: surveyId ?? '', column: '', onlyColumn: '', onlyValue: '' })
        }
      />
      {survey && (
        <div className={classes.pair}>
          <Select
            label={t('form.question')}
            data={survey.mapping.scores.map(({ column, label }) => ({ value: column, label }))}
            searchable
            allowDeselect={false}
            value={draft.column === '' ? null : draft.column}
            onChange={(column) => {
              const chosen = survey.mapping.scores.find((each) => each.column === column);
              onChange({ column: column ?? '', ...(chosen && { scoreKind: chosen.kind }) });
            }}
          />
          {score && (
            <Select
              label={t('form.reading')}
              data={scoreKinds
                .filter((kind) => kind !== 'nps' || isRecommendation)
                .map((kind) => ({ value: kind, label: t(`form.${kind}`) }))}
              allowDeselect={false}
              value={draft.scoreKind}
              onChange={(kind) => kind && onChange({ scoreKind: kind as ScoreKind })}
            />
          )}
        </div>
      )}
      {survey && survey.mapping.splits.length > 0 && (
        <div className={classes.pair}>
          <Select
            label={t('form.attribute')}
            placeholder={t('form.everyone')}
            data={[...survey.mapping.splits]}
            clearable
            value={draft.onlyColumn === '' ? null : draft.onlyColumn}
            onChange={(onlyColumn) => onChange({ onlyColumn: onlyColumn ?? '', onlyValue: '' })}
          />
          {draft.onlyColumn !== '' && (
            <TextInput
              label={t('form.value')}
              value={draft.onlyValue}
              onChange={(event) => onChange({ onlyValue: event.currentTarget.value })}
            />
          )}
        </div>
      )}
    </>
  );
}
