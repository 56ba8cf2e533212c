import type { ColumnGuess } from '#kit/table/column-guess.ts';
import type { TimeFormat } from '#kit/table/time-format.ts';
import { TimeReader, type TimeStatus } from '#kit/table/time-reader.ts';
import { isZone } from '#kit/table/zone.ts';

/** What one written value would be read as: milliseconds since 1970 in UTC, or why it would not. */
export type TimeReading = {
  readonly written: string;
  readonly at: number | null;
  readonly status: TimeStatus;
  /** The value says its own zone: the one chosen does not matter to it. */
  readonly zoned: boolean;
};

/** Reads examples exactly as the import will. An unknown zone reads nothing. */
export function readExamples(written: readonly string[], format: TimeFormat, zone: string): TimeReading[] {
  if (!isZone(zone)) return [];
  const reader = new TimeReader(format, zone);
  return written.map((value) => {
    const at = reader.read(value);
    return {
      written: value,
      at: Number.isNaN(at) ? null : at,
      status: reader.status,
      zoned: reader.zoned,
    };
  });
}

/** The example that tells two readings of a date apart best: 03/04/2025 rather than 05/05/2025. */
export function tellingExample(column: ColumnGuess): string | undefined {
  const read = (value: string, format: TimeFormat) => new TimeReader(format, 'UTC').read(value);
  return (
    column.examples.find((value) => read(value, 'day-first') !== read(value, 'month-first')) ??
    column.examples[0]
  );
}
