import { differenceOfEstimates } from '#kit/statistics/difference.ts';
import type { DifferenceShown, Estimate, Shown } from '#kit/statistics/estimate.ts';
import { adjustDifferences } from '#kit/statistics/multiple.ts';
import type { Group, MapMeasure, PlaceFigures, Score } from '#measure/domain/figures.ts';
import { type Ends, scoreEnds, scoreText, shareEnds } from '../ends.ts';
import type { Speech } from '../figure-words.ts';
import { countOf, figuresOf, type Place, tellable } from '../place.ts';
import { groupLabel, type HeadlineId } from './place-figures.ts';

export type Bar = {
  readonly group: Group;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
};

/** The same figure of one place for each group. */
export type Comparison = {
  readonly id: ComparedId;
  /** Kind and scale, when the figure is a score. */
  readonly score: Score | null;
  readonly bars: readonly Bar[];
  /** Groups too small to be shown (n null: under five, not told), and those that do not come here. */
  readonly withheld: readonly {
    readonly group: Group;
    readonly n: number | null;
    readonly minimum: number;
  }[];
  readonly absent: readonly Group[];
  /** Ends of the common axis. */
  readonly min: number;
  readonly max: number;
  readonly gap: Gap | null;
};

/** The widest gap between two groups, with its interval, corrected for having been chosen among all pairs. */
export type Gap = {
  readonly high: Group;
  readonly low: Group;
  readonly difference: DifferenceShown;
  readonly sure: boolean;
  /** Pairs the correction was made over. */
  readonly pairs: number;
};

export type ComparedId = 'goesOn' | 'stopsHere' | 'share' | 'satisfaction' | 'timeToNext';

/** What is compared when the headline is a count: who comes, as a share of their group. */
export const comparedFor = (id: HeadlineId): ComparedId => (id === 'customers' ? 'share' : id);

export function compare(measure: MapMeasure, place: Place, id: ComparedId): Comparison | null {
  if (measure.groups.length < 2) return null;
  const bars: Bar[] = [];
  const withheld: Comparison['withheld'][number][] = [];
  const absent: Group[] = [];
  const estimates = new Map<string, Estimate>();
  let score: Score | null = null;
  for (const group of measure.groups) {
    const figures = figuresOf(measure, place, group.key);
    const estimate = figures ? estimateOf(figures, id) : null;
    if (figures?.satisfaction && id === 'satisfaction') score ??= figures.satisfaction;
    if (countOf(group.journeys) === null) withheld.push({ group, n: null, minimum: 5 });
    else if (!estimate) absent.push(group);
    else if (estimate.withheld) withheld.push({ group, n: tellable(estimate.n), minimum: estimate.minimum });
    else if (estimate.value === null) absent.push(group);
    else {
      bars.push({
        group,
        value: estimate.value,
        low: estimate.low ?? 0,
        high: estimate.high ?? ('observedUpTo' in estimate ? estimate.observedUpTo : estimate.value),
        n: estimate.n,
      });
      if (!('observedUpTo' in estimate)) estimates.set(group.key, estimate);
    }
  }
  if (bars.length + withheld.length < 2) return null;
  const { min, max } = axisOf(id, score, bars);
  return { id, score, bars, withheld, absent, min, max, gap: widestGap(bars, estimates) };
}

const estimateOf = (figures: PlaceFigures, id: ComparedId) =>
  id === 'satisfaction' ? (figures.satisfaction?.estimate ?? null) : figures[id];

/** Shares and durations from zero to a little past the longest whisker; scores on their whole scale. */
function axisOf(id: ComparedId, score: Score | null, bars: readonly Bar[]): { min: number; max: number } {
  if (id === 'satisfaction' && score) {
    return score.kind === 'nps' ? { min: -100, max: 100 } : score.scale;
  }
  const most = Math.max(...bars.map(({ high }) => high), 0);
  return { min: 0, max: id === 'timeToNext' ? most * 1.05 || 1 : Math.min(1, most * 1.2) || 1 };
}

function widestGap(bars: readonly Bar[], estimates: ReadonlyMap<string, Estimate>): Gap | null {
  const compared = bars.filter(({ group }) => estimates.has(group.key)).sort((a, b) => b.value - a.value);
  const [first, last] = [compared[0], compared.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const pairs = compared.flatMap((a, at) => compared.slice(at + 1).map((b) => [a, b] as const));
  const differences = adjustDifferences(
    pairs.map(([a, b]) => differenceOfEstimates(estimates.get(a.group.key)!, estimates.get(b.group.key)!)),
  );
  const at = pairs.findIndex(([a, b]) => a === first && b === last);
  const difference = differences[at];
  if (!difference || difference.withheld || difference.value === 0) return null;
  const sure = (difference.adjustedP ?? difference.p) < 1 - difference.level;
  return { high: first.group, low: last.group, difference, sure, pairs: pairs.length };
}

/** "L'écart entre l'inquiète et l'autonome est sûr : +14 points (12 à 16)." */
export function gapSentence(
  speech: Speech,
  { id, score, gap }: Pick<Comparison, 'id' | 'score' | 'gap'>,
): string | null {
  if (gap === null) return null;
  const { t, format } = speech;
  const { value, low, high } = gap.difference;
  const inPoints = id !== 'satisfaction' || score?.kind === 'nps';
  const scale = id === 'satisfaction' ? 1 : 100;
  const digits = inPoints ? (Math.abs(value * scale) < 10 ? 1 : 0) : 2;
  const said = format.signed(value * scale, digits);
  const range = t('range', {
    low: format.decimal(low * scale, digits),
    high: format.decimal(high * scale, digits),
  });
  return t(gap.sure ? 'sentence.difference' : 'sentence.noDifference', {
    first: groupLabel(speech, gap.high),
    second: groupLabel(speech, gap.low),
    gap: inPoints ? t('sentence.points', { value: said }) : said,
    range,
  });
}

/** The figure of a bar and its ends, as the axis of the comparison writes them. */
export function barWords(
  { format }: Speech,
  { id, score }: Pick<Comparison, 'id' | 'score'>,
  bar: Pick<Shown, 'value' | 'low' | 'high'>,
): { readonly text: string } & Ends {
  if (id === 'timeToNext') {
    const say = format.duration;
    return { text: say(bar.value), low: say(bar.low), high: say(bar.high) };
  }
  if (id === 'satisfaction' && score) {
    return { text: scoreText(format, score, bar.value), ...scoreEnds(format, score, bar) };
  }
  return { text: format.share(bar.value), ...shareEnds(format, bar) };
}
