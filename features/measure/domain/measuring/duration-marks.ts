/**
 * How durations are counted: each one, or on a scale of marks. With 6 bits the marks lie less than 1.6 % apart, with 5 less
 * than 3.2 %; short durations (under 64 ms) are exact.
 */
export type Precision = 'exact' | 6 | 5;
export type MarkBits = Exclude<Precision, 'exact'>;

/** Events from which durations are no longer kept one by one, and from which one bit less is enough. */
export const precisionFor = (events: number): Precision =>
  events <= 200_000 ? 'exact' : events <= 4_000_000 ? 6 : 5;

/**
 * A mark is the beginning of the IEEE single-precision number: sign (0), exponent and the first bits of the fraction, which is
 * what the engine computes as `reinterpretAsUInt32(toFloat32(d)) >> markShift(bits)`.
 */
export const markShift = (bits: MarkBits): number => 23 - bits;

/** Marks are told from here on: no duration of a millisecond or more has a lower one, and 0 has this one. */
export const lowestMark = (bits: MarkBits): number => (127 << bits) - 1;

const single = new DataView(new ArrayBuffer(4));

/** Mark of a duration in milliseconds (≥ 0). */
export function markOf(milliseconds: number, bits: MarkBits): number {
  single.setFloat32(0, milliseconds);
  return single.getUint32(0) >>> markShift(bits);
}

function edge(mark: number, bits: MarkBits): number {
  single.setUint32(0, mark << markShift(bits));
  return single.getFloat32(0);
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const roundUnits = [
  100 * day,
  50 * day,
  10 * day,
  5 * day,
  day,
  12 * hour,
  6 * hour,
  hour,
  30 * minute,
  10 * minute,
  5 * minute,
  minute,
  30 * second,
  10 * second,
  5 * second,
  second,
  100,
  10,
  1,
] as const;

/** The roundest duration (whole days before whole hours …) a mark stands for. */
export function durationOf(mark: number, bits: MarkBits): number {
  const low = edge(mark, bits);
  const high = edge(mark + 1, bits);
  for (const unit of roundUnits) {
    const round = Math.ceil(low / unit) * unit;
    if (round < high) return round;
  }
  return low;
}
