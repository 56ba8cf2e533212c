import { Select } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { ColumnGuess } from '#kit/table/column-guess.ts';
import { type TimeFormat, timeFormats } from '#kit/table/time-format.ts';
import { useFormat } from '#ui/i18n.ts';
import { useText } from '../text.ts';
import classes from './event-mapping-form.module.css';
import { readExamples } from './time-reading.ts';

const zones = Intl.supportedValuesOf('timeZone');

type TimeFieldsProps = {
  readonly column: ColumnGuess;
  readonly format: TimeFormat;
  readonly zone: string;
  readonly onFormat: (format: TimeFormat) => void;
};

/** How the moments are written; what a few of them become is shown at once. Their zone, when they say none, is a question. */
export function TimeFields({ column, format, zone, onFormat }: TimeFieldsProps) {
  const t = useText();
  return (
    <div className={classes.reading}>
      <Select
        label={t('time.format')}
        data={timeFormats.map((value) => ({ value, label: t(`time.formats.${value}`) }))}
        allowDeselect={false}
        value={format}
        onChange={(value) => {
          const chosen = timeFormats.find((known) => known === value);
          if (chosen) onFormat(chosen);
        }}
      />
      <ReadExamples written={column.examples.slice(0, 3)} format={format} zone={zone} />
    </div>
  );
}

type ZoneFieldProps = { readonly zone: string; readonly onZone: (zone: string) => void };

export function ZoneField({ zone, onZone }: ZoneFieldProps) {
  const t = useText();
  return (
    <Select
      aria-label={t('time.zone')}
      data={zones.includes(zone) ? zones : [zone, ...zones]}
      searchable
      limit={30}
      nothingFoundMessage={t('time.zoneNone')}
      allowDeselect={false}
      value={zone}
      onChange={(value) => value !== null && onZone(value)}
    />
  );
}

type ReadExamplesProps = {
  readonly written: readonly string[];
  readonly format: TimeFormat;
  readonly zone: string;
};

/** "04/03/2025 10:20" → 4 March 2025, 10:20; or why not. Told in the zone chosen, as on the clock that wrote it. */
export function ReadExamples({ written, format, zone }: ReadExamplesProps) {
  const t = useText();
  const said = useFormat(zone);
  return (
    <dl className={classes.readings} aria-live="polite">
      {readExamples(written, format, zone).map((reading) => (
        <div key={reading.written}>
          <dt>{reading.written}</dt>
          <dd data-refused={reading.at === null || undefined}>
            <IconArrowRight size={13} aria-hidden="true" />
            {reading.at === null ? t.maybe(`time.${reading.status}`) : said.moment(reading.at)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
