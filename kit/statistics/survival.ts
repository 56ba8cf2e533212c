import { normalCritical } from './distributions.ts';
import { type DurationEstimate, defaultLevel, type EstimateOptions, withheld } from './estimate.ts';

/** Journeys that reached the awaited event after `time`, and those still waiting when last seen, at that time. */
export type DurationGroup = {
  readonly time: number;
  readonly events: number;
  readonly censored: number;
};

/** One step down of the curve, at a time where at least one awaited event happened. */
export type SurvivalStep = {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  /** Estimated share still waiting after `time`. */
  readonly survival: number;
  /** Pointwise log-log bounds; `null` where they do not exist (nobody is left waiting). */
  readonly low: number | null;
  readonly high: number | null;
};

export type SurvivalCurve = {
  readonly n: number;
  readonly ended: number;
  readonly stillInProgress: number;
  readonly observedUpTo: number;
  readonly level: number;
  readonly steps: readonly SurvivalStep[];
};

/**
 * Kaplan–Meier estimate of "still waiting after t" (Kaplan & Meier 1958, JASA 53, 457–481) with Greenwood's variance
 * and log-log bounds (Kalbfleisch & Prentice), which stay inside 0…1. Groups may come in any order and repeat a time;
 * a journey last seen at the very time of an event is counted as at risk for it, as is usual. Times ≥ 0, any unit.
 */
export function kaplanMeier(
  groups: readonly DurationGroup[],
  { level = defaultLevel, designEffect = 1 }: Pick<EstimateOptions, 'level' | 'designEffect'> = {},
): SurvivalCurve {
  const z = normalCritical(level) * Math.sqrt(designEffect);
  const counts = count(groups);
  const steps: SurvivalStep[] = [];
  for (const { time, atRisk, events, survival, greenwood } of descents(groups, counts.n)) {
    steps.push({ time, atRisk, events, survival, ...logLogBounds(survival, greenwood, z) });
  }
  return { ...counts, level, steps };
}

function count(
  groups: readonly DurationGroup[],
): Pick<SurvivalCurve, 'n' | 'ended' | 'stillInProgress' | 'observedUpTo'> {
  let ended = 0;
  let stillInProgress = 0;
  let observedUpTo = 0;
  for (const { time, events, censored } of groups) {
    ended += events;
    stillInProgress += censored;
    if (events + censored > 0 && time > observedUpTo) observedUpTo = time;
  }
  return { n: ended + stillInProgress, ended, stillInProgress, observedUpTo };
}

type Descent = Omit<SurvivalStep, 'low' | 'high'> & { readonly greenwood: number };

/** The steps of the curve one by one, so that whoever looks for a crossing can stop there. */
function* descents(groups: readonly DurationGroup[], n: number): Generator<Descent> {
  const sorted = inOrder(groups);
  let atRisk = n;
  let survival = 1;
  let greenwood = 0;
  for (let i = 0; i < sorted.length; ) {
    const time = sorted[i]!.time;
    let events = 0;
    let censored = 0;
    for (; i < sorted.length && sorted[i]!.time === time; i++) {
      events += sorted[i]!.events;
      censored += sorted[i]!.censored;
    }
    if (events > 0) {
      survival = atRisk === events ? 0 : survival * (1 - events / atRisk);
      greenwood += events / (atRisk * (atRisk - events));
      yield { time, atRisk, events, survival, greenwood };
    }
    atRisk -= events + censored;
  }
}

function inOrder(groups: readonly DurationGroup[]): readonly DurationGroup[] {
  for (let i = 1; i < groups.length; i++)
    if (groups[i - 1]!.time > groups[i]!.time) return [...groups].sort((a, b) => a.time - b.time);
  return groups;
}

function logLogBounds(survival: number, greenwood: number, z: number): Pick<SurvivalStep, 'low' | 'high'> {
  if (survival <= 0) return { low: null, high: null };
  const log = Math.log(survival);
  const spread = Math.exp((z * Math.sqrt(greenwood)) / -log);
  return { low: Math.exp(log * spread), high: Math.exp(log / spread) };
}

/** Rounding of the product must not hide that exactly half are left. */
const tolerance = 1e-10;

/**
 * First time at which a falling series is at or below the target. When it stays exactly on the target until the next
 * event, the middle of that stretch is taken (as the R package survival and SAS do).
 */
class Crossing {
  time: number | null = null;
  #onTarget = false;
  #settled = false;
  readonly #target: number;

  constructor(target: number) {
    this.#target = target;
  }

  /** Tells the value of the series after `time`; gives whether the crossing is known for good. */
  settledBy(time: number, value: number | null): boolean {
    if (this.#settled) return true;
    if (this.#onTarget) {
      this.time = ((this.time ?? time) + time) / 2;
      this.#settled = true;
    } else if (value !== null && value <= this.#target + tolerance) {
      this.time = time;
      this.#onTarget = Math.abs(value - this.#target) <= tolerance;
      this.#settled = !this.#onTarget;
    }
    return this.#settled;
  }
}

/**
 * Quantile of a duration from a Kaplan–Meier curve (`quantile` 0.5: the median), with the interval of Brookmeyer &
 * Crowley (1982, Biometrics 38, 29–41) on the log-log scale: where the bounds of the curve cross the same height.
 * `null` means "later than anything observed". Withheld below the minimum number of journeys at the start.
 */
export function survivalQuantile(
  groups: readonly DurationGroup[],
  options: EstimateOptions & { readonly quantile?: number } = {},
): DurationEstimate {
  const level = options.level ?? defaultLevel;
  const counts = count(groups);
  const { designEffect = 1, quantile = 0.5 } = options;
  const hidden = withheld(counts.n, options.minimum, designEffect);
  if (hidden) return hidden;
  // Greenwood's variance times the design effect.
  const z = normalCritical(level) * Math.sqrt(designEffect);
  const value = new Crossing(1 - quantile);
  const low = new Crossing(1 - quantile);
  const high = new Crossing(1 - quantile);
  for (const { time, survival, greenwood } of descents(groups, counts.n)) {
    const found = value.settledBy(time, survival);
    const bounds = logLogBounds(survival, greenwood, z);
    const foundLow = low.settledBy(time, bounds.low);
    const foundHigh = high.settledBy(time, bounds.high);
    if (found && foundLow && foundHigh) break;
  }
  return {
    withheld: false,
    value: value.time,
    low: low.time,
    high: high.time,
    ...counts,
    quantile,
    level,
    method: 'kaplan-meier-log-log',
  };
}

/** Estimated share still waiting after `time`, with its bounds; 1 before the first event. */
export function survivalAt(
  curve: SurvivalCurve,
  time: number,
): Pick<SurvivalStep, 'survival' | 'low' | 'high'> {
  let last: SurvivalStep | undefined;
  for (const step of curve.steps) {
    if (step.time > time) break;
    last = step;
  }
  return last
    ? { survival: last.survival, low: last.low, high: last.high }
    : { survival: 1, low: 1, high: 1 };
}
