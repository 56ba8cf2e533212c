import type { JourneyMap, LaneType } from '#journey/domain/schema.ts';
import { emotionId } from '#journey/domain/schema.ts';
import { emptyMap } from '#journey/domain/templates/template.ts';
import { spread } from '#kit/document/order.ts';

/** The largest map that Parcours promises to be quick with. */
export const large = { steps: 40, lanes: 20, cards: 800, curves: 4 } as const;

const laneTypes: readonly LaneType[] = [
  'actions',
  'key-questions',
  'thoughts',
  'emotion',
  'feelings',
  'expectations',
  'pain-points',
  'delights',
  'goals',
  'opportunities',
  'solutions',
  'moments-of-truth',
  'employee-experience',
  'brand-promise',
  'front-office',
  'back-office',
  'support',
  'stakeholders',
  'social',
  'text',
];

/** A map of 40 steps and 20 lanes, with 800 cards and 4 curves: the same at each call. */
export function largeMap(): JourneyMap {
  const map = emptyMap('journey', 'en', 'Forty steps');
  for (const [index, order] of spread(3).entries()) {
    map.personas[`p${index}`] = {
      order,
      name: `Persona ${index + 1}`,
      colour: index,
      match: null,
      personaId: null,
    };
  }
  const moments = ['before', 'during', 'after'] as const;
  for (const [index, order] of spread(moments.length).entries()) {
    const moment = moments[index]!;
    map.phases[moment] = { order, name: moment, moment };
  }
  for (const [index, order] of spread(10).entries()) {
    map.stages[`stage-${index}`] = {
      order,
      phaseId: moments[Math.min(2, Math.floor(index / 4))]!,
      title: `I live stage ${index + 1}`,
      goals: '',
      promise: '',
      duration: null,
      subMapId: null,
      notes: '',
    };
  }
  const steps = spread(large.steps).map((order, index) => {
    const id = `step-${index}`;
    const stageId = `stage-${Math.floor(index / 4)}`;
    map.steps[id] = {
      order,
      stageId,
      title: `I do thing ${index + 1}`,
      duration: null,
      momentOfTruth: index % 9 === 4,
    };
    return id;
  });
  const lanes = spread(laneTypes.length).map((order, index) => {
    const type = laneTypes[index]!;
    map.lanes[type] = { order, type, title: '', hidden: false, folded: false, colour: null, figures: null };
    return type;
  });
  placeCards(
    map,
    lanes.filter((lane) => lane !== 'emotion'),
    steps,
  );
  for (const [rank, personaId] of [null, 'p0', 'p1', 'p2'].entries()) {
    for (const [index, stepId] of steps.entries()) {
      map.emotions[emotionId('felt', personaId, stepId)] = {
        stepId,
        personaId,
        reading: 'felt',
        value: Math.round(25 * Math.sin(index / 3 + rank)) / 10,
        intensity: 0.5,
        note: '',
      };
    }
  }
  return map;
}

/** Cell after cell, one card each; what is left over goes on top of the first cells. */
function placeCards(map: JourneyMap, lanes: readonly LaneType[], steps: readonly string[]): void {
  const cells = lanes.flatMap((laneId) => steps.map((stepId) => ({ laneId, stepId })));
  const orders = spread(Math.ceil(large.cards / cells.length));
  for (let index = 0; index < large.cards; index++) {
    map.cards[`card-${index}`] = {
      ...cells[index % cells.length]!,
      order: orders[Math.floor(index / cells.length)]!,
      text: `What happens here, told in the words of people, number ${index + 1}`,
      personaIds: index % 7 === 0 ? ['p0'] : [],
      status: index % 3 === 0 ? 'validated' : 'assumed',
      evidence: [],
      weight: null,
      momentOfTruth: index % 50 === 0,
      tags: index % 10 === 0 ? ['quick win'] : [],
      met: null,
      linkedCardId: null,
      mediaId: null,
    };
  }
}
