import { NumberInput, Select } from '@mantine/core';
import { type ReactNode, useId, useRef } from 'react';
import { useLiveText } from '#ui/live/use-live-text.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { type Duration, durationUnits } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import classes from './panel.module.css';

/** A part of the panel under small capitals. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <SectionTitle level={3} id={id}>
        {title}
      </SectionTitle>
      {children}
    </section>
  );
}

type LiveFieldProps = {
  readonly label: string;
  /** The label is drawn by a section title beside it. */
  readonly unlabelled?: boolean;
  readonly value: string;
  readonly placeholder?: string;
  readonly large?: boolean;
  readonly readOnly?: boolean;
  readonly onText: (text: string) => void;
};

/** A text of the document, typed live; as tall as what it holds. Give it a `key` of what it belongs to. */
export function LiveField(props: LiveFieldProps) {
  const { label, unlabelled = false, value, placeholder, large = false, readOnly = false, onText } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, write } = useLiveText(field, value, onText);
  return (
    <label className={classes.label}>
      {!unlabelled && label}
      <span className={classes.quiet} data-text={text} data-large={large ? '' : undefined}>
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label={unlabelled ? label : undefined}
          placeholder={placeholder}
          readOnly={readOnly}
          maxLength={20_000}
          onChange={(event) => write(event.target.value)}
        />
      </span>
    </label>
  );
}

type DurationFieldProps = {
  readonly value: Duration | null;
  readonly onChange: (duration: Duration | null) => void;
};

/** How long it lasts for the customer, as the team believes; nothing said is an answer too. */
export function DurationField({ value, onChange }: DurationFieldProps) {
  const t = useText();
  return (
    <div className={classes.pair}>
      <NumberInput
        aria-label={t('panel.durationValue')}
        placeholder={t('panel.noDuration')}
        size="xs"
        min={0}
        hideControls
        value={value?.value ?? ''}
        onChange={(next) =>
          onChange(typeof next === 'number' ? { value: next, unit: value?.unit ?? 'day' } : null)
        }
      />
      <Select
        aria-label={t('panel.durationUnit')}
        size="xs"
        allowDeselect={false}
        data={durationUnits.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
        value={value?.unit ?? 'day'}
        disabled={value === null}
        onChange={(unit) => {
          const known = durationUnits.find((candidate) => candidate === unit);
          if (value && known) onChange({ ...value, unit: known });
        }}
      />
    </div>
  );
}
