const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [
  ...[1, 5, 15, 30].map((n) => n * second),
  ...[1, 5, 15, 30].map((n) => n * minute),
  ...[1, 3, 6, 12].map((n) => n * hour),
  ...[1, 2, 4, 7, 14, 30, 60, 90, 180, 365.25].map((n) => n * day),
];

/** Round times from 0 to `end` (milliseconds) to write under an axis, no more than `most` apart from zero. */
export function ticksOf(end: number, most: number): number[] {
  const year = 365.25 * day;
  const step = steps.find((each) => end / each <= most) ?? Math.ceil(end / most / year) * year;
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, at) => at * step);
}
