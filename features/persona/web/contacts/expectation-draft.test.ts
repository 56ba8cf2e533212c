import { expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { attribute } from '../../domain/discovery/attribution.ts';
import { modelFromExpectations } from '../../domain/discovery/expectations.ts';
import {
  canExpect,
  type DraftColumn,
  expectationsOf,
  expectedKey,
  isCut,
  readCuts,
} from './expectation-draft.ts';

const column = (name: string, more: Partial<DraftColumn>): DraftColumn => ({
  name,
  kind: 'words',
  filled: 10,
  distinct: 3,
  values: null,
  decimal: null,
  ...more,
});
const columns = [
  column('plan', { values: ['basic', 'plus'] }),
  column('age', { decimal: ',', distinct: 60 }),
  column('note', { distinct: 900 }),
];
const personas = [
  { id: 'a', title: 'Ada' },
  { id: 'b', title: 'Bob' },
];

it('reads cuts as people write them', () => {
  expect(readCuts('60; 12,5 ;;abc;60')).toEqual([12.5, 60]);
  expect(readCuts('')).toEqual([]);
});

it('becomes a model once numbers are cut and something is expected', () => {
  expect(columns.filter(canExpect).map(({ name }) => name)).toEqual(['plan', 'age']);
  expect(columns.filter(isCut).map(({ name }) => name)).toEqual(['age']);
  const expected = {
    [expectedKey('a', 'plan')]: { answers: ['basic'], weight: 1 },
    [expectedKey('b', 'age')]: { answers: ['2'], weight: 2 },
  };
  const draft = { columns: ['plan', 'age'], cuts: { age: '30; 60' }, expected };
  expect(expectationsOf({ ...draft, cuts: {} }, columns, personas)).toBeNull();
  expect(expectationsOf({ ...draft, expected: {} }, columns, personas)).toBeNull();
  expect(expectationsOf(draft, columns, personas.slice(0, 1))).toBeNull();
  const model = unwrap(modelFromExpectations(expectationsOf(draft, columns, personas)!));
  expect(attribute(model, { plan: 'plus', age: '61,5' })).toMatchObject({ persona: 'b' });
  expect(attribute(model, { plan: 'basic' })).toMatchObject({ persona: 'a' });
});
