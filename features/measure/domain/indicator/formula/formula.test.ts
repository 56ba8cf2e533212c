import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { createRandom } from '#kit/statistics/random.ts';
import { evaluateFormula, formulaBounds } from './evaluate.ts';
import { type Expression, lettersIn, parseFormula } from './parse.ts';

const letters = ['A', 'B', 'C'];
const at = (text: string, values: Readonly<Record<string, number>> = { A: 6, B: 3, C: 2 }) =>
  evaluateFormula(unwrap(parseFormula(text, letters)), (term) => values[term] ?? 0)?.value;

/** Written with all its parentheses. */
const write = (e: Expression): string =>
  e.is === 'number'
    ? String(e.value)
    : e.is === 'term'
      ? e.name
      : e.is === 'negative'
        ? `-(${write(e.of)})`
        : `(${write(e.left)} ${e.operator} ${write(e.right)})`;

const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.integer({ min: 0, max: 9 }).map((value) => ({ is: 'number', value }) as const),
    fc.constantFrom('A', 'B', 'C').map((name) => ({ is: 'term', name }) as const),
    fc.record({ is: fc.constant('negative' as const), of: tie('tree') }),
    fc.record({
      is: fc.constant('both' as const),
      operator: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
      left: tie('tree'),
      right: tie('tree'),
    }),
  ),
}));

describe('a formula', () => {
  it.each([
    ['A - B - C', 1],
    ['A / B * 100', 200],
    ['(A − B) ÷ C × 1,5', 2.25],
    ['-A + 2 * (b + C)', 4],
    ['A / B / C', 1],
    ['2*-3', -6],
  ])('%s is %d', (text, value) => expect(at(text)).toBeCloseTo(value, 12));

  it('is read as it was meant, whatever it is', () => {
    fc.assert(
      fc.property(tree, (made) => {
        const read = unwrap(parseFormula(write(made), letters));
        expect(read).toEqual(made);
        expect(new Set(lettersIn(read))).toEqual(new Set(write(made).match(/[A-C]/g) ?? []));
      }),
    );
  });

  it.each([
    ['', 'formula.empty', {}],
    ['A + ', 'formula.ended', {}],
    ['(A + B', 'formula.open', { at: 1 }],
    ['A B', 'formula.unexpected', { found: 'B', at: 3 }],
    ['A + )', 'formula.unexpected', { found: ')', at: 5 }],
    ['A + D', 'formula.unknown', { letter: 'D', at: 5 }],
    ['A ^ 2', 'formula.sign', { sign: '^', at: 3 }],
    ['1.2.3', 'formula.sign', { sign: '.', at: 4 }],
    ['('.repeat(400), 'formula.too-deep', {}],
  ])('says what is wrong with %j', (text, code, params) => {
    expect(parseFormula(text, letters)).toMatchObject({ ok: false, problem: { code, params } });
  });

  it('never fails otherwise', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const read = parseFormula(text, letters);
        if (!read.ok) expect(read.problem.code).toMatch(/^formula\./);
      }),
    );
  });

  it('has no value where it divides by zero', () => {
    expect(at('A / (B - 3)')).toBeUndefined();
    expect(at('A / 0')).toBeUndefined();
  });

  it('knows its slopes', () => {
    const read = unwrap(parseFormula('A * B / (C + A)', letters));
    const values: Record<string, number> = { A: 6, B: 3, C: 2 };
    const { slopes } = evaluateFormula(read, (term) => values[term]!)!;
    for (const term of letters) {
      const h = 1e-5;
      const f = (d: number) =>
        evaluateFormula(read, (each) => values[each]! + (each === term ? d : 0))!.value;
      expect(slopes.get(term)).toBeCloseTo((f(h) - f(-h)) / (2 * h), 6);
    }
  });

  it('has bounds that cover the truth: 95 in 100 of independent people, never less of the same people', () => {
    const read = unwrap(parseFormula('A / B * 100', letters));
    const random = createRandom(3);
    const truth = { A: 50, B: 200 };
    const covered = (sameOrigin: boolean, rho: number): number => {
      let inside = 0;
      for (let run = 0; run < 4000; run++) {
        const [x, y] = [random.normal(), random.normal()];
        const noise = { A: 2 * x, B: 4 * (rho * x + Math.sqrt(1 - rho * rho) * y) };
        const seen = (term: string) => truth[term as 'A'] + noise[term as 'A'];
        const bounds = formulaBounds(evaluateFormula(read, seen)!, (term) => ({
          value: seen(term),
          low: seen(term) - 1.96 * (term === 'A' ? 2 : 4),
          high: seen(term) + 1.96 * (term === 'A' ? 2 : 4),
          n: 100,
          origin: sameOrigin ? 's' : term,
        }))!;
        if (bounds.low < 25 && bounds.high > 25) inside++;
      }
      return inside / 4000;
    };
    expect(covered(false, 0)).toBeGreaterThan(0.94);
    expect(covered(false, 0)).toBeLessThan(0.96);
    for (const rho of [-0.9, 0, 0.9]) expect(covered(true, rho)).toBeGreaterThan(0.94);
  });

  it('has no bounds where a term has none', () => {
    const read = unwrap(parseFormula('A + B', letters));
    const figure = { value: 1, low: null, high: 2, n: 40, origin: 's' };
    expect(formulaBounds(evaluateFormula(read, () => 1)!, () => figure)).toBeNull();
  });
});
