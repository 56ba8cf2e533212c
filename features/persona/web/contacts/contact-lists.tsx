import { useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import { useFormat } from '#ui/i18n.ts';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './contacts.module.css';

/** The lists of contacts of the workspace, the newest first. */
export function ContactLists() {
  const t = useText();
  const ways = useWays();
  const format = useFormat(ways.zone);
  const { query } = useApi();
  const input = { workspaceId: ways.workspaceId };
  const { data, error, refetch } = useQuery(query.persona.contactLists.queryOptions({ input }));
  if (error !== null) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  if (data.length === 0)
    return (
      <section className={classes.part}>
        <h2 className={classes.heading}>{t('contacts.none')}</h2>
        <p className={classes.text}>{t('contacts.noneText')}</p>
      </section>
    );
  return (
    <section className={classes.part}>
      <SectionTitle>{t('contacts.lists')}</SectionTitle>
      <ul className={classes.lists}>
        {data.toReversed().map(({ id, name, contacts, version, importedAt }) => (
          <li key={id}>
            <ways.Link href={ways.contactList(id)}>{name}</ways.Link>
            <span>{t('contacts.count', { count: contacts, said: format.integer(contacts) })}</span>
            <span>{t('contacts.version', { version, date: format.date(importedAt) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
