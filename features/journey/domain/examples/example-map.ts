import { spread } from '#kit/document/order.ts';
import type { Locale } from '#kit/locale.ts';
import type { Evidence } from '#persona/domain/evidence.ts';
import type { EventBinding } from '#touchpoint/domain/binding.ts';
import { emotionId, emotionReadings, type JourneyMap } from '../schema.ts';
import { emptyMap } from '../templates/template.ts';
import type { CardFrame, Cards, Example, Proof, TouchpointFrame } from './example-frame.ts';
import { channels, events } from './logged-events.ts';
import { inLanguage, type Said } from './said.ts';

export type ExampleOptions = {
  /** The source of lived journeys its touchpoints and personas are bound to; without it nothing is bound. */
  readonly sourceId?: string | undefined;
  /** How that source writes events, channels and personas; in the language of the map unless told. */
  readonly words?: Locale | 'code' | undefined;
  /** Day (YYYY-MM-DD) on which the example is made, from which its evidence is dated; without it nothing is. */
  readonly day?: string | undefined;
};

/** A finished example as a map in one language. Same ids at each call, made of the keys of the example. */
export function exampleMap<Step extends string>(
  example: Example<Step>,
  language: Locale,
  options: ExampleOptions = {},
): JourneyMap {
  const say = (said: Said | undefined) => inLanguage(said, language);
  const word = (code: string, said: Said) =>
    options.words === 'code' ? code : inLanguage(said, options.words ?? language);
  const map: JourneyMap = {
    ...emptyMap(example.kind, language, say(example.title)),
    scope: say(example.scope),
    arrival: say(example.arrival),
    departure: say(example.departure),
    story: say(example.story),
  };

  for (const { key, order, value } of ranked(example.personas)) {
    map.personas[key] = {
      order,
      name: say(value.name),
      colour: value.colour,
      match: options.sourceId === undefined ? null : { attribute: 'persona', value: word(key, value.name) },
      personaId: null,
    };
  }
  for (const { key, order, value } of ranked(example.phases)) {
    map.phases[phaseId(key)] = { order, name: say(value), moment: key };
  }
  for (const { key, order, value } of ranked(example.stages)) {
    map.stages[stageId(key)] = {
      order,
      phaseId: phaseId(value.phase),
      title: say(value.title),
      goals: say(value.goals),
      promise: say(value.promise),
      duration: value.duration,
      subMapId: null,
      notes: say(value.notes),
    };
  }
  for (const { key, order, value } of ranked(example.steps)) {
    map.steps[stepId(key)] = {
      order,
      stageId: stageId(value.stage),
      title: say(value.title),
      duration: value.duration,
      momentOfTruth: value.momentOfTruth ?? false,
    };
    for (const { order: rank, value: frame, index } of ranked(example.touchpoints[key] ?? [])) {
      map.touchpoints[`${key}-${index + 1}`] = {
        order: rank,
        stepId: stepId(key),
        channel: frame.channel,
        title: say(frame.title),
        initiator: frame.by ?? 'customer',
        bindings: bindingsOf(frame, options.sourceId, word),
      };
    }
  }
  /** An opportunity answers the first pain point of its step. */
  const firstPain = (step: Step) => (example.cards['pain-points']?.[step] ? `pain-points-${step}-1` : null);
  for (const { value: type, order } of ranked(example.lanes)) {
    const laneId = `lane-${type}`;
    map.lanes[laneId] = { order, type, title: '', hidden: false, folded: false, colour: null, figures: null };
    const written = (example.cards[type] ?? {}) as Cards<Step>;
    for (const { key: step, value: list } of ranked<Step, readonly CardFrame[]>(written)) {
      for (const { value, order: rank, index } of ranked(list)) {
        map.cards[`${type}-${step}-${index + 1}`] = {
          ...cardOf(value, say, options.day),
          linkedCardId: type === 'opportunities' ? firstPain(step) : null,
          order: rank,
          laneId,
          stepId: stepId(step),
        };
      }
    }
  }
  placeCurves(example, map, say);
  for (const { value, order, index } of ranked(example.objectives)) {
    const { text, baseline, dueIn, ...rest } = value;
    map.objectives[`objective-${index + 1}`] = {
      ...rest,
      order,
      text: say(text),
      binding: null,
      baseline: baseline ?? null,
      due: options.day === undefined || dueIn === undefined ? null : daysBefore(options.day, -dueIn),
    };
  }
  return map;
}

const phaseId = (key: string) => `phase-${key}`;
const stageId = (key: string) => `stage-${key}`;
const stepId = (key: string) => `step-${key}`;

/** The data knows an event by its name and its channel. */
function bindingsOf(
  { event, channel }: TouchpointFrame,
  sourceId: string | undefined,
  word: (code: string, said: Said) => string,
): EventBinding[] {
  if (sourceId === undefined || event === undefined) return [];
  const names = [word(event, events[event])];
  const where = [word(channel, channels[channel])];
  return [{ on: 'events', sourceId, rule: { names, channels: where, attributes: [] } }];
}

function cardOf(frame: CardFrame, say: (said: Said) => string, day: string | undefined) {
  const proof = frame.proof ?? [];
  return {
    text: say(frame.text),
    personaIds: [...(frame.for ?? [])],
    status: proof.length > 0 ? ('validated' as const) : ('assumed' as const),
    evidence: proof.map((one) => evidenceOf(one, say, day)),
    weight: frame.weight ?? null,
    momentOfTruth: frame.momentOfTruth ?? false,
    tags: frame.tag ? [say(frame.tag)] : [],
    met: frame.met ?? null,
    mediaId: null,
  };
}

const evidenceOf = (
  { kind, label, n, daysAgo }: Proof,
  say: (said: Said) => string,
  day: string | undefined,
): Evidence => ({
  kind,
  label: say(label),
  reference: null,
  n: n ?? null,
  date: day === undefined ? null : daysBefore(day, daysAgo),
});

/** A calendar day some days before another, both YYYY-MM-DD. */
const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

function placeCurves<Step extends string>(
  { curves, feltNotes }: Example<Step>,
  map: JourneyMap,
  say: (said: Said | undefined) => string,
): void {
  for (const reading of emotionReadings) {
    for (const [persona, curve] of Object.entries(curves[reading] ?? {})) {
      for (const { key, value } of ranked<Step, readonly [number, number?]>(curve)) {
        const personaId = persona === 'all' ? null : persona;
        const note = reading === 'felt' ? feltNotes[persona]?.[key] : undefined;
        map.emotions[emotionId(reading, personaId, stepId(key))] = {
          stepId: stepId(key),
          personaId,
          reading,
          value: value[0],
          intensity: value[1] ?? 0.5,
          note: say(note),
        };
      }
    }
  }
}

type Ranked<K, V> = { readonly key: K; readonly value: V; readonly order: string; readonly index: number };

/** Things as they were written, each with its order key. */
function ranked<V>(things: readonly V[]): Ranked<number, V>[];
function ranked<K extends string, V>(things: Readonly<Partial<Record<K, V>>>): Ranked<K, V>[];
function ranked(things: object): Ranked<unknown, unknown>[] {
  const entries = Object.entries(things);
  return spread(entries.length).map((order, index) => {
    const [key, value] = entries[index]!;
    return { key, value, order, index };
  });
}
