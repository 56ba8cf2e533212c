import type { ReactNode } from 'react';
import type { Source } from '#measure/domain/source.ts';
import { Explain } from '#ui/explain.tsx';
import { Figure } from '#ui/figure.tsx';
import { useFormat } from '#ui/i18n.ts';
import { useText } from '../text.ts';
import classes from './source-page.module.css';

type LogFiguresProps = { readonly source: Source; readonly zone: string };

/** What the whole log says, before any map: each figure explains itself. */
export function LogFigures({ source, zone }: LogFiguresProps) {
  const t = useText();
  const format = useFormat(zone);
  const { stats, duplicates } = source;
  if (stats === null) return null;
  const common = {
    ...(stats.first !== null && stats.last !== null
      ? { period: format.period(stats.first, stats.last) }
      : {}),
    source: source.simulated ? `${source.name}, ${t('simulated')}` : source.name,
    method: t('source.exact'),
  };
  const said = (value: string, title: string, definition: string): ReactNode => (
    <Explain explanation={{ title, definition, ...common }}>{value}</Explain>
  );
  return (
    <div className={classes.figures}>
      <Figure
        value={said(format.integer(stats.journeys), t('source.journeys'), t('source.journeysIs'))}
        caption={t('source.journeys')}
      />
      <Figure
        value={said(format.integer(stats.events), t('source.events'), t('source.eventsIs'))}
        caption={t('source.events')}
        detail={t('source.perJourney', { said: format.decimal(stats.events / Math.max(1, stats.journeys)) })}
      />
      <Figure
        value={said(format.integer(stats.eventNames), t('source.names'), t('source.namesIs'))}
        caption={t('source.names')}
      />
      <Figure
        value={said(format.integer(stats.variants), t('source.variants'), t('source.variantsIs'))}
        caption={t('source.variants')}
        detail={t('source.variantsShort', {
          ratio: format.decimal(stats.journeys / Math.max(1, stats.variants)),
        })}
      />
      <Figure
        value={said(format.share(stats.ties.share), t('source.ties'), t('source.tiesIs'))}
        caption={t('source.ties')}
        {...(stats.ties.events > 0
          ? {
              detail: t('source.tiesEvents', {
                count: stats.ties.events,
                said: format.integer(stats.ties.events),
              }),
            }
          : {})}
      />
      <Figure
        value={said(format.integer(duplicates), t('source.duplicates'), t('source.duplicatesIs'))}
        caption={t('source.duplicates')}
      />
      <Figure
        value={said(format.integer(stats.setAside), t('source.setAside'), t('source.setAsideIs'))}
        caption={t('source.setAside')}
        tone={stats.setAside > stats.events * 0.05 ? 'negative' : 'neutral'}
      />
    </div>
  );
}
