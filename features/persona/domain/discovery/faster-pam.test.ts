import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMedoids, type Distances, drawRows, fasterPam } from '#kit/statistics/faster-pam.ts';
import { createRandom } from '#kit/statistics/random.ts';
import { customerGroups } from '#testing/customer-groups.ts';
import { type EncodedTable, takeRows } from './encoded.ts';
import { createEncoder } from './encoder.ts';
import { createGower } from './gower.ts';
import { guessAttributes } from './guess-attributes.ts';
import { kMedoids } from './second-opinion.ts';

const matrixOf = (distances: Distances): Float64Array[] =>
  Array.from({ length: distances.rows }, (_, row) => {
    const line = new Float64Array(distances.rows);
    distances.from(row, line);
    return line;
  });

const lossOf = (matrix: readonly Float64Array[], medoids: readonly number[]): number =>
  matrix.reduce((sum, line) => sum + Math.min(...medoids.map((m) => line[m]!)), 0);

/** Every choice of k rows. */
function* choices(n: number, k: number, from = 0): Generator<number[]> {
  if (k === 0) yield [];
  else for (let i = from; i < n; i++) for (const rest of choices(n, k - 1, i + 1)) yield [i, ...rest];
}

/** PAM as in the textbook: BUILD, then the best swap of all until none helps. */
function pam(matrix: readonly Float64Array[], k: number): number {
  const n = matrix.length;
  let medoids: number[] = [];
  while (medoids.length < k) {
    const tried = Array.from({ length: n }, (_, i) => lossOf(matrix, [...medoids, i]));
    medoids = [...medoids, tried.indexOf(Math.min(...tried))];
  }
  for (let loss = lossOf(matrix, medoids); ; ) {
    let best = medoids;
    let lowest = loss;
    for (let at = 0; at < k; at++)
      for (let row = 0; row < n; row++) {
        const swapped = medoids.with(at, row);
        const one = lossOf(matrix, swapped);
        if (one < lowest - 1e-12) {
          lowest = one;
          best = swapped;
        }
      }
    if (best === medoids) return loss;
    medoids = best;
    loss = lowest;
  }
}

function points(seed: number, n: number): Distances {
  const random = createRandom(seed);
  const at = Array.from(
    { length: n },
    () => [random.normal() + 3 * random.below(3), random.normal()] as const,
  );
  return {
    rows: n,
    from(row, to) {
      at.forEach(([x, y], i) => {
        to[i] = Math.hypot(x - at[row]![0], y - at[row]![1]);
      });
    },
  };
}

function tableOf(rows: number, seed = 1): { table: EncodedTable; truth: Uint8Array } {
  const { names, rows: cells, truth } = customerGroups({ rows, seed });
  const encoder = createEncoder(guessAttributes(names, cells).attributes, names);
  for (const row of cells) encoder.add(row);
  return { table: encoder.finish().table, truth };
}

describe('FasterPAM', () => {
  it('ends where no swap of one medoid helps, from any start', () => {
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 6, max: 30 }),
        (seed, k, n) => {
          const distances = points(seed, n);
          const matrix = matrixOf(distances);
          const { medoids, loss, labels } = fasterPam(distances, [...drawRows(n, k, createRandom(seed))]);
          expect(new Set(medoids).size).toBe(k);
          expect(loss).toBeCloseTo(lossOf(matrix, medoids), 9);
          labels.forEach((label, row) => {
            expect(matrix[row]![medoids[label]!]).toBe(Math.min(...medoids.map((m) => matrix[row]![m]!)));
          });
          for (let at = 0; at < k; at++)
            for (let row = 0; row < n; row++)
              expect(lossOf(matrix, medoids.with(at, row))).toBeGreaterThanOrEqual(loss - 1e-9);
        },
      ),
      { seed: 8, numRuns: 60 },
    );
  });

  it('gives an optimum it arrives at again without proving it again', () => {
    const distances = points(4, 40);
    const found = fasterPam(distances, [...drawRows(40, 3, createRandom(4))]);
    const again = [...found.medoids].reverse();
    expect(fasterPam(distances, again, [found])).toBe(found);
    const random = createRandom(9);
    const ends = Array.from({ length: 20 }, () =>
      fasterPam(distances, [...drawRows(40, 3, random)], [found]),
    );
    for (const end of ends) {
      const alone = fasterPam(distances, end.medoids);
      expect(alone.loss).toBeCloseTo(end.loss, 12);
      expect(alone.swaps).toBe(0);
    }
    expect(ends).toContain(found);
  });

  it('finds the best choice of all on small data, as trying every choice does', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const distances = points(seed, 16);
      const matrix = matrixOf(distances);
      const all = Math.min(...[...choices(16, 3)].map((medoids) => lossOf(matrix, medoids)));
      const starts = [0, 1, 2, 3].map((start) => [...drawRows(16, 3, createRandom(seed, start))]);
      const best = Math.min(...starts.map((start) => fasterPam(distances, start).loss));
      expect(best).toBeCloseTo(all, 9);
    }
  });

  it('has the loss of PAM on mixed customers, to five digits', () => {
    const { table } = tableOf(150);
    const gower = createGower(table);
    const reference = pam(matrixOf(gower), 4);
    const { medoids } = fasterPam(
      gower,
      buildMedoids(
        gower,
        4,
        Uint32Array.from({ length: 150 }, (_, i) => i),
      ),
    );
    expect(lossOf(matrixOf(gower), medoids) / reference).toBeCloseTo(1, 5);
    expect(kMedoids(table, 4, 1).loss * 150).toBeLessThanOrEqual(reference * (1 + 1e-5));
  });

  it('draws different rows, ascending', () => {
    const rows = [...drawRows(50, 20, createRandom(3))];
    expect(new Set(rows).size).toBe(20);
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    expect([...drawRows(5, 20, createRandom(3))]).toEqual([0, 1, 2, 3, 4]);
  });
});

describe("Gower's distance", () => {
  /** The definition, pair by pair, without any of the shortcuts. */
  function plain(table: EncodedTable): number[][] {
    const n = table.rows;
    const parts = table.columns.map((column, at) => {
      const ordered = table.attributes[at]!.type === 'ordinal';
      const numbers = column.kind === 'number' ? [...column.values].filter((x) => !Number.isNaN(x)) : [];
      const range = Math.max(...numbers) - Math.min(...numbers);
      return (a: number, b: number): number => {
        if (column.kind === 'number') return Math.abs(column.values[a]! - column.values[b]!) / range;
        if (column.kind === 'levels') {
          const [x, y] = [column.codes[a]!, column.codes[b]!];
          if (x === 0 || y === 0) return Number.NaN;
          return ordered ? Math.abs(x - y) / (column.levels - 1) : x === y ? 0 : 1;
        }
        const both = column.codes.filter((option) => option[a] !== 0 && option[b] !== 0);
        return both.filter((option) => option[a] !== option[b]).length / both.length;
      };
    });
    const weights = parts.map((part) => {
      let sum = 0;
      let pairs = 0;
      for (let a = 0; a < n; a++)
        for (let b = 0; b < a; b++) {
          const d = part(a, b);
          if (Number.isNaN(d)) continue;
          sum += d;
          pairs++;
        }
      return pairs / sum;
    });
    return Array.from({ length: n }, (_, a) =>
      Array.from({ length: n }, (_, b) => {
        let sum = 0;
        let weight = 0;
        parts.forEach((part, at) => {
          const d = part(a, b);
          if (Number.isNaN(d)) return;
          sum += weights[at]! * d;
          weight += weights[at]!;
        });
        return a === b ? 0 : sum / weight;
      }),
    );
  }

  /** Some columns of a table, each several times: with the rows turned, so that the copies differ. */
  function several(table: EncodedTable, kinds: readonly string[], times: number): EncodedTable {
    const turned = Array.from({ length: times }, (_, turn) => {
      const order = Array.from({ length: table.rows }, (_, row) => (row + 7 * turn) % table.rows);
      const { columns } = takeRows(table, order);
      return columns.flatMap((column, at) => (kinds.includes(column.kind) ? [{ column, at }] : []));
    }).flat();
    return {
      rows: table.rows,
      attributes: turned.map(({ at }) => table.attributes[at]!),
      columns: turned.map(({ column }) => column),
    };
  }

  it('is the definition, missing answers dropping out, however many columns of a kind there are', () => {
    const { table } = tableOf(60);
    const all = [table, several(table, ['number'], 5), several(table, ['levels', 'options'], 4)];
    expect(all[1]!.columns.length % 4).not.toBe(0);
    for (const one of all) {
      const matrix = matrixOf(createGower(one));
      plain(one).forEach((line, a) => {
        line.forEach((d, b) => {
          expect(matrix[a]![b]).toBeCloseTo(Number.isNaN(d) ? matrix[a]![b]! : d, 10);
        });
      });
    }
  });

  it('is the same among some rows as among all, and beyond a thousand', () => {
    const { table } = tableOf(1100, 3);
    const gower = createGower(table);
    const whole = new Float64Array(1100);
    gower.from(1030, whole);
    const some = [4, 1023, 1024, 1099];
    const few = new Float64Array(some.length);
    gower.toward(some).from(1030, few);
    expect([...few]).toEqual(some.map((row) => whole[row]!));
  });

  it('is a distance between rows: 0 to itself, symmetric, within 0 … 1', () => {
    const { table } = tableOf(120, 7);
    const matrix = matrixOf(createGower(table));
    matrix.forEach((line, a) => {
      expect(line[a]).toBe(0);
      line.forEach((d, b) => {
        expect(d).toBeCloseTo(matrix[b]![a]!, 12);
        expect(d).toBeGreaterThanOrEqual(0);
        expect(d).toBeLessThanOrEqual(1);
      });
    });
  });
});
