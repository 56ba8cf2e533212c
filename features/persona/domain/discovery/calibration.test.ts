import { describe, expect, it } from 'vitest';
import { createRandom } from '#kit/statistics/random.ts';
import { bestTemperature, calibrationError, labelled, probabilities } from './calibration.ts';

/** Evidence drawn so that, at temperature 1, stated probabilities are exactly right. */
function drawn(rows: number): { scores: Float64Array; labels: Uint8Array; logPrior: number[] } {
  const random = createRandom(12);
  const logPrior = [Math.log(0.6), Math.log(0.3), Math.log(0.1)];
  const scores = new Float64Array(rows * 3);
  const labels = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const u = random.next();
    const label = u < 0.6 ? 0 : u < 0.9 ? 1 : 2;
    labels[row] = label;
    // A bell curve of sd 1 around 1.2 times the label: its log-density is the evidence.
    const x = 1.2 * label + random.normal();
    for (let p = 0; p < 3; p++) scores[row * 3 + p] = -0.5 * (x - 1.2 * p) ** 2;
  }
  return { scores, labels, logPrior };
}

describe('calibration', () => {
  const { scores, labels, logPrior } = drawn(20_000);
  const truth = labelled(labels, 3);

  it('leaves alone what is right, and finds by how much evidence was overstated', () => {
    expect(bestTemperature(logPrior, scores, truth)).toBeCloseTo(1, 1);
    for (const factor of [0.5, 2, 3.5])
      expect(
        bestTemperature(
          logPrior,
          scores.map((x) => factor * x),
          truth,
        ) / factor,
      ).toBeCloseTo(1, 1);
  });

  it('finds the temperature that a search of all of them finds', () => {
    const few = scores.subarray(0, 3 * 600).map((x) => 1.7 * x);
    const own = truth.subarray(0, few.length);
    const surprise = (temperature: number): number => {
      const stated = probabilities(logPrior, few, temperature);
      return stated.reduce((sum, p, at) => sum - own[at]! * Math.log(p), 0);
    };
    const all = Array.from({ length: 600 }, (_, at) => 0.25 * 32 ** (at / 599));
    const least = all.reduce((best, each) => (surprise(each) < surprise(best) ? each : best));
    expect(bestTemperature(logPrior, few, own) / least).toBeCloseTo(1, 2);
  });

  it('measures how far stated probabilities can be believed', () => {
    const right = calibrationError(probabilities(logPrior, scores, 1), truth, 3);
    const boasting = calibrationError(
      probabilities(
        logPrior,
        scores.map((x) => 3 * x),
        1,
      ),
      truth,
      3,
    );
    expect(right).toBeLessThan(0.012);
    expect(boasting).toBeGreaterThan(0.08);
    // By hand: two rows at 0.8 of which one is right, one at 0.6 which is.
    const stated = Float64Array.of(0.8, 0.2, 0.8, 0.2, 0.4, 0.6);
    expect(calibrationError(stated, labelled([0, 1, 1], 2), 2)).toBeCloseTo((2 * 0.3 + 0.4) / 3, 12);
  });
});
