import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Button } from '#ui/button.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import type { Answers } from '../../domain/discovery/model.ts';
import { createInterview } from '../../domain/questionnaire/interview.ts';
import type { Questionnaire } from '../../domain/questionnaire/questionnaire.ts';
import { plainName } from '../discovery/statement-words.ts';
import { RoomPage } from '../room-page.tsx';
import { useText } from '../text.ts';
import { usePersonas } from '../use-personas.ts';
import { useWays } from '../ways.tsx';
import classes from './answer.module.css';
import { AnswerField } from './answer-field.tsx';
import { Outcome } from './outcome.tsx';

type AnswerPageProps = { readonly crumbs: ReactNode; readonly questionnaireId: string };

/** A questionnaire asked to somebody: one question at a time, and who it probably is. */
export function AnswerPage({ crumbs, questionnaireId }: AnswerPageProps) {
  const t = useText();
  const { workspaceId, questions, Link } = useWays();
  const { query } = useApi();
  const found = useQuery(
    query.persona.questionnaire.queryOptions({ input: { workspaceId, questionnaireId } }),
  );
  const [round, setRound] = useState(0);
  return (
    <RoomPage
      crumbs={
        <>
          {crumbs}
          <span>
            <Link href={questions()}>{t('questions.title')}</Link>
          </span>
        </>
      }
      title={found.data?.name ?? t('questions.title')}
      lead=""
    >
      {found.error !== null && <FailureNotice error={found.error} />}
      {found.data !== undefined && (
        <Asking key={round} questionnaire={found.data} onAgain={() => setRound(round + 1)} />
      )}
    </RoomPage>
  );
}

type AskingProps = { readonly questionnaire: Questionnaire; readonly onAgain: () => void };

function Asking({ questionnaire, onAgain }: AskingProps) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const interview = useMemo(() => createInterview(questionnaire), [questionnaire]);
  const { personas } = usePersonas();
  /** What was answered, in order; a null answer was skipped. */
  const [steps, setSteps] = useState<readonly (readonly [id: string, answer: Answers[string]])[]>([]);
  const answers = Object.fromEntries(steps.filter(([, answer]) => answer !== null));
  const skipped = new Set(steps.filter(([, answer]) => answer === null).map(([id]) => id));
  const { next, attribution, ended } = interview.stand(answers, skipped);
  const at = steps.length + 1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each question is read aloud, the first one too
  useEffect(() => heading.current?.focus(), [at]);
  const back =
    steps.length > 0 ? (
      <Button onClick={() => setSteps(steps.slice(0, -1))}>{t('questions.back')}</Button>
    ) : null;
  const nameOf = (key: string): string => {
    const persona = questionnaire.reader.personas.find((one) => one.key === key);
    const title = personas?.find(({ id }) => id === persona?.personaId)?.title.trim();
    return title || persona?.name || t('questions.nobody');
  };
  if (next === null)
    return (
      <Outcome
        attribution={attribution}
        reader={questionnaire.reader}
        sure={ended === 'sure'}
        personas={personas ?? []}
        nameOf={nameOf}
        actions={
          <>
            <Button look="action" onClick={onAgain}>
              {t('questions.again')}
            </Button>
            {back}
          </>
        }
      />
    );
  const text = questionnaire.wording[next.id]?.trim() || plainName(next.id);
  return (
    <section className={classes.asking} aria-labelledby="question">
      <SectionTitle>
        {questionnaire.order === 'fixed'
          ? t('questions.step', { at, count: questionnaire.questions.length })
          : t('questions.stepAdaptive', { at })}
      </SectionTitle>
      <h2 id="question" ref={heading} tabIndex={-1} className={classes.question}>
        {text}
      </h2>
      <AnswerField
        key={next.id}
        attribute={next}
        question={text}
        onAnswer={(answer) => setSteps([...steps, [next.id, answer]])}
        back={back}
      />
    </section>
  );
}
