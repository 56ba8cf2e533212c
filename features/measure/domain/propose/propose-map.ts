import {
  type JourneyMap,
  laneSchema,
  mapPersonaSchema,
  mapTouchpointSchema,
  type Phase,
  stageSchema,
  stepSchema,
} from '#journey/domain/schema.ts';
import { journeyTemplate } from '#journey/domain/templates/journey.ts';
import { emptyMap } from '#journey/domain/templates/template.ts';
import { type Channel, knownChannel } from '#kit/channel.ts';
import { spread } from '#kit/document/order.ts';
import type { NewId } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import { compareText } from '../measuring/split.ts';
import type { AttributeSummary, EventKind } from '../source.ts';
import { naturalBreaks } from './cut-stages.ts';
import type { OrderedName } from './typical-order.ts';

/** Steps a first map has at most: more cannot be taken in. What happens more rarely stays among the events nobody drew. */
export const mostSteps = 24;
/** Share of the journeys that must live an event for it to be drawn. */
export const leastShare = 0.01;
/** Channels of one step drawn at most, and share of its events that a channel must carry. */
const mostChannels = 6;
const leastChannelShare = 0.005;

/** The event names worth a step: lived by at least one journey in a hundred, the commonest first, 24 at most. */
export function namesToDraw(kinds: readonly EventKind[], journeys: number): string[] {
  const lived = new Map<string, number>();
  for (const { name, journeys: n } of kinds) {
    // A name on two channels may be lived twice by one journey: the greater of the two is sure.
    if (name.length <= 500) lived.set(name, Math.max(lived.get(name) ?? 0, n));
  }
  return [...lived]
    .filter(([, n]) => n >= leastShare * journeys)
    .sort(([a, n], [b, m]) => m - n || compareText(a, b))
    .slice(0, mostSteps)
    .map(([name]) => name);
}

export type ProposalFacts = {
  readonly sourceId: string;
  readonly title: string;
  readonly language: Locale;
  readonly kinds: readonly EventKind[];
  /** The names to draw in their typical order. */
  readonly order: readonly OrderedName[];
  readonly attributes: readonly AttributeSummary[];
};

/**
 * A map to begin with: a step per event in the typical order, cut into three to seven stages where the order leaves gaps, a
 * touchpoint per channel, everything bound; titles are the names and the channels in the data, to be written over.
 */
export function proposedMap(facts: ProposalFacts, newId: NewId): JourneyMap {
  const map = emptyMap('journey', facts.language, facts.title);
  for (const [order, type] of ranked(journeyTemplate.lanes)) {
    map.lanes[newId()] = laneSchema.parse({ order, type });
  }
  for (const [colour, { order, value, attribute }] of personasIn(facts.attributes).entries()) {
    map.personas[newId()] = mapPersonaSchema.parse({
      order,
      name: value,
      colour,
      match: { attribute, value },
    });
  }
  const points = facts.order.map(({ position }) => position);
  const stages = naturalBreaks(points, stagesFor(points.length)).map(([from, to]) =>
    facts.order.slice(from, to),
  );
  for (const [phaseOrder, { moment, of }] of ranked(phasesOf(stages))) {
    const phaseId = newId();
    map.phases[phaseId] = { order: phaseOrder, moment, name: phaseName(facts.language, moment) };
    for (const [order, names] of ranked(of)) {
      const stageId = newId();
      const title = commonest(facts.kinds, names);
      map.stages[stageId] = stageSchema.parse({ order, phaseId, title });
      for (const [stepOrder, { name }] of ranked(names))
        addStep(map, facts, { stageId, order: stepOrder, name }, newId);
    }
  }
  return map;
}

function addStep(
  map: JourneyMap,
  { kinds, sourceId }: ProposalFacts,
  { stageId, order, name }: { stageId: string; order: string; name: string },
  newId: NewId,
): void {
  const stepId = newId();
  map.steps[stepId] = stepSchema.parse({ order, stageId, title: name });
  for (const [touchpointOrder, { channel, names }] of ranked(
    channelsOf(kinds.filter((kind) => kind.name === name)),
  )) {
    map.touchpoints[newId()] = mapTouchpointSchema.parse({
      order: touchpointOrder,
      stepId,
      channel,
      // The step says the event already: what tells its touchpoints apart is the channel, as the data call it.
      title: names[0]?.trim() || name,
      bindings: [{ on: 'events', sourceId, rule: { names: [name], channels: names } }],
    });
  }
}

type ChannelOfStep = { readonly channel: Channel; readonly names: string[] };

/**
 * The channels of one event, commonest first. Words of the data that stand for one known channel are one touchpoint; an event
 * that has no channel anywhere is bound whatever the channel.
 */
function channelsOf(kinds: readonly EventKind[]): ChannelOfStep[] {
  const whole = kinds.reduce((sum, { events }) => sum + events, 0);
  if (kinds.every(({ channel }) => channel.trim() === '')) return [{ channel: 'other', names: [] }];
  const found = new Map<Channel, { names: string[]; events: number }>();
  for (const { channel: word, events } of kinds) {
    if (word.length > 200) continue;
    const known = knownChannel(word);
    const channel = known === 'other' ? word.trim().slice(0, 60) || 'other' : known;
    const own = found.get(channel) ?? { names: [], events: 0 };
    own.names.push(word);
    own.events += events;
    found.set(channel, own);
  }
  return [...found]
    .filter(([, { events }]) => events >= leastChannelShare * whole)
    .sort(([a, one], [b, other]) => other.events - one.events || compareText(a, b))
    .slice(0, mostChannels)
    .map(([channel, { names }]) => ({ channel, names: names.sort(compareText).slice(0, 50) }));
}

/** About three steps a stage; never fewer than three stages (where there are three steps) nor more than seven. */
const stagesFor = (steps: number): number => Math.min(steps, Math.max(3, Math.min(7, Math.round(steps / 3))));

/** The first stages come before, the last ones after, most of them during. */
function phasesOf<T>(stages: readonly T[]): { moment: Phase['moment']; of: readonly T[] }[] {
  const count = stages.length;
  const before = count >= 6 ? 2 : count >= 3 ? 1 : 0;
  const after = count >= 7 ? 2 : count >= 2 ? 1 : 0;
  return [
    { moment: 'before' as const, of: stages.slice(0, before) },
    { moment: 'during' as const, of: stages.slice(before, count - after) },
    { moment: 'after' as const, of: stages.slice(count - after) },
  ].filter(({ of }) => of.length > 0);
}

const phaseName = (language: Locale, moment: Phase['moment']): string =>
  journeyTemplate.phases[language].find((phase) => phase.moment === moment)?.name ?? '';

/** A stage is called after the event that most journeys live in it. */
function commonest(kinds: readonly EventKind[], names: readonly OrderedName[]): string {
  const lived = (name: string): number =>
    Math.max(0, ...kinds.filter((kind) => kind.name === name).map(({ journeys }) => journeys));
  return names.reduce((best, { name }) => (lived(name) > lived(best) ? name : best), names[0]?.name ?? '');
}

/** What people call an attribute that says which kind of customer this is. */
const personaWords =
  /^(persona|personas|segment|profil|profile|typologie|type[ _-]?(de[ _-]?)?(client|customer)|customer[ _-]?type)$/i;

/** A persona per value of the attribute that seems to name them, when it has two to six. */
function personasIn(attributes: readonly AttributeSummary[]) {
  const candidates = attributes.filter(
    ({ name, distinct, values }) =>
      personaWords.test(name.trim()) && distinct >= 2 && distinct <= 6 && values.length === distinct,
  );
  const attribute = candidates.find(({ name }) => /persona/i.test(name)) ?? candidates[0];
  if (!attribute) return [];
  const values = attribute.values.map(({ value }) => value).sort(compareText);
  return ranked(values).map(([order, value]) => ({ order, value, attribute: attribute.name }));
}

const ranked = <T>(things: readonly T[]): [order: string, thing: T][] =>
  spread(things.length).map((order, index) => [order, things[index]!]);
