import { Select, Textarea } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Button } from '#ui/button.tsx';
import { Confirm } from '#ui/confirm.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import type { PersonaSummary } from '../../contract.ts';
import type { QuizQuestion } from '../../domain/quiz.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './training.module.css';

type SituationListProps = { readonly personas: readonly PersonaSummary[] };

/** The situations with their answer, for those who write them. */
export function SituationList({ personas }: SituationListProps) {
  const t = useText();
  const { query } = useApi();
  const { workspaceId } = useWays();
  const client = useQueryClient();
  const [edited, setEdited] = useState<QuizQuestion | 'new' | null>(null);
  const [removing, setRemoving] = useState<QuizQuestion | null>(null);
  const questions = useQuery(query.persona.quizQuestions.queryOptions({ input: { workspaceId } }));
  const forget = () => client.invalidateQueries({ queryKey: query.persona.key() });
  const remove = useMutation(
    query.persona.removeQuizQuestion.mutationOptions({
      onSuccess: async () => {
        setRemoving(null);
        await forget();
      },
    }),
  );
  return (
    <div className={classes.write}>
      {questions.error !== null && <FailureNotice error={questions.error} />}
      <div>
        <Button look="action" icon={<IconPlus aria-hidden="true" />} onClick={() => setEdited('new')}>
          {t('training.add')}
        </Button>
      </div>
      <ul className={classes.situations}>
        {questions.data?.map((question) => {
          const persona = personas.find(({ id }) => id === question.personaId);
          return (
            <li key={question.id}>
              <p className={classes.written}>{question.situation}</p>
              <p className={classes.small}>
                <strong>{persona ? persona.title.trim() || t('sheet.untitled') : t('training.gone')}</strong>
                {question.explanation.trim() !== '' && ` — ${question.explanation}`}
              </p>
              <span className={classes.tools}>
                <IconButton
                  label={t('training.edit')}
                  icon={<IconPencil />}
                  onClick={() => setEdited(question)}
                />
                <IconButton
                  label={t('training.remove')}
                  icon={<IconTrash />}
                  onClick={() => setRemoving(question)}
                />
              </span>
            </li>
          );
        })}
      </ul>
      {edited !== null && (
        <SituationDialog
          question={edited === 'new' ? null : edited}
          personas={personas}
          onSaved={forget}
          onClose={() => setEdited(null)}
        />
      )}
      <Confirm
        opened={removing !== null}
        title={t('training.removeTitle')}
        confirm={t('training.removeVerb')}
        busy={remove.isPending}
        onConfirm={() => removing && remove.mutate({ workspaceId, questionId: removing.id })}
        onCancel={() => setRemoving(null)}
      >
        {t('training.removeText')}
        {remove.error !== null && <FailureNotice error={remove.error} />}
      </Confirm>
    </div>
  );
}

type SituationDialogProps = {
  readonly question: QuizQuestion | null;
  readonly personas: readonly PersonaSummary[];
  readonly onSaved: () => Promise<void>;
  readonly onClose: () => void;
};

function SituationDialog({ question, personas, onSaved, onClose }: SituationDialogProps) {
  const t = useText();
  const { api } = useApi();
  const { workspaceId } = useWays();
  const [situation, setSituation] = useState(question?.situation ?? '');
  const [explanation, setExplanation] = useState(question?.explanation ?? '');
  const [personaId, setPersonaId] = useState(
    personas.find(({ id }) => id === question?.personaId)?.id ?? personas[0]?.id ?? '',
  );
  const [sent, setSent] = useState(false);
  const save = useMutation({
    mutationFn: () => {
      const settings = { situation: situation.trim(), explanation: explanation.trim(), personaId };
      return question
        ? api.persona.changeQuizQuestion({ workspaceId, questionId: question.id, ...settings })
        : api.persona.addQuizQuestion({ workspaceId, ...settings });
    },
    onSuccess: async () => {
      await onSaved();
      onClose();
    },
  });
  return (
    <Dialog
      opened
      title={t(question ? 'training.editTitle' : 'training.addTitle')}
      submit={t(question ? 'matrix.save' : 'training.add')}
      busy={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={() => {
        setSent(true);
        if (situation.trim() !== '') save.mutate();
      }}
    >
      <Textarea
        data-autofocus
        label={t('training.situation')}
        description={t('training.situationHint')}
        maxLength={2000}
        rows={4}
        value={situation}
        error={sent && situation.trim() === '' ? t('training.situationMissing') : null}
        onChange={(event) => setSituation(event.currentTarget.value)}
      />
      <Select
        label={t('training.whoIsIt')}
        allowDeselect={false}
        data={personas.map(({ id, title }) => ({ value: id, label: title.trim() || t('sheet.untitled') }))}
        value={personaId}
        onChange={(value) => value !== null && setPersonaId(value)}
      />
      <Textarea
        label={t('training.explanation')}
        description={t('training.explanationHint')}
        maxLength={2000}
        rows={3}
        value={explanation}
        onChange={(event) => setExplanation(event.currentTarget.value)}
      />
    </Dialog>
  );
}
