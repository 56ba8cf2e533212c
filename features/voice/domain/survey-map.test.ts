import { describe, expect, it } from 'vitest';
import { journeyMapSchema } from '#journey/domain/schema.ts';
import { inOrder } from '#kit/document/order.ts';
import type { ScoreColumn, SurveyMapping } from './survey.ts';
import { surveyMap } from './survey-map.ts';

const score = (column: string, kind: ScoreColumn['kind'] = 'csat', label = column): ScoreColumn => ({
  column,
  label,
  kind,
  scale: kind === 'nps' ? { min: 0, max: 10 } : { min: 1, max: 5 },
  noAnswer: [],
});
const survey = (scores: ScoreColumn[]) => ({
  id: 's1',
  mapping: {
    respondent: null,
    time: null,
    scores,
    weight: null,
    splits: [],
    texts: [],
  } satisfies SurveyMapping,
});
const make = (scores: ScoreColumn[], language: 'fr' | 'en' = 'fr') => {
  let id = 0;
  return surveyMap(survey(scores), { language, title: 'Aéroport', newId: () => `n${++id}` });
};

describe('a map from a survey', () => {
  const map = make([
    score('Q7ART', 'csat', 'Œuvres'),
    score('Q7FOOD'),
    score('Q7SIGN'),
    score('Q7ALL'),
    score('Q10SAFE'),
    score('Q9FOOD'),
    score('Q9REST'),
    score('Q9BOARD'),
    score('NETPRO', 'nps'),
  ]);
  const stages = inOrder(map.stages).map(([id, stage]) => ({
    title: stage.title,
    phase: map.phases[stage.phaseId]?.moment,
    steps: inOrder(map.steps)
      .filter(([, step]) => step.stageId === id)
      .map(([, step]) => step.title),
  }));

  it('is a map, with a stage per battery and what sums up at the end', () => {
    expect(journeyMapSchema.parse(map)).toEqual(map);
    expect(stages.filter(({ phase }) => phase === 'during')).toEqual([
      { title: 'Je vis « Q7 »', phase: 'during', steps: ['Œuvres', 'Q7FOOD', 'Q7SIGN', 'Q10SAFE'] },
      { title: 'Je vis « Q9 »', phase: 'during', steps: ['Q9FOOD', 'Q9REST', 'Q9BOARD'] },
    ]);
    expect(stages.filter(({ phase }) => phase === 'after')).toEqual([
      { title: 'Je fais le bilan', phase: 'after', steps: ['Q7ALL', 'NETPRO'] },
    ]);
  });

  it('binds every touchpoint to its column, and the recommendation to an objective', () => {
    const bound = Object.values(map.touchpoints).map(({ bindings, stepId }) => [
      map.steps[stepId]?.title,
      bindings[0],
    ]);
    expect(bound).toHaveLength(9);
    expect(bound).toContainEqual(['NETPRO', { on: 'survey', surveyId: 's1', column: 'NETPRO', kind: 'nps' }]);
    expect(Object.values(map.objectives).map(({ binding }) => binding)).toEqual([
      { on: 'survey', surveyId: 's1', column: 'NETPRO', kind: 'nps' },
    ]);
  });

  it('of one question is one stage', () => {
    const one = make([score('note')], 'en');
    expect(Object.values(one.stages).map(({ title }) => title)).toEqual(['I live my journey']);
    expect(journeyMapSchema.parse(one)).toEqual(one);
  });
});
