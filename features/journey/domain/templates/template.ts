import { spread } from '#kit/document/order.ts';
import type { NewId } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import type { JourneyMap, LaneType } from '../schema.ts';
import { blueprintTemplate } from './blueprint.ts';
import { experienceTemplate } from './experience.ts';
import { journeyTemplate } from './journey.ts';
import type { Template } from './shape.ts';

const templates: Readonly<Record<JourneyMap['kind'], Template>> = {
  journey: journeyTemplate,
  experience: experienceTemplate,
  blueprint: blueprintTemplate,
};

/** The lanes a map of a kind begins with, in their order. */
export const templateLanes = (kind: JourneyMap['kind']): readonly LaneType[] => templates[kind].lanes;

/** A map with nothing in it but its name. */
export const emptyMap = (kind: JourneyMap['kind'], language: Locale, title: string): JourneyMap => ({
  title,
  kind,
  state: 'as-is',
  scope: '',
  language,
  arrival: '',
  departure: '',
  story: '',
  parent: null,
  asIsMapId: null,
  structureLocked: false,
  personas: {},
  phases: {},
  stages: {},
  steps: {},
  lanes: {},
  cards: {},
  touchpoints: {},
  emotions: {},
  objectives: {},
  comments: {},
  replies: {},
  dismissals: {},
});

/** A new map of a kind in a language: lanes, phases, stages, and one step to write in under each stage. */
export function templateMap(
  kind: JourneyMap['kind'],
  language: Locale,
  title: string,
  newId: NewId,
): JourneyMap {
  const template = templates[kind];
  const map = emptyMap(kind, language, title);
  for (const [order, type] of ranked(template.lanes)) {
    map.lanes[newId()] = {
      order,
      type,
      title: '',
      hidden: false,
      folded: false,
      colour: null,
      figures: null,
    };
  }
  for (const [order, { moment, name, stages }] of ranked(template.phases[language])) {
    const phaseId = newId();
    map.phases[phaseId] = { order, name, moment };
    for (const [stageOrder, stageTitle] of ranked(stages)) {
      const stageId = newId();
      map.stages[stageId] = {
        order: stageOrder,
        phaseId,
        title: stageTitle,
        goals: '',
        promise: '',
        duration: null,
        subMapId: null,
        notes: '',
      };
      const [stepOrder] = spread(1);
      map.steps[newId()] = {
        order: stepOrder!,
        stageId,
        title: '',
        duration: null,
        momentOfTruth: false,
      };
    }
  }
  return map;
}

const ranked = <T>(things: readonly T[]): [order: string, thing: T][] =>
  spread(things.length).map((order, index) => [order, things[index]!]);
