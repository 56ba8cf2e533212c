import { describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import type { Attribute } from '../discovery/attribute.ts';
import { attribute } from '../discovery/attribution.ts';
import { modelFromExpectations } from '../discovery/expectations.ts';
import { expectedForm } from '../discovery/expected-form.ts';
import { expectationsSchema } from '../discovery/model.ts';
import { answerChoices, createInterview, dateAnswer } from './interview.ts';
import {
  questionnaireOf,
  questionnaireSchema,
  questionnaireSettingsSchema,
  reorderForm,
} from './questionnaire.ts';

const ids = ['plan', 'channel', 'advice', 'price', 'visits', 'age'] as const;
const model = unwrap(
  modelFromExpectations(
    expectationsSchema.parse({
      personas: ['a', 'b', 'c'].map((key) => ({ key, name: key.toUpperCase(), personaId: key })),
      attributes: ids.map((id) => ({
        id,
        column: id,
        type: 'nominal',
        levels: ['low', 'middle', 'high'],
        others: false,
        use: true,
        outcome: false,
        missing: [],
      })),
      expectations: ids.flatMap((id, at) => [
        { persona: 'a', attribute: id, answers: ['low'], weight: 1 + (at % 3) },
        { persona: 'b', attribute: id, answers: ['middle'], weight: 1 + ((at + 1) % 3) },
        { persona: 'c', attribute: id, answers: ['high'], weight: 1 + ((at + 2) % 3) },
      ]),
    }),
  ),
);
const chosen = { form: expectedForm(model), basis: 'simulated' as const };
const settings = (told: object) =>
  questionnaireSettingsSchema.parse({ name: 'Short', language: 'en', order: 'fixed', length: 4, ...told });
const made = (told: object = {}) => {
  const questionnaire = questionnaireOf(model, chosen, settings(told));
  if (!questionnaire) throw new Error('no such questionnaire');
  return questionnaire;
};

describe('a questionnaire', () => {
  it('asks as many as wanted, in one order, and reads what is answered', () => {
    const four = made();
    expect(four.questions).toEqual(chosen.form.questions.slice(0, 4));
    expect(four.expected).toMatchObject({ questions: 4, agreement: chosen.form.lengths[3]!.agreement });
    expect(
      questionnaireSchema.safeParse({ ...four, id: 'q', modelId: 'm', createdAt: '2026-11-21' }).success,
    ).toBe(true);
    const interview = createInterview(four);
    const asked: string[] = [];
    const answers: Record<string, string> = {};
    for (;;) {
      const { next, ended } = interview.stand(answers, new Set());
      if (!next) {
        expect(ended).toBe('all-asked');
        break;
      }
      asked.push(next.id);
      answers[next.id] = 'high';
    }
    expect(asked).toEqual(four.questions);
    const { attribution } = interview.stand(answers, new Set());
    expect(attribution).toMatchObject({ persona: 'c', answered: 4 });
    expect(attribution).toEqual(attribute(four.reader, answers));
  });

  it('stops when it is sure, and leaves nobody stuck who answers nothing', () => {
    const adaptive = made({ order: 'adaptive', leaveOut: ['age'] });
    expect(adaptive.questions).not.toContain('age');
    const interview = createInterview(adaptive);
    const answers: Record<string, string> = {};
    let standing = interview.stand(answers, new Set());
    for (; standing.next; standing = interview.stand(answers, new Set())) answers[standing.next.id] = 'low';
    expect(standing.ended).toBe('sure');
    expect(standing.attribution.probability).toBeGreaterThanOrEqual(adaptive.stopAt);
    expect(Object.keys(answers).length).toBeLessThan(adaptive.questions.length);

    const skipped = new Set<string>();
    let silent = interview.stand({}, skipped);
    for (; silent.next; silent = interview.stand({}, skipped)) skipped.add(silent.next.id);
    expect([...skipped].sort()).toEqual([...adaptive.questions].sort());
    expect(silent).toMatchObject({ ended: 'all-asked', attribution: { persona: null, answered: 0 } });
  });

  it('has no length that was not chosen, and follows its personas when they change places', () => {
    expect(
      questionnaireOf(model, { ...chosen, form: { ...chosen.form, lengths: [] } }, settings({})),
    ).toBeNull();
    const turned = reorderForm(chosen.form, [2, 0, 1]);
    expect(turned.lengths[3]!.balance).toEqual([2, 0, 1].map((at) => chosen.form.lengths[3]!.balance[at]));
  });
});

describe('an answer', () => {
  const common = { use: true, outcome: false, missing: [] };
  it('is chosen among levels or steps, and read as what it says', () => {
    const visits: Attribute = {
      ...common,
      id: 'visits',
      column: 'visits',
      type: 'numeric',
      decimal: '.',
      scale: 'linear',
      edges: [0, 3, 12],
    };
    expect(answerChoices(visits)).toEqual([
      { label: '< 0', value: -1 },
      { label: '0 – 3', value: 0 },
      { label: '3 – 12', value: 3 },
      { label: '≥ 12', value: 12 },
    ]);
    expect(answerChoices({ ...visits, edges: null })).toBeNull();
    expect(answerChoices(model.attributes[0]!.attribute)!.map(({ value }) => value)).toEqual([
      'low',
      'middle',
      'high',
    ]);
  });
  it('that is a day is written as its column writes days', () => {
    const since = { ...common, id: 'since', column: 'since', type: 'date' } as const;
    const of = (format: 'iso' | 'day-first' | 'month-first' | 'epoch-s' | 'excel') =>
      dateAnswer({ ...since, format }, '2026-11-05');
    expect([of('iso'), of('day-first'), of('month-first')]).toEqual([
      '2026-11-05',
      '05/11/2026',
      '11/05/2026',
    ]);
    expect(of('excel')).toBe('46331');
    expect(of('epoch-s')).toBe('1793836800');
  });
});
