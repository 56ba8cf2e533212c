import { TextInput } from '@mantine/core';
import { IconChevronDown, IconRefresh, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { useFormat } from '#ui/i18n.ts';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { likelyPersonas, type Recognition, signsOf } from '../../domain/signs.ts';
import { PersonaPicture } from '../picture/persona-picture.tsx';
import { RoomPage } from '../room-page.tsx';
import { useText } from '../text.ts';
import { type KnownPersona, usePersonas } from '../use-personas.ts';
import { useWays } from '../ways.tsx';
import { nextSign } from './next-sign.ts';
import classes from './recognise.module.css';
import { Script } from './script.tsx';

/** "Who am I talking to?": tick what is heard, see who it probably is and what to say to them. */
export function RecognisePage({ crumbs }: { readonly crumbs: ReactNode }) {
  const t = useText();
  const { gallery, Link } = useWays();
  const { personas, error, retry } = usePersonas();
  const withSigns = personas && Object.values(signsOf(wholes(personas))).length > 0;
  return (
    <RoomPage crumbs={crumbs} title={t('recognise.title')} lead={t('recognise.lead')}>
      {error !== null && <FailureNotice error={error} onRetry={retry} />}
      {withSigns === false && (
        <EmptyState
          title={t('recognise.none')}
          text={t('recognise.noneText')}
          actions={<Link href={gallery}>{t('compare.toGallery')}</Link>}
        />
      )}
      {personas && withSigns && <Recognise personas={personas} />}
    </RoomPage>
  );
}

const wholes = (personas: readonly KnownPersona[]) =>
  Object.fromEntries(personas.map(({ id, whole }) => [id, whole]));

/** As typed in the search: accents and capitals do not matter. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function Recognise({ personas }: { readonly personas: readonly KnownPersona[] }) {
  const t = useText();
  const [heard, setHeard] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const byId = useMemo(() => wholes(personas), [personas]);
  const signs = useMemo(() => signsOf(byId), [byId]);
  const recognition = useMemo(() => likelyPersonas(heard, byId), [heard, byId]);
  const next = heard.size === 0 ? undefined : nextSign(signs, heard, recognition);
  const found = signs.filter(({ key, text }) => heard.has(key) || plain(text).includes(plain(search.trim())));
  const likely = recognition.verdict.kind === 'likely' ? recognition.verdict.personaId : null;
  const shownId = chosen ?? likely;
  const shown = personas.find(({ id }) => id === shownId);
  const say = useVerdictWords();
  const tick = (key: string) => {
    const after = new Set(heard);
    if (!after.delete(key)) after.add(key);
    setHeard(after);
    // What is heard decides again who is before the eyes.
    setChosen(null);
  };
  return (
    <div className={classes.columns}>
      <section aria-labelledby="signs" className={classes.signs}>
        <div className={classes.head}>
          <SectionTitle id="signs">{t('recognise.heard')}</SectionTitle>
          {heard.size > 0 && (
            <Button
              icon={<IconRefresh aria-hidden="true" />}
              onClick={() => {
                setHeard(new Set());
                setChosen(null);
              }}
            >
              {t('recognise.again')}
            </Button>
          )}
        </div>
        {signs.length > 12 && (
          <TextInput
            type="search"
            aria-label={t('recognise.search')}
            placeholder={t('recognise.search')}
            leftSection={<IconSearch size={16} aria-hidden="true" />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
        <ul className={classes.list}>
          {found.map(({ key, text }) => (
            <li key={key}>
              <label className={classes.sign} data-next={next?.key === key ? '' : undefined}>
                <input type="checkbox" checked={heard.has(key)} onChange={() => tick(key)} />
                <span>
                  {text}
                  {next?.key === key && <small>{t('recognise.listenFor')}</small>}
                </span>
              </label>
            </li>
          ))}
        </ul>
        {heard.size > 0 && (
          <a href="#answer" className={classes.toAnswer}>
            <span>{say(recognition, personas)}</span>
            <IconChevronDown size={18} aria-hidden="true" />
          </a>
        )}
        {found.length === 0 && <p className={classes.hint}>{t('recognise.noSign', { search })}</p>}
      </section>
      <div className={classes.answer} id="answer">
        <Verdict recognition={recognition} personas={personas} shownId={shownId} onChoose={setChosen} />
        {shown ? (
          <Script persona={shown} sure={shownId === likely} />
        ) : (
          <p className={classes.hint}>{t('recognise.noScript')}</p>
        )}
      </div>
    </div>
  );
}

/** Who it is, or why nobody can tell, in one short sentence. */
function useVerdictWords(): (recognition: Recognition, personas: readonly KnownPersona[]) => string {
  const t = useText();
  return ({ verdict }, personas) => {
    if (verdict.kind === 'unknown') return t(`recognise.unknown.${verdict.because}`);
    const named = personas.find(({ id }) => id === verdict.personaId)?.title.trim();
    return t('recognise.likely', { name: named || t('sheet.untitled') });
  };
}

type VerdictProps = {
  readonly recognition: Recognition;
  readonly personas: readonly KnownPersona[];
  readonly shownId: string | null;
  readonly onChoose: (personaId: string) => void;
};

/** Who it probably is, with probabilities and what speaks for each; and honestly, that it may be none of them. */
function Verdict({ recognition, personas, shownId, onChoose }: VerdictProps) {
  const t = useText();
  const format = useFormat();
  const nameOf = (id: string) => personas.find((one) => one.id === id)?.title.trim() || t('sheet.untitled');
  const share = (value: number) => format.share(Math.round(value * 100) / 100);
  const sentence = useVerdictWords()(recognition, personas);
  const bar = (value: number, colour: string) => (
    <span className={classes.track} aria-hidden="true">
      <span style={{ width: `${value * 100}%`, background: colour }} />
    </span>
  );
  return (
    <section aria-labelledby="verdict" className={classes.verdict}>
      <h2 id="verdict" className={classes.sentence} aria-live="polite">
        {sentence}
      </h2>
      <ul className={classes.likely}>
        {recognition.personas.map(({ personaId, probability, contributions }) => {
          const persona = personas.find(({ id }) => id === personaId);
          if (!persona) return null;
          const reasons = contributions.filter(({ logOdds }) => logOdds > 0).map(({ text }) => text);
          return (
            <li key={personaId}>
              <button
                type="button"
                className={classes.person}
                aria-pressed={shownId === personaId}
                onClick={() => onChoose(personaId)}
              >
                <PersonaPicture picture={persona.picture} colour={persona.colour} shape="round" />
                <span className={classes.who}>
                  {nameOf(personaId)}
                  {reasons.length > 0 && <small>{reasons.join(' · ')}</small>}
                </span>
                {bar(probability, `var(--persona-${persona.colour})`)}
                <span className={classes.figure}>{share(probability)}</span>
              </button>
            </li>
          );
        })}
        <li className={classes.person} data-unknown="">
          <span className={classes.nobody} aria-hidden="true">
            ?
          </span>
          <span className={classes.who}>{t('recognise.nobody')}</span>
          {bar(recognition.unknown, 'var(--control)')}
          <span className={classes.figure}>{share(recognition.unknown)}</span>
        </li>
      </ul>
      {recognition.withoutSigns.length > 0 && (
        <p className={classes.hint}>
          {t('recognise.withoutSigns', {
            count: recognition.withoutSigns.length,
            names: recognition.withoutSigns.map(nameOf).join(', '),
          })}
        </p>
      )}
      <p className={classes.hint}>{t('recognise.method')}</p>
    </section>
  );
}
