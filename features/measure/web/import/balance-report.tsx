import { IconDownload } from '@tabler/icons-react';
import { buttonClass } from '#ui/button.tsx';
import { useFormat } from '#ui/i18n.ts';
import { PlainTable } from '#ui/plain-table.tsx';
import { Sentence } from '#ui/sentence.tsx';
import { useText } from '../text.ts';
import classes from './balance-report.module.css';
import { type AnyBalance, balanceSentence, notesMet, reasonsMet } from './balance-words.ts';

type Notes = Parameters<typeof notesMet>[0];

type BalanceReportProps = {
  readonly balance: AnyBalance & { readonly notes?: Notes };
  /** Where the rows set aside can be fetched. */
  readonly downloadHref: string;
  /** In a narrow column: the sentence as text, the hint left out. */
  readonly small?: boolean;
};

/** Read = kept + set aside, as a sentence; each reason counted; the rows themselves one click away. */
export function BalanceReport({ balance, downloadHref, small = false }: BalanceReportProps) {
  const t = useText();
  const format = useFormat();
  const reasons = reasonsMet(balance);
  const notes = balance.notes ? notesMet(balance.notes) : [];
  const tone = reasons.length === 0 ? 'neutral' : balance.kept === 0 ? 'negative' : 'neutral';
  return (
    <div className={classes.report}>
      {small ? (
        <p>{balanceSentence(t, format, balance).replaceAll('**', '')}</p>
      ) : (
        <Sentence text={balanceSentence(t, format, balance)} tone={tone} />
      )}
      {reasons.length > 0 && (
        <>
          <PlainTable
            caption={t('balance.reasons')}
            rows={reasons}
            rowKey={({ reason }) => reason}
            columns={[
              {
                key: 'reason',
                header: t('balance.reason'),
                names: true,
                cell: ({ reason }) => t.maybe(`setAside.${reason}`) ?? reason,
              },
              {
                key: 'rows',
                header: t('balance.rows'),
                figures: true,
                cell: ({ rows }) => format.integer(rows),
              },
            ]}
          />
          <p className={classes.download}>
            <a className={buttonClass('plain')} href={downloadHref} download>
              <IconDownload aria-hidden="true" />
              {t('balance.download')}
            </a>
            {!small && <span>{t('balance.downloadHint')}</span>}
          </p>
        </>
      )}
      {notes.length > 0 && (
        <ul className={classes.notes} aria-label={t('balance.notes')}>
          {notes.map(({ note, rows }) => (
            <li key={note}>{t(`note.${note}`, { count: rows, said: format.integer(rows) })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
