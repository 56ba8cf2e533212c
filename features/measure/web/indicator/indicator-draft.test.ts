import { describe, expect, it } from 'vitest';
import type { Definition, Indicator } from '#measure/domain/indicator/indicator.ts';
import { draftOf, settingsOf } from './indicator-draft.ts';

const lived = { sourceId: 's', unit: 'step', mapId: 'm' } as const;
const one = { is: 'one-of', attribute: 'region', values: ['North'] } as const;
const definitions: Definition[] = [
  { of: 'score', surveyId: 'v', column: 'q', kind: 'csat', only: { column: 'plan', value: 'Gold' } },
  {
    of: 'conversion',
    ...lived,
    filters: [
      { is: 'through', place: 'x' },
      { ...one, values: ['North'] },
    ],
    first: null,
    second: 'b',
  },
  { of: 'churn', ...lived, filters: [], first: 'a', left: null },
  { of: 'churn', sourceId: 's', unit: 'event', filters: [], first: null, left: 'Cancelled' },
  { of: 'time', ...lived, filters: [], first: 'a', second: 'b' },
  { of: 'volume', ...lived, filters: [], place: 'a', count: 'events' },
  { of: 'formula', expression: 'A / B', terms: { A: 'x', B: 'y' } },
];
const indicator = (definition: Definition, value: number): Indicator => ({
  id: 'i',
  createdAt: '2026-01-01T00:00:00.000Z',
  name: 'Name',
  owner: 'Ana',
  unit: definition.of === 'volume' || definition.of === 'formula' ? 'calls' : '',
  grain: 'quarter',
  by: 'segment',
  definition,
  target: { value, direction: 'at-most', by: '2026-12-31' },
});

describe('an indicator typed in a form', () => {
  it.each(definitions)('comes back as it was ($of)', (definition) => {
    const value = definition.of === 'time' ? 2.5 * 86_400_000 : 0.07;
    const { id: _, createdAt: __, ...settings } = indicator(definition, value);
    const read = settingsOf(draftOf(indicator(definition, value)));
    if (!('settings' in read)) throw new Error(read.missing.join());
    expect({ ...read.settings, target: null }).toEqual({ ...settings, target: null });
    expect(read.settings.target?.value).toBeCloseTo(value, 9);
    expect(read.settings.target).toMatchObject({ direction: 'at-most', by: '2026-12-31' });
  });

  it('says what is missing', () => {
    const empty = draftOf(null);
    expect(settingsOf(empty)).toEqual({ missing: ['name', 'survey', 'question'] });
    expect(settingsOf({ ...empty, name: 'N', kind: 'time' })).toEqual({
      missing: ['source', 'first', 'second'],
    });
    expect(settingsOf({ ...empty, name: 'N', kind: 'churn', sourceId: 's' })).toEqual({ missing: ['first'] });
    const score = { ...empty, name: 'N', surveyId: 'v', column: 'q', direction: 'at-least' as const };
    expect(settingsOf({ ...score, target: 'many' })).toEqual({ missing: ['notNumber'] });
    expect(settingsOf({ ...score, target: '−12,5' })).toMatchObject({
      settings: { target: { value: -12.5 } },
    });
  });
});
