import { describe, expect, it } from 'vitest';
import { customerGroups } from '#testing/customer-groups.ts';
import { createAttributor } from './attribution.ts';
import { createEncoder } from './encoder.ts';
import { guessAttributes } from './guess-attributes.ts';
import { criterionOf, joinPersonas, modelOfKept } from './join.ts';
import { type DetectionModel, detectionModelSchema } from './model.ts';
import { profileOf } from './profile.ts';
import type { ProposedPersona } from './result.ts';
import { statementsOf } from './statements.ts';

const { names, rows, truth } = customerGroups({ rows: 900, seed: 8 });
const { attributes } = guessAttributes(names, rows);
const encoder = createEncoder(attributes, names);
for (const row of rows) encoder.add(row);
const { table } = encoder.finish();
const told = { source: 'customers.csv', date: '2026-11-21' };

function proposed(labels: Uint8Array, label: number): ProposedPersona {
  const key = `p${label + 1}`;
  const profiles = table.columns.map((_, at) => profileOf(table, at, labels, label));
  const count = labels.filter((one) => one === label).length;
  const share = count / rows.length;
  return {
    key,
    size: { count, share, low: share - 0.03, high: share + 0.04 },
    stability: 0.9 - label / 10,
    profiles: profiles.sort((a, b) => b.information - a.information),
    statements: statementsOf(table.attributes, profiles, key, told),
    overlap: [0, 1, 2, 3]
      .filter((other) => other !== label)
      .map((other) => ({ key: `p${other + 1}`, probability: 0.01 * (other + 1) })),
    closest: null,
    portraitRow: label,
  };
}

const personas = [0, 1, 2, 3].map((label) => proposed(truth, label));
const result = { personas, attributes: [...table.attributes], usable: rows.length, ...told };

describe('personas joined by hand', () => {
  it('are told as if they had been found as one', () => {
    const one = joinPersonas(result, ['p2', 'p4'])!;
    const labels = truth.map((label) => (label === 3 ? 1 : label));
    const direct = proposed(labels, 1);
    expect(one.size.count).toBe(direct.size.count);
    expect(one.profiles.map(({ attribute }) => attribute)).toEqual(
      direct.profiles.map(({ attribute }) => attribute),
    );
    expect(one.statements.map(({ id }) => id)).toEqual(direct.statements.map(({ id }) => id));
    one.statements.forEach(({ persona, effect, evidence }, at) => {
      const same = direct.statements[at]!;
      expect(effect).toBeCloseTo(same.effect, 9);
      expect(evidence).toEqual(same.evidence);
      if (persona.withheld || same.persona.withheld) throw new Error('withheld');
      expect(persona.value).toBeCloseTo(same.persona.value, 6);
      expect(persona.low).toBeCloseTo(same.persona.low, 6);
    });
    expect(one.stability).toBeCloseTo(0.6);
    expect(one.overlap.map(({ key }) => key)).toEqual(['p1', 'p3']);
    expect(one.size.high - one.size.share).toBeCloseTo(Math.hypot(0.04, 0.04), 9);
    expect(joinPersonas(result, ['p1'])).toBe(personas[0]);
    expect(joinPersonas(result, ['gone'])).toBeNull();
  });
});

describe('the model of the personas kept', () => {
  const common = { use: true, outcome: false, missing: [] };
  const model: DetectionModel = {
    version: 1,
    origin: 'discovery',
    personas: ['p1', 'p2', 'p3'].map((key) => ({ key, name: '', personaId: null })),
    attributes: [
      {
        attribute: {
          ...common,
          id: 'plan',
          column: 'plan',
          type: 'nominal',
          levels: ['a', 'b'],
          others: false,
        },
        likelihood: {
          kind: 'levels',
          logP: [0.9, 0.5, 0.2].map((p) => [0, Math.log(p), Math.log(1 - p)]),
        },
        weight: 1,
      },
      {
        attribute: {
          ...common,
          id: 'age',
          column: 'age',
          type: 'numeric',
          decimal: '.',
          scale: 'linear',
          edges: null,
        },
        likelihood: { kind: 'normal', mean: [20, 40, 60], sd: [5, 5, 5], low: 0, high: 100 },
        weight: 1,
      },
    ],
    logPrior: [0.5, 0.3, 0.2].map(Math.log),
    temperature: 1,
    threshold: 0.5,
    calibration: { against: 'model', n: 10, errorBefore: 0.1, error: 0.01 },
  };

  it('joins classes, and keeps those dropped as nobody', () => {
    const kept = modelOfKept(model, [{ keys: ['p3', 'p2'], name: 'Elders', personaId: 'e' }]);
    expect(detectionModelSchema.safeParse(kept).success).toBe(true);
    expect(kept.personas).toEqual([
      { key: 'p1', name: 'Elders', personaId: 'e' },
      { key: 'p2', name: '', personaId: null },
    ]);
    expect(kept.calibration).toBeNull();
    // With the levels alone joining is exact: the joined class has the probability of its parts together.
    const plan = (one: DetectionModel) => ({ ...one, attributes: one.attributes.slice(0, 1) });
    const apart = createAttributor(plan(model)).fromAnswers({ plan: 'b' });
    const joined = createAttributor(plan(kept)).fromAnswers({ plan: 'b' });
    const of = (attribution: typeof apart, key: string) =>
      attribution.personas.find((persona) => persona.key === key)!.probability;
    expect(of(joined, 'p1')).toBeCloseTo(of(apart, 'p2') + of(apart, 'p3'), 12);
    const age = kept.attributes[1]!.likelihood;
    if (age.kind !== 'normal') throw new Error('not a bell curve');
    expect(age.mean[0]).toBeCloseTo(0.6 * 40 + 0.4 * 60);
    expect(age.sd[0]).toBeCloseTo(Math.sqrt(25 + 0.6 * 8 ** 2 + 0.4 * 12 ** 2));
    expect(
      modelOfKept(
        model,
        [...['p1', 'p2', 'p3']].map((key) => ({ keys: [key], name: key, personaId: key })),
      ),
    ).toMatchObject({ calibration: model.calibration, logPrior: model.logPrior });
  });
});

it('guesses which kind of criterion a column is', () => {
  const kind = (id: string) => criterionOf({ id });
  expect(['SeniorCitizen', 'age', 'Dependents', 'âge'].map(kind)).toEqual(Array(4).fill('demographic'));
  expect(['country', 'Code postal', 'Région'].map(kind)).toEqual(Array(3).fill('geographic'));
  expect(['sat', 'price_sensitivity'].map(kind)).toEqual(['psychographic', 'psychographic']);
  expect(['Contract', 'MonthlyCharges', 'pages'].map(kind)).toEqual(Array(3).fill('behavioural'));
});
