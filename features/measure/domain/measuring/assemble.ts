import type { Freshness, MapMeasure, MeasuredEmotion, PlaceFigures, Score } from '../figures.ts';
import {
  columnScore,
  type Level,
  partOf,
  type SourceEvidence,
  type SurveyEvidence,
  scorePartOf,
  volumeAt,
} from './evidence.ts';
import type { BoundTouchpoint } from './map-plan.ts';
import { type FigureOptions, placeFigures, respondentFigures } from './place-figures.ts';
import { averageScore, emotionOf, eventScore, placeScore } from './scores.ts';
import { everyoneKey } from './split.ts';

type Place = {
  readonly level: Level;
  readonly id: string;
  readonly rank: number;
  readonly touchpoints: readonly BoundTouchpoint[];
};

export type Evidence = {
  readonly touchpoints: readonly BoundTouchpoint[];
  /** Only those that still exist. */
  readonly sources: readonly SourceEvidence[];
  readonly surveys: readonly SurveyEvidence[];
  /** Keys of the groups beside everyone. */
  readonly groups: readonly string[];
  readonly minimum: number;
};

/** Every figure of every bound place, for everyone and per group, and the measured emotion of every step. */
export function assemblePlaces(evidence: Evidence): Pick<MapMeasure, Level | 'emotion'> {
  const keys = [everyoneKey, ...evidence.groups];
  const level = (of: Level, key: (touchpoint: BoundTouchpoint) => string) =>
    Object.fromEntries(
      placesOf(evidence.touchpoints, of, key).map((place) => {
        const freshness = freshnessOf(evidence, place);
        const figures = keys.map((group) => [group, { ...figuresOf(evidence, place, group), freshness }]);
        return [place.id, Object.fromEntries(figures)];
      }),
    );
  const steps = placesOf(evidence.touchpoints, 'steps', ({ stepId }) => stepId);
  return {
    touchpoints: level('touchpoints', ({ id }) => id),
    steps: level('steps', ({ stepId }) => stepId),
    stages: level('stages', ({ stageId }) => stageId),
    emotion: Object.fromEntries(
      keys.map((group) => [
        group,
        steps.flatMap((step): MeasuredEmotion[] => {
          const score = scoreOf(evidence, step, group, 'mean');
          return score ? [{ stepId: step.id, estimate: emotionOf(score) }] : [];
        }),
      ]),
    ),
  };
}

function placesOf(
  touchpoints: readonly BoundTouchpoint[],
  level: Level,
  key: (touchpoint: BoundTouchpoint) => string,
): Place[] {
  const places = new Map<string, BoundTouchpoint[]>();
  for (const touchpoint of touchpoints) {
    places.set(key(touchpoint), [...(places.get(key(touchpoint)) ?? []), touchpoint]);
  }
  return [...places].map(([id, own]) => ({ level, id, rank: own[0]?.stageRank ?? 0, touchpoints: own }));
}

function figuresOf(evidence: Evidence, place: Place, group: string): Omit<PlaceFigures, 'freshness'> {
  const options: FigureOptions = { minimum: evidence.minimum, split: group !== everyoneKey };
  const sources = sourcesOf(evidence, place);
  const answers = columnsOf(evidence, place, group, 'own').map((column) => column.answers);
  return {
    ...(sources.length > 0
      ? placeFigures(
          sources.map((source) => partOf(source, place.level, place.id, place.rank, group)),
          options,
        )
      : respondentFigures(
          Math.max(0, ...answers),
          answers.reduce((sum, n) => sum + n, 0),
          options,
        )),
    satisfaction: scoreOf(evidence, place, group, 'own'),
  };
}

const sourcesOf = ({ sources }: Evidence, { touchpoints }: Place): SourceEvidence[] =>
  sources.filter(({ sourceId }) =>
    touchpoints.some(({ events }) => events.some((binding) => binding.sourceId === sourceId)),
  );

/** Columns bound here, each once, read as their binding says or, for the emotion, as means. */
function columnsOf({ surveys }: Evidence, { touchpoints }: Place, group: string, as: 'own' | 'mean') {
  const seen = new Set<string>();
  return touchpoints
    .flatMap((touchpoint) => touchpoint.surveys)
    .flatMap(({ surveyId, column, kind }) => {
      const asked = { column, kind: as === 'mean' && kind === 'nps' ? ('mean' as const) : kind };
      const key = JSON.stringify([surveyId, as === 'mean' ? [column] : [column, asked.kind]]);
      const survey = surveys.find((each) => each.surveyId === surveyId);
      if (!survey || seen.has(key)) return [];
      seen.add(key);
      const found = columnScore(survey, asked, group);
      return found ? [{ ...found, survey }] : [];
    });
}

/** The score of a place; as a mean for the emotion: an NPS then counts as the mean of the answers 0–10. */
function scoreOf(evidence: Evidence, place: Place, group: string, as: 'own' | 'mean'): Score | null {
  const events = eventScore(
    sourcesOf(evidence, place).flatMap((source) => scorePartOf(source, place.level, place.id, group)),
    evidence.minimum,
  );
  const columns = columnsOf(evidence, place, group, as).map(({ score }) => score);
  if (as === 'own' || columns.length === 0) return placeScore(events, columns);
  const scale = { min: -3, max: 3 };
  const emotions = columns.map(
    (score): Score => ({ ...score, kind: 'mean', scale, estimate: emotionOf(score) }),
  );
  return placeScore(events, [averageScore(emotions)]);
}

/** How fresh a place is for everyone: told with every group, as the counts of a small group are not for showing. */
function freshnessOf(evidence: Evidence, place: Place): Freshness[] {
  const fromSources = sourcesOf(evidence, place).map((source): Freshness => {
    const moments = place.touchpoints.flatMap(({ id }) => source.lastSeen.get(id) ?? []);
    return {
      sourceId: source.sourceId,
      sourceName: source.name,
      n: volumeAt(source, place.level, place.id),
      lastAt: moments.length > 0 ? new Date(Math.max(...moments)).toISOString() : null,
      importedAt: source.importedAt,
    };
  });
  const answers = new Map<SurveyEvidence, number>();
  for (const { survey, answers: n } of columnsOf(evidence, place, everyoneKey, 'own')) {
    answers.set(survey, (answers.get(survey) ?? 0) + n);
  }
  const fromSurveys = [...answers].map(
    ([{ surveyId, name, lastAt, importedAt }, n]): Freshness => ({
      sourceId: surveyId,
      sourceName: name,
      n,
      lastAt,
      importedAt,
    }),
  );
  return [...fromSources, ...fromSurveys];
}
