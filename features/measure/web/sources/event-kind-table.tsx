import { useState } from 'react';
import type { EventKind } from '#measure/domain/source.ts';
import { Button } from '#ui/button.tsx';
import { useFormat } from '#ui/i18n.ts';
import { PlainTable } from '#ui/plain-table.tsx';
import { useText } from '../text.ts';
import classes from './source-page.module.css';

type EventKindTableProps = { readonly kinds: readonly EventKind[]; readonly journeys: number };

const firstShown = 15;

/** Names and channels of the events, the commonest first, with the share of the journeys that have them. */
export function EventKindTable({ kinds, journeys }: EventKindTableProps) {
  const t = useText();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const sorted = [...kinds].sort((a, b) => b.events - a.events);
  const channels = sorted.some(({ channel }) => channel !== '');
  const shown = all ? sorted : sorted.slice(0, firstShown);
  const share = (kind: EventKind) => (journeys === 0 ? 0 : kind.journeys / journeys);
  return (
    <>
      <PlainTable
        caption={t('source.kinds')}
        rows={shown}
        rowKey={(kind) => `${kind.name}\n${kind.channel}`}
        columns={[
          { key: 'name', header: t('source.kind.name'), names: true, cell: (kind) => kind.name },
          ...(channels
            ? [
                {
                  key: 'channel',
                  header: t('source.kind.channel'),
                  cell: (kind: EventKind) => (kind.channel === '' ? t('binding.emptyChannel') : kind.channel),
                },
              ]
            : []),
          {
            key: 'events',
            header: t('source.kind.events'),
            figures: true,
            cell: (kind) => format.integer(kind.events),
          },
          {
            key: 'journeys',
            header: t('source.kind.journeys'),
            figures: true,
            cell: (kind) => format.integer(kind.journeys),
          },
          {
            key: 'share',
            header: t('source.kind.share'),
            figures: true,
            cell: (kind) => (
              <span className={classes.share}>
                <span className={classes.track} aria-hidden="true">
                  <span style={{ width: `${share(kind) * 100}%` }} />
                </span>
                <span>{format.share(share(kind))}</span>
              </span>
            ),
          },
        ]}
      />
      {sorted.length > shown.length && (
        <p className={classes.more}>
          <Button onClick={() => setAll(true)}>
            {t('source.showAll', { said: format.integer(sorted.length) })}
          </Button>
        </p>
      )}
    </>
  );
}
