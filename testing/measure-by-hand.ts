import type { BoundTouchpoint } from '#measure/domain/measuring/map-plan.ts';
import type { EventRule } from '#touchpoint/domain/binding.ts';
import type { LivedEvent, LivedJourney } from './lived-journeys.ts';

/**
 * The definitions of the figures, written as slowly and plainly as they can be: one journey and one place at a time. What the
 * engine computes must be equal to this (features/measure/analytics/*.integration.test.ts).
 */
export type PlainTally = {
  volume: number;
  customers: number;
  wentOn: number;
  undecided: number;
  stopped: number;
  inProgress: number;
  /** Sorted milliseconds. */
  ended: number[];
  censored: number[];
};

export type PlainPlace = {
  readonly id: string;
  readonly touchpoints: readonly BoundTouchpoint[];
  readonly rank: number;
};

/** Places of the three levels as the map has them. */
export function placesOf(
  touchpoints: readonly BoundTouchpoint[],
): Record<'touchpoints' | 'steps' | 'stages', PlainPlace[]> {
  const group = (key: (touchpoint: BoundTouchpoint) => string): PlainPlace[] =>
    [...new Set(touchpoints.map(key))].map((id) => {
      const own = touchpoints.filter((touchpoint) => key(touchpoint) === id);
      return { id, touchpoints: own, rank: own[0]!.stageRank };
    });
  return {
    touchpoints: group(({ id }) => id),
    steps: group(({ stepId }) => stepId),
    stages: group(({ stageId }) => stageId),
  };
}

export const endOf = (journeys: readonly LivedJourney[]): number =>
  Math.max(...journeys.map(({ events }) => events.at(-1)!.time));

export const matches = (rule: EventRule, event: LivedEvent, journey: LivedJourney): boolean =>
  rule.names.includes(event.name) &&
  (rule.channels.length === 0 || rule.channels.includes(event.channel)) &&
  rule.attributes.every(({ name, is, values }) => {
    const value = event.attributes[name] ?? journey.attributes[name] ?? '';
    return values.includes(value) === (is === 'one-of');
  });

export const isAt = (
  touchpoints: readonly BoundTouchpoint[],
  sourceId: string,
  event: LivedEvent,
  journey: LivedJourney,
): boolean =>
  touchpoints.some(({ events }) =>
    events.some((binding) => binding.sourceId === sourceId && matches(binding.rule, event, journey)),
  );

export function tallyByHand(
  place: PlainPlace,
  all: readonly BoundTouchpoint[],
  sourceId: string,
  journeys: readonly LivedJourney[],
  { end, patience }: { readonly end: number; readonly patience: number },
): PlainTally {
  const tally: PlainTally = {
    volume: 0,
    customers: 0,
    wentOn: 0,
    undecided: 0,
    stopped: 0,
    inProgress: 0,
    ended: [],
    censored: [],
  };
  const laterPlaces = all.filter(({ stageRank }) => stageRank > place.rank);
  const ownIds = new Set(place.touchpoints.map(({ id }) => id));
  const otherPlaces = all.filter(({ id }) => !ownIds.has(id));
  for (const journey of journeys) {
    const { events } = journey;
    const here = events.map((event) => isAt(place.touchpoints, sourceId, event, journey));
    const first = here.indexOf(true);
    if (first < 0) continue;
    const underWay = end - events.at(-1)!.time <= patience;
    const after = events.slice(first + 1);
    tally.volume += here.filter(Boolean).length;
    tally.customers++;
    if (after.some((event) => isAt(laterPlaces, sourceId, event, journey))) tally.wentOn++;
    else if (underWay) tally.undecided++;
    if (here.at(-1)) {
      if (underWay) tally.inProgress++;
      else tally.stopped++;
    }
    const next = after.find((event) => isAt(otherPlaces, sourceId, event, journey));
    if (next) tally.ended.push(next.time - events[first]!.time);
    else if (underWay) tally.censored.push(end - events[first]!.time);
  }
  tally.ended.sort((a, b) => a - b);
  tally.censored.sort((a, b) => a - b);
  return tally;
}

/** Means per customer of the scores at a place that lie on the scale, as 0 … 1. */
export function scoresByHand(
  place: PlainPlace,
  sourceId: string,
  journeys: readonly LivedJourney[],
  scale: { readonly min: number; readonly max: number },
): { n: number; answers: number; sum: number; sumOfSquares: number } {
  const sums = { n: 0, answers: 0, sum: 0, sumOfSquares: 0 };
  for (const journey of journeys) {
    const scores = journey.events
      .filter((event) => isAt(place.touchpoints, sourceId, event, journey))
      .flatMap(({ score }) => (score !== null && score >= scale.min && score <= scale.max ? [score] : []));
    if (scores.length === 0) continue;
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const position = (mean - scale.min) / (scale.max - scale.min);
    sums.n++;
    sums.answers += scores.length;
    sums.sum += position;
    sums.sumOfSquares += position * position;
  }
  return sums;
}
