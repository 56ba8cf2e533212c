import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { npsInterval } from '#kit/statistics/nps.ts';
import { addWeight, noWeights, weightedNps } from '#kit/statistics/weighted.ts';
import { csatQuestions, simulateSurvey, surveyCodes, surveyColumns, writeSurveyCsv } from './survey.ts';
import { truth } from './truth.ts';

const options = {
  seed: 11,
  customers: 50_000,
  respondents: 8000,
  end: new Date('2026-11-21T00:00:00Z'),
} as const;
const rows = [...simulateSurvey(options)];
const known = truth(options);
const answered = rows.filter((row) => row.nps <= 10);

describe('the simulated survey', () => {
  it('keeps to its scales and codes', () => {
    for (const row of rows) {
      if (!(Number.isInteger(row.nps) && row.nps >= 0 && row.nps <= surveyCodes.npsNoAnswer)) expect.fail();
      if (!(row.ces >= 1 && row.ces <= surveyCodes.cesNoAnswer)) expect.fail();
      for (const score of Object.values(row.csat)) if (!(score >= 0 && score <= 6)) expect.fail();
    }
    const blank = (rows.length - answered.length) / rows.length;
    expect(blank).toBeGreaterThan(0.02);
    expect(blank).toBeLessThan(0.04);
    // Few worriers and fewer others have ever called: most have "never used" the adviser.
    const never = rows.filter((row) => row.csat.csat_adviser === surveyCodes.csatNeverUsed).length;
    expect(never / rows.length).toBeGreaterThan(0.85);
  });

  it('gives back the true NPS per persona, and of the base when weighted only', () => {
    for (const persona of known.personas) {
      const of = answered.filter((row) => row.persona === persona.code);
      const promoters = of.filter((row) => row.nps >= 9).length;
      const detractors = of.filter((row) => row.nps <= 6).length;
      const { low, high } = npsInterval(promoters, of.length - promoters - detractors, detractors, 0.999);
      expect(low).toBeLessThanOrEqual(persona.nps.score);
      expect(high).toBeGreaterThanOrEqual(persona.nps.score);
    }
    let [promoters, passives, detractors] = [noWeights, noWeights, noWeights];
    for (const { nps, weight } of answered) {
      if (nps >= 9) promoters = addWeight(promoters, weight);
      else if (nps >= 7) passives = addWeight(passives, weight);
      else detractors = addWeight(detractors, weight);
    }
    const weighted = weightedNps(promoters, passives, detractors, 0.999);
    expect(weighted.low).toBeLessThanOrEqual(known.nps);
    expect(weighted.high).toBeGreaterThanOrEqual(known.nps);
    const plain = npsInterval(promoters.n, passives.n, detractors.n, 0.999);
    expect(plain.low).toBeLessThanOrEqual(known.npsUnweighted);
    expect(plain.high).toBeGreaterThanOrEqual(known.npsUnweighted);
    expect(known.npsUnweighted - known.nps).toBeGreaterThan(2);
  });

  it('writes the same table as CSV, the same each time', async () => {
    const write = async (): Promise<string> => {
      const pieces: Buffer[] = [];
      const out = new Writable({
        write(chunk: Buffer, _encoding, done) {
          pieces.push(Buffer.from(chunk));
          done();
        },
      });
      expect(await writeSurveyCsv(out, { ...options, respondents: 500 })).toMatchObject({ respondents: 500 });
      return Buffer.concat(pieces).toString('utf8');
    };
    const text = await write();
    expect(await write()).toBe(text);
    const lines = text.trimEnd().split('\n');
    expect(lines).toHaveLength(501);
    expect(lines[0]).toBe(surveyColumns.join(','));
    expect(lines[0]).toContain(Object.keys(csatQuestions).join(','));
    for (const line of lines.slice(1)) {
      const plain = line.replace(/"[^"]*"/, '');
      expect(plain.split(',')).toHaveLength(surveyColumns.length);
    }
  });
});
