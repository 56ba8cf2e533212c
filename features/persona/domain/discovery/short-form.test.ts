import { describe, expect, it } from 'vitest';
import { createRandom } from '#kit/statistics/random.ts';
import { createAttributor } from './attribution.ts';
import { expectedForm, simulateCustomers } from './expected-form.ts';
import { formModel } from './form-weights.ts';
import { alike, createInterviewer } from './interviewer.ts';
import { type DetectionModel, detectionModelSchema } from './model.ts';
import { adjustedRandIndex } from './rand-index.ts';
import { shortFormSchema } from './result.ts';
import { chooseQuestions } from './short-form.ts';

/** Personas told apart by questions of known worth: `q0` the most, `q5` not at all. */
const sure = [0.9, 0.85, 0.8, 0.7, 0.6, 1 / 3];
const model: DetectionModel = detectionModelSchema.parse({
  version: 1,
  origin: 'hand',
  personas: ['a', 'b', 'c'].map((key) => ({ key, name: key, personaId: null })),
  logPrior: [0.5, 0.3, 0.2].map(Math.log),
  temperature: 1,
  threshold: 0.5,
  calibration: null,
  attributes: sure.map((p, at) => ({
    attribute: {
      id: `q${at}`,
      column: `q${at}`,
      type: 'nominal',
      use: true,
      outcome: false,
      missing: [],
      levels: ['x', 'y', 'z'],
      others: false,
    },
    likelihood: {
      kind: 'levels',
      logP: [0, 1, 2].map((persona) => [
        0,
        ...[0, 1, 2].map((level) => Math.log(level === persona ? p : (1 - p) / 2)),
      ]),
    },
  })),
});

describe('the short questionnaire', () => {
  it('asks what tells most, first, and promises no more than it keeps', () => {
    const form = expectedForm(model, { most: 5 });
    expect(shortFormSchema.parse(form)).toEqual(form);
    expect(form.questions).toEqual(['q0', 'q1', 'q2', 'q3', 'q4']);
    const agreements = form.lengths.map(({ agreement }) => agreement);
    expect(agreements).toEqual(agreements.toSorted((a, b) => a - b));
    expect(agreements.at(-1)).toBeGreaterThan(0.97);
    for (const { agreement, confidence, n } of form.lengths) {
      expect(n).toBe(4000);
      // The persona stated with certainty c is the one of all answers at least about c of the time.
      expect(agreement).toBeGreaterThan(confidence - 0.02);
    }
  });

  it('stops asking when one persona is likely enough', () => {
    const form = expectedForm(model);
    expect(form.adaptive.meanQuestions).toBeLessThan(4);
    expect(form.adaptive.agreement).toBeGreaterThan(0.95);
    const hasty = expectedForm(model, { stopAt: 0.7 });
    expect(hasty.adaptive.meanQuestions).toBeLessThan(form.adaptive.meanQuestions);
  });

  it('asks only what may be asked', () => {
    const table = simulateCustomers(model, 2000, createRandom(1));
    expect(chooseQuestions(model, table, 2, (id) => id !== 'q0')).toEqual(['q1', 'q2']);
    expect(expectedForm(model, { askable: (id) => id === 'q3' }).adaptive.meanQuestions).toBeLessThanOrEqual(
      1,
    );
  });

  it('is a detection model of its own, read like any other', () => {
    const form = expectedForm(model, { most: 4 });
    const short = formModel(model, form, 3)!;
    expect(detectionModelSchema.parse(JSON.parse(JSON.stringify(short)))).toEqual(short);
    expect(short.attributes.map(({ attribute }) => attribute.id)).toEqual(['q0', 'q1', 'q2']);
    expect(createAttributor(short).fromAnswers({ q0: 'y', q1: 'y', q2: 'x' }).persona).toBe('b');
    expect(formModel(model, form, 9)).toBeNull();
  });

  it('chooses the next question for the personas that are still likely', () => {
    const one = model.attributes[0]!;
    const split = (id: string, rows: number[][]): DetectionModel['attributes'][number] => ({
      ...one,
      attribute: { ...one.attribute, id },
      likelihood: { kind: 'levels', logP: rows.map((row) => [0, ...row.map(Math.log)]) },
    });
    const apart: DetectionModel = {
      ...model,
      attributes: [
        split('a or b', [
          [0.9, 0.05, 0.05],
          [0.05, 0.9, 0.05],
          [0.4, 0.4, 0.2],
        ]),
        split('b or c', [
          [0.4, 0.4, 0.2],
          [0.9, 0.05, 0.05],
          [0.05, 0.9, 0.05],
        ]),
      ],
    };
    const { next } = createInterviewer(apart);
    expect(next([0.5, 0.49, 0.01], () => true)).toBe(0);
    expect(next([0.01, 0.49, 0.5], () => true)).toBe(1);
    expect(next([0.01, 0.49, 0.5], (at) => at === 0)).toBe(0);
    expect(next([0.3, 0.3, 0.4], () => false)).toBe(-1);
  });

  it('measures how alike two personas answer', () => {
    expect(alike({ kind: 'normal', mean: [0, 0], sd: [1, 1], low: 0, high: 1 }, 0, 1)).toBe(1);
    expect(alike({ kind: 'normal', mean: [0, 2], sd: [1, 1], low: 0, high: 1 }, 0, 1)).toBeCloseTo(
      Math.exp(-0.5),
      12,
    );
    const coins = {
      kind: 'options' as const,
      ticked: [[Math.log(0.5)], [Math.log(0.9)]],
      unticked: [[Math.log(0.5)], [Math.log(0.1)]],
    };
    expect(alike(coins, 0, 1)).toBeCloseTo(Math.sqrt(0.45) + Math.sqrt(0.05), 12);
    for (const { likelihood } of model.attributes) expect(alike(likelihood, 0, 1)).toBeLessThanOrEqual(1);
  });

  it('simulates customers as the model believes they are', () => {
    const table = simulateCustomers(model, 30_000, createRandom(5));
    const [first] = table.columns;
    if (first?.kind !== 'levels') throw new Error('no levels');
    const x = [...first.codes].filter((code) => code === 1).length / 30_000;
    expect(x).toBeCloseTo(0.5 * 0.9 + 0.3 * 0.05 + 0.2 * 0.05, 1);
    const again = simulateCustomers(model, 30_000, createRandom(5)).columns[0];
    if (again?.kind !== 'levels') throw new Error('no levels');
    expect(adjustedRandIndex(first.codes, again.codes)).toBe(1);
  });
});
