import { Button } from '#ui/button.tsx';
import { useFormat } from '#ui/i18n.ts';
import { PlainTable } from '#ui/plain-table.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { DiscoveryResult } from '../../domain/discovery/result.ts';
import { useText } from '../text.ts';
import classes from './found.module.css';

type CandidatesTableProps = {
  readonly result: DiscoveryResult;
  /** Looks at the same table with one of these numbers. */
  readonly onTry: (k: number) => void;
};

/** Every number of personas that was tried, and how far its groups come back. */
export function CandidatesTable({ result, onTry }: CandidatesTableProps) {
  const t = useText();
  const format = useFormat();
  const tried = result.candidates.filter(({ k }) => k > 1);
  const bootstraps = tried[0]?.stability?.bootstraps ?? 0;
  return (
    <>
      <p className={classes.lead}>{t('discovery.methodText', { bootstraps })}</p>
      <PlainTable
        caption={t('discovery.tried')}
        rows={tried}
        rowKey={({ k }) => String(k)}
        columns={[
          {
            key: 'k',
            header: t('discovery.k'),
            names: true,
            cell: ({ k }) => (k === result.chosen ? `${k} · ${t('discovery.chosen')}` : k),
          },
          {
            key: 'again',
            header: t('discovery.again'),
            figures: true,
            cell: ({ stability }) => (stability === null ? '' : format.fixed(stability.mean, 2)),
          },
          {
            key: 'range',
            header: <VisuallyHidden>{t('discovery.rangeHeader')}</VisuallyHidden>,
            figures: true,
            cell: ({ stability }) =>
              stability === null
                ? ''
                : t('discovery.range', {
                    low: format.fixed(stability.low, 2),
                    high: format.fixed(stability.high, 2),
                  }),
          },
          {
            key: 'smallest',
            header: t('discovery.smallest'),
            figures: true,
            cell: ({ smallest }) => format.share(smallest),
          },
          {
            key: 'try',
            header: <VisuallyHidden>{t('discovery.tryHeader')}</VisuallyHidden>,
            figures: true,
            cell: ({ k }) =>
              k === result.chosen ? null : (
                <Button look="quiet" onClick={() => onTry(k)}>
                  {t('discovery.try', { k })}
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}
