import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { lettersIn } from '#measure/domain/indicator/formula/parse.ts';
import { type GroupTrend, groupPoints } from '#measure/domain/indicator/groups.ts';
import type { Indicator } from '#measure/domain/indicator/indicator.ts';
import type { FigureQuestion, Figures, GroupFigures } from './figures.ts';
import { formulaFigures, unfoldFormula } from './formula-figures.ts';
import { findIndicator } from './indicators.ts';
import { livedGroups } from './lived-figures.ts';
import type { IndicatorPorts } from './ports.ts';
import { scoreGroups } from './score-figures.ts';

/**
 * An indicator over its periods in each group of customers: personas, the channel a journey began on, or the values of an attribute
 * of the source or a column of the survey. A formula is told in the groups that all its terms have. No group where none is known.
 * Problems: those that keep the indicator from being told.
 */
export async function tellGroups(
  ports: IndicatorPorts,
  workspaceId: WorkspaceId,
  indicator: Indicator,
  by: string,
): Promise<Result<GroupTrend[]>> {
  const [zone, minimum] = await Promise.all([ports.zoneOf(workspaceId), ports.minimumOf(workspaceId)]);
  if (!zone.ok) return zone;
  if (!minimum.ok) return minimum;
  const question = {
    workspaceId,
    zone: zone.value,
    minimum: minimum.value,
    now: ports.now().getTime(),
    grain: indicator.grain,
  };
  const groups = await groupsOf(ports, question, indicator, by);
  if (!groups.ok) return groups;
  return ok(
    groups.value.map(({ figures, ...group }) => ({ ...group, points: groupPoints(figures.periods) })),
  );
}

/** One indicator by groups. Problems: `indicator.not-found`, those of {@link tellGroups}. */
export async function indicatorGroups(
  ports: IndicatorPorts,
  {
    workspaceId,
    indicatorId,
    by,
  }: { readonly workspaceId: WorkspaceId; readonly indicatorId: string; readonly by: string },
): Promise<Result<GroupTrend[]>> {
  const found = await findIndicator(ports, workspaceId, indicatorId);
  return found.ok ? tellGroups(ports, workspaceId, found.value, by) : found;
}

async function groupsOf(
  ports: IndicatorPorts,
  question: FigureQuestion,
  { id, name, definition }: Indicator,
  by: string,
): Promise<Result<GroupFigures[]>> {
  if (definition.of === 'score') return scoreGroups(ports, question, definition, by);
  if (definition.of !== 'formula') return livedGroups(ports, question, definition, by);
  const all = await ports.indicators.list(question.workspaceId);
  const known = new Map(all.map((each) => [each.id, each]));
  const unfolded = unfoldFormula(definition, known, { id, name });
  if (!unfolded.ok) return unfolded;
  const terms = new Map<string, ReadonlyMap<string, GroupFigures>>();
  for (const term of lettersIn(unfolded.value)) {
    const indicator = known.get(term);
    if (!indicator) return fail(problem('indicator.term-missing', { letter: term }));
    const told = await groupsOf(ports, question, indicator, by);
    if (!told.ok) return told;
    terms.set(term, new Map(told.value.map((group) => [group.key, group])));
  }
  const [first, ...others] = [...terms.values()];
  return ok(
    [...(first?.values() ?? [])]
      .filter(({ key }) => others.every((groups) => groups.has(key)))
      .map(({ key, label, personaId }) => {
        const figures = new Map<string, Figures>();
        for (const [term, groups] of terms) {
          const own = groups.get(key);
          if (own) figures.set(term, own.figures);
        }
        return { key, label, personaId, figures: formulaFigures(unfolded.value, figures, question.minimum) };
      }),
  );
}
