import { createRandom } from '#kit/statistics/random.ts';
import { drawTraits, noTraits } from './customer.ts';
import { liveCustomer } from './journeys.ts';
import { checkOptions, periodStart, type SimulationOptions } from './options.ts';
import { personas, world } from './personas.ts';
import { drawScore } from './scores.ts';

/**
 * Brings the lives of all customers into the order in which their events reach the log, day after day, without ever
 * holding more than the days still open: a few columns of numbers, no objects, no text. Ten million customers need
 * about as much memory as a hundred thousand events do as objects.
 */

/** Events of one day of arrival. Read row `order[i] % rowLimit` for i in 0 … count−1. */
export class DayBatch {
  count = 0;
  order = new Float64Array(1024);
  /** Seconds since the start of the period. */
  time = new Uint32Array(1024);
  customer = new Uint32Array(1024);
  /** Packed: see the readers below. */
  meta = new Uint32Array(1024);
  /** Seed of the verbatim; 0 when nothing was written. */
  words = new Uint32Array(1024);

  push(arrivalSecond: number, time: number, customer: number, meta: number, words: number): void {
    if (this.count === this.time.length) this.#grow();
    const row = this.count++;
    this.order[row] = arrivalSecond * rowLimit + row;
    this.time[row] = time;
    this.customer[row] = customer;
    this.meta[row] = meta;
    this.words[row] = words;
  }

  /** Rows by second of arrival, then in the order they were caused. */
  sort(): void {
    this.order.subarray(0, this.count).sort();
  }

  #grow(): void {
    const size = this.time.length * 2;
    const wider = (column: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
      const next = new Uint32Array(size);
      next.set(column);
      return next;
    };
    this.time = wider(this.time);
    this.customer = wider(this.customer);
    this.meta = wider(this.meta);
    this.words = wider(this.words);
    const order = new Float64Array(size);
    order.set(this.order);
    this.order = order;
  }
}

/** Bits left for the row under the second of arrival, in a number that stays exact. */
export const rowLimit = 2 ** 32;

/** Widths of what is packed into `meta`: kind 5, channel 3, score 3, ordinal 5, persona 2, plan 2, age 3, region 4, english 1. */
const pack = (
  kind: number,
  channel: number,
  score: number,
  ordinal: number,
  traits: { persona: number; plan: number; age: number; region: number; english: boolean },
): number =>
  (kind |
    (channel << 5) |
    (score << 8) |
    (ordinal << 11) |
    (traits.persona << 16) |
    (traits.plan << 18) |
    (traits.age << 20) |
    (traits.region << 23) |
    ((traits.english ? 1 : 0) << 27)) >>>
  0;

export const kindOf = (meta: number): number => meta & 31;
export const channelOf = (meta: number): number => (meta >>> 5) & 7;
export const scoreOf = (meta: number): number => (meta >>> 8) & 7;
export const ordinalOf = (meta: number): number => (meta >>> 11) & 31;
export const personaOf = (meta: number): number => (meta >>> 16) & 3;
export const planOf = (meta: number): number => (meta >>> 18) & 3;
export const ageOf = (meta: number): number => (meta >>> 20) & 7;
export const regionOf = (meta: number): number => (meta >>> 23) & 15;
export const isEnglish = (meta: number): boolean => ((meta >>> 27) & 1) === 1;

export const daySeconds = 86_400;
/** Life goes on between 05:00 and 21:00 UTC: the day is squeezed into these hours, its order kept. */
const wakes = 5 * 3600;
const awake = 16 * 3600;

const secondOf = (day: number): number => {
  const whole = Math.floor(day);
  return whole * daySeconds + wakes + Math.floor((day - whole) * awake);
};

/** Weight of each day for new journeys: quieter at weekends and in August, busier in January. */
function dayWeights(start: Date, days: number): Float64Array {
  const byWeekday = [0.35, 1.1, 1.05, 1, 1, 0.95, 0.55];
  const byMonth = [1.25, 1.05, 1.05, 1, 0.95, 1, 0.9, 0.7, 1.1, 1.05, 1, 0.85];
  return Float64Array.from({ length: days }, (_, i) => {
    const date = new Date(start.getTime() + i * daySeconds * 1000);
    return byWeekday[date.getUTCDay()]! * byMonth[date.getUTCMonth()]!;
  });
}

/** A multiplier that visits every customer once, far from the last one: neighbours in number are not neighbours in time. */
function stride(customers: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let step = Math.max(1, Math.floor(customers * 0.6180339887));
  while (divisor(step, customers) !== 1) step++;
  return step;
}

/**
 * One batch per day of arrival, sorted. A batch is reused for a later day: read it before asking for the next.
 * Late events arrive one to five days after they happened; duplicates arrive again within two hours.
 */
export function* simulateDays(options: SimulationOptions): Generator<DayBatch, void, undefined> {
  checkOptions(options);
  const { customers, seed } = options;
  const start = periodStart(options);
  const endSecond = Math.floor((options.end.getTime() - start.getTime()) / 1000);
  const days = Math.ceil(endSecond / daySeconds);
  const weights = dayWeights(start, days);
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
  const step = stride(customers);
  const shift = Math.abs(seed) % customers;

  const open: (DayBatch | undefined)[] = [];
  const spare: DayBatch[] = [];
  const random = createRandom(seed);
  const traits = noTraits();
  const file = (arrival: number, time: number, customer: number, meta: number, words: number): void => {
    if (arrival >= endSecond) return;
    const day = Math.floor(arrival / daySeconds);
    let batch = open[day];
    if (!batch) {
      batch = spare.pop() ?? new DayBatch();
      open[day] = batch;
    }
    batch.push(arrival - day * daySeconds, time, customer, meta, words);
  };
  let customer = 0;
  let ordinal = 0;
  const happen = (kind: number, channel: number, day: number, asked: boolean): void => {
    const persona = personas[traits.persona]!;
    // Drawn even for what lies beyond the end: where the period stops must not change what came before.
    let score = 0;
    let words = 0;
    if (asked && random.chance(persona.answers)) {
      score = drawScore(random.next(), traits.persona, kind, channel, traits.mood);
      if (score > 0 && random.chance(world.writes[score - 1]!)) words = random.bits() || 1;
    }
    const accident = random.next();
    const time = secondOf(day);
    if (time >= endSecond) return;
    const meta = pack(kind, channel, score, ordinal++, traits);
    let arrival = time;
    if (accident < world.late) arrival += Math.floor((1 + (4 * accident) / world.late) * daySeconds);
    file(arrival, time, customer, meta, words);
    if (accident > 1 - world.duplicates)
      file(arrival + 1 + Math.floor((7200 * (1 - accident)) / world.duplicates), time, customer, meta, words);
  };

  let rank = 0;
  let entryDay = 0;
  let weightBefore = 0;
  const locate = (): number => {
    // Only the first number of the stream: where in the period this customer appears.
    const target = ((rank + random.next()) / customers) * totalWeight;
    while (entryDay < days - 1 && weightBefore + weights[entryDay]! <= target)
      weightBefore += weights[entryDay++]!;
    return entryDay + Math.min(0.999999, (target - weightBefore) / weights[entryDay]!);
  };
  const begin = (): number => {
    customer = (rank * step + shift) % customers;
    random.restart(seed, customer + 1);
    return locate();
  };

  let entry = begin();
  for (let day = 0; day < days; day++) {
    while (rank < customers && entry < day + 1) {
      ordinal = 0;
      drawTraits(random, traits, options.language);
      liveCustomer(random, traits, entry, happen);
      rank++;
      if (rank < customers) entry = begin();
    }
    const batch = open[day];
    if (!batch) continue;
    batch.sort();
    yield batch;
    open[day] = undefined;
    batch.count = 0;
    if (spare.length < 64) spare.push(batch);
  }
}
