import { describe, expect, it } from 'vitest';
import { createFormat } from '#ui/format.ts';
import { roomText, translate } from '#ui/i18n.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { emptyPersona } from '../../domain/templates/template.ts';
import { messages } from '../messages.ts';
import { evidenceLine, evidenceSaid } from './evidence-words.ts';
import { factsOf } from './facts.ts';

roomText('persona', messages);
const speech = {
  t: translate<(typeof messages)['en']>('persona', 'fr'),
  format: createFormat('fr', 'Europe/Paris'),
};
const evidence = (patch: Partial<Evidence>): Evidence => ({
  kind: 'figure',
  label: 'sondage de mars',
  reference: null,
  n: null,
  date: null,
  ...patch,
});

describe('what is said of evidence', () => {
  it('tells how many people, unless the label does', () => {
    expect(evidenceSaid(speech, evidence({ n: 412 }))).toBe('sondage de mars, n\u202f=\u202f412');
    expect(evidenceSaid(speech, evidence({ label: '214 verbatims', n: 214 }))).toBe('214 verbatims');
    expect(evidenceSaid(speech, evidence({ label: '1\u202f904 dossiers', n: 1904 }))).toBe(
      '1\u202f904 dossiers',
    );
    expect(evidenceSaid(speech, evidence({ label: 'enquête 2023', n: 202 }))).toContain('n\u202f=\u202f202');
  });

  it('says what is assumed in the words of its note, and from when what is stale', () => {
    const statement = { evidence: [], note: '', validForDays: null };
    expect(evidenceLine(speech, statement, '2026-05-01')).toBe('supposé');
    expect(evidenceLine(speech, { ...statement, note: 'supposé en atelier' }, '2026-05-01')).toBe(
      'supposé en atelier',
    );
    const old = { ...statement, evidence: [evidence({ n: 412, date: '2023-03-02' })] };
    expect(evidenceLine(speech, old, '2026-05-01')).toBe(
      'sondage de mars, n\u202f=\u202f412\u00a0· du 2 mars 2023, à revoir',
    );
    expect(evidenceLine(speech, { ...old, validForDays: 5000 }, '2026-05-01')).toBe(
      'sondage de mars, n\u202f=\u202f412',
    );
  });
});

describe('who they are', () => {
  it('leaves out what nobody told', () => {
    const persona = emptyPersona('people', 'fr', 'L’inquiète');
    expect(factsOf(speech, persona)).toEqual([]);
    expect(
      factsOf(speech, {
        ...persona,
        age: { from: 52, to: 67 },
        household: 'deux personnes au foyer',
        purchasingPower: 'middle',
      }),
    ).toEqual(['52–67 ans', 'deux personnes au foyer', 'pouvoir d’achat moyen']);
  });

  it('says open ranges, and companies by their size', () => {
    const company = emptyPersona('company', 'fr', 'L’atelier');
    expect(factsOf(speech, { ...company, size: { from: null, to: 49 }, role: 'gérante' })).toEqual([
      'jusqu’à 49 salariés',
      'gérante',
    ]);
    expect(factsOf(speech, { ...company, size: { from: 1000, to: null } })).toEqual([
      'à partir de 1\u202f000 salariés',
    ]);
  });
});
