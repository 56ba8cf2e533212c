import { describe, expect, it } from 'vitest';
import { type CoverageWorld, coverageOf, coverageWorlds, falseDiscoveries } from './coverage-worlds.ts';

/** A short form of `npm run bench -- coverage`, of the same worlds: 10,000 samples a case, whose standard error is 0.2 point. */
describe('figures keep what they promise', () => {
  const sampling = { truths: 50, runs: 200 };
  for (const name of Object.keys(coverageWorlds) as CoverageWorld[])
    it(`95 % intervals hold the truth 94 to 96 times in 100: ${name}`, () => {
      for (const n of [30, 200]) {
        const { held } = coverageOf(name, n, sampling);
        expect(held, `n = ${n}`).toBeGreaterThanOrEqual(0.94);
        expect(held, `n = ${n}`).toBeLessThanOrEqual(0.96);
      }
    });

  it('personas that do not differ are told apart in no more than one world in twenty', () => {
    const worlds = 1500;
    const noise = 1.96 * Math.sqrt((0.05 * 0.95) / worlds);
    for (const n of [30, 200])
      expect(falseDiscoveries(worlds, { personas: 4, n })).toBeLessThanOrEqual(0.05 + noise);
  });
});
