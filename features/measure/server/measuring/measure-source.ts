import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { JourneysScope } from '#measure/analytics/journeys-scope.ts';
import { KeptCodes, sourceContent } from '#measure/analytics/kept-codes.ts';
import { lastSeen } from '#measure/analytics/last-seen.ts';
import { attributeLevels } from '#measure/analytics/lived-journey/attribute-levels.ts';
import { eventKinds } from '#measure/analytics/lived-journey/event-kinds.ts';
import { patience as patienceOf } from '#measure/analytics/patience.ts';
import { placeTallies } from '#measure/analytics/place-tallies.ts';
import { scoreTallies } from '#measure/analytics/score-tallies.ts';
import { sourceSpan } from '#measure/analytics/source-span.ts';
import { mostTouchpoints } from '#measure/analytics/tally-codes.ts';
import { undrawnEvents } from '#measure/analytics/undrawn-events.ts';
import type { Score } from '#measure/domain/figures.ts';
import { precisionFor } from '#measure/domain/measuring/duration-marks.ts';
import type { CountedSplit, SourceEvidence } from '#measure/domain/measuring/evidence.ts';
import { readOffKinds } from '#measure/domain/measuring/known-kinds.ts';
import type { BoundTouchpoint } from '#measure/domain/measuring/map-plan.ts';
import { numberPlaces, planSource } from '#measure/domain/measuring/source-plan.ts';
import type { Split } from '#measure/domain/measuring/split.ts';
import type { TravelledPart } from '#measure/domain/measuring/travelled.ts';
import type { MeasurePorts } from '../ports.ts';
import type { StoredSource } from '../source-store.ts';

export type SourceQuestion = {
  readonly workspaceId: WorkspaceId;
  readonly source: StoredSource;
  readonly importedAt: string | null;
  readonly scale: Score['scale'] | null;
  readonly touchpoints: readonly BoundTouchpoint[];
  readonly splits: readonly Split[];
  readonly period: JourneysScope['period'];
  /** Instead of the patience of the source. */
  readonly patienceSeconds: number | undefined;
};

export type MeasuredSource = {
  readonly evidence: SourceEvidence;
  readonly travelled: TravelledPart;
  readonly patienceSeconds: number;
  readonly rounded: boolean;
};

/** Id of the job that keeps the codes of a source. */
export const codesOf = (sourceId: string): string => `codes ${sourceId}`;

/** Asks one source all that a map wants to know of it. Problem: `measure.too-many-touchpoints`. */
export async function measureSource(
  { engine, keptCodes }: Pick<MeasurePorts, 'engine' | 'keptCodes'>,
  question: SourceQuestion,
): Promise<Result<MeasuredSource>> {
  const { workspaceId, source, touchpoints, splits, period, scale } = question;
  const scope: JourneysScope = { workspaceId, sourceId: source.id, ...(period ? { period } : {}) };
  const spanned = sourceSpan(engine, scope);
  // Waited for further down: until then a failure must not count as unhandled.
  spanned.catch(() => {});
  const [kinds, levels] = await Promise.all([
    eventKinds(engine, workspaceId, source.id),
    attributeLevels(engine, workspaceId, source.id),
  ]);
  const plan = planSource(touchpoints, {
    sourceId: source.id,
    kinds,
    eventAttributes: new Set(levels.filter(({ level }) => level === 'event').map(({ name }) => name)),
  });
  const numbering = numberPlaces(plan);
  const bound = plan.touchpoints.length;
  if (bound > mostTouchpoints) {
    return fail(problem('measure.too-many-touchpoints', { bound, most: mostTouchpoints }));
  }
  const about = { ...scope, numbering };
  const asked: readonly (Split | null)[] = splits.length > 0 ? splits : [null];
  const told = question.patienceSeconds ?? source.summary?.patienceSeconds;
  const patience =
    told === undefined
      ? await patienceOf(engine, { workspaceId, sourceId: source.id })
      : Math.round(told * 1000);
  const span = await spanned;
  const precision = precisionFor(span.events);
  const known = period ? undefined : readOffKinds(plan, source.summary?.kinds, span.events);
  const until = { end: span.end, patience, longest: span.longest, precision };
  const kept =
    span.events >= keptCodes.from
      ? new KeptCodes(engine, scope, await sourceContent(engine, scope))
      : undefined;
  const [tallied, scored, undrawn, seen] = await Promise.all([
    Promise.all(asked.map((split) => placeTallies(engine, { ...about, ...until, split }, kept))),
    Promise.all(
      asked.map((split) => (scale ? scoreTallies(engine, { ...about, split, scale }, kept) : null)),
    ),
    known?.undrawn ?? undrawnEvents(engine, about),
    // What has not happened for a fifth of the time covered is looked for in all journeys.
    known?.lastSeen ??
      lastSeen(engine, { ...about, since: span.end - Math.ceil((span.end - span.begin) / 5) }),
  ]);
  // Once the answer is known, so that nobody waits for it: the next question on these bindings is answered faster.
  const job = codesOf(source.id);
  if (kept?.lacks && !keptCodes.jobs.isRunning(workspaceId, job))
    keptCodes.jobs.start(workspaceId, job, ({ signal }) => kept.keep(keptCodes.keeping, signal));
  const counted = asked.map(
    (split, index): CountedSplit => ({ split, tallies: tallied[index]!, scores: scored[index] ?? null }),
  );
  return ok({
    evidence: {
      sourceId: source.id,
      name: source.name,
      importedAt: question.importedAt,
      scale,
      designEffect: source.summary?.designEffect ?? 1,
      lastRank: Math.max(-1, ...plan.touchpoints.map(({ stageRank }) => stageRank)),
      counted,
      lastSeen: seen,
    },
    travelled: {
      kinds,
      events: span.events,
      undrawn,
      neighbours: counted[0]?.tallies.neighbours ?? [],
      stepCustomers: stepCustomers(touchpoints, source.id, counted[0]),
      designEffect: source.summary?.designEffect ?? 1,
    },
    patienceSeconds: patience / 1000,
    rounded: precision !== 'exact',
  });
}

/** Journeys at each step bound to the source; a step bound to events that never happened there has none. */
function stepCustomers(
  touchpoints: readonly BoundTouchpoint[],
  sourceId: string,
  counted: CountedSplit | undefined,
): Map<string, number> {
  const steps = touchpoints
    .filter(({ events }) => events.some((binding) => binding.sourceId === sourceId))
    .map(({ stepId }) => stepId);
  return new Map(
    steps.map((id) => {
      const groups = counted?.tallies.steps.get(id) ?? [];
      return [id, groups.reduce((sum, { customers }) => sum + customers, 0)];
    }),
  );
}
