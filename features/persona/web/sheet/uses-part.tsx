import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '#client/react.tsx';
import { useFormat } from '#ui/i18n.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './sheet.module.css';
import side from './side.module.css';

/** The maps that name this persona. */
export function UsesPart({
  personaId,
  actions,
}: {
  readonly personaId: string;
  readonly actions?: ReactNode;
}) {
  const t = useText();
  const { query } = useApi();
  const { workspaceId, Link, map } = useWays();
  const { data } = useQuery(query.persona.uses.queryOptions({ input: { workspaceId, personaId } }));
  if (data === undefined) return null;
  return (
    <section className={classes.part} aria-labelledby="uses" data-stated={data.length > 0 ? '' : undefined}>
      <SectionTitle id="uses">{t('sheet.onMaps')}</SectionTitle>
      {data.length === 0 ? (
        <p className={side.small}>{t('sheet.onNoMap')}</p>
      ) : (
        <ul className={side.maps}>
          {data.map(({ mapId, title, state }) => (
            <li key={mapId}>
              <Link href={map(mapId)}>{title.trim() === '' ? t('sheet.untitledMap') : title}</Link>
              {state === 'to-be' && <small> · {t('sheet.toBe')}</small>}
            </li>
          ))}
        </ul>
      )}
      {actions}
    </section>
  );
}

/** How much of each segment this persona makes up. */
export function SegmentsPart({ personaId, colour }: { readonly personaId: string; readonly colour: number }) {
  const t = useText();
  const format = useFormat();
  const { query } = useApi();
  const { workspaceId, Link, segments: address } = useWays();
  const segments = useQuery(query.persona.segments.queryOptions({ input: { workspaceId } }));
  const shares = useQuery(query.persona.shares.queryOptions({ input: { workspaceId } }));
  const rows = (segments.data ?? []).flatMap(({ id, name }) => {
    const cell = shares.data?.find((one) => one.personaId === personaId && one.segmentId === id);
    return cell ? [{ id, name, cell }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <section className={classes.part} aria-labelledby="shares" data-stated="">
      <div className={classes.partHead}>
        <SectionTitle id="shares">{t('sheet.inSegments')}</SectionTitle>
        <Link href={address}>{t('sheet.matrix')}</Link>
      </div>
      <ul className={side.shares}>
        {rows.map(({ id, name, cell }) => (
          <li key={id}>
            <span>{name}</span>
            <span className={side.track} aria-hidden="true">
              <span style={{ width: `${cell.share * 100}%`, background: `var(--persona-${colour})` }} />
            </span>
            <output>{format.share(cell.share)}</output>
          </li>
        ))}
      </ul>
      <p className={side.small}>
        {rows.some(({ cell }) => cell.source === 'hand') ? t('share.hand') : t('share.data')}
      </p>
    </section>
  );
}
