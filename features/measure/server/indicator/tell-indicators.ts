import type { WorkspaceId } from '#kit/ids.ts';
import type { Problem } from '#kit/problem.ts';
import { ok, type Result } from '#kit/result.ts';
import type { IndicatorBasis } from '#measure/domain/indicator/answer.ts';
import { lettersIn } from '#measure/domain/indicator/formula/parse.ts';
import type { Indicator } from '#measure/domain/indicator/indicator.ts';
import { type Movement, movementOf, type TrendPoint } from '#measure/domain/indicator/trend.ts';
import type { FigureQuestion, Figures } from './figures.ts';
import { formulaFigures, unfoldFormula } from './formula-figures.ts';
import { livedFigures } from './lived-figures.ts';
import type { IndicatorPorts } from './ports.ts';
import { scoreFigures } from './score-figures.ts';

export type ToldIndicator = {
  readonly indicator: Indicator;
  readonly told: Result<{
    readonly basis: IndicatorBasis;
    readonly points: readonly TrendPoint[];
    readonly movement: Movement | null;
  }>;
};

/**
 * Indicators over their periods, as known at `now`; what cannot be told any more says why, and the others are told. A figure that
 * several ask for is asked once. Problems: those of the settings of the workspace.
 */
export async function tellIndicators(
  ports: IndicatorPorts,
  workspaceId: WorkspaceId,
  asked: readonly Indicator[],
  now: number,
): Promise<Result<ToldIndicator[]>> {
  const [zone, minimum, all] = await Promise.all([
    ports.zoneOf(workspaceId),
    ports.minimumOf(workspaceId),
    ports.indicators.list(workspaceId),
  ]);
  if (!zone.ok) return zone;
  if (!minimum.ok) return minimum;
  const known = new Map([...all, ...asked].map((indicator) => [indicator.id, indicator]));
  const question = { workspaceId, zone: zone.value, minimum: minimum.value, now };
  const begun = new Map<string, Promise<Result<Figures>>>();
  const plainFigures = (id: string, grain: FigureQuestion['grain']): Promise<Result<Figures>> => {
    const key = `${grain} ${id}`;
    const found = begun.get(key) ?? plain(ports, { ...question, grain }, known.get(id));
    begun.set(key, found);
    return found;
  };
  const told = await Promise.all(
    asked.map(async (indicator): Promise<ToldIndicator> => {
      const figures = await figuresOf(indicator, known, minimum.value, plainFigures);
      if (!figures.ok) return { indicator, told: figures };
      const points = figures.value.periods.map(({ start: _, ...point }): TrendPoint => point);
      return { indicator, told: ok({ basis: figures.value.basis, points, movement: movementOf(points) }) };
    }),
  );
  return ok(told);
}

async function plain(
  ports: IndicatorPorts,
  question: FigureQuestion,
  indicator: Indicator | undefined,
): Promise<Result<Figures>> {
  const definition = indicator?.definition;
  if (!definition || definition.of === 'formula') throw new Error('not a plain indicator');
  return definition.of === 'score'
    ? scoreFigures(ports, question, definition)
    : livedFigures(ports, question, definition);
}

async function figuresOf(
  indicator: Indicator,
  known: ReadonlyMap<string, Indicator>,
  minimum: number,
  plainFigures: (id: string, grain: FigureQuestion['grain']) => Promise<Result<Figures>>,
): Promise<Result<Figures>> {
  const { definition, grain } = indicator;
  if (definition.of !== 'formula') return plainFigures(indicator.id, grain);
  const unfolded = unfoldFormula(definition, known, indicator);
  if (!unfolded.ok) return unfolded;
  const figures = new Map<string, Figures>();
  let failed: Problem | null = null;
  for (const term of lettersIn(unfolded.value)) {
    const own = await plainFigures(term, grain);
    if (own.ok) figures.set(term, own.value);
    else failed ??= own.problem;
  }
  return failed ? { ok: false, problem: failed } : ok(formulaFigures(unfolded.value, figures, minimum));
}

/** One indicator, now; one that is not kept yet as it would be told. */
export async function tellIndicator(
  ports: IndicatorPorts,
  workspaceId: WorkspaceId,
  indicator: Indicator,
): Promise<Result<ToldIndicator>> {
  const told = await tellIndicators(ports, workspaceId, [indicator], ports.now().getTime());
  if (!told.ok) return told;
  const [only] = told.value;
  if (!only) throw new Error('an indicator was not told');
  return ok(only);
}
