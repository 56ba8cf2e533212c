import { createRandom, type Random } from '#kit/statistics/random.ts';
import { encode } from './byte-rows.ts';
import {
  ageOf,
  channelOf,
  type DayBatch,
  daySeconds,
  isEnglish,
  kindOf,
  ordinalOf,
  personaOf,
  planOf,
  regionOf,
  rowLimit,
  scoreOf,
  simulateDays,
} from './calendar.ts';
import {
  ageBands,
  channels,
  eventKinds,
  type JourneyCode,
  nameOf,
  plans,
  regions,
  topicOf,
} from './catalogue.ts';
import { customerId } from './customer.ts';
import { periodStart, type SimulationOptions } from './options.ts';
import { personas } from './personas.ts';
import { moodOf, writeComment } from './verbatims.ts';

/** One row of the log, as it arrives. A duplicate has the same `eventId`. */
export type SimulatedEvent = {
  readonly eventId: string;
  readonly customer: string;
  /** The file the event belongs to: one per customer and kind of journey. */
  readonly caseId: string;
  /** When it happened, ISO 8601 in UTC, to the second. */
  readonly time: string;
  readonly event: string;
  readonly channel: string;
  /** 1–5, or null when nobody was asked or nobody answered. */
  readonly score: number | null;
  readonly verbatim: string | null;
  readonly language: 'fr' | 'en';
  readonly persona: string;
  readonly plan: string;
  readonly region: string;
  readonly ageBand: string;
};

export const eventId = (customer: number, ordinal: number): string => `${customer.toString(36)}-${ordinal}`;

const caseLetter: Readonly<Record<JourneyCode, string>> = {
  subscription: 'S',
  reimbursement: 'R',
  complaint: 'C',
};
/** First letter of the case of each event kind. */
export const caseLetters: readonly string[] = eventKinds.map((kind) => caseLetter[kind.journey]);

/** Reads rows of a batch as words; made once per run. */
export type Reader = {
  readonly kinds: readonly string[];
  readonly channels: readonly string[];
  readonly personas: readonly string[];
  /** ISO time of a second of the period; the same, encoded, in two parts. */
  time(second: number): string;
  dateBytes(second: number): Uint8Array;
  clockBytes(second: number): Uint8Array;
  /** What was written, given the row's seed of words (not 0). */
  verbatim(meta: number, words: number, second: number): string;
};

const twoDigits = (n: number): string => (n < 10 ? `0${n}` : String(n));

export function createReader(options: SimulationOptions): Reader {
  const names = options.names ?? 'code';
  const start = periodStart(options).getTime();
  // The period may begin at any second of a day: times are told from the midnight before.
  const midnight = Math.floor(start / 1000 / daySeconds) * daySeconds;
  const offset = Math.floor(start / 1000) - midnight;
  const clock = Array.from(
    { length: daySeconds },
    (_, s) =>
      `T${twoDigits(Math.floor(s / 3600))}:${twoDigits(Math.floor(s / 60) % 60)}:${twoDigits(s % 60)}Z`,
  );
  const dates: string[] = [];
  const dateOf = (day: number): string => {
    dates[day] ??= new Date((midnight + day * daySeconds) * 1000).toISOString().slice(0, 10);
    return dates[day];
  };
  const encodedDates: Uint8Array[] = [];
  const encodedClock: Uint8Array[] = [];
  const random: Random = createRandom(0);
  return {
    kinds: eventKinds.map((kind) => nameOf(kind, names)),
    channels: channels.map((channel) => nameOf(channel, names)),
    personas: personas.map((persona) => nameOf(persona, names)),
    time(second) {
      const at = second + offset;
      const day = Math.floor(at / daySeconds);
      return dateOf(day) + clock[at - day * daySeconds]!;
    },
    dateBytes(second) {
      const day = Math.floor((second + offset) / daySeconds);
      encodedDates[day] ??= encode(dateOf(day));
      return encodedDates[day];
    },
    clockBytes(second) {
      const at = (second + offset) % daySeconds;
      encodedClock[at] ??= encode(clock[at]!);
      return encodedClock[at];
    },
    verbatim(meta, words, second) {
      random.restart(options.seed, words);
      return writeComment(random, {
        topic: topicOf(kindOf(meta), channelOf(meta)) ?? 'overall',
        mood: moodOf(scoreOf(meta)),
        persona: personas[personaOf(meta)]!.code,
        english: isEnglish(meta),
        month: Number(dateOf(Math.floor((second + offset) / daySeconds)).slice(5, 7)) - 1,
      });
    },
  };
}

/** Index in the batch's columns of its i-th row by arrival. */
export const rowAt = (batch: DayBatch, i: number): number => batch.order[i]! % rowLimit;

/** All events in the order in which they reach the log: a stream, whatever the number of customers. */
export function* simulate(options: SimulationOptions): Generator<SimulatedEvent, void, undefined> {
  const reader = createReader(options);
  for (const batch of simulateDays(options)) {
    for (let i = 0; i < batch.count; i++) {
      const row = rowAt(batch, i);
      const meta = batch.meta[row]!;
      const customer = batch.customer[row]!;
      const second = batch.time[row]!;
      const words = batch.words[row]!;
      const score = scoreOf(meta);
      const id = customerId(customer);
      yield {
        eventId: eventId(customer, ordinalOf(meta)),
        customer: id,
        caseId: caseLetters[kindOf(meta)]! + id.slice(1),
        time: reader.time(second),
        event: reader.kinds[kindOf(meta)]!,
        channel: reader.channels[channelOf(meta)]!,
        score: score === 0 ? null : score,
        verbatim: words === 0 ? null : reader.verbatim(meta, words, second),
        language: isEnglish(meta) ? 'en' : 'fr',
        persona: reader.personas[personaOf(meta)]!,
        plan: plans[planOf(meta)]!,
        region: regions[regionOf(meta)]!,
        ageBand: ageBands[ageOf(meta)]!,
      };
    }
  }
}
