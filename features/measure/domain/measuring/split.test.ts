import { describe, expect, it } from 'vitest';
import { mapPersonaSchema } from '#journey/domain/schema.ts';
import { emptyMap } from '#journey/domain/templates/template.ts';
import { describeGroups, groupNumber, numberOfKey, splitByAttribute, splitsByPersonas } from './split.ts';

const persona = (order: string, name: string, attribute: string | null, value = '') =>
  mapPersonaSchema.parse({ order, name, colour: 0, match: attribute === null ? null : { attribute, value } });

describe('split by an attribute', () => {
  it('shows the six commonest values and the others together', () => {
    const values = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((value, index) => ({
      value,
      journeys: index < 2 ? 5 : index,
    }));
    const split = splitByAttribute('town', [...values, { value: '', journeys: 99 }]);
    expect(split.groups.map(({ value }) => value)).toEqual(['h', 'g', 'a', 'b', 'f', 'e']);
    expect(split.others).toBe(true);
    expect(['h', 'e', 'c', ''].map((value) => groupNumber(split, value))).toEqual([1, 6, 7, 0]);
    expect(numberOfKey(split, 'other')).toBe(7);
    expect(numberOfKey(split, 'value:h')).toBe(1);
    expect(numberOfKey(split, 'value:zzz')).toBeUndefined();
  });

  it('has no others with six values or fewer', () => {
    const split = splitByAttribute('town', [{ value: 'a', journeys: 3 }]);
    expect(split.others).toBe(false);
    expect(numberOfKey(split, 'other')).toBeUndefined();
    expect(groupNumber(split, 'unseen')).toBe(0);
  });
});

describe('split by the personas of the map', () => {
  const map = emptyMap('journey', 'fr', '');
  map.personas.late = persona('a2', 'Jean', 'age', '60');
  map.personas.first = persona('a0', 'Marie', 'segment', 'A');
  map.personas.twin = persona('a1', 'Anne', 'segment', 'A');
  map.personas.unmatched = persona('a3', 'Paul', null);

  it('makes one split per attribute; two personas of one value share it', () => {
    const splits = splitsByPersonas(map);
    expect(splits.map(({ attribute, groups }) => [attribute, groups.map(({ key }) => key)])).toEqual([
      ['segment', ['first', 'twin']],
      ['age', ['late']],
    ]);
    expect(numberOfKey(splits[0]!, 'twin')).toBe(numberOfKey(splits[0]!, 'first'));
  });

  it('names groups in the order of the map, and withholds small ones', () => {
    const groups = describeGroups(map, splitsByPersonas(map), (key) => (key === 'late' ? 3 : 40));
    expect(groups).toEqual([
      { key: 'first', label: 'Marie', journeys: 40, personaId: 'first' },
      { key: 'twin', label: 'Anne', journeys: 40, personaId: 'twin' },
      { key: 'late', label: 'Jean', journeys: { withheld: true }, personaId: 'late' },
    ]);
  });
});
