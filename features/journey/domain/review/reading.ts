import { knownChannel } from '#kit/channel.ts';
import { type Outline, orderedLanes, outline } from '../outline.ts';
import type { Card, JourneyMap, LaneType, MapTouchpoint, Phase } from '../schema.ts';
import type { Remark, ReviewContext } from './remark.ts';

/** A card as the rules read it: where it stands and in which kind of lane. */
export type ReadCard = { readonly id: string; readonly card: Card; readonly lane: LaneType };
export type ReadTouchpoint = { readonly id: string; readonly touchpoint: MapTouchpoint };
export type ReadStep = {
  readonly id: string;
  readonly stageId: string;
  readonly moment: Phase['moment'];
  readonly title: string;
  readonly momentOfTruth: boolean;
  /** Lane by lane, in reading order. */
  readonly cards: readonly ReadCard[];
  readonly touchpoints: readonly ReadTouchpoint[];
  /** Does a curve go through it? */
  readonly felt: boolean;
};

/** A map laid out for the rules: step by step in reading order, made once for all of them. */
export type Reading = {
  readonly map: JourneyMap;
  readonly outline: Outline;
  readonly context: ReviewContext;
  readonly steps: readonly ReadStep[];
};

export type Rule = (reading: Reading) => readonly Remark[];

export function readMap(map: JourneyMap, context: ReviewContext): Reading {
  const whole = outline(map);
  const lanes = orderedLanes(map);
  const felt = new Set(Object.values(map.emotions).map(({ stepId }) => stepId));
  const steps = whole.steps.map(({ id, step, stageId }): ReadStep => {
    const stage = map.stages[stageId];
    const phase = stage && map.phases[stage.phaseId];
    return {
      id,
      stageId,
      moment: phase?.moment ?? 'during',
      title: step.title || stage?.title || '',
      momentOfTruth: step.momentOfTruth,
      cards: lanes.flatMap(([laneId, lane]) =>
        (whole.cells.get(`${laneId}/${id}`) ?? []).map(([cardId, card]) => ({
          id: cardId,
          card,
          lane: lane.type,
        })),
      ),
      touchpoints: (whole.touchpoints.get(id) ?? []).map(([touchpointId, touchpoint]) => ({
        id: touchpointId,
        touchpoint,
      })),
      felt: felt.has(id),
    };
  });
  return { map, outline: whole, context, steps };
}

/** Cards of some kinds of lanes, over the whole map. */
export const cardsIn = ({ steps }: Reading, lanes: readonly LaneType[]): readonly ReadCard[] =>
  steps.flatMap(({ cards }) => cards.filter(({ lane }) => lanes.includes(lane)));

/** Nothing is written, met or felt there. */
export const isEmpty = ({ cards, touchpoints, felt }: ReadStep): boolean =>
  cards.length === 0 && touchpoints.length === 0 && !felt;

/** One name for one channel, however it is written: the known one, else the word in lower case. */
export function channelName(channel: string): string {
  const known = knownChannel(channel);
  return known === 'other' ? channel.trim().toLowerCase() : known;
}

/** Do two cards hold for a persona in common? None listed: everyone. */
export const shareReader = (a: Card, b: Card): boolean =>
  a.personaIds.length === 0 ||
  b.personaIds.length === 0 ||
  a.personaIds.some((persona) => b.personaIds.includes(persona));
