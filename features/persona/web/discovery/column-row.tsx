import { NativeSelect, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { useFormat } from '#ui/i18n.ts';
import { type Attribute, type Correction, columnsOf, type Note } from '../../domain/discovery/attribute.ts';
import type { CustomerTable } from '../../domain/discovery/record.ts';
import { useText } from '../text.ts';
import classes from './columns.module.css';

type ColumnRowProps = {
  readonly column: CustomerTable['columns'][number];
  readonly notes: readonly Note[];
  readonly sentence: (note: Note) => string;
  /** What the person says of this column now, added to what they said before. */
  readonly onCorrect: (correction: Correction) => void;
  /** Takes the columns of a question apart. */
  readonly onSeparate: () => void;
};

const types = ['numeric', 'nominal', 'ordinal', 'multiple', 'date', 'text', 'identifier'] as const;
type Told = (typeof types)[number];

/** One column of the table: what it holds, what it is read as, whether it takes part, and what is to be known of it. */
export function ColumnRow({ column, notes, sentence, onCorrect, onSeparate }: ColumnRowProps) {
  const t = useText();
  const format = useFormat();
  const { attribute, samples, blank } = column;
  const { id, type, use, outcome } = attribute;
  const spread = type === 'multiple' && attribute.source.form === 'columns';
  const fixed = type === 'constant' || type === 'empty';
  const part = outcome ? 'outcome' : use ? 'use' : 'aside';
  const unusable = fixed || type === 'text' || type === 'identifier';
  return (
    <li className={classes.row} data-part={part}>
      <div className={classes.what}>
        <h3 className={classes.name}>{id}</h3>
        <p className={classes.samples}>
          {spread
            ? t('discovery.optionsOf', { options: columnsOf(attribute).join(' · ') })
            : samples.length === 0
              ? t('discovery.noCells')
              : samples.join(' · ')}
          {blank > 0 && <span> · {t('discovery.blank', { share: format.share(blank) })}</span>}
        </p>
        {notes.map((note) => (
          <p key={note.code} className={classes.note} data-severity={note.severity}>
            {note.severity === 'warning' ? (
              <IconAlertTriangle size={15} aria-hidden="true" />
            ) : (
              <IconInfoCircle size={15} aria-hidden="true" />
            )}
            <span>{sentence(note)}</span>
          </p>
        ))}
      </div>
      <div className={classes.how}>
        <NativeSelect
          aria-label={t('discovery.readAs', { name: id })}
          disabled={fixed || spread}
          value={type}
          data={(fixed ? [type] : types).map((value) => ({ value, label: t(`attributeType.${value}`) }))}
          onChange={(event) => onCorrect({ type: event.currentTarget.value as Told })}
        />
        <NativeSelect
          aria-label={t('discovery.partOf', { name: id })}
          disabled={unusable}
          value={part}
          data={[
            { value: 'use', label: t('discovery.partUse') },
            { value: 'aside', label: t('discovery.partAside') },
            { value: 'outcome', label: t('discovery.partOutcome') },
          ]}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            onCorrect({ use: chosen === 'use', outcome: chosen === 'outcome' });
          }}
        />
        <Details attribute={attribute} onCorrect={onCorrect} />
        {spread && (
          <Button look="quiet" onClick={onSeparate}>
            {t('discovery.separate')}
          </Button>
        )}
      </div>
    </li>
  );
}

type DetailsProps = { readonly attribute: Attribute; readonly onCorrect: (correction: Correction) => void };

/** What only some kinds of columns need to be told. */
function Details({ attribute, onCorrect }: DetailsProps) {
  const t = useText();
  const { id } = attribute;
  if (attribute.type === 'numeric' && attribute.edges !== null)
    return <p className={classes.fact}>{t('discovery.steps', { steps: attribute.edges.join(' · ') })}</p>;
  if (attribute.type === 'numeric')
    return (
      <NativeSelect
        label={t('discovery.scale')}
        aria-label={t('discovery.scaleOf', { name: id })}
        value={attribute.scale}
        data={(['linear', 'log', 'log1p'] as const).map((value) => ({ value, label: t(`amounts.${value}`) }))}
        onChange={(event) => onCorrect({ scale: event.currentTarget.value as 'linear' | 'log' | 'log1p' })}
      />
    );
  if (attribute.type === 'ordinal')
    return <Order key={attribute.levels.join('\n')} attribute={attribute} onCorrect={onCorrect} />;
  if (attribute.type === 'multiple' && attribute.source.form === 'columns')
    return (
      <NativeSelect
        label={t('discovery.blankMeans')}
        aria-label={t('discovery.blankMeansOf', { name: id })}
        value={attribute.source.words.blank}
        data={[
          { value: 'unticked', label: t('discovery.blankTicked') },
          { value: 'missing', label: t('discovery.blankMissing') },
        ]}
        onChange={(event) => onCorrect({ blank: event.currentTarget.value as 'unticked' | 'missing' })}
      />
    );
  return null;
}

type OrderProps = {
  readonly attribute: Extract<Attribute, { type: 'ordinal' }>;
  readonly onCorrect: (correction: Correction) => void;
};

/** The answers of a scale, one per line: their order is what makes it a scale. */
function Order({ attribute, onCorrect }: OrderProps) {
  const t = useText();
  const [text, setText] = useState(attribute.levels.join('\n'));
  const levels = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const changed = levels.join('\n') !== attribute.levels.join('\n');
  return (
    <details className={classes.order}>
      <summary>
        {t('discovery.order')} <span>{attribute.levels.join(' < ')}</span>
      </summary>
      <Textarea
        aria-label={t('discovery.orderOf', { name: attribute.id })}
        autosize
        maxRows={12}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {changed && levels.length > 1 && (
        <Button onClick={() => onCorrect({ type: 'ordinal', levels })}>{t('discovery.applyOrder')}</Button>
      )}
    </details>
  );
}
