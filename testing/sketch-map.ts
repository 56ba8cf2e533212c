import {
  type Card,
  cardSchema,
  type EmotionPoint,
  emotionId,
  emotionPointSchema,
  type JourneyMap,
  type LaneType,
  laneSchema,
  type MapTouchpoint,
  mapPersonaSchema,
  mapTouchpointSchema,
  type Objective,
  objectiveSchema,
  type Phase,
  phaseSchema,
  stageSchema,
  stepSchema,
} from '#journey/domain/schema.ts';
import { emptyMap } from '#journey/domain/templates/template.ts';
import { spread } from '#kit/document/order.ts';

type CardSketch = string | Partial<Card>;
/** Emotion by persona, or `all`. */
type FeltSketch = Readonly<Record<string, number>>;

export type StepSketch = {
  readonly title?: string;
  /** Steps that follow each other with one stage share it; the title of the step unless told. */
  readonly stage?: string;
  readonly moment?: Phase['moment'];
  readonly momentOfTruth?: boolean;
  readonly cards?: Readonly<Partial<Record<LaneType, readonly CardSketch[]>>>;
  readonly touchpoints?: readonly (Partial<MapTouchpoint> & Pick<MapTouchpoint, 'channel'>)[];
  readonly felt?: FeltSketch;
  readonly planned?: FeltSketch;
};

export type MapSketch = Partial<
  Pick<JourneyMap, 'title' | 'kind' | 'state' | 'language' | 'parent' | 'arrival' | 'departure'>
> & {
  /** Their ids are their names. */
  readonly personas?: readonly string[];
  readonly steps: readonly StepSketch[];
  readonly objectives?: readonly Partial<Objective>[];
};

/**
 * A map drawn in a few lines, for tests of what reads maps. Ids say what they are: `phase-during`, `stage-1`, `step-2`,
 * `lane-delights`, `delights-2-1` (first card of the second step), `touchpoint-2-1`, `objective-1`.
 */
export function sketchMap({ personas = [], steps, objectives = [], ...fields }: MapSketch): JourneyMap {
  const map: JourneyMap = {
    ...emptyMap(fields.kind ?? 'journey', fields.language ?? 'en', fields.title ?? 'A journey'),
    ...fields,
  };
  const orders = spread(Math.max(steps.length, personas.length, objectives.length, 40));
  for (const [index, name] of personas.entries()) {
    map.personas[name] = mapPersonaSchema.parse({ order: orders[index], name, colour: index % 6 });
  }
  for (const [index, objective] of objectives.entries()) {
    map.objectives[`objective-${index + 1}`] = objectiveSchema.parse({
      order: orders[index],
      kind: 'satisfaction',
      ...objective,
    });
  }
  for (const [index, moment] of (['before', 'during', 'after'] as const).entries()) {
    if (!steps.some((step) => (step.moment ?? 'during') === moment)) continue;
    map.phases[`phase-${moment}`] = phaseSchema.parse({ order: orders[index], moment, name: moment });
  }
  let stage = { id: '', title: '', moment: '' };
  for (const [index, step] of steps.entries()) {
    const { moment = 'during', title = '' } = step;
    const stageTitle = step.stage ?? title;
    if (stage.id === '' || stage.title !== stageTitle || stage.moment !== moment) {
      stage = { id: `stage-${Object.keys(map.stages).length + 1}`, title: stageTitle, moment };
      map.stages[stage.id] = stageSchema.parse({
        order: orders[index],
        phaseId: `phase-${moment}`,
        title: stageTitle,
      });
    }
    const stepId = `step-${index + 1}`;
    map.steps[stepId] = stepSchema.parse({
      order: orders[index],
      stageId: stage.id,
      title,
      momentOfTruth: step.momentOfTruth ?? false,
    });
    for (const [at, touchpoint] of (step.touchpoints ?? []).entries()) {
      map.touchpoints[`touchpoint-${index + 1}-${at + 1}`] = mapTouchpointSchema.parse({
        order: orders[at],
        stepId,
        ...touchpoint,
      });
    }
    for (const [lane, cards] of Object.entries(step.cards ?? {}))
      addCards(map, lane as LaneType, index, cards);
    for (const reading of ['felt', 'planned'] as const) addPoints(map, reading, stepId, step[reading] ?? {});
  }
  return map;
}

function addCards(map: JourneyMap, type: LaneType, step: number, cards: readonly CardSketch[]): void {
  const laneId = `lane-${type}`;
  const orders = spread(40);
  map.lanes[laneId] ??= laneSchema.parse({ order: orders[Object.keys(map.lanes).length], type });
  for (const [at, card] of cards.entries()) {
    map.cards[`${type}-${step + 1}-${at + 1}`] = cardSchema.parse({
      order: orders[at],
      laneId,
      stepId: `step-${step + 1}`,
      ...(typeof card === 'string' ? { text: card } : card),
    });
  }
}

function addPoints(
  map: JourneyMap,
  reading: EmotionPoint['reading'],
  stepId: string,
  values: FeltSketch,
): void {
  for (const [name, value] of Object.entries(values)) {
    const personaId = name === 'all' ? null : name;
    map.emotions[emotionId(reading, personaId, stepId)] = emotionPointSchema.parse({
      stepId,
      personaId,
      reading,
      value,
    });
  }
}
