import { IconCheck, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import type { PersonaSummary } from '../../contract.ts';
import type { QuizScore } from '../../domain/quiz.ts';
import { PersonaPicture } from '../picture/persona-picture.tsx';
import { RoomPage } from '../room-page.tsx';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import { playerId } from './player.ts';
import { SituationList } from './situation-list.tsx';
import classes from './training.module.css';

/** Training: recognise who speaks, learn why, at one's own pace; and the other side, writing the situations. */
export function TrainingPage({ crumbs }: { readonly crumbs: ReactNode }) {
  const t = useText();
  const { query } = useApi();
  const { workspaceId, gallery, Link } = useWays();
  const input = { workspaceId };
  const [person] = useState(playerId);
  const [side, setSide] = useState<'play' | 'write'>('play');
  const personas = useQuery(query.persona.list.queryOptions({ input }));
  const questions = useQuery(query.persona.quiz.queryOptions({ input }));
  const score = useQuery(query.persona.quizScore.queryOptions({ input: { workspaceId, person } }));
  const error = personas.error ?? questions.error ?? score.error;
  const ready = personas.data !== undefined && questions.data !== undefined;
  const enough = ready && personas.data.length > 1;
  return (
    <RoomPage
      crumbs={crumbs}
      title={t('training.title')}
      lead={t('training.lead')}
      actions={
        enough && (
          <Choice
            label={t('training.side')}
            options={[
              { value: 'play', label: t('training.play') },
              { value: 'write', label: t('training.write') },
            ]}
            value={side}
            onChange={setSide}
          />
        )
      }
    >
      {error !== null && <FailureNotice error={error} />}
      {ready && !enough && (
        <EmptyState
          title={t('compare.few')}
          text={t('training.fewText')}
          actions={<Link href={gallery}>{t('compare.toGallery')}</Link>}
        />
      )}
      {enough && side === 'write' && <SituationList personas={personas.data} />}
      {enough && side === 'play' && questions.data.length === 0 && (
        <EmptyState
          title={t('training.none')}
          text={t('training.noneText')}
          actions={
            <Button look="action" onClick={() => setSide('write')}>
              {t('training.writeFirst')}
            </Button>
          }
        />
      )}
      {enough && side === 'play' && questions.data.length > 0 && score.isFetched && (
        <div className={classes.columns}>
          <Play personas={personas.data} questions={questions.data} person={person} score={score.data} />
          {score.data !== undefined && <Score score={score.data} personas={personas.data} />}
        </div>
      )}
    </RoomPage>
  );
}

type PlayProps = {
  readonly personas: readonly PersonaSummary[];
  readonly questions: readonly { readonly id: string; readonly situation: string }[];
  readonly person: string;
  readonly score: QuizScore | undefined;
};

function Play({ personas, questions, person, score }: PlayProps) {
  const t = useText();
  const { query } = useApi();
  const { workspaceId } = useWays();
  const client = useQueryClient();
  const name = useId();
  const next = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState(() => Math.min(score?.answered ?? 0, questions.length) % questions.length);
  const [chosen, setChosen] = useState<string | null>(null);
  const answer = useMutation(
    query.persona.answerQuiz.mutationOptions({
      onSuccess: ({ score: after }) => {
        client.setQueryData(query.persona.quizScore.queryKey({ input: { workspaceId, person } }), after);
        window.setTimeout(() => next.current?.focus(), 0);
      },
    }),
  );
  const question = questions[at % questions.length]!;
  const result = answer.data;
  const nameOf = (id: string) => personas.find((one) => one.id === id)?.title.trim() || t('sheet.untitled');
  const goOn = () => {
    setAt((at + 1) % questions.length);
    setChosen(null);
    answer.reset();
  };
  return (
    <section className={classes.play} aria-labelledby={`${name}-situation`}>
      <SectionTitle>
        {t('training.question', { at: (at % questions.length) + 1, count: questions.length })}
      </SectionTitle>
      <blockquote id={`${name}-situation`} className={classes.situation}>
        {question.situation}
      </blockquote>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen !== null && !result) {
            answer.mutate({ workspaceId, questionId: question.id, person, personaId: chosen });
          }
        }}
      >
        <fieldset className={classes.faces} disabled={result !== undefined}>
          <legend>{t('training.who')}</legend>
          {personas.map(({ id, title, picture, colour }) => (
            <label
              key={id}
              className={classes.face}
              data-right={result?.personaId === id ? '' : undefined}
              data-wrong={result !== undefined && chosen === id && !result.right ? '' : undefined}
            >
              <input type="radio" name={name} checked={chosen === id} onChange={() => setChosen(id)} />
              <PersonaPicture picture={picture} colour={colour} />
              <span>
                {title.trim() === '' ? t('sheet.untitled') : title}
                {result?.personaId === id && <IconCheck size={18} aria-label={t('training.rightOne')} />}
                {result !== undefined && chosen === id && !result.right && (
                  <IconX size={18} aria-label={t('training.yourAnswer')} />
                )}
              </span>
            </label>
          ))}
        </fieldset>
        {!result && (
          <Button look="action" type="submit" disabled={chosen === null || answer.isPending}>
            {t('training.answer')}
          </Button>
        )}
      </form>
      {answer.error !== null && <FailureNotice error={answer.error} />}
      <div role="status" className={classes.result}>
        {result && (
          <>
            <p className={classes.verdict} data-right={result.right ? '' : undefined}>
              {result.right
                ? t('training.right', { name: nameOf(result.personaId) })
                : t('training.wrong', { name: nameOf(result.personaId) })}
            </p>
            {result.explanation.trim() !== '' && <p className={classes.explanation}>{result.explanation}</p>}
          </>
        )}
      </div>
      {result && (
        <Button ref={next} look="action" onClick={goOn}>
          {t(at + 1 >= questions.length ? 'training.startAgain' : 'training.next')}
        </Button>
      )}
    </section>
  );
}

type ScoreProps = { readonly score: QuizScore; readonly personas: readonly PersonaSummary[] };

function Score({ score, personas }: ScoreProps) {
  const t = useText();
  const nameOf = (id: string) => personas.find((one) => one.id === id)?.title.trim() || t('sheet.untitled');
  return (
    <aside className={classes.score} aria-labelledby="score">
      <SectionTitle id="score">{t('training.score')}</SectionTitle>
      {score.answered === 0 ? (
        <p className={classes.small}>{t('training.noScore')}</p>
      ) : (
        <>
          <p className={classes.figure}>
            {t('training.figure', { count: score.right, answered: score.answered })}
          </p>
          <p className={classes.small}>
            {t('training.atOnce', { count: score.rightAtOnce })}
            {' · '}
            {t('training.left', { count: score.questions - score.answered })}
          </p>
          {score.mistaken.length > 0 && (
            <ul className={classes.mistaken}>
              {score.mistaken.slice(0, 3).map(({ personaId, takenFor, times }) => (
                <li key={`${personaId} ${takenFor}`}>
                  {t('training.mistaken', { name: nameOf(personaId), other: nameOf(takenFor), count: times })}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      <p className={classes.small}>{t('training.private')}</p>
    </aside>
  );
}
