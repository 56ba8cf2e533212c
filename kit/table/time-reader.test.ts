import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimeFormat } from './time-format.ts';
import { TimeReader } from './time-reader.ts';

const said = (format: TimeFormat, zone: string, text: string): string => {
  const reader = new TimeReader(format, zone);
  const moment = reader.read(text);
  return Number.isNaN(moment) ? reader.status : `${new Date(moment).toISOString()} ${reader.status}`;
};

describe('TimeReader', () => {
  it.each([
    ['2025-03-04', '2025-03-04T00:00:00.000Z plain'],
    ['2025-03-04 10:20', '2025-03-04T10:20:00.000Z plain'],
    ['2025-03-04 10:20:30', '2025-03-04T10:20:30.000Z plain'],
    ['2025-03-04T10:20:30.1234567', '2025-03-04T10:20:30.123Z plain'],
    ['2025-03-04 10:20:30,5', '2025-03-04T10:20:30.500Z plain'],
    ['2025-03-04T10:20:30Z', '2025-03-04T10:20:30.000Z plain'],
    ['2025-03-04T10:20:30+01:00', '2025-03-04T09:20:30.000Z plain'],
    ['2025-03-04 10:20:30 -0530', '2025-03-04T15:50:30.000Z plain'],
    ['2025-03-04 10:20:30 UTC', '2025-03-04T10:20:30.000Z plain'],
    ['2025/3/4 9:05', '2025-03-04T09:05:00.000Z plain'],
    ['20250304', '2025-03-04T00:00:00.000Z plain'],
    ['20250304T102030Z', '2025-03-04T10:20:30.000Z plain'],
    [' 2025-03-04 ', '2025-03-04T00:00:00.000Z plain'],
    ['2025-03-04 24:00', '2025-03-05T00:00:00.000Z plain'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z plain'],
    ['2025-02-29', 'impossible'],
    ['2025-02-31', 'impossible'],
    ['2025-13-01', 'impossible'],
    ['2025-00-10', 'impossible'],
    ['2025-04-31 10:00', 'impossible'],
    ['2025-01-01 25:00', 'impossible'],
    ['2025-01-01 10:61', 'impossible'],
    ['1900-02-29', 'impossible'],
    ['0025-01-01', 'out-of-range'],
    ['2300-01-01', 'out-of-range'],
    ['', 'unreadable'],
    ['soon', 'unreadable'],
    ['2025-03-04 soon', 'unreadable'],
    ['2025-03', 'unreadable'],
    ['2025-03-04 10:20:30 Paris', 'unreadable'],
  ])('reads %j as %s', (text, expected) => {
    expect(said('iso', 'UTC', text)).toBe(expected);
  });

  it.each<[TimeFormat, string, string]>([
    ['day-first', '03/04/2025', '2025-04-03T00:00:00.000Z plain'],
    ['month-first', '03/04/2025', '2025-03-04T00:00:00.000Z plain'],
    ['day-first', '31.12.24 23:59', '2024-12-31T23:59:00.000Z plain'],
    ['day-first', '3-4-1999 10h30', '1999-04-03T10:30:00.000Z plain'],
    ['month-first', '12/31/2024, 12:05:01 AM', '2024-12-31T00:05:01.000Z plain'],
    ['month-first', '12/31/2024 1:05 p.m.', '2024-12-31T13:05:00.000Z plain'],
    ['day-first', '12/31/2024', 'impossible'],
    ['day-first', '31/02/2025', 'impossible'],
    ['epoch-s', '1700000000', '2023-11-14T22:13:20.000Z plain'],
    ['epoch-s', '1700000000.5', '2023-11-14T22:13:20.500Z plain'],
    ['epoch-ms', '1700000000123', '2023-11-14T22:13:20.123Z plain'],
    ['epoch-ms', 'x', 'unreadable'],
    ['excel', '45658', '2025-01-01T00:00:00.000Z plain'],
    ['excel', '45658,5', '2025-01-01T12:00:00.000Z plain'],
  ])('reads %s %j as %s', (format, text, expected) => {
    expect(said(format, 'UTC', text)).toBe(expected);
  });

  it('reads the two odd days of Paris', () => {
    expect(said('iso', 'Europe/Paris', '2025-03-30 01:59:59')).toBe('2025-03-30T00:59:59.000Z plain');
    expect(said('iso', 'Europe/Paris', '2025-03-30 02:00:00')).toBe('2025-03-30T01:00:00.000Z skipped');
    expect(said('iso', 'Europe/Paris', '2025-03-30 02:59:59')).toBe('2025-03-30T01:59:59.000Z skipped');
    expect(said('iso', 'Europe/Paris', '2025-03-30 03:00:00')).toBe('2025-03-30T01:00:00.000Z plain');
    expect(said('iso', 'Europe/Paris', '2025-10-26 01:59:59')).toBe('2025-10-25T23:59:59.000Z plain');
    expect(said('iso', 'Europe/Paris', '2025-10-26 02:30:00')).toBe('2025-10-26T00:30:00.000Z repeated');
    expect(said('iso', 'Europe/Paris', '2025-10-26 03:00:00')).toBe('2025-10-26T02:00:00.000Z plain');
  });

  it('leaves values that say their zone alone', () => {
    expect(said('iso', 'Europe/Paris', '2025-10-26T02:30:00+01:00')).toBe('2025-10-26T01:30:00.000Z plain');
  });

  it('reads back every moment, in any zone, that the clock of the zone shows once', () => {
    const zones = [
      'UTC',
      'Europe/Paris',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    ];
    const clocks = new Map(
      zones.map((zone) => [
        zone,
        new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }),
      ]),
    );
    const readers = new Map(zones.map((zone) => [zone, new TimeReader('iso', zone)]));
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(1971, 0, 1) / 1000, max: Date.UTC(2037, 0, 1) / 1000 }),
        (zone, second) => {
          const text = clocks.get(zone)?.format(second * 1000) ?? '';
          const reader = readers.get(zone);
          const moment = reader?.read(text) ?? Number.NaN;
          expect(reader?.status).not.toBe('skipped');
          // The clock shows what was read, and of two moments that show the same the first is meant.
          expect(clocks.get(zone)?.format(moment)).toBe(text);
          if (reader?.status === 'plain') expect(moment).toBe(second * 1000);
          else expect(moment).toBeLessThanOrEqual(second * 1000);
        },
      ),
      { seed: 23, numRuns: 3000 },
    );
  });

  it('agrees with the calendar on which dates exist', () => {
    const reader = new TimeReader('iso', 'UTC');
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2299 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const two = (n: number) => String(n).padStart(2, '0');
          const date = new Date(Date.UTC(year, month - 1, day));
          const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month > 0;
          const moment = reader.read(`${year}-${two(month)}-${two(day)}`);
          expect(Number.isNaN(moment) ? reader.status : moment).toBe(exists ? date.getTime() : 'impossible');
        },
      ),
      { seed: 24, numRuns: 3000 },
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom<TimeFormat>('iso', 'day-first', 'epoch-s', 'excel'),
        (text, format) => {
          const reader = new TimeReader(format, 'Europe/Paris');
          const moment = reader.read(text);
          const kept = ['plain', 'skipped', 'repeated'].includes(reader.status);
          expect(Number.isNaN(moment)).toBe(!kept);
        },
      ),
      { seed: 25, numRuns: 2000 },
    );
  });
});
