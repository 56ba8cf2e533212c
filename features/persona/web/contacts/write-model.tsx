import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Button } from '#ui/button.tsx';
import { useFormat } from '#ui/i18n.ts';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './contacts.module.css';
import {
  canExpect,
  type DraftColumn,
  type ExpectationDraft,
  expectationsOf,
  expectedKey,
  isCut,
  readCuts,
} from './expectation-draft.ts';

/** Personas a model can tell apart. */
const mostPersonas = 20;

type WriteModelProps = {
  readonly columns: readonly DraftColumn[];
  readonly onKept: (modelId: string) => void;
  readonly onCancel: () => void;
};

/** A detection model as the answers expected of each persona of the workspace. */
export function WriteModel({ columns, onKept, onCancel }: WriteModelProps) {
  const t = useText();
  const { query } = useApi();
  const { workspaceId } = useWays();
  const client = useQueryClient();
  const [draft, setDraft] = useState<ExpectationDraft>({ columns: [], cuts: {}, expected: {} });
  const [name, setName] = useState(() => t('attribution.hand.nameGiven'));
  const personas = useQuery(query.persona.list.queryOptions({ input: { workspaceId } }));
  const keep = useMutation(
    query.persona.writeDetectionModel.mutationOptions({
      onSuccess: async ({ id }) => {
        await client.invalidateQueries({ queryKey: query.persona.detectionModels.key() });
        onKept(id);
      },
    }),
  );
  const known = (personas.data ?? []).slice(0, mostPersonas);
  const offered = columns.filter(canExpect);
  const expectations = expectationsOf(draft, columns, known);
  return (
    <form
      className={classes.part}
      onSubmit={(event) => {
        event.preventDefault();
        if (expectations !== null) keep.mutate({ workspaceId, name, expectations });
      }}
    >
      <h3 className={classes.heading}>{t('attribution.hand.title')}</h3>
      <p className={classes.text}>{t('attribution.hand.text')}</p>
      {personas.data !== undefined && known.length < 2 && (
        <p role="status">{t('attribution.hand.needsPersonas')}</p>
      )}
      <div className={classes.form}>
        <MultiSelect
          label={t('attribution.hand.columns')}
          data={offered.map((column) => column.name)}
          value={[...draft.columns]}
          onChange={(chosen) => setDraft({ ...draft, columns: chosen })}
          searchable={offered.length > 12}
        />
      </div>
      {offered
        .filter((column) => draft.columns.includes(column.name))
        .map((column) => (
          <ColumnExpectations
            key={column.name}
            column={column}
            personas={known}
            draft={draft}
            onChange={setDraft}
          />
        ))}
      <div className={classes.form}>
        <TextInput
          label={t('attribution.hand.name')}
          maxLength={200}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </div>
      {keep.error !== null && <FailureNotice error={keep.error} />}
      {expectations === null && draft.columns.length > 0 && (
        <p className={classes.note} role="status">
          {t('attribution.hand.nothing')}
        </p>
      )}
      <div className={classes.actions}>
        <Button
          look="action"
          type="submit"
          disabled={expectations === null || name.trim() === '' || keep.isPending}
        >
          {t('attribution.hand.save')}
        </Button>
        <Button onClick={onCancel}>{t('contacts.cancel')}</Button>
      </div>
    </form>
  );
}

type ColumnExpectationsProps = {
  readonly column: DraftColumn;
  readonly personas: readonly { readonly id: string; readonly title: string }[];
  readonly draft: ExpectationDraft;
  readonly onChange: (draft: ExpectationDraft) => void;
};

function ColumnExpectations({ column, personas, draft, onChange }: ColumnExpectationsProps) {
  const t = useText();
  const answers = useAnswers(column, draft);
  const weights = (['1', '2', '3'] as const).map((value) => ({
    value,
    label: t(`attribution.hand.weights.${value}`),
  }));
  return (
    <fieldset className={classes.expected}>
      <legend>{column.name}</legend>
      {isCut(column) && (
        <TextInput
          className={classes.cuts}
          label={t('attribution.hand.cuts', { column: column.name })}
          description={t('attribution.hand.cutsHint')}
          value={draft.cuts[column.name] ?? ''}
          error={answers.length === 0 ? t('attribution.hand.cutsWrong') : null}
          onChange={(event) =>
            onChange({ ...draft, cuts: { ...draft.cuts, [column.name]: event.currentTarget.value } })
          }
        />
      )}
      {answers.length > 0 &&
        personas.map(({ id, title }) => {
          const key = expectedKey(id, column.name);
          const said = draft.expected[key] ?? { answers: [], weight: 2 };
          const about = { persona: title, column: column.name };
          const say = (next: typeof said) =>
            onChange({ ...draft, expected: { ...draft.expected, [key]: next } });
          return (
            <div key={id} className={classes.expectation}>
              <span>{title}</span>
              <MultiSelect
                aria-label={t('attribution.hand.expected', about)}
                data={answers}
                value={said.answers.filter((each) => answers.some(({ value }) => value === each))}
                onChange={(chosen) => say({ ...said, answers: chosen })}
              />
              <Select
                aria-label={t('attribution.hand.weight', about)}
                data={weights}
                value={String(said.weight)}
                allowDeselect={false}
                onChange={(weight) => say({ ...said, weight: Number(weight ?? 2) })}
              />
            </div>
          );
        })}
    </fieldset>
  );
}

/** What can be expected of a column: its values, or its numbers between the cuts. */
function useAnswers(
  column: DraftColumn,
  { cuts }: ExpectationDraft,
): { readonly value: string; readonly label: string }[] {
  const t = useText();
  const format = useFormat();
  if (!isCut(column)) return (column.values ?? []).map((value) => ({ value, label: value }));
  const edges = readCuts(cuts[column.name] ?? '');
  if (edges.length === 0) return [];
  return [...edges, null].map((edge, bin) => {
    const from = bin === 0 ? null : edges[bin - 1]!;
    const said = (x: number) => format.decimal(x, 4);
    return {
      value: String(bin),
      label:
        from === null
          ? t('attribution.hand.below', { to: said(edges[0]!) })
          : edge === null
            ? t('attribution.hand.above', { from: said(from) })
            : t('attribution.hand.within', { from: said(from), to: said(edge) }),
    };
  });
}
