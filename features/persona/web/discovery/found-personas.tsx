import { TextInput } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '#client/react.tsx';
import { Button } from '#ui/button.tsx';
import { useFormat, useLocale } from '#ui/i18n.ts';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import type { Note } from '../../domain/discovery/attribute.ts';
import type { DiscoveryState, FoundPersonas as Found } from '../../domain/discovery/record.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import { CandidatesTable } from './candidates-table.tsx';
import classes from './found.module.css';
import { forgetDecisions, useDecisions } from './kept-decisions.ts';
import { Overlap } from './overlap.tsx';
import { PersonaProposal } from './persona-proposal.tsx';
import proposals from './proposal.module.css';
import { type Proposal, proposalsOf, toKeep } from './proposals.ts';
import { useContentWords } from './use-content-words.ts';

type FoundPersonasProps = {
  readonly state: DiscoveryState;
  readonly found: Found;
  readonly sentence: (note: Note) => string;
  readonly onKept: () => void;
  readonly onTry: (k: number) => void;
  /** Ways on from here: look again, another table. */
  readonly actions: ReactNode;
};

/** What a search found: each proposed persona, how far it can be believed, and what the team makes of it. */
export function FoundPersonas({ state, found, sentence, onKept, onTry, actions }: FoundPersonasProps) {
  const t = useText();
  const content = useContentWords();
  const { workspaceId, language } = useWays();
  const locale = useLocale();
  const { query } = useApi();
  const client = useQueryClient();
  const draft = useDecisions(state.id);
  const { decisions, setDecisions } = draft;
  const modelName = draft.modelName ?? state.fileName.replace(/\.[a-z0-9.]+$/i, '');
  const personas = useQuery(query.persona.list.queryOptions({ input: { workspaceId } }));
  const keep = useMutation(
    query.persona.keepPersonas.mutationOptions({
      onSuccess: () => {
        void client.invalidateQueries({ queryKey: query.persona.list.key() });
        void client.invalidateQueries({ queryKey: query.persona.detectionModels.key() });
        void client.invalidateQueries({ queryKey: query.persona.discoveries.key() });
        void client.invalidateQueries({ queryKey: query.persona.get.key() });
        forgetDecisions(state.id);
        onKept();
      },
    }),
  );
  const { result } = found;
  const shown = proposalsOf(result, decisions);
  const kept = shown.filter(({ key }) => !decisions.dropped.has(key));
  const known = personas.data ?? [];
  const nameOf = ({ key, at }: Proposal): string =>
    known.find(({ id }) => id === decisions.into[key])?.title ??
    (decisions.names[key] ?? t('discovery.persona', { at })).trim();
  const unnamed = kept.some((proposal) => nameOf(proposal) === '') || modelName.trim() === '';
  return (
    <>
      <p className={classes.why}>{t(`discoveryReason.${result.reason}`)}</p>
      <Notes notes={result.notes.filter(({ severity }) => severity === 'warning')} sentence={sentence} />
      <Method found={found} sentence={sentence} onTry={onTry} />
      <div className={classes.actions}>{actions}</div>
      <section className={classes.section}>
        <SectionTitle>{t('discovery.keepList')}</SectionTitle>
        <p className={classes.lead}>{t('discovery.keepListLead')}</p>
        {!draft.untouched && (
          <p className={classes.hint}>
            {t('discovery.draft')}{' '}
            <Button look="quiet" onClick={draft.startOver}>
              {t('discovery.startOver')}
            </Button>
          </p>
        )}
        <ul className={proposals.proposals}>
          {shown.map((proposal) => (
            <PersonaProposal
              key={proposal.key}
              found={found}
              proposal={proposal}
              others={shown.filter(
                (other) => other.key !== proposal.key && !decisions.dropped.has(other.key),
              )}
              nameOf={nameOf}
              known={known}
              decisions={decisions}
              onDecide={setDecisions}
            />
          ))}
        </ul>
      </section>
      <Overlap proposals={shown} nameOf={nameOf} />
      <form
        className={classes.save}
        onSubmit={(event) => {
          event.preventDefault();
          if (unnamed || kept.length === 0) return;
          keep.mutate({
            workspaceId,
            discoveryId: state.id,
            language,
            name: modelName.trim(),
            personas: toKeep(result, shown, decisions, content, nameOf),
          });
        }}
      >
        <div className={classes.saveLine}>
          <TextInput
            label={t('discovery.modelName')}
            maxLength={200}
            value={modelName}
            onChange={(event) => draft.setModelName(event.currentTarget.value)}
          />
          <Button look="action" type="submit" disabled={unnamed || kept.length === 0 || keep.isPending}>
            {t('discovery.save', { count: kept.length })}
          </Button>
        </div>
        <p className={classes.hint} role={unnamed ? 'alert' : undefined}>
          {unnamed ? t('discovery.nameAll') : t('discovery.saveHint')}
          {!unnamed && language !== locale && ` ${t(`discovery.writtenIn.${language}`)}`}
        </p>
        {keep.error !== null && <FailureNotice error={keep.error} />}
      </form>
    </>
  );
}

type MethodProps = Pick<FoundPersonasProps, 'found' | 'sentence' | 'onTry'>;

function Method({ found: { result }, sentence, onTry }: MethodProps) {
  const t = useText();
  const format = useFormat();
  const { secondOpinion, sampled, usable, notes } = result;
  return (
    <details className={classes.method}>
      <summary>{t('discovery.method')}</summary>
      <CandidatesTable result={result} onTry={onTry} />
      {secondOpinion && (
        <p>{t('discovery.opinion', { agreement: format.fixed(secondOpinion.agreement, 2) })}</p>
      )}
      {sampled < usable && <p>{t('discovery.sampled', { sampled: format.integer(sampled) })}</p>}
      <Notes notes={notes.filter(({ severity }) => severity === 'info')} sentence={sentence} />
    </details>
  );
}

type NotesProps = { readonly notes: readonly Note[]; readonly sentence: (note: Note) => string };

/** What must be known before the personas are believed. */
export function Notes({ notes, sentence }: NotesProps) {
  const t = useText();
  if (notes.length === 0) return null;
  return (
    <ul className={classes.notes} aria-label={t('discovery.attention')}>
      {notes.map((note) => (
        <li key={`${note.code} ${note.attribute} ${note.params.other ?? ''}`}>
          {note.severity === 'warning' ? (
            <IconAlertTriangle size={16} aria-hidden="true" data-warning="" />
          ) : (
            <IconInfoCircle size={16} aria-hidden="true" />
          )}
          <span>{sentence(note)}</span>
        </li>
      ))}
    </ul>
  );
}
