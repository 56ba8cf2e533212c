import { describe, expect, it } from 'vitest';
import { type ListedVersion, shownVersions } from './shown-versions.ts';

const now = '2026-04-10T12:00:00Z';
const zone = 'Europe/Paris';
const version = (createdAt: string, kind: ListedVersion['kind'] = 'automatic'): ListedVersion => ({
  id: createdAt,
  name: kind === 'named' ? 'Before the workshop' : '',
  kind,
  author: 'Ines',
  createdAt,
});

/** "day: 10:30, 09:59 (+2)". */
const told = (versions: readonly ListedVersion[], all = false) =>
  shownVersions(versions, { now, zone, all }).map(
    ({ day, versions: shown, hidden }) =>
      `${day}: ${shown.map(({ createdAt }) => createdAt.slice(11, 16)).join(', ')}${hidden > 0 ? ` (+${hidden})` : ''}`,
  );

describe('the versions worth showing', () => {
  it('are one for each hour of the last day', () => {
    const versions = ['T10:40:00Z', 'T10:10:00Z', 'T09:59:00Z', 'T10:50:00Z', 'T09:01:00Z'].map((time) =>
      version(`2026-04-10${time}`),
    );
    expect(told(versions)).toEqual(['2026-04-10: 10:50, 09:59 (+3)']);
    expect(told(versions, true)).toEqual(['2026-04-10: 10:50, 10:40, 10:10, 09:59, 09:01']);
  });

  it('are one for each day of the last month, in the zone of the reader', () => {
    // 23:30 in London is the next day in Paris.
    const versions = ['2026-04-01T10:00:00Z', '2026-04-01T09:00:00Z', '2026-04-01T22:30:00Z'].map((at) =>
      version(at),
    );
    expect(told([version(now), ...versions])).toEqual([
      '2026-04-10: 12:00',
      '2026-04-02: 22:30',
      '2026-04-01: 10:00 (+1)',
    ]);
  });

  it('are one for each week before that', () => {
    // Monday 5 to Sunday 11 January, then Monday 12.
    const versions = ['05', '08', '11', '12'].map((day) => version(`2026-01-${day}T10:00:00Z`));
    expect(told([version(now), ...versions])).toEqual([
      '2026-04-10: 12:00',
      '2026-01-12: 10:00',
      '2026-01-11: 10:00 (+2)',
    ]);
  });

  it('are always the named ones, and the newest', () => {
    const versions = ['T10:50:00Z', 'T10:40:00Z', 'T10:30:00Z'].map((time) =>
      version(`2026-04-10${time}`, time === 'T10:50:00Z' ? 'automatic' : 'named'),
    );
    expect(told(versions)).toEqual(['2026-04-10: 10:50, 10:40, 10:30']);
    expect(told([])).toEqual([]);
    const old = ['07', '08'].map((day) => version(`2025-01-${day}T10:00:00Z`));
    expect(told(old)).toEqual(['2025-01-08: 10:00 (+1)']);
  });
});
