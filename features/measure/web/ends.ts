import type { DurationShown } from '#kit/statistics/estimate.ts';
import type { Score } from '#measure/domain/figures.ts';
import type { Format } from '#ui/format.ts';

/** Both ends of an interval as they are written; joined by "à" or by "entre … et …" where they are said. */
export type Ends = { readonly low: string; readonly high: string };

type Bounds = { readonly low: number; readonly high: number };

/** The unit once: "16" and "20 %". */
export const shareEnds = (format: Format, { low, high }: Bounds): Ends => ({
  low: format.share(low).replace(/[\u202f\u00a0 ]?%$/, ''),
  high: format.share(high),
});

/** A score as it is written: NPS with its sign; on the map with one decimal, in the panel with two so that it can be checked. */
export function scoreText(format: Format, { kind }: Pick<Score, 'kind'>, value: number, digits = 1): string {
  const said = format.fixed(value, digits);
  return kind === 'nps' && value > 0 && said !== format.fixed(0, digits) ? `+${said}` : said;
}

/** A range narrower than the last digit is given one more: "4,0 à 4,0" says nothing. */
export function scoreEnds(format: Format, score: Pick<Score, 'kind'>, bounds: Bounds, digits = 1): Ends {
  const low = scoreText(format, score, bounds.low, digits);
  const high = scoreText(format, score, bounds.high, digits);
  return low === high && digits < 3 ? scoreEnds(format, score, bounds, digits + 1) : { low, high };
}

/**
 * Bounds of a duration; `beyond` says an end that lies past what was observed. Null when neither end could be told:
 * there is then no range to say.
 */
export function durationEnds(
  format: Format,
  { low, high, observedUpTo }: DurationShown,
  beyond: (observed: string) => string,
): Ends | null {
  if (low === null && high === null) return null;
  const say = (value: number | null) =>
    value === null ? beyond(format.duration(observedUpTo)) : format.duration(value);
  return { low: say(low), high: say(high) };
}
