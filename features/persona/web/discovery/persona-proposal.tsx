import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { CSSProperties } from 'react';
import { Button } from '#ui/button.tsx';
import { useFormat } from '#ui/i18n.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import type { FoundPersonas } from '../../domain/discovery/record.ts';
import type { FoundStatement } from '../../domain/discovery/result.ts';
import { useText } from '../text.ts';
import { ProfilePicture } from './profile-picture.tsx';
import classes from './proposal.module.css';
import { type Decisions, join, keepInto, type Proposal, separate, withOne } from './proposals.ts';
import { plainName, proofWords, statementWords } from './statement-words.ts';

type PersonaProposalProps = {
  readonly found: FoundPersonas;
  readonly proposal: Proposal;
  readonly others: readonly Proposal[];
  readonly nameOf: (proposal: Proposal) => string;
  /** Personas that are there already. */
  readonly known: readonly { readonly id: string; readonly title: string }[];
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
};

/** One proposed persona: how large, how sure, what sets it apart, and what the team makes of it. */
export function PersonaProposal(props: PersonaProposalProps) {
  const { found, proposal, others, nameOf, known, decisions, onDecide } = props;
  const t = useText();
  const format = useFormat();
  const { key, at, keys, persona } = proposal;
  const { size, stability, closest } = persona;
  const dropped = decisions.dropped.has(key);
  const colour = `var(--persona-${(at - 1) % 6})`;
  const closestName = known.find(({ id }) => id === closest?.personaId)?.title;
  const into = known.find(({ id }) => id === decisions.into[key]) ?? null;
  const add = (personaId: string | null) => onDecide(keepInto(decisions, key, personaId));
  return (
    <li
      className={classes.proposal}
      data-dropped={dropped || undefined}
      style={{ '--colour': colour } as CSSProperties}
    >
      <div className={classes.top}>
        <TextInput
          className={classes.name ?? ''}
          label={t('discovery.name', { at })}
          placeholder={t('discovery.namePlaceholder')}
          maxLength={200}
          disabled={dropped || into !== null}
          value={into?.title ?? decisions.names[key] ?? t('discovery.persona', { at })}
          onChange={(event) =>
            onDecide({ ...decisions, names: { ...decisions.names, [key]: event.currentTarget.value } })
          }
        />
        <div className={classes.choices}>
          {others.length > 0 && !dropped && (
            <NativeSelect
              aria-label={t('discovery.joinThis', { at })}
              value=""
              data={[
                { value: '', label: t('discovery.joinWith') },
                ...others.map((other) => ({
                  value: other.key,
                  label: nameOf(other) || t('discovery.persona', { at: other.at }),
                })),
              ]}
              onChange={(event) => onDecide(join(decisions, event.currentTarget.value, key))}
            />
          )}
          <Checkbox
            label={t('discovery.keep')}
            aria-label={t('discovery.keepThis', { at })}
            checked={!dropped}
            onChange={(event) =>
              onDecide({
                ...decisions,
                dropped: withOne(decisions.dropped, key, !event.currentTarget.checked),
              })
            }
          />
        </div>
      </div>
      <div className={classes.facts}>
        <p>
          <strong className={classes.share}>
            {t('discovery.share', { share: format.share(size.share) })}
          </strong>{' '}
          <span className={classes.muted}>
            {t('discovery.shareRange', {
              low: format.share(size.low),
              high: format.share(size.high),
              n: format.integer(size.count),
            })}
          </span>
        </p>
        <p>
          {t(
            stability >= 0.85
              ? 'discovery.stable'
              : stability >= 0.6
                ? 'discovery.fairlyStable'
                : 'discovery.unstable',
          )}{' '}
          <span className={classes.muted}>
            {t('discovery.stability', { value: format.share(stability) })}
          </span>
        </p>
      </div>
      {keys.length > 1 && (
        <p className={classes.joined}>
          {t('discovery.joined', {
            names: keys.map((one) => t('discovery.persona', { at: Number(one.slice(1)) })).join(' + '),
          })}
          <Button look="quiet" onClick={() => onDecide(separate(decisions, key))}>
            {t('discovery.separateThem')}
          </Button>
        </p>
      )}
      {dropped ? (
        <p className={classes.muted}>{t('discovery.leftOut')}</p>
      ) : (
        <>
          {closest !== null && closestName !== undefined && (
            <p>
              {t('discovery.closest', {
                name: closestName,
                share: format.share(closest.similarity),
                count: closest.attributes,
              })}{' '}
              {into?.id !== closest.personaId && (
                <Button onClick={() => add(closest.personaId)}>{t('discovery.addToIt')}</Button>
              )}
            </p>
          )}
          {known.length > 0 && (
            <NativeSelect
              className={classes.into ?? ''}
              label={t('discovery.into')}
              value={into?.id ?? ''}
              data={[
                { value: '', label: t('discovery.intoNew') },
                ...known.map(({ id, title }) => ({ value: id, label: t('discovery.intoThis', { title }) })),
              ]}
              description={into === null ? undefined : t('discovery.intoHint')}
              onChange={(event) => add(event.currentTarget.value || null)}
            />
          )}
          <div className={classes.body}>
            <Sentences statements={persona.statements} decisions={decisions} onDecide={onDecide} />
            <ProfilePicture
              profiles={persona.profiles}
              attributes={found.result.attributes}
              colour={colour}
            />
          </div>
          <PortraitCustomer
            found={found}
            persona={key}
            order={persona.profiles.map((one) => one.attribute)}
          />
        </>
      )}
    </li>
  );
}

type SentencesProps = {
  readonly statements: readonly FoundStatement[];
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
};

/** What sets them apart, each sentence with its figure: ticked to be kept, and rewritten in place. */
function Sentences({ statements, decisions, onDecide }: SentencesProps) {
  const t = useText();
  const format = useFormat();
  return (
    <section className={classes.sentences}>
      <SectionTitle level={3}>{t('discovery.apart')}</SectionTitle>
      {statements.length === 0 && <p className={classes.muted}>{t('discovery.noStatement')}</p>}
      <ul>
        {statements.map((statement) => {
          const { id } = statement;
          const kept = !decisions.left.has(id);
          const text = decisions.texts[id] ?? statementWords({ t, format }, statement);
          return (
            <li key={id} className={classes.sentence}>
              <Checkbox
                aria-label={`${t('discovery.keepStatement')}\u202f: ${text}`}
                checked={kept}
                onChange={(event) =>
                  onDecide({ ...decisions, left: withOne(decisions.left, id, !event.currentTarget.checked) })
                }
              />
              <div>
                <Textarea
                  variant="unstyled"
                  autosize
                  minRows={1}
                  aria-label={t('discovery.textOf')}
                  disabled={!kept}
                  maxLength={2000}
                  value={text}
                  onChange={(event) =>
                    onDecide({ ...decisions, texts: { ...decisions.texts, [id]: event.currentTarget.value } })
                  }
                />
                <p className={classes.proof}>
                  {proofWords({ t, format }, statement)} · n&#8239;=&#8239;
                  {format.integer(statement.evidence.n)}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
      {statements.length > 0 && <p className={classes.proof}>{t('discovery.apartHint')}</p>}
    </section>
  );
}

type PortraitCustomerProps = {
  readonly found: FoundPersonas;
  readonly persona: string;
  /** Attributes, most telling first. */
  readonly order: readonly string[];
};

/** One real row, without what names somebody. */
function PortraitCustomer({ found: { portraits }, persona, order }: PortraitCustomerProps) {
  const t = useText();
  const cells = portraits[persona];
  if (cells === undefined) return null;
  const rank = (column: string): number => {
    const at = order.indexOf(column);
    return at < 0 ? order.length : at;
  };
  return (
    <details className={classes.portrait}>
      <summary>
        {t('discovery.portrait')} <span className={classes.muted}>{t('discovery.portraitHint')}</span>
      </summary>
      <dl>
        {Object.entries(cells)
          .sort(([a], [b]) => rank(a) - rank(b))
          .map(([column, cell]) => (
            <div key={column}>
              <dt>{plainName(column)}</dt>
              <dd>{cell === '' ? t('discovery.empty') : cell}</dd>
            </div>
          ))}
      </dl>
    </details>
  );
}
