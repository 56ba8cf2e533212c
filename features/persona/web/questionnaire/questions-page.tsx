import { NativeSelect } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi } from '#client/react.tsx';
import { buttonClass } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { useFormat } from '#ui/i18n.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import type { QuestionnaireSummary } from '../../domain/questionnaire/questionnaire.ts';
import { RoomPage } from '../room-page.tsx';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import { MakeQuestionnaire } from './make-questionnaire.tsx';
import classes from './questions.module.css';

type QuestionsPageProps = {
  readonly crumbs: ReactNode;
  /** The model a questionnaire is made of; the newest unless told. */
  readonly modelId: string | undefined;
};

/** The short questionnaires of the workspace, and the making of one. */
export function QuestionsPage({ crumbs, modelId }: QuestionsPageProps) {
  const t = useText();
  const { workspaceId, discover, Link } = useWays();
  const { query } = useApi();
  const input = { workspaceId };
  const [chosen, setChosen] = useState(modelId);
  const models = useQuery(query.persona.detectionModels.queryOptions({ input }));
  const existing = useQuery(query.persona.questionnaires.queryOptions({ input }));
  const error = models.error ?? existing.error;
  const model = models.data?.find(({ id }) => id === chosen) ?? models.data?.at(-1);
  return (
    <RoomPage crumbs={crumbs} title={t('questions.title')} lead={t('questions.lead')}>
      {error !== null && <FailureNotice error={error} />}
      {existing.data !== undefined && existing.data.length > 0 && <Existing questionnaires={existing.data} />}
      {models.data?.length === 0 && (
        <EmptyState
          title={t('questions.noModel')}
          text={t('questions.noModelText')}
          actions={
            <Link href={discover()} className={buttonClass('action')}>
              {t('questions.findFirst')}
            </Link>
          }
        />
      )}
      {models.data !== undefined && model !== undefined && (
        <section className={classes.section}>
          <SectionTitle>{t('questions.make')}</SectionTitle>
          {models.data.length > 1 && (
            <NativeSelect
              className={classes.model ?? ''}
              label={t('questions.model')}
              value={model.id}
              data={models.data.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) => setChosen(event.currentTarget.value)}
            />
          )}
          <MakeQuestionnaire key={model.id} modelId={model.id} />
        </section>
      )}
    </RoomPage>
  );
}

function Existing({ questionnaires }: { readonly questionnaires: readonly QuestionnaireSummary[] }) {
  const t = useText();
  const { workspaceId, zone, questionnaire: address, Link } = useWays();
  const format = useFormat(zone);
  const { query } = useApi();
  const client = useQueryClient();
  const remove = useMutation(
    query.persona.removeQuestionnaire.mutationOptions({
      onSuccess: () => void client.invalidateQueries({ queryKey: query.persona.questionnaires.key() }),
    }),
  );
  return (
    <section className={classes.section}>
      <SectionTitle>{t('questions.existing')}</SectionTitle>
      {remove.error !== null && <FailureNotice error={remove.error} />}
      <ul className={classes.list}>
        {questionnaires.map(({ id, name, order, expected, createdAt }) => (
          <li key={id}>
            <div>
              <Link href={address(id)} className={classes.listName}>
                {name}
              </Link>
              <p className={classes.hint}>
                {order === 'adaptive'
                  ? t('questions.listAdaptive', { questions: format.decimal(expected.questions) })
                  : t('questions.listFixed', { count: expected.questions })}{' '}
                · {t('questions.listAgreement', { agreement: format.share(expected.agreement) })} ·{' '}
                {format.date(createdAt)}
              </p>
            </div>
            <IconButton
              label={t('questions.remove', { name })}
              icon={<IconTrash />}
              onClick={() => remove.mutate({ workspaceId, questionnaireId: id })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
