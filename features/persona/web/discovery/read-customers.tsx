import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { useFormat } from '#ui/i18n.ts';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { type Correction, type Corrections, columnsOf, type Note } from '../../domain/discovery/attribute.ts';
import type { CustomerTable } from '../../domain/discovery/record.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import { ColumnRow } from './column-row.tsx';
import classes from './columns.module.css';

type ReadCustomersProps = {
  readonly uploadId: string;
  /** What was corrected in an earlier search of the same file. */
  readonly corrections: Corrections;
  readonly sentence: (note: Note) => string;
  /** Back to the choice of a file. */
  readonly another: ReactNode;
  readonly onStarted: (discoveryId: string) => void;
};

/** The table before anything is looked for: how each column is read, corrected by hand, and the one button that begins. */
export function ReadCustomers({
  uploadId,
  corrections: before,
  sentence,
  another,
  onStarted,
}: ReadCustomersProps) {
  const t = useText();
  const { workspaceId } = useWays();
  const { query } = useApi();
  const heading = useRef<HTMLHeadingElement>(null);
  const [corrections, setCorrections] = useState<Corrections>(before);
  const [many, setMany] = useState<'stable' | 'exactly'>('stable');
  const [k, setK] = useState(4);
  const table = useQuery({
    ...query.persona.readCustomers.queryOptions({ input: { workspaceId, uploadId, corrections } }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const start = useMutation(
    query.persona.startDiscovery.mutationOptions({ onSuccess: ({ discoveryId }) => onStarted(discoveryId) }),
  );
  const ready = table.data !== undefined;
  useEffect(() => {
    if (ready) heading.current?.focus();
  }, [ready]);
  if (table.error !== null)
    return (
      <div className={classes.columns}>
        <FailureNotice error={table.error} />
        <p>{another}</p>
      </div>
    );
  if (table.data === undefined)
    return (
      <div className={classes.columns}>
        <ProgressLine phase={t('discoveryStage.reading')} done={null} />
      </div>
    );
  const { data } = table;
  const correct = (column: CustomerTable['columns'][number], correction: Correction) => {
    // What is said of a question is said of its columns: the question is known by them.
    const { attribute } = column;
    const names = attribute.type === 'multiple' ? [attribute.id, ...columnsOf(attribute)] : [attribute.id];
    setCorrections((so) => ({
      ...so,
      ...Object.fromEntries(names.map((name) => [name, { ...so[name], ...correction }])),
    }));
  };
  const used = data.columns.filter(({ attribute }) => attribute.use && !attribute.outcome).length;
  return (
    <>
      <div className={classes.head}>
        <div>
          <h2 ref={heading} tabIndex={-1} className={classes.file}>
            {data.fileName}
          </h2>
          <FileFacts table={data} />
        </div>
        {another}
      </div>
      <section className={classes.columns} aria-busy={table.isPlaceholderData}>
        <SectionTitle>{t('discovery.columns')}</SectionTitle>
        <p className={classes.lead}>{t('discovery.columnsLead')}</p>
        <ul>
          {data.columns.map((column) => (
            <ColumnRow
              key={column.attribute.id}
              column={column}
              notes={data.notes.filter(({ attribute }) => attribute === column.attribute.id)}
              sentence={sentence}
              onCorrect={(correction) => correct(column, correction)}
              onSeparate={() => correct(column, { question: '' })}
            />
          ))}
        </ul>
      </section>
      <form
        className={classes.start}
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate({ workspaceId, uploadId, corrections, k: many === 'exactly' ? k : null });
        }}
      >
        <p className={classes.fact} aria-live="polite">
          {t('discovery.summary', { used, aside: data.columns.length - used })}
        </p>
        <div className={classes.choices}>
          <Choice
            label={t('discovery.many')}
            labelled
            options={[
              { value: 'stable', label: t('discovery.manyStable') },
              { value: 'exactly', label: t('discovery.manyExactly') },
            ]}
            value={many}
            onChange={setMany}
          />
          {many === 'exactly' && (
            <NativeSelect
              aria-label={t('discovery.many')}
              value={String(k)}
              data={Array.from({ length: 11 }, (_, at) => String(at + 2))}
              onChange={(event) => setK(Number(event.currentTarget.value))}
            />
          )}
          <Button look="action" type="submit" disabled={start.isPending || table.isPlaceholderData}>
            {t('discovery.start')}
          </Button>
        </div>
        <p className={classes.fact}>{t('discovery.startHint')}</p>
        {start.error !== null && <FailureNotice error={start.error} />}
      </form>
    </>
  );
}

function FileFacts({ table: { rows, columns, setAside } }: { readonly table: CustomerTable }) {
  const t = useText();
  const format = useFormat();
  const facts = [
    t('discovery.rows', { count: rows, said: format.integer(rows) }),
    t('discovery.columnsCount', { count: columns.length }),
    ...(setAside > 0 ? [t('discovery.setAside', { count: setAside, said: format.integer(setAside) })] : []),
  ];
  return <p className={classes.fact}>{facts.join(' · ')}</p>;
}
