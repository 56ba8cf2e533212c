import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '#kit/document/changes.ts';
import { comparePersonas } from './compare.ts';
import { addChannel } from './edit/channel.ts';
import { editPersona } from './edit/persona.ts';
import {
  addEvidence,
  addStatement,
  editStatement,
  moveStatement,
  pasteStatements,
  removeStatement,
} from './edit/statement.ts';
import { examplePersona, examplePersonaCodes } from './examples/personas.ts';
import type { Persona } from './schema.ts';

const worrier = examplePersona('worrier', 'fr', '2026-03-31');
const changed = (changes: (persona: Persona) => Parameters<typeof applyChanges>[1]) =>
  comparePersonas(worrier, applyChanges(worrier, changes(worrier)));
const evidence = { kind: 'interview', label: '3 entretiens', reference: null, n: 3, date: null } as const;

describe('what changed in a persona', () => {
  it.each([
    [
      'its name',
      changed((now) => editPersona(now, { title: 'L’anxieuse' })),
      [{ what: 'field', field: 'title' }],
    ],
    [
      'a channel',
      changed((now) => addChannel(now, { channel: 'sms' }, () => 'new')),
      [{ what: 'channel', change: 'added', channel: { channel: 'sms' } }],
    ],
    [
      'a statement that is new',
      changed((now) => pasteStatements(now, { section: 'goals', text: 'Dormir' }, () => 'new')),
      [{ change: 'added', section: 'goals', before: '', after: 'Dormir' }],
    ],
    [
      'one that went',
      changed((now) => removeStatement(now, 'fears-1')),
      [{ change: 'removed', section: 'fears', before: 'Avancer l’argent trop longtemps', after: '' }],
    ],
    [
      'one in other words',
      changed((now) => editStatement(now, 'fears-1', { text: 'Avancer l’argent' })),
      [{ change: 'reworded', before: 'Avancer l’argent trop longtemps', after: 'Avancer l’argent' }],
    ],
    [
      'its proofs',
      changed((now) => addEvidence(now, 'fears-1', evidence)),
      [{ change: 'evidence', section: 'fears' }],
    ],
    [
      'its section',
      changed((now) => moveStatement(now, { statementId: 'fears-1', section: 'obstacles' })),
      [{ change: 'moved', section: 'obstacles' }],
    ],
    [
      'a place nobody has filled in',
      changed((now) => addStatement(now, { section: 'goals' }, () => 'new')),
      [],
    ],
  ])('tells %s', (_what, found, expected) => {
    expect(found).toHaveLength(expected.length);
    expect(found).toMatchObject(expected);
  });

  it('is nothing from a persona to itself, and as much one way as the other', () => {
    const one = fc
      .constantFrom(...examplePersonaCodes)
      .map((code) => examplePersona(code, 'fr', '2026-03-31'));
    fc.assert(
      fc.property(one, one, (a, b) => {
        expect(comparePersonas(a, a)).toEqual([]);
        expect(comparePersonas(a, b)).toHaveLength(comparePersonas(b, a).length);
      }),
    );
  });
});
