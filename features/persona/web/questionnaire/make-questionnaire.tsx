import { Checkbox, TextInput } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { useFormat } from '#ui/i18n.ts';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sentence } from '#ui/sentence.tsx';
import type { Attribute } from '../../domain/discovery/attribute.ts';
import { answerChoices } from '../../domain/questionnaire/interview.ts';
import { type ChosenQuestions, fewestQuestions } from '../../domain/questionnaire/questionnaire.ts';
import { plainName } from '../discovery/statement-words.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import { AgreementTable } from './agreement-table.tsx';
import classes from './questions.module.css';

/** A questionnaire of one model: how many questions for which accuracy, in which order, in which words. */
export function MakeQuestionnaire({ modelId }: { readonly modelId: string }) {
  const t = useText();
  const { workspaceId } = useWays();
  const { query } = useApi();
  const [leaveOut, setLeaveOut] = useState<readonly string[]>([]);
  const model = useQuery(query.persona.detectionModel.queryOptions({ input: { workspaceId, modelId } }));
  const chosen = useQuery({
    ...query.persona.chooseQuestions.queryOptions({
      input: { workspaceId, modelId, leaveOut: [...leaveOut] },
    }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const error = model.error ?? chosen.error;
  if (error !== null)
    return (
      <>
        <FailureNotice error={error} />
        {leaveOut.length > 0 && <Button onClick={() => setLeaveOut([])}>{t('questions.back')}</Button>}
      </>
    );
  if (model.data === undefined || chosen.data === undefined)
    return <ProgressLine phase={t('questions.choosing')} done={null} />;
  return (
    <Settings
      modelId={modelId}
      attributes={model.data.model.attributes.map(({ attribute }) => attribute)}
      chosen={chosen.data}
      busy={chosen.isPlaceholderData}
      leaveOut={leaveOut}
      onLeaveOut={setLeaveOut}
    />
  );
}

type SettingsProps = {
  readonly modelId: string;
  readonly attributes: readonly Attribute[];
  readonly chosen: ChosenQuestions;
  readonly busy: boolean;
  readonly leaveOut: readonly string[];
  readonly onLeaveOut: (ids: readonly string[]) => void;
};

function Settings({ modelId, attributes, chosen, busy, leaveOut, onLeaveOut }: SettingsProps) {
  const t = useText();
  const format = useFormat();
  const { workspaceId, language, questionnaire, go } = useWays();
  const { query } = useApi();
  const client = useQueryClient();
  const { form, basis } = chosen;
  const most = form.lengths.length;
  const fewest = Math.min(fewestQuestions, most);
  const [wanted, setWanted] = useState(6);
  const [order, setOrder] = useState<'fixed' | 'adaptive'>('fixed');
  const [wording, setWording] = useState<Readonly<Record<string, string>>>({});
  const [name, setName] = useState('');
  const [sent, setSent] = useState(false);
  const length = Math.max(fewest, Math.min(most, wanted));
  const told = form.lengths[length - 1];
  const add = useMutation(
    query.persona.addQuestionnaire.mutationOptions({
      onSuccess: ({ id }) => {
        void client.invalidateQueries({ queryKey: query.persona.questionnaires.key() });
        go(questionnaire(id));
      },
    }),
  );
  // In the adaptive order anything may be asked; in the fixed one, what was chosen.
  const asked =
    order === 'fixed'
      ? form.questions.slice(0, length)
      : attributes.map(({ id }) => id).filter((id) => !leaveOut.includes(id));
  const adaptive = form.adaptive;
  return (
    <form
      className={classes.make}
      aria-busy={busy}
      onSubmit={(event) => {
        event.preventDefault();
        setSent(true);
        if (name.trim() === '' || busy) return;
        const kept = Object.fromEntries(Object.entries(wording).filter(([, text]) => text.trim() !== ''));
        add.mutate({
          workspaceId,
          modelId,
          name: name.trim(),
          language,
          order,
          length,
          leaveOut: [...leaveOut],
          wording: kept,
        });
      }}
    >
      <Choice
        label={t('questions.order')}
        labelled
        options={(['fixed', 'adaptive'] as const).map((value) => ({ value, label: t(`questions.${value}`) }))}
        value={order}
        onChange={setOrder}
      />
      {order === 'adaptive' ? (
        <Sentence
          text={t('questions.adaptiveSay', {
            questions: format.decimal(adaptive.meanQuestions),
            agreement: format.share(adaptive.agreement),
            stopAt: format.share(adaptive.stopAt),
          })}
          range={t('questions.range', {
            low: format.share(adaptive.low),
            high: format.share(adaptive.high),
          })}
        />
      ) : (
        <>
          <Choice
            label={t('questions.lengthChoice')}
            labelled
            options={Array.from({ length: most - fewest + 1 }, (_, at) => ({
              value: String(at + fewest),
              label: at + fewest,
            }))}
            value={String(length)}
            onChange={(value) => setWanted(Number(value))}
          />
          {told && (
            <Sentence
              text={t('questions.say', { count: length, agreement: format.outOf(told.agreement) })}
              range={t('questions.range', { low: format.share(told.low), high: format.share(told.high) })}
            />
          )}
          <AgreementTable form={form} chosen={length} />
        </>
      )}
      <p className={classes.hint}>
        {t(basis === 'held-out' ? 'questions.heldOut' : 'questions.simulated', {
          n: format.integer(form.n),
        })}
      </p>
      <div>
        <SectionTitle level={3}>{t('questions.ask')}</SectionTitle>
        <p className={classes.lead}>{t('questions.askLead')}</p>
        <ul className={classes.asked}>
          {[...asked, ...leaveOut].map((id) => {
            const attribute = attributes.find((one) => one.id === id);
            return (
              attribute && (
                <li key={id}>
                  <Checkbox
                    aria-label={t('questions.askOne', { name: plainName(id) })}
                    checked={!leaveOut.includes(id)}
                    disabled={asked.length === 1 && asked[0] === id}
                    onChange={(event) =>
                      onLeaveOut(
                        event.currentTarget.checked
                          ? leaveOut.filter((one) => one !== id)
                          : [...leaveOut, id],
                      )
                    }
                  />
                  <div>
                    <TextInput
                      aria-label={t('questions.wordingOf', { name: plainName(id) })}
                      disabled={leaveOut.includes(id)}
                      maxLength={500}
                      value={wording[id] ?? plainName(id)}
                      onChange={(event) => setWording({ ...wording, [id]: event.currentTarget.value })}
                    />
                    <p className={classes.hint}>{answersSaid(attribute, t)}</p>
                  </div>
                </li>
              )
            );
          })}
        </ul>
      </div>
      <div className={classes.save}>
        <TextInput
          label={t('questions.name')}
          placeholder={t('questions.namePlaceholder')}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={sent && name.trim() === '' ? t('questions.nameMissing') : null}
        />
        <Button look="action" type="submit" disabled={add.isPending || busy}>
          {t('questions.save')}
        </Button>
      </div>
      {add.error !== null && <FailureNotice error={add.error} />}
    </form>
  );
}

function answersSaid(attribute: Attribute, t: ReturnType<typeof useText>): string {
  if (attribute.type === 'multiple')
    return t('questions.several', { answers: attribute.options.map(plainName).join(' · ') });
  const choices = answerChoices(attribute);
  const answers =
    choices?.map(({ label }) => label).join(' · ') ??
    t(attribute.type === 'date' ? 'questions.aDate' : 'questions.written');
  return t('questions.answersOf', { answers });
}
