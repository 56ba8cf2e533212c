import { useFormat } from '#ui/i18n.ts';
import { PlainTable } from '#ui/plain-table.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import type { RunWithDrift } from '../../contract-contacts.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './contacts.module.css';

/** Every attribution of a list, the newest first. */
export function RunHistory({ runs }: { readonly runs: readonly RunWithDrift[] }) {
  const t = useText();
  const { zone } = useWays();
  const format = useFormat(zone);
  return (
    <section className={classes.wide}>
      <SectionTitle>{t('attribution.history')}</SectionTitle>
      <PlainTable
        caption={t('attribution.history')}
        rows={runs}
        rowKey={({ id }) => id}
        columns={[
          { key: 'at', header: t('attribution.at'), cell: ({ at }) => format.moment(at), names: true },
          {
            key: 'model',
            header: t('attribution.byModel'),
            cell: ({ modelName, modelRevision }) =>
              t('attribution.revision', { model: modelName, revision: modelRevision }),
          },
          {
            key: 'contacts',
            header: t('attribution.listVersion'),
            cell: ({ summary }) => format.integer(summary.contacts),
            figures: true,
          },
          {
            key: 'undecided',
            header: t('attribution.undecided'),
            cell: ({ summary: { undecided } }) =>
              undecided.share.withheld ? '—' : format.share(undecided.share.value),
            figures: true,
          },
          {
            key: 'mean',
            header: t('attribution.mean'),
            cell: ({ summary: { confidence } }) =>
              confidence.withheld ? '—' : format.share(confidence.value),
            figures: true,
          },
          {
            key: 'moved',
            header: t('attribution.moved'),
            cell: ({ drift }) =>
              t(
                drift === null
                  ? 'attribution.movedFirst'
                  : drift.alert
                    ? 'attribution.movedYes'
                    : 'attribution.movedNo',
              ),
          },
        ]}
      />
    </section>
  );
}
