import { describe, expect, it } from 'vitest';
import { createRandom } from '#kit/statistics/random.ts';
import type { DetectionModel } from '../discovery/model.ts';
import { type AttributionRun, driftBetween, summariseRun } from './attribution-run.ts';

const model = {
  personas: [
    { key: 'p1', name: 'A', personaId: 'a' },
    { key: 'p2', name: 'B', personaId: null },
  ],
  attributes: [{}, {}],
  threshold: 0.5,
} as unknown as DetectionModel;

/** A run over contacts of which `first` in 1 are A, 1 in 10 undecided, with confidences around `mean`. */
function aRun(seed: number, n: number, first: number, mean = 0.8): AttributionRun {
  const random = createRandom(seed);
  const counts = Array.from({ length: n }, () => {
    const persona = random.chance(0.1) ? 0 : random.chance(first) ? 1 : 2;
    const part = Math.round(10_000 * Math.min(1, Math.max(0, mean + 0.1 * random.normal())));
    return {
      persona,
      bin: Math.min(9, Math.floor(part / 1000)),
      contacts: 1,
      sum: part,
      squares: part * part,
    };
  });
  return {
    id: `r${seed}`,
    listId: 'l',
    listVersion: 1,
    versionId: 'v',
    modelId: 'm',
    modelName: 'M',
    modelRevision: 1,
    at: '2026-11-21T10:00:00.000Z',
    summary: summariseRun(counts, model, ['age'], 30),
  };
}

describe('what a run says', () => {
  it('is counted by hand', () => {
    const summary = summariseRun(
      [
        { persona: 1, bin: 9, contacts: 60, sum: 60 * 9500, squares: 60 * 9500 ** 2 },
        { persona: 0, bin: 4, contacts: 40, sum: 40 * 4500, squares: 40 * 4500 ** 2 },
      ],
      model,
      [],
      30,
    );
    expect(summary.personas).toMatchObject([
      { key: 'p1', contacts: 60, confidence: 0.95, share: { withheld: false, value: 0.6, method: 'wilson' } },
      { key: 'p2', contacts: 0, confidence: null, share: { withheld: false, value: 0 } },
    ]);
    expect(summary.undecided).toMatchObject({ contacts: 40, share: { value: 0.4 } });
    expect(summary.histogram).toEqual([0, 0, 0, 0, 40, 0, 0, 0, 0, 60]);
    expect(summary.confidence).toMatchObject({ withheld: false, value: 0.75, n: 100 });
    // 60 times 0.2, 40 times 0.3 from the mean.
    expect(summary.confidenceSd).toBeCloseTo(Math.sqrt((60 * 0.04 + 40 * 0.09) / 99), 10);
  });

  it('withholds shares of too few contacts', () => {
    const few = aRun(1, 29, 0.5).summary;
    expect(few.undecided.share).toMatchObject({ withheld: true, n: 29 });
    expect(few.confidence.withheld).toBe(true);
  });
});

describe('drift', () => {
  it('is not seen where there is noise only', () => {
    let alerts = 0;
    for (let pair = 0; pair < 200; pair++) {
      const drift = driftBetween(aRun(2 * pair, 600, 0.6), aRun(2 * pair + 1, 600, 0.6), 30)!;
      if (drift.alert) alerts++;
    }
    // Four comparisons at a false-discovery rate of 5 %: ten alerts expected at most, within chance.
    expect(alerts).toBeLessThan(18);
  });

  it('is seen when shares or confidence move, and where', () => {
    const shares = driftBetween(aRun(1, 2000, 0.6), aRun(2, 2000, 0.5), 30)!;
    expect(shares.shares.map(({ key, moved }) => [key, moved])).toEqual([
      ['p1', true],
      ['p2', true],
      [null, false],
    ]);
    expect(shares).toMatchObject({ alert: true, confidenceMoved: false });
    const confidence = driftBetween(aRun(1, 2000, 0.6, 0.8), aRun(3, 2000, 0.6, 0.75), 30)!;
    expect(confidence).toMatchObject({ alert: true, confidenceMoved: true });
  });

  it('is no alert for a certain move that is too small to matter', () => {
    const drift = driftBetween(aRun(1, 200_000, 0.6), aRun(2, 200_000, 0.592), 30)!;
    expect(drift.shares[0]!.difference).toMatchObject({ withheld: false });
    expect(drift.alert).toBe(false);
  });

  it('is not told between personas that are not the same', () => {
    const then = aRun(1, 500, 0.6);
    expect(driftBetween({ ...then, modelId: 'other' }, aRun(2, 500, 0.6), 30)).toBeNull();
  });
});
