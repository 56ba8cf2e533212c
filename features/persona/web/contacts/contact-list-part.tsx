import { IconDownload } from '@tabler/icons-react';
import { buttonClass } from '#ui/button.tsx';
import { useFormat } from '#ui/i18n.ts';
import { PlainTable } from '#ui/plain-table.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import type { ContactListSummary } from '../../domain/contacts/contact-list.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './contacts.module.css';

type ContactListPartProps = {
  readonly list: ContactListSummary;
  readonly contacts: readonly { readonly pseudonym: string; readonly traits: readonly (string | null)[] }[];
};

const known = ['no-contact', 'repeated-contact'] as const;

/** What was brought in: the balance, the columns, and a few contacts under pseudonyms. */
export function ContactListPart({ list, contacts }: ContactListPartProps) {
  const t = useText();
  const format = useFormat();
  const { workspaceId } = useWays();
  const { balance, columns } = list;
  const reasons = known.flatMap((reason) => {
    const count = balance.reasons[reason] ?? 0;
    return count === 0 ? [] : [t(`contacts.reason.${reason}`, { n: format.integer(count) })];
  });
  const told = known.reduce((sum, reason) => sum + (balance.reasons[reason] ?? 0), 0);
  if (balance.setAside > told)
    reasons.push(t('contacts.reason.other', { n: format.integer(balance.setAside - told) }));
  const kept = columns.map((column, at) => ({ ...column, at })).filter(({ kind }) => kind !== 'left-out');
  return (
    <>
      <section className={classes.part}>
        <SectionTitle>{t('contacts.columns')}</SectionTitle>
        <p className={classes.text}>
          {t('contacts.balance', {
            read: format.integer(balance.read),
            kept: format.integer(balance.kept),
            setAside: format.integer(balance.setAside),
          })}
          {reasons.length > 0 && ` ${t('contacts.reasons', { reasons: reasons.join(', ') })}`}
        </p>
        {balance.setAside > 0 && (
          <p className={classes.setAside}>
            <a
              className={buttonClass('plain')}
              href={`/api/v1/workspaces/${workspaceId}/contact-lists/${list.id}/set-aside.csv`}
              download
            >
              <IconDownload aria-hidden="true" />
              {t('contacts.setAside')}
            </a>
          </p>
        )}
        <PlainTable
          caption={t('contacts.columns')}
          rows={columns}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', header: t('contacts.column'), cell: ({ name }) => name, names: true },
            { key: 'kind', header: t('contacts.kept'), cell: ({ kind }) => t(`contacts.kind.${kind}`) },
            {
              key: 'filled',
              header: t('contacts.filled'),
              cell: ({ filled }) =>
                format.share(list.contacts === 0 ? 0 : Math.min(1, filled / balance.read)),
              figures: true,
            },
            {
              key: 'distinct',
              header: t('contacts.distinct'),
              cell: ({ distinct }) =>
                distinct === null ? t('contacts.manyValues') : format.integer(distinct),
              figures: true,
            },
          ]}
        />
      </section>
      <section className={classes.wide}>
        <SectionTitle>{t('contacts.some')}</SectionTitle>
        <PlainTable
          caption={t('contacts.some')}
          rows={contacts}
          rowKey={({ pseudonym }) => pseudonym}
          columns={[
            {
              key: 'pseudonym',
              header: t('contacts.pseudonym'),
              cell: ({ pseudonym }) => pseudonym,
              names: true,
            },
            ...kept.map(({ name, at }) => ({
              key: `trait ${name}`,
              header: name,
              cell: ({ traits }: { readonly traits: readonly (string | null)[] }) => traits[at] ?? '—',
            })),
          ]}
        />
      </section>
    </>
  );
}
