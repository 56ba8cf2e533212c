import { NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import classes from './paths.module.css';
import { useText } from './text.ts';

const units = { minute: 60, hour: 3600, day: 86_400 } as const;
type Unit = keyof typeof units;

/** The largest unit in which a time is a whole number. */
const unitFor = (seconds: number | undefined): Unit =>
  seconds === undefined || seconds % units.day === 0 ? 'day' : seconds % units.hour === 0 ? 'hour' : 'minute';

type WithinFieldProps = {
  /** What the time is for, and what an empty field means; "no more than" and "as long as it takes" unless told. */
  readonly label?: string;
  readonly none?: string;
  readonly seconds: number | undefined;
  readonly onChange: (seconds: number | undefined) => void;
};

/** A length of time, or none. */
export function WithinField({ label, none, seconds, onChange }: WithinFieldProps) {
  const t = useText();
  const [unit, setUnit] = useState<Unit>(unitFor(seconds));
  return (
    <div className={classes.dates}>
      <NumberInput
        className={classes.short}
        size="xs"
        label={label ?? t('within.label')}
        placeholder={none ?? t('within.none')}
        min={1}
        max={100_000}
        allowDecimal={false}
        hideControls
        value={seconds === undefined ? '' : seconds / units[unit]}
        onChange={(value) =>
          onChange(typeof value === 'number' && value > 0 ? value * units[unit] : undefined)
        }
      />
      <Select
        className={classes.short}
        size="xs"
        aria-label={t('within.unit')}
        data={(Object.keys(units) as Unit[]).map((value) => ({ value, label: t(`within.${value}`) }))}
        allowDeselect={false}
        value={unit}
        onChange={(value) => {
          const next = (value ?? 'day') as Unit;
          setUnit(next);
          if (seconds !== undefined) onChange((seconds / units[unit]) * units[next]);
        }}
      />
    </div>
  );
}
