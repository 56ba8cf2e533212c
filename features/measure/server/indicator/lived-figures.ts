import { ok, type Result } from '#kit/result.ts';
import { countEstimate } from '#kit/statistics/count.ts';
import { shareEstimate } from '#kit/statistics/share.ts';
import { survivalQuantile } from '#kit/statistics/survival.ts';
import { conversionPeriods } from '#measure/analytics/indicator/conversion-periods.ts';
import { volumePeriods } from '#measure/analytics/indicator/volume-periods.ts';
import { waitPeriods } from '#measure/analytics/indicator/wait-periods.ts';
import type { PathsQuestion } from '#measure/analytics/paths/letters-sql.ts';
import { sourceSpan } from '#measure/analytics/source-span.ts';
import type { Lived } from '#measure/domain/indicator/indicator.ts';
import { endOfDay, type Period, periodsOf } from '#measure/domain/indicator/periods.ts';
import { figureOf, figureOfDuration, type PeriodFigure, stateOf } from '#measure/domain/indicator/trend.ts';
import { precisionFor } from '#measure/domain/measuring/duration-marks.ts';
import type { Split } from '#measure/domain/measuring/split.ts';
import { findSplits } from '../measuring/find-splits.ts';
import { namedGroups } from '../measuring/named-groups.ts';
import { type OpenPaths, openPaths } from '../paths/open-paths.ts';
import type { FigureQuestion, Figures, GroupFigures } from './figures.ts';
import type { IndicatorPorts } from './ports.ts';

const placesOf = (definition: Lived): string[] =>
  definition.of === 'volume'
    ? [definition.place]
    : definition.of === 'churn'
      ? [definition.first, definition.left].filter((place) => place !== null)
      : [definition.first, definition.second].filter((place) => place !== null);

/** Figures of lived journeys by period. Problems: those of `openPaths`. */
export async function livedFigures(
  ports: IndicatorPorts,
  question: FigureQuestion,
  definition: Lived,
): Promise<Result<Figures>> {
  const opened = await openLived(ports, question, definition);
  if (!opened.ok) return opened;
  const figures = await opened.value.figures(null);
  return ok(figures(0));
}

/** The same in each group of a split; no group where the source knows none. Problems: those of `openPaths`. */
export async function livedGroups(
  ports: IndicatorPorts,
  question: FigureQuestion,
  definition: Lived,
  by: string,
): Promise<Result<GroupFigures[]>> {
  const opened = await openLived(ports, question, definition);
  if (!opened.ok) return opened;
  const { map, figures } = opened.value;
  const splits = await findSplits(ports, {
    workspaceId: question.workspaceId,
    map: map ?? { personas: {} },
    by,
    sourceIds: [definition.sourceId],
    period: undefined,
    surveyGroups: async () => [],
  });
  const groups: GroupFigures[] = [];
  for (const split of splits) {
    const told = await figures(split);
    for (const { number, ...group } of namedGroups(split, map, true))
      groups.push({ ...group, figures: told(number) });
  }
  return ok(groups);
}

async function openLived(
  ports: IndicatorPorts,
  { workspaceId, grain, zone, now }: FigureQuestion,
  definition: Lived,
) {
  const { sourceId, unit, mapId, filters } = definition;
  const repeats = definition.of === 'volume' ? ('kept' as const) : ('joined' as const);
  const asked = placesOf(definition);
  const opened = await openPaths(
    ports,
    { workspaceId, sourceId, unit, ...(mapId !== undefined && { mapId }), repeats, filters },
    asked,
  );
  if (!opened.ok) return opened;
  const { question, map, basis: basisFor } = opened.value;
  const span = await sourceSpan(ports.engine, { workspaceId, sourceId });
  const until = { now, covered: endOfDay(zone, span.end) };
  const periods = periodsOf(grain, zone, span.begin, Math.min(now, span.end));
  const basis = basisFor(0);
  return ok({
    map,
    /** Figures by number of the group. */
    async figures(split: Split | null): Promise<(group: number) => Figures> {
      const told = await figuresOf(
        ports,
        opened.value,
        definition,
        periods,
        precisionFor(span.events),
        split,
      );
      return (group) => ({
        periods: periods.map(({ from, to, start, end }, at) => {
          const { figure, n, undecided } = told(group, at);
          return { from, to, start, state: stateOf({ end }, until, { n, undecided }), undecided, figure };
        }),
        basis: {
          origins: [{ kind: 'source', id: sourceId, name: basis.sourceName }],
          simulated: basis.simulated,
          places: Object.fromEntries(
            basis.places.filter(({ key }) => asked.includes(key)).map(({ key, label }) => [key, label]),
          ),
          scale: null,
          minimum: basis.minimum,
          patienceSeconds: question.patience / 1000,
        },
      });
    },
  });
}

type Told = { readonly figure: PeriodFigure; readonly n: number; readonly undecided: number };

async function figuresOf(
  { engine }: IndicatorPorts,
  { question, basis, designEffect }: OpenPaths,
  definition: Lived,
  periods: readonly Period[],
  precision: ReturnType<typeof precisionFor>,
  split: Split | null,
): Promise<(group: number, at: number) => Told> {
  const options = { minimum: basis(0).minimum, designEffect };
  const about: PathsQuestion & { periods: readonly Period[]; split: Split | null } = {
    ...question,
    periods,
    split,
  };
  switch (definition.of) {
    case 'conversion':
    case 'churn': {
      const { first } = definition;
      const second = definition.of === 'churn' ? definition.left : definition.second;
      const shares = await conversionPeriods(engine, { ...about, first, second });
      return (group, at) => {
        const none = { came: 0, undecided: 0, journeys: 0 };
        const { came, undecided, journeys } = shares.get(group)?.get(at) ?? none;
        const estimate = shareEstimate(came, journeys - undecided, options);
        return { figure: figureOf(estimate), n: journeys, undecided };
      };
    }
    case 'time': {
      const { first, second } = definition;
      const waits = await waitPeriods(engine, { ...about, first, second, precision });
      return (group, at) => {
        const { groups, waiting } = waits.get(group)?.get(at) ?? { groups: [], waiting: 0 };
        const n = groups.reduce((sum, { events, censored }) => sum + events + censored, 0);
        return { figure: figureOfDuration(survivalQuantile(groups, options)), n, undecided: waiting };
      };
    }
    case 'volume': {
      const sums = await volumePeriods(engine, { ...about, place: definition.place });
      return (group, at) => {
        const found = sums.get(group)?.get(at) ?? { n: 0, total: 0, squares: 0 };
        const { n } = found;
        const counted = definition.count === 'events' ? found : { n, total: n, squares: n };
        return { figure: figureOf(countEstimate(counted, options)), n, undecided: 0 };
      };
    }
  }
}
