import { describe, expect, it } from 'vitest';
import type { SurveyMapping } from '../domain/survey.ts';
import {
  addScore,
  draftOf,
  editScore,
  type FormColumn,
  mappingOf,
  removeScore,
  ruleOf,
  scoreFault,
  setKind,
  tally,
  toggleCode,
} from './survey-draft.ts';

const mapping: SurveyMapping = {
  respondent: 'id',
  time: { column: 'date', format: 'iso', zone: 'Europe/Paris' },
  scores: [
    { column: 'NPS', label: 'Recommandation', kind: 'nps', scale: { min: 0, max: 10 }, noAnswer: ['11'] },
    { column: 'Q1', label: 'Accueil', kind: 'csat', scale: { min: 1, max: 5 }, noAnswer: [] },
  ],
  weight: 'poids',
  splits: ['sexe', 'Q2'],
  texts: ['mot'],
};
const column = (name: string, values: Record<string, number>, filled?: number): FormColumn => ({
  name,
  filled: filled ?? Object.values(values).reduce((sum, n) => sum + n, 0),
  values: Object.entries(values).map(([value, count]) => ({ value, count })),
});
const score = (draft: ReturnType<typeof draftOf>, name: string) =>
  draft.scores.find((each) => each.column === name)!;

describe('the draft of a mapping', () => {
  it('comes back as it went in', () => {
    expect(mappingOf(draftOf(mapping))).toEqual(mapping);
    expect(mappingOf(draftOf(null))).toBeNull();
  });

  it('is no mapping while a scale is missing, reversed or wrong for a recommendation', () => {
    const draft = draftOf(mapping);
    for (const [patch, fault] of [
      [{ min: null }, 'scale-missing'],
      [{ min: 10, max: 10 }, 'scale-reversed'],
      [{ max: 5 }, 'nps-scale'],
    ] as const) {
      const wrong = editScore(draft, 'NPS', patch);
      expect(scoreFault(score(wrong, 'NPS'))).toBe(fault);
      expect(mappingOf(wrong)).toBeNull();
    }
  });

  it('gives a kind its usual scale unless another was set', () => {
    const draft = setKind(draftOf(mapping), 'Q1', 'ces');
    expect(score(draft, 'Q1')).toMatchObject({ kind: 'ces', min: 1, max: 7 });
    const own = setKind(editScore(draftOf(mapping), 'Q1', { max: 4 }), 'Q1', 'ces');
    expect(score(own, 'Q1')).toMatchObject({ kind: 'ces', min: 1, max: 4 });
    expect(score(setKind(own, 'Q1', 'nps'), 'Q1')).toMatchObject({ min: 0, max: 10 });
  });

  it('makes a column a score out of whatever it was, on the scale its values show', () => {
    const draft = addScore(draftOf(mapping), column('Q2', { '1': 5, '7': 9, '99': 1, oui: 3 }));
    expect(draft.splits).toEqual(['sexe']);
    expect(score(draft, 'Q2')).toMatchObject({ kind: 'mean', min: 1, max: 7, label: 'Q2' });
    expect(addScore(draft, column('Q2', {}))).toBe(draft);
    expect(removeScore(draft, 'Q2').scores).toEqual(draftOf(mapping).scores);
    expect(addScore(draftOf(mapping), column('poids', { '0,5': 3 })).weight).toBeNull();
  });

  it('keeps the column name where the label was emptied', () => {
    expect(mappingOf(editScore(draftOf(mapping), 'Q1', { label: ' ' }))?.scores[1]?.label).toBe('Q1');
  });
});

describe('what the values come to', () => {
  const nps = column('NPS', { '10': 872, '9': 564, '11': 84, ' ': 0, 'Sans avis': 3 }, 1523);

  it('moves with the codes that are declared', () => {
    const draft = draftOf(mapping);
    expect(tally(nps, ruleOf(score(draft, 'NPS'))!, 1524)).toEqual({
      answers: 1436,
      noAnswer: 85,
      refused: 3,
      apart: [
        { value: '11', count: 84, code: true },
        { value: ' ', count: 0, code: true },
        { value: 'Sans avis', count: 3, code: false },
      ],
      exact: true,
    });
    const without = toggleCode(draft, 'NPS', '11');
    expect(score(without, 'NPS').noAnswer).toEqual([]);
    expect(tally(nps, ruleOf(score(without, 'NPS'))!, 1524)).toMatchObject({
      answers: 1436,
      refused: 87,
      noAnswer: 1,
    });
    const words = toggleCode(without, 'NPS', 'Sans avis');
    expect(tally(nps, ruleOf(score(words, 'NPS'))!, 1524)).toMatchObject({ refused: 84, noAnswer: 4 });
  });

  it('says when values were not all listed', () => {
    const rule = ruleOf(score(draftOf(mapping), 'NPS'))!;
    expect(tally({ ...nps, filled: 9000 }, rule, 9000).exact).toBe(false);
  });
});
