import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import {
  evaluateFormula,
  formulaBounds,
  type TermFigure,
} from '#measure/domain/indicator/formula/evaluate.ts';
import { type Expression, lettersIn, parseFormula } from '#measure/domain/indicator/formula/parse.ts';
import { cycleOf, type Definition, type Indicator } from '#measure/domain/indicator/indicator.ts';
import type { PeriodFigure, TrendPoint } from '#measure/domain/indicator/trend.ts';
import type { Figures } from './figures.ts';

type Formula = Extract<Definition, { of: 'formula' }>;

/**
 * A formula over the plain indicators under it: formulas it names are put in their place. Terms are then ids of indicators.
 * Problems: those of `parseFormula`, `formula.no-letter`, `indicator.term-missing` {letter}, `indicator.cycle` {names}.
 */
export function unfoldFormula(
  formula: Formula,
  all: ReadonlyMap<string, Indicator>,
  from: Pick<Indicator, 'id' | 'name'>,
): Result<Expression> {
  const cycle = cycleOf(from.id, (id) => (id === from.id ? formula : all.get(id)?.definition));
  if (cycle) {
    const names = cycle.map((id) => (id === from.id ? from.name : (all.get(id)?.name ?? id)));
    return fail(problem('indicator.cycle', { names: names.join(' → ') }));
  }
  const parsed = parseFormula(formula.expression, Object.keys(formula.terms));
  if (!parsed.ok) return parsed;
  const letters = lettersIn(parsed.value);
  if (letters.length === 0) return fail(problem('formula.no-letter'));
  const inside = new Map<string, Expression>();
  for (const letter of letters) {
    const term = all.get(formula.terms[letter] ?? '');
    if (!term) return fail(problem('indicator.term-missing', { letter }));
    if (term.definition.of !== 'formula') inside.set(letter, { is: 'term', name: term.id });
    else {
      const unfolded = unfoldFormula(term.definition, all, term);
      if (!unfolded.ok) return unfolded;
      inside.set(letter, unfolded.value);
    }
  }
  return ok(replaced(parsed.value, inside));
}

function replaced(expression: Expression, inside: ReadonlyMap<string, Expression>): Expression {
  switch (expression.is) {
    case 'number':
      return expression;
    case 'term':
      return inside.get(expression.name) ?? expression;
    case 'negative':
      return { is: 'negative', of: replaced(expression.of, inside) };
    case 'both':
      return {
        ...expression,
        left: replaced(expression.left, inside),
        right: replaced(expression.right, inside),
      };
  }
}

const worst = (states: readonly TrendPoint['state'][]): TrendPoint['state'] =>
  states.includes('under-way') ? 'under-way' : states.includes('unsettled') ? 'unsettled' : 'over';

/** The formula period by period: over the periods that any of its terms has. */
export function formulaFigures(
  expression: Expression,
  figuresOf: ReadonlyMap<string, Figures>,
  minimum: number,
): Figures {
  const terms = lettersIn(expression);
  const known = terms.flatMap((term) => figuresOf.get(term) ?? []);
  const periods = new Map(
    known.flatMap(({ periods }) => periods.map((period) => [period.from, period] as const)),
  );
  const inOrder = [...periods.values()].sort((a, b) => a.start - b.start);
  return {
    periods: inOrder.map(({ from, to, start }) => {
      const points = new Map(
        terms.map((term) => [term, figuresOf.get(term)?.periods.find((point) => point.from === from)]),
      );
      const present = [...points.values()].filter((point) => point !== undefined);
      return {
        from,
        to,
        start,
        // A term whose data do not reach this period has not come to its end.
        state: present.length < terms.length ? 'under-way' : worst(present.map(({ state }) => state)),
        undecided: Math.max(0, ...present.map(({ undecided }) => undecided)),
        figure: figureIn(expression, figuresOf, points, minimum),
      };
    }),
    basis: {
      origins: [
        ...new Map(known.flatMap(({ basis }) => basis.origins.map((origin) => [origin.id, origin]))).values(),
      ],
      simulated: known.some(({ basis }) => basis.simulated),
      places: {},
      scale: null,
      minimum,
      patienceSeconds: null,
    },
  };
}

function figureIn(
  expression: Expression,
  figuresOf: ReadonlyMap<string, Figures>,
  points: ReadonlyMap<string, TrendPoint | undefined>,
  minimum: number,
): PeriodFigure {
  const figures = new Map<string, TermFigure>();
  let fewest: { n: number; minimum: number } | null = null;
  for (const [term, point] of points) {
    const figure = point?.figure;
    if (!figure) return { is: 'none', why: 'nobody' };
    if (figure.is === 'none') return figure;
    if (figure.is === 'withheld') fewest = !fewest || figure.n < fewest.n ? figure : fewest;
    else {
      const origins = figuresOf.get(term)?.basis.origins ?? [];
      figures.set(term, { ...figure, origin: origins.map(({ id }) => id).join(' ') });
    }
  }
  if (fewest) return { is: 'withheld', n: fewest.n, minimum: fewest.minimum };
  const of = (term: string): TermFigure =>
    figures.get(term) ?? { value: 0, low: 0, high: 0, n: 0, origin: '' };
  const evaluated = evaluateFormula(expression, (term) => of(term).value);
  if (!evaluated || !Number.isFinite(evaluated.value)) return { is: 'none', why: 'no-number' };
  const bounds = formulaBounds(evaluated, of);
  const n = figures.size > 0 ? Math.min(...[...figures.values()].map((figure) => figure.n)) : minimum;
  return {
    is: 'shown',
    value: evaluated.value,
    low: bounds?.low ?? null,
    high: bounds?.high ?? null,
    n,
    method: 'delta',
  };
}
