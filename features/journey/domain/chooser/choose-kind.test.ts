import { describe, expect, it } from 'vitest';
import { chooseKind, type KindAnswers, type Material, materials, purposes, scopes } from './choose-kind.ts';

const answers = (
  purpose: KindAnswers['purpose'],
  scope: KindAnswers['scope'],
  ...material: Material[]
): KindAnswers => ({ purpose, scope, material });

describe('the kind of a new map', () => {
  it.each([
    ['journey', answers('improve-relation', 'whole-relation', 'figures')],
    ['journey', answers('follow-figures', 'one-service', 'figures')],
    ['blueprint', answers('repair-service', 'one-service', 'processes')],
    ['blueprint', answers('align-teams', 'one-service')],
    ['experience', answers('find-needs', 'beyond-brand', 'customer-words')],
    ['experience', answers('find-needs', 'beyond-brand', 'figures', 'processes')],
    ['journey', answers(null, null)],
  ] as const)('is %s', (kind, given) => {
    expect(chooseKind(given).kind).toBe(kind);
  });

  it('comes with the answers that speak for it, the weightiest first', () => {
    expect(chooseKind(answers('repair-service', 'one-service', 'figures', 'processes')).reasons).toEqual([
      'repair-service',
      'one-service',
      'processes',
    ]);
    expect(chooseKind(answers('align-teams', 'whole-relation', 'figures')).reasons[0]).toBe('whole-relation');
  });

  it('names another that is nearly as good', () => {
    expect(chooseKind(answers('align-teams', null)).nearly).toBe('blueprint');
    expect(chooseKind(answers('improve-relation', 'whole-relation')).nearly).toBeNull();
  });

  it('says what it is drawn without', () => {
    expect(chooseKind(answers('find-needs', 'beyond-brand')).cautions).toEqual(['needs-customers']);
    expect(chooseKind(answers('repair-service', 'one-service')).cautions).toEqual(['needs-processes']);
    expect(chooseKind(answers('improve-relation', 'whole-relation', 'team-knowledge')).cautions).toEqual([
      'assumed',
    ]);
    expect(chooseKind(answers('improve-relation', 'whole-relation', 'figures')).cautions).toEqual([]);
    expect(chooseKind(answers(null, null, 'figures')).cautions).toEqual(['little-said']);
  });

  it('is proposed with a reason whatever is answered', () => {
    for (const purpose of purposes) {
      for (const scope of scopes) {
        for (const material of materials) {
          const { kind, reasons, nearly } = chooseKind(answers(purpose, scope, material));
          expect(reasons.length).toBeGreaterThan(0);
          expect(nearly).not.toBe(kind);
        }
      }
    }
  });
});
