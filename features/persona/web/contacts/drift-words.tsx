import type { Difference } from '#kit/statistics/estimate.ts';
import { useFormat } from '#ui/i18n.ts';
import { ProblemNotice } from '#ui/problem-notice.tsx';
import type { Drift } from '../../domain/detection/attribution-run.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './contacts.module.css';

/** What moved against the attribution before, and what to do about it. */
export function DriftWords({ drift }: { readonly drift: Drift }) {
  const t = useText();
  const { zone } = useWays();
  const format = useFormat(zone);
  const date = format.moment(drift.at);
  if (!drift.alert) return <p className={classes.note}>{t('attribution.drift.none', { date })}</p>;
  const points = (difference: Difference) =>
    difference.withheld
      ? { points: '', low: '', high: '' }
      : {
          points: format.signed(100 * difference.value, 1),
          low: format.signed(100 * difference.low, 1),
          high: format.signed(100 * difference.high, 1),
        };
  return (
    <div className={classes.part}>
      <ProblemNotice
        title={t('attribution.drift.title', { date })}
        where={[
          ...drift.shares
            .filter(({ moved }) => moved)
            .map(({ key, name, difference }) =>
              t('attribution.drift.share', {
                name: key === null ? t('attribution.undecided') : name || t('attribution.unnamed', { key }),
                ...points(difference),
              }),
            ),
          ...(drift.confidenceMoved ? [t('attribution.drift.confidence', points(drift.confidence))] : []),
        ].join(' · ')}
        cure={t('attribution.drift.cure')}
      />
    </div>
  );
}
