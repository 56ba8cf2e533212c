import type { JourneyMap } from '#journey/domain/schema.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import type { JourneysScope } from '#measure/analytics/journeys-scope.ts';
import { attributeLevels } from '#measure/analytics/lived-journey/attribute-levels.ts';
import { eventKinds } from '#measure/analytics/lived-journey/event-kinds.ts';
import { scoreTallies } from '#measure/analytics/score-tallies.ts';
import type { Score } from '#measure/domain/figures.ts';
import { columnScore, type SurveyEvidence } from '#measure/domain/measuring/evidence.ts';
import { eventScore } from '#measure/domain/measuring/scores.ts';
import { numberPlaces, planSource } from '#measure/domain/measuring/source-plan.ts';
import { everyoneKey } from '#measure/domain/measuring/split.ts';
import type { Binding, EventBinding } from '#touchpoint/domain/binding.ts';
import type { MeasurePorts } from '../ports.ts';
import type { BoundSource } from './bound-sources.ts';

type ObjectivesQuestion = {
  readonly workspaceId: WorkspaceId;
  readonly map: JourneyMap;
  readonly sources: readonly BoundSource[];
  readonly surveys: readonly SurveyEvidence[];
  readonly period: JourneysScope['period'];
  readonly minimum: number;
};

/** The score behind each objective that is bound to data, for everyone; null when there is none. */
export async function measureObjectives(
  ports: Pick<MeasurePorts, 'engine'>,
  question: ObjectivesQuestion,
): Promise<Record<string, Score | null>> {
  const scoreOf = async (binding: Binding): Promise<Score | null> => {
    if (binding.on === 'events') return scoreOfEvents(ports, question, binding);
    const survey = question.surveys.find(({ surveyId }) => surveyId === binding.surveyId);
    return (survey && columnScore(survey, binding, everyoneKey)?.score) ?? null;
  };
  const scores = await Promise.all(
    Object.entries(question.map.objectives).flatMap(([id, { binding }]) =>
      binding ? [scoreOf(binding).then((score) => [id, score] as const)] : [],
    ),
  );
  return Object.fromEntries(scores);
}

async function scoreOfEvents(
  { engine }: Pick<MeasurePorts, 'engine'>,
  { workspaceId, sources, period, minimum }: ObjectivesQuestion,
  binding: EventBinding,
): Promise<Score | null> {
  const { sourceId } = binding;
  const bound = sources.find(({ source }) => source.id === sourceId);
  if (!bound?.scale) return null;
  const { scale, source } = bound;
  const [kinds, levels] = await Promise.all([
    eventKinds(engine, workspaceId, sourceId),
    attributeLevels(engine, workspaceId, sourceId),
  ]);
  const id = 'objective';
  const plan = planSource([{ id, stepId: id, stageId: id, stageRank: 0, events: [binding], surveys: [] }], {
    sourceId,
    kinds,
    eventAttributes: new Set(levels.filter(({ level }) => level === 'event').map(({ name }) => name)),
  });
  const tallies = await scoreTallies(engine, {
    workspaceId,
    sourceId,
    ...(period ? { period } : {}),
    numbering: numberPlaces(plan),
    split: null,
    scale,
  });
  const scores = tallies.touchpoints.get(id)?.[0];
  return scores
    ? eventScore([{ scores, scale, designEffect: source.summary?.designEffect ?? 1 }], minimum)
    : null;
}
