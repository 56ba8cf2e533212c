import { channels, eventKinds } from './catalogue.ts';
import { personas, satisfaction } from './personas.ts';

/** Scores stay off the ends, where nobody could differ any more. */
const clampMean = (mean: number): number => Math.min(4.8, Math.max(1.2, mean));

/** True mean score 1–5 of a persona at a touchpoint; `undefined` where nobody is asked. */
export function trueMean(persona: number, kind: number, channel: number): number | undefined {
  const mean = satisfaction[eventKinds[kind]!.code]?.[channels[channel]!.code];
  return mean === undefined ? undefined : clampMean(mean + personas[persona]!.temper);
}

/** How far the two moods lie from the mean; half of the people each, so that the mean stays what it is. */
const moodStep = (mean: number): number => Math.max(0, Math.min(0.45, 4.9 - mean, mean - 1.1));

/** Cumulative shares of the scores 1…4 when a score is 1 + a binomial of 4 trials with the given mean. */
function cumulative(mean: number): readonly number[] {
  const p = (mean - 1) / 4;
  const q = 1 - p;
  const shares = [q ** 4, 4 * p * q ** 3, 6 * p * p * q * q, 4 * p ** 3 * q];
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    return sum;
  });
}

/** thresholds[((persona × kinds + kind) × channels + channel) × 2 + mood] */
const thresholds: (readonly number[] | undefined)[] = [];
for (let persona = 0; persona < personas.length; persona++) {
  for (let kind = 0; kind < eventKinds.length; kind++) {
    for (let channel = 0; channel < channels.length; channel++) {
      const mean = trueMean(persona, kind, channel);
      for (const side of [-1, 1])
        thresholds.push(mean === undefined ? undefined : cumulative(mean + side * moodStep(mean)));
    }
  }
}

/** Score 1–5 from one uniform number, or 0 where nobody is asked. `mood` is −1 or +1. */
export function drawScore(u: number, persona: number, kind: number, channel: number, mood: number): number {
  const limits =
    thresholds[((persona * eventKinds.length + kind) * channels.length + channel) * 2 + (mood > 0 ? 1 : 0)];
  if (!limits) return 0;
  let score = 1;
  while (score < 5 && u >= limits[score - 1]!) score++;
  return score;
}
