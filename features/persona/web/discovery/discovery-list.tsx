import { useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import { useFormat } from '#ui/i18n.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import type { DiscoveryRecord } from '../../domain/discovery/record.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './found.module.css';

/** Earlier searches, and the one still under way. */
export function DiscoveryList() {
  const t = useText();
  const { workspaceId, zone, discovery, Link } = useWays();
  const format = useFormat(zone);
  const { query } = useApi();
  const { data } = useQuery(query.persona.discoveries.queryOptions({ input: { workspaceId } }));
  if (data === undefined || data.length === 0) return null;
  const stateOf = ({ status, chosen, kept }: DiscoveryRecord): string => {
    if (kept !== null) return t('discoveryStatus.kept', { count: kept.personaIds.length });
    if (status !== 'complete') return t(`discoveryStatus.${status}`);
    return chosen === null ? t('discoveryStatus.none') : t('discoveryStatus.found', { count: chosen });
  };
  return (
    <section className={classes.section}>
      <SectionTitle>{t('discovery.earlier')}</SectionTitle>
      <ul className={classes.searches}>
        {data.map((record) => (
          <li key={record.id}>
            <Link href={discovery(record.id)}>{record.fileName}</Link>
            <span>
              {format.moment(record.startedAt)} · {stateOf(record)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
