import { Select } from '@mantine/core';
import classes from './paths.module.css';
import type { PathsView } from './view.ts';

type PlaceSelectProps = {
  readonly view: PathsView;
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (key: string | null) => void;
  /** Said where nothing is chosen; the choice can then be taken back. */
  readonly empty?: string;
  readonly small?: boolean;
};

/** One of the places a journey can pass, found by typing. */
export function PlaceSelect({ view, label, value, onChange, empty, small = false }: PlaceSelectProps) {
  return (
    <Select
      label={label}
      data={view.places.map(({ key }) => ({ value: key, label: view.label(key) }))}
      searchable
      clearable={empty !== undefined}
      {...(empty !== undefined && { placeholder: empty })}
      {...(small && { size: 'xs', className: classes.select })}
      value={value}
      onChange={onChange}
      comboboxProps={{ width: 280, position: 'bottom-start' }}
    />
  );
}
