import type { ReactNode } from 'react';
import type { ImportRecord } from '#measure/domain/event-import/import-record.ts';
import { useFormat } from '#ui/i18n.ts';
import { Pill } from '#ui/pill.tsx';
import { BalanceReport } from '../import/balance-report.tsx';
import { useText } from '../text.ts';
import classes from './source-page.module.css';

type ImportListProps = {
  readonly imports: readonly ImportRecord[];
  readonly zone: string;
  /** The sentence of a problem in the reader's language. */
  readonly sayProblem: (problem: NonNullable<ImportRecord['problem']>) => string;
  /** A link to an import that is under way. */
  readonly follow: (importId: string, label: string) => ReactNode;
};

/** Every file that came into a source, newest first, each with its balance. */
export function ImportList({ imports, zone, sayProblem, follow }: ImportListProps) {
  const t = useText();
  const format = useFormat(zone);
  if (imports.length === 0) return <p className={classes.small}>{t('source.importsNone')}</p>;
  return (
    <ul className={classes.imports}>
      {imports.map((record) => (
        <li key={record.id} className={classes.import}>
          <div className={classes.importHead}>
            <h3>{record.fileName}</h3>
            {record.status !== 'complete' && (
              <Pill tone={record.status === 'failed' ? 'warning' : 'neutral'}>
                {t(`source.status.${record.status}`)}
              </Pill>
            )}
          </div>
          <p className={classes.small}>
            {format.moment(record.endedAt ?? record.startedAt)} · {format.bytes(record.fileSize)}
            {record.replaces !== null && ` · ${t('source.replaced')}`}
          </p>
          {(record.status === 'running' || record.status === 'publishing') && (
            <p>{follow(record.id, t('source.follow'))}</p>
          )}
          {record.problem !== null && <p>{sayProblem(record.problem)}</p>}
          {record.balance !== null && record.balance.read > 0 && (
            <BalanceReport
              balance={record.balance}
              downloadHref={`/api/v1/workspaces/${record.workspaceId}/imports/${record.id}/set-aside.csv`}
              small
            />
          )}
        </li>
      ))}
    </ul>
  );
}
