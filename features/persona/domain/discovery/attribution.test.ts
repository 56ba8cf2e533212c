import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import type { Attribute } from './attribute.ts';
import { attribute, createAttributor } from './attribution.ts';
import { modelFromExpectations } from './expectations.ts';
import { type DetectionModel, detectionModelSchema, type Expectations, expectationsSchema } from './model.ts';

const common = { use: true, outcome: false, missing: ['NA'] };
const attributes: Attribute[] = [
  { ...common, id: 'plan', column: 'plan', type: 'nominal', levels: ['basic', 'plus'], others: false },
  { ...common, id: 'sat', column: 'sat', type: 'ordinal', levels: ['1', '2', '3'] },
  { ...common, id: 'age', column: 'age', type: 'numeric', decimal: ',', scale: 'linear', edges: [30, 60] },
  {
    ...common,
    id: 'topics',
    type: 'multiple',
    options: ['price', 'advice'],
    source: {
      form: 'columns',
      columns: ['t1', 't2'],
      words: { ticked: ['1'], unticked: ['0'], blank: 'missing' },
    },
  },
];
const written: Expectations = expectationsSchema.parse({
  personas: [
    { key: 'a', name: 'A', personaId: null, share: 3 },
    { key: 'b', name: 'B', personaId: null },
  ],
  attributes,
  expectations: [
    { persona: 'a', attribute: 'plan', answers: ['basic'], weight: 1 },
    { persona: 'b', attribute: 'age', answers: ['2'], weight: 2 },
    { persona: 'b', attribute: 'topics', answers: ['advice'], weight: 3 },
  ],
  threshold: 0.6,
});
const model: DetectionModel = unwrap(modelFromExpectations(written));

describe('a model written by hand', () => {
  it('passes its schema, and is what its weights say', () => {
    expect(detectionModelSchema.parse(JSON.parse(JSON.stringify(model)))).toEqual(model);
    // a: 3/4 of customers, expects basic 3 to 1. b says nothing of the plan.
    const p = attribute(model, { plan: 'basic' });
    expect(p.personas[0]).toEqual({
      key: 'a',
      probability: expect.closeTo((0.75 * 0.75) / (0.75 * 0.75 + 0.25 * 0.5), 10),
    });
    // b expects the third bin 9 to 1 to 1, and "advice" ticked 27 to 1.
    const joint = [0.75 * (1 / 3) * 0.25, 0.25 * (9 / 11) * (0.5 * (27 / 28))] as const;
    expect(attribute(model, { age: 71, topics: ['advice'] }).personas[0]).toEqual({
      key: 'b',
      probability: expect.closeTo(joint[1] / (joint[0] + joint[1]), 10),
    });
  });

  it('says in a code what cannot be expected', () => {
    const wrong = (change: Partial<Expectations>): string => {
      const result = modelFromExpectations({ ...written, ...change });
      return result.ok ? 'ok' : result.problem.code;
    };
    const one = written.expectations[0]!;
    expect(wrong({ expectations: [] })).toBe('persona.model.expects-nothing');
    expect(wrong({ expectations: [{ ...one, persona: 'z' }] })).toBe('persona.model.unknown-persona');
    expect(wrong({ expectations: [{ ...one, attribute: 'z' }] })).toBe('persona.model.unknown-attribute');
    expect(wrong({ expectations: [{ ...one, answers: ['gold'] }] })).toBe('persona.model.unknown-answer');
    const age = attributes[2]!;
    if (age.type !== 'numeric') throw new Error('not a number');
    expect(wrong({ attributes: [{ ...age, edges: null }] })).toBe('persona.model.needs-bins');
  });
});

describe('the persona of one contact', () => {
  it('is undecided without any answer, and under the threshold', () => {
    expect(attribute(model, {})).toMatchObject({
      persona: null,
      probability: expect.closeTo(0.75, 12),
      answered: 0,
    });
    expect(attribute(model, { plan: null, sat: '', topics: null })).toMatchObject({
      persona: null,
      answered: 0,
    });
    expect(attribute(model, { plan: 'basic' }).persona).toBe('a');
    expect(attribute({ ...model, threshold: 0.9 }, { plan: 'basic' })).toMatchObject({
      persona: null,
      answered: 1,
    });
  });

  it('a missing answer changes nothing; ticking nothing does', () => {
    const base = attribute(model, { plan: 'plus' });
    expect(attribute(model, { plan: 'plus', age: 'NA', topics: null, sat: 'whatever' })).toEqual(base);
    const none = attribute(model, { plan: 'plus', topics: [] });
    expect(none.answered).toBe(2);
    expect(none.probability).not.toBeCloseTo(base.probability, 3);
    expect(attribute(model, { plan: 'plus', topics: ['no such option'] })).toEqual(base);
  });

  it('is the same from answers and from the cells of a table', () => {
    const attributor = createAttributor(model);
    const answers = fc.record({
      plan: fc.constantFrom('basic', 'Plus', null),
      sat: fc.constantFrom('1', '2', '3', null),
      age: fc.option(fc.double({ min: 0, max: 99, noNaN: true })),
      topics: fc.option(fc.subarray(['price', 'advice'])),
    });
    fc.assert(
      fc.property(answers, ({ plan, sat, age, topics }) => {
        const asked = attributor.fromAnswers({ plan, sat, age, topics });
        const tick = (option: string): string => (topics === null ? '' : topics.includes(option) ? '1' : '0');
        const cells = {
          plan,
          sat: sat === null ? 'NA' : `${sat}.0`,
          age: age === null ? '' : String(age).replace('.', ','),
          t1: tick('price'),
          t2: tick('advice'),
        };
        expect(attributor.fromCells(cells)).toEqual(asked);
        expect(asked.personas.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 10);
      }),
      { seed: 21 },
    );
  });

  it('a higher temperature believes answers less and the prior as before', () => {
    const answers = { age: 71, topics: ['advice'] };
    const cold = attribute(model, answers).probability;
    const warm = attribute({ ...model, temperature: 3 }, answers).personas.find(
      ({ key }) => key === 'b',
    )!.probability;
    expect(warm).toBeLessThan(cold);
    expect(attribute({ ...model, temperature: 1e9 }, answers).probability).toBeCloseTo(0.75, 6);
  });

  it('no single odd number decides alone', () => {
    const bell: DetectionModel = {
      ...model,
      attributes: [
        {
          attribute: {
            ...common,
            id: 'spend',
            column: 'spend',
            type: 'numeric',
            decimal: '.',
            scale: 'log',
            edges: null,
          },
          likelihood: { kind: 'normal', mean: [3, 4], sd: [1, 0.5], low: 1, high: 6 },
          weight: 1,
        },
      ],
    };
    expect(detectionModelSchema.safeParse(bell).success).toBe(true);
    expect(attribute(bell, { spend: 1e12 })).toEqual(attribute(bell, { spend: Math.exp(6) }));
    expect(attribute(bell, { spend: -4 }).answered).toBe(0);
    const z = (x: number, mean: number, sd: number): number => Math.exp(-0.5 * ((x - mean) / sd) ** 2) / sd;
    const joint = [0.75 * z(Math.log(50), 3, 1), 0.25 * z(Math.log(50), 4, 0.5)] as const;
    expect(attribute(bell, { spend: '50' }).personas[0]!.probability).toBeCloseTo(
      Math.max(...joint) / (joint[0] + joint[1]),
      10,
    );
  });
});
