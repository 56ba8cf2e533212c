import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import { Button } from '#ui/button.tsx';
import { Confirm } from '#ui/confirm.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import type { Survey } from '../domain/survey.ts';
import { useText } from './text.ts';

type SurveyActionsProps = {
  readonly workspaceId: WorkspaceId;
  /** Language of a map made of the survey. */
  readonly language: Locale;
  readonly survey: Survey;
  readonly onCorrect: () => void;
  readonly onMap: (mapId: string) => void;
  readonly onRemoved: () => void;
};

/** What can be done with a survey: correct its reading, delete it, make a map of it. */
export function SurveyActions(props: SurveyActionsProps) {
  const t = useText();
  const [asking, setAsking] = useState<'map' | 'remove' | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      <Button look="quiet" onClick={() => setAsking('remove')}>
        {t('survey.remove')}
      </Button>
      <Button onClick={props.onCorrect}>{t('survey.correct')}</Button>
      <Button look="action" onClick={() => setAsking('map')}>
        {t('survey.propose')}
      </Button>
      {asking === 'map' && <ProposeMap {...props} onClose={close} />}
      <RemoveSurvey {...props} opened={asking === 'remove'} onClose={close} />
    </>
  );
}

type Asked = { readonly onClose: () => void };

function ProposeMap({ workspaceId, language, survey, onMap, onClose }: SurveyActionsProps & Asked) {
  const t = useText();
  const { query } = useApi();
  const client = useQueryClient();
  const [title, setTitle] = useState(survey.name);
  const propose = useMutation(
    query.voice.proposeSurveyMap.mutationOptions({
      onSuccess: ({ mapId }) => {
        void client.invalidateQueries({ queryKey: query.journey.list.key() });
        onMap(mapId);
      },
    }),
  );
  return (
    <Dialog
      opened
      title={t('survey.proposing', { name: survey.name })}
      submit={t('survey.proposeVerb')}
      busy={propose.isPending}
      error={propose.error}
      onClose={onClose}
      onSubmit={() => {
        if (title.trim() !== '') {
          propose.mutate({ workspaceId, surveyId: survey.id, language, title: title.trim() });
        }
      }}
    >
      <p>{t('survey.proposeText')}</p>
      <TextInput
        data-autofocus
        label={t('survey.mapTitle')}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
    </Dialog>
  );
}

function RemoveSurvey({
  workspaceId,
  survey,
  opened,
  onRemoved,
  onClose,
}: SurveyActionsProps & Asked & { readonly opened: boolean }) {
  const t = useText();
  const { query } = useApi();
  const client = useQueryClient();
  const remove = useMutation(
    query.voice.removeSurvey.mutationOptions({
      onSuccess: () => {
        onRemoved();
        void client.invalidateQueries({ queryKey: query.voice.surveys.key() });
      },
    }),
  );
  return (
    <Confirm
      opened={opened}
      title={t('survey.removeTitle', { name: survey.name })}
      confirm={t('survey.removeVerb')}
      busy={remove.isPending}
      onConfirm={() => remove.mutate({ workspaceId, surveyId: survey.id })}
      onCancel={onClose}
    >
      {t('survey.removeText', { count: survey.respondents })}
      {remove.error !== null && <FailureNotice error={remove.error} />}
    </Confirm>
  );
}
