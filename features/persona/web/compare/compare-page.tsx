import { IconCornerDownRight, IconPrinter } from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { EvidenceDot } from '#ui/evidence-dot.tsx';
import { useFormat } from '#ui/i18n.ts';
import { FailureNotice } from '#ui/problem-notice.tsx';
import type { PersonaSummary } from '../../contract.ts';
import { statementsBySection } from '../../domain/outline.ts';
import { evidenceState, isStated } from '../../domain/proof.ts';
import { expectationScales, portraitSections, type Section, serviceSections } from '../../domain/schema.ts';
import { PersonaPicture } from '../picture/persona-picture.tsx';
import { RoomPage } from '../room-page.tsx';
import { ChannelLine } from '../sheet/channels.tsx';
import { ProofBar } from '../sheet/proof-bar.tsx';
import { useText } from '../text.ts';
import { type KnownPersona, usePersonas } from '../use-personas.ts';
import { useToday, useWays } from '../ways.tsx';
import { factsOf } from '../words/facts.ts';
import classes from './compare.module.css';

/** As many as fit side by side and as there are colours. */
export const mostCompared = 6;

type ComparePageProps = {
  readonly crumbs: ReactNode;
  /** Ids asked for; with less than two, the first of the gallery complete them. */
  readonly asked: readonly string[];
  readonly onChoose: (personaIds: readonly string[]) => void;
};

/** Two to six personas side by side: where they part, line by line. */
export function ComparePage({ crumbs, asked, onChoose }: ComparePageProps) {
  const t = useText();
  const { gallery, Link } = useWays();
  const { list, personas, error, retry } = usePersonas();
  const chosen = chosenOf(list ?? [], asked);
  const shown = chosen.flatMap((id) => personas?.find((one) => one.id === id) ?? []);
  return (
    <RoomPage
      crumbs={crumbs}
      title={t('compare.title')}
      lead={t('compare.lead')}
      actions={
        shown.length > 1 && (
          <Button icon={<IconPrinter aria-hidden="true" />} onClick={() => window.print()}>
            {t('bar.print')}
          </Button>
        )
      }
    >
      {error !== null && <FailureNotice error={error} onRetry={retry} />}
      {list !== undefined && list.length < 2 && (
        <EmptyState
          title={t('compare.few')}
          text={t('compare.fewText')}
          actions={<Link href={gallery}>{t('compare.toGallery')}</Link>}
        />
      )}
      {list !== undefined && list.length > 1 && <Chooser list={list} chosen={chosen} onChoose={onChoose} />}
      {shown.length > 1 && <Table personas={shown} />}
    </RoomPage>
  );
}

/** The asked ones that exist, completed to two by the first of the gallery. */
function chosenOf(list: readonly PersonaSummary[], asked: readonly string[]): string[] {
  const ids = list.map(({ id }) => id);
  const known = [...new Set(asked)].filter((id) => ids.includes(id)).slice(0, mostCompared);
  if (asked.length === 0) return ids.slice(0, 3);
  return known.length >= 2 ? known : [...known, ...ids.filter((id) => !known.includes(id))].slice(0, 2);
}

type ChooserProps = {
  readonly list: readonly PersonaSummary[];
  readonly chosen: readonly string[];
  readonly onChoose: (personaIds: readonly string[]) => void;
};

function Chooser({ list, chosen, onChoose }: ChooserProps) {
  const t = useText();
  const full = chosen.length >= mostCompared;
  return (
    <fieldset className={classes.chooser}>
      <legend>{t('compare.choose', { count: mostCompared })}</legend>
      {list.map(({ id, title, colour }) => {
        const on = chosen.includes(id);
        return (
          <label
            key={id}
            className={classes.option}
            style={{ '--colour': `var(--persona-${colour})` } as CSSProperties}
          >
            <input
              type="checkbox"
              checked={on}
              disabled={on ? chosen.length <= 2 : full}
              onChange={() => onChoose(on ? chosen.filter((one) => one !== id) : [...chosen, id])}
            />
            <span className={classes.dot} />
            {title.trim() === '' ? t('sheet.untitled') : title}
          </label>
        );
      })}
    </fieldset>
  );
}

function Table({ personas }: { readonly personas: readonly KnownPersona[] }) {
  const t = useText();
  const format = useFormat();
  const today = useToday();
  const { Link, persona: address } = useWays();
  const outlines = personas.map(({ whole }) => statementsBySection(whole));
  const stated = (section: Section) =>
    outlines.some((outline) => outline[section].some(([, statement]) => isStated(statement)));
  const row = (key: string, name: ReactNode, cell: (persona: KnownPersona, index: number) => ReactNode) => (
    <tr key={key}>
      <th scope="row">{name}</th>
      {personas.map((persona, index) => (
        <td key={persona.id}>{cell(persona, index)}</td>
      ))}
    </tr>
  );
  const sectionRow = (section: Section) =>
    stated(section) &&
    row(section, t(`section.${section}`), (_persona, index) => (
      <ul className={classes.statements}>
        {outlines[index]![section].filter(([, statement]) => isStated(statement)).map(([id, statement]) => (
          <li key={id}>
            <EvidenceDot state={evidenceState(statement, today)} />
            <span>
              {statement.text}
              {statement.answer.trim() !== '' && (
                <small>
                  <IconCornerDownRight size={12} stroke={1.8} aria-hidden="true" /> {statement.answer}
                </small>
              )}
            </span>
          </li>
        ))}
      </ul>
    ));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset never shrinks under its content, so it would not scroll
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className={classes.scroll} role="group" aria-label={t('compare.title')} tabIndex={0}>
      <table className={classes.table} style={{ '--columns': personas.length } as CSSProperties}>
        <thead>
          <tr>
            <td />
            {personas.map(({ id, title, picture, colour }) => (
              <th key={id} scope="col">
                <div className={classes.wide}>
                  <PersonaPicture picture={picture} colour={colour} />
                </div>
                <Link href={address(id)} className={classes.name}>
                  {title.trim() === '' ? t('sheet.untitled') : title}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row('quote', t('sheet.quote'), ({ quote }) =>
            quote.trim() === '' ? null : (
              <p className={classes.quote}>{t('sheet.quoted', { quote: quote.trim() })}</p>
            ),
          )}
          {row('facts', t('compare.who'), ({ whole }) => factsOf({ t, format }, whole).join('\u00a0· '))}
          {expectationScales.some((scale) => personas.some(({ whole }) => whole[scale] !== null)) && (
            <tr>
              <th scope="row">{t('sheet.expects.they')}</th>
              <td colSpan={personas.length}>
                <Axes personas={personas} />
              </td>
            </tr>
          )}
          {personas.some(({ whole }) => Object.keys(whole.channels).length > 0) &&
            row('channels', t('sheet.channels.they'), ({ whole }) => <ChannelLine persona={whole} />)}
          {portraitSections.map(sectionRow)}
          {serviceSections.some(stated) && (
            <tr className={classes.chapter}>
              <th scope="colgroup" colSpan={personas.length + 1}>
                {t('sheet.phone.they')}
              </th>
            </tr>
          )}
          {serviceSections.map(sectionRow)}
          {row('proof', t('sheet.restsOn'), ({ proof }) =>
            proof.share === null ? (
              t('proof.nothing')
            ) : (
              <div className={classes.proof}>
                <span>{t('proof.share', { share: format.share(proof.share) })}</span>
                <ProofBar proof={proof} />
              </div>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

/** The three expectations, each as one line on which everybody has a point. */
function Axes({ personas }: { readonly personas: readonly KnownPersona[] }) {
  const t = useText();
  return (
    <ul className={classes.axes}>
      {expectationScales.map((scale) => {
        const low = t(`scale.${scale}.low`);
        const high = t(`scale.${scale}.high`);
        const told = personas.flatMap(({ id, title, colour, whole }) => {
          const value = whole[scale];
          return value === null ? [] : [{ id, title, colour, value }];
        });
        if (told.length === 0) return null;
        const spoken = told
          .map(({ title, value }) =>
            t('compare.onScale', {
              name: title,
              value: t('scale.value', { value: Math.round(value * 100), low, high }),
            }),
          )
          .join(' ; ');
        return (
          <li key={scale} className={classes.axis}>
            <span aria-hidden="true">{low}</span>
            <span className={classes.track} role="img" aria-label={spoken}>
              {told.map(({ id, title, colour, value }) => (
                <span
                  key={id}
                  className={classes.point}
                  title={title}
                  style={{ left: `${value * 100}%`, background: `var(--persona-${colour})` }}
                />
              ))}
            </span>
            <span aria-hidden="true">{high}</span>
          </li>
        );
      })}
    </ul>
  );
}
