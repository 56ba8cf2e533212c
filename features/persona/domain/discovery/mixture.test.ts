import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#kit/statistics/random.ts';
import type { Attribute } from './attribute.ts';
import { checkCandidate, fitCandidate } from './candidates.ts';
import { type EncodedColumn, type EncodedTable, takeRows } from './encoded.ts';
import { fitMixture } from './fit.ts';
import { Workspace } from './mixture.ts';
import { layOut, onlyWeighted } from './mixture-data.ts';
import { expOfNegative } from './mixture-loops.ts';
import { Room } from './room.ts';

const numeric = (id: string): Attribute => ({
  id,
  column: id,
  type: 'numeric',
  use: true,
  outcome: false,
  missing: [],
  decimal: '.',
  scale: 'linear',
  edges: null,
});

/** A table of two numbers, two nominals and a question of three options, with holes. */
function randomTable(seed: number, rows: number, holes: number): EncodedTable {
  const random = createRandom(seed);
  const hole = <T>(value: T, missing: T): T => (random.chance(holes) ? missing : value);
  const columns: EncodedColumn[] = [
    {
      kind: 'number',
      values: Float64Array.from({ length: rows }, () => hole(10 * random.normal(), Number.NaN)),
    },
    { kind: 'number', values: Float64Array.from({ length: rows }, () => hole(random.below(4), Number.NaN)) },
    {
      kind: 'levels',
      levels: 3,
      codes: Uint8Array.from({ length: rows }, () => hole(1 + random.below(3), 0)),
    },
    {
      kind: 'levels',
      levels: 5,
      codes: Uint8Array.from({ length: rows }, () => hole(1 + random.below(5), 0)),
    },
    {
      kind: 'options',
      codes: [0.2, 0.5, 0.9].map((p) =>
        Uint8Array.from({ length: rows }, () => hole(random.chance(p) ? 2 : 1, 0)),
      ),
    },
  ];
  return { rows, columns, attributes: columns.map((_, at) => numeric(`a${at}`)) };
}

const started = (table: EncodedTable, k: number, seed: number): Workspace => {
  const data = layOut(table);
  const workspace = new Workspace(data, k);
  workspace.set(fitMixture(data, k, createRandom(seed), { starts: 1, steps: 1, tolerance: 0 }));
  return workspace;
};

describe('latent classes', () => {
  it('never lose likelihood from one step to the next, whatever the holes', () => {
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 20, max: 400 }),
        fc.double({ min: 0, max: 0.6, noNaN: true }),
        (seed, k, rows, holes) => {
          const workspace = started(randomTable(seed, rows, holes), k, seed);
          let before = Number.NEGATIVE_INFINITY;
          for (let step = 0; step < 25; step++) {
            const now = workspace.step(null);
            expect(now).toBeGreaterThanOrEqual(before - 1e-7);
            before = now;
          }
        },
      ),
      { seed: 11, numRuns: 40 },
    );
  });

  it('score a row as the formula does, a missing answer dropping its term', () => {
    const table = randomTable(5, 60, 0.3);
    const workspace = started(table, 3, 2);
    for (let step = 0; step < 5; step++) workspace.step(null);
    const { mixture, data } = workspace;
    const posterior = new Float64Array(60 * 3);
    const labels = new Uint8Array(60);
    const total = workspace.assign(labels, posterior);
    let expected = 0;
    for (let row = 0; row < 60; row++) {
      const joint = [0, 1, 2].map((c) => {
        let p = mixture.prior[c]!;
        data.items.forEach(({ column, option, levels }, item) => {
          const from = table.columns[column]!;
          const code =
            from.kind === 'levels'
              ? from.codes[row]!
              : from.kind === 'options'
                ? from.codes[option]![row]!
                : 0;
          if (code > 0) p *= mixture.levels[item]![c * (levels + 1) + code]!;
        });
        data.numbers.forEach(({ column, mean, sd }, i) => {
          const from = table.columns[column]!;
          const x = from.kind === 'number' ? from.values[row]! : Number.NaN;
          if (Number.isNaN(x)) return;
          const variance = mixture.variance[i]![c]!;
          const gap = (x - mean) / sd - mixture.mean[i]![c]!;
          p *= Math.exp((-gap * gap) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
        });
        return p;
      });
      const sum = joint.reduce((a, b) => a + b, 0);
      expected += Math.log(sum);
      joint.forEach((p, c) => {
        expect(posterior[row * 3 + c]).toBeCloseTo(p / sum, 9);
      });
    }
    expect(total).toBeCloseTo(expected, 7);
  });

  it('give a row without any answer the shares of the classes', () => {
    const table = randomTable(9, 50, 0);
    const empty = takeRows(
      table,
      Uint32Array.from({ length: 50 }, (_, i) => i),
    );
    for (const column of empty.columns) {
      if (column.kind === 'number') column.values[7] = Number.NaN;
      else if (column.kind === 'levels') column.codes[7] = 0;
      else for (const option of column.codes) option[7] = 0;
    }
    const workspace = started(empty, 2, 3);
    workspace.step(null);
    const posterior = new Float64Array(100);
    workspace.assign(new Uint8Array(50), posterior);
    expect(posterior[14]).toBeCloseTo(workspace.mixture.prior[0]!, 12);
  });

  it('find the same in a room that was worked in before', () => {
    const options = { seed: 3, starts: 4 };
    const small = layOut(randomTable(2, 150, 0.2));
    const large = layOut(randomTable(5, 400, 0.1));
    const room = new Room();
    for (const [data, k] of [
      [large, 4],
      [small, 2],
      [large, 3],
      [large, 4],
    ] as const) {
      const fresh = fitCandidate(data, k, options);
      expect(fitCandidate(data, k, options, room)).toEqual(fresh);
      const check = checkCandidate(data, fresh, 1, options, room);
      expect(check).toEqual(checkCandidate(data, fresh, 1, options));
    }
  });

  it('count a row of weight 2 as two rows, and one of weight 0 as none', () => {
    const table = randomTable(3, 120, 0.2);
    const weights = Float64Array.from({ length: 120 }, (_, row) => row % 3);
    const repeated = takeRows(
      table,
      Array.from({ length: 120 }, (_, row) => Array<number>(row % 3).fill(row)).flat(),
    );
    const data = layOut(table);
    const begin = fitMixture(data, 2, createRandom(1), { starts: 1, steps: 1, tolerance: 0 });
    const some = onlyWeighted(data, weights, new Room());
    const one = new Workspace(some.data, 2);
    one.set(begin);
    const all = new Workspace(data, 2);
    all.set(begin);
    // The repeated table must be standardised and smoothed as the original is: only the rows differ.
    const twice = layOut(repeated);
    const spelled = new Workspace(
      {
        ...twice,
        items: data.items,
        numbers: twice.numbers.map((number, i) => {
          const { mean, sd } = data.numbers[i]!;
          const from = repeated.columns[number.column]!;
          const values = from.kind === 'number' ? from.values : new Float64Array(0);
          return { ...number, values: values.map((x) => (Number.isNaN(x) ? 0 : (x - mean) / sd)) };
        }),
      },
      2,
    );
    spelled.set(begin);
    const steps = [one.step(some.weights), all.step(weights), spelled.step(null)];
    expect(steps[1]).toBeCloseTo(steps[0]!, 8);
    expect(steps[2]).toBeCloseTo(steps[0]!, 8);
    one.mixture.mean.forEach((means, i) => {
      expect(spelled.mixture.mean[i]![0]).toBeCloseTo(means[0]!, 10);
    });
  });

  it('take the exponential of a negative number as Math.exp does', () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 0, noNaN: true }), (x) => {
        expect(Math.abs(expOfNegative(x) / Math.exp(x) - 1)).toBeLessThan(4e-11);
      }),
      { seed: 2 },
    );
    expect(expOfNegative(0)).toBe(1);
    expect(expOfNegative(-800)).toBe(0);
  });

  it('same seed, same answer; another seed, other first guesses', () => {
    const data = layOut(randomTable(4, 300, 0.1));
    const options = { starts: 4, steps: 30, tolerance: 1e-6 };
    const fit = fitMixture(data, 3, createRandom(5), options);
    expect(fitMixture(data, 3, createRandom(5), options)).toEqual(fit);
    expect(fitMixture(data, 3, createRandom(6), options)).not.toEqual(fit);
  });
});
