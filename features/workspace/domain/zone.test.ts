import { expect, it } from 'vitest';
import { canonicalZone } from './zone.ts';

it.each([
  ['Europe/Paris', 'Europe/Paris'],
  ['europe/paris', 'Europe/Paris'],
  ['UTC', 'UTC'],
  ['America/Argentina/Buenos_Aires', 'America/Buenos_Aires'],
])('%s is written %s', (name, canonical) => {
  expect(canonicalZone(name)).toBe(canonical);
});

it.each([['Europe/Atlantis'], ['+02:00'], [''], ['Paris'], ["Europe/Paris'; --"]])(
  '%s is no zone',
  (name) => {
    expect(canonicalZone(name)).toBeUndefined();
  },
);
