import { useFormat } from '#ui/i18n.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import type { ShortForm } from '../../domain/discovery/result.ts';
import { plainName } from '../discovery/statement-words.ts';
import { useText } from '../text.ts';
import classes from './questions.module.css';

type AgreementTableProps = { readonly form: ShortForm; readonly chosen: number };

/** What each more question brings: a bar with its interval, and the figure beside it. */
export function AgreementTable({ form: { lengths, questions }, chosen }: AgreementTableProps) {
  const t = useText();
  const format = useFormat();
  return (
    <div>
      <SectionTitle level={3}>{t('questions.curve')}</SectionTitle>
      <p className={classes.lead}>{t('questions.curveLead')}</p>
      <table className={classes.curve}>
        <thead>
          <tr>
            <th scope="col">{t('questions.length')}</th>
            <th scope="col" colSpan={2}>
              {t('questions.agreement')}
            </th>
            <th scope="col">{t('questions.last')}</th>
          </tr>
        </thead>
        <tbody>
          {lengths.map(({ questions: count, agreement, low, high }) => (
            <tr key={count} data-chosen={count === chosen || undefined}>
              <th scope="row">{count}</th>
              <td>
                <span className={classes.bar} aria-hidden="true">
                  <span style={{ width: `${agreement * 100}%` }} />
                  <span
                    className={classes.whisker}
                    style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }}
                  />
                </span>
              </td>
              <td className={classes.figure}>
                {format.share(agreement)}{' '}
                <small>{t('questions.between', { low: format.share(low), high: format.share(high) })}</small>
              </td>
              <td>{plainName(questions[count - 1] ?? '')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
