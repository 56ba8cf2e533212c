import { describe, expect, it } from 'vitest';
import { reimbursementExample } from '#journey/domain/examples/reimbursement.ts';
import type { JourneyMap } from '#journey/domain/schema.ts';
import { applyChanges, type Change } from '#kit/document/changes.ts';
import { namePersona } from './name-persona.ts';

const map = reimbursementExample('fr');
const changed = (changes: readonly unknown[]): JourneyMap => applyChanges(map, changes as Change[]);
const newId = () => 'new';

describe('naming a persona on a map', () => {
  it('takes the one that is there under this name, with its curves', () => {
    const [id, there] = Object.entries(map.personas)[0]!;
    const changes = namePersona(
      map,
      'worrier',
      { title: ` ${there.name.toUpperCase()}`, colour: 5, match: null },
      newId,
    );
    const named = changed(changes);
    expect(named.personas[id]).toEqual({ ...there, personaId: 'worrier' });
    expect(Object.keys(named.personas)).toHaveLength(Object.keys(map.personas).length);
    expect(namePersona(named, 'worrier', { title: 'x', colour: 0, match: null }, newId)).toEqual([]);
  });

  it('adds one that is not there, in its colour where nobody bears it', () => {
    const borne = Object.values(map.personas).map(({ colour }) => colour);
    const free = [0, 1, 2, 3, 4, 5].find((colour) => !borne.includes(colour))!;
    const match = { attribute: 'persona', value: 'La famille' };
    const added = changed(namePersona(map, 'family', { title: 'La famille', colour: free, match }, newId));
    expect(added.personas.new).toMatchObject({
      name: 'La famille',
      colour: free,
      match,
      personaId: 'family',
    });
    const other = changed(
      namePersona(map, 'family', { title: 'La famille', colour: borne[0]!, match }, newId),
    );
    expect(borne).not.toContain(other.personas.new!.colour);
  });
});
