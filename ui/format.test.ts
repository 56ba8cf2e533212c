import { describe, expect, it } from 'vitest';
import { createFormat } from './format.ts';

const fr = createFormat('fr', 'Europe/Paris');
const en = createFormat('en', 'Europe/Paris');
const n = '\u202f';
const w = '\u00a0';

describe('figures in French', () => {
  it('groups thousands by a narrow no-break space and writes a true minus', () => {
    expect(fr.integer(12480)).toBe(`12${n}480`);
    expect(fr.integer(-31)).toBe('\u221231');
    expect(fr.signed(14)).toBe('+14');
    expect(fr.signed(-9)).toBe('\u22129');
    expect(fr.integer(-0)).toBe('0');
    expect(fr.decimal(3.94)).toBe('3,9');
    expect(fr.fixed(4)).toBe('4,0');
  });

  it('never says all or none of a share that is neither', () => {
    expect(fr.share(0.18)).toBe(`18${n}%`);
    expect(fr.share(0.061)).toBe(`6,1${n}%`);
    expect(fr.share(0.04)).toBe(`4${n}%`);
    expect(fr.share(1)).toBe(`100${n}%`);
    expect(fr.share(0.9999)).toBe(`99,9${n}%`);
    expect(fr.share(0)).toBe(`0${n}%`);
    expect(fr.share(0.0001)).toBe(`<${n}0,1${n}%`);
  });

  it('says a share as people', () => {
    expect(fr.outOf(0.18)).toBe('18\u00a0sur\u00a0100');
    expect(fr.outOf(0.004)).toBe(`4\u00a0sur\u00a01${n}000`);
    expect(fr.outOf(0.999)).toBe('99\u00a0sur\u00a0100');
    expect(fr.outOf(1)).toBe('100\u00a0sur\u00a0100');
  });

  it('says durations in the unit a person would choose', () => {
    const day = 86_400_000;
    expect(fr.duration(8.6 * day)).toBe(`8,6${w}j`);
    expect(fr.durationInWords(9 * day)).toBe(`9${w}jours`);
    expect(fr.durationInWords(8.6 * day)).toBe(`8,6${w}jours`);
    expect(fr.duration(180_000)).toBe(`3${w}min`);
    expect(fr.duration(400)).toBe(`0,4${w}s`);
    expect(fr.duration(3 * 365.25 * day)).toBe(`3${w}ans`);
    expect(fr.saidDuration(9, 'day')).toBe(`9${w}jours`);
    expect(fr.saidDuration(1, 'day')).toBe(`1${w}jour`);
    expect(fr.saidDuration(3, 'minute')).toBe(`3${w}min`);
    expect(fr.saidDuration(0, 'second')).toBe('instant');
  });

  it('says dates and periods in the zone asked for', () => {
    expect(fr.date('2026-11-20T23:30:00Z')).toBe('21 nov. 2026');
    expect(fr.moment('2026-11-21T05:10:00Z')).toBe('21 nov. 2026, 06:10');
    expect(fr.period('2025-11-22', '2026-11-21')).toBe('22 nov. 2025\u00a0– 21 nov. 2026');
    expect(fr.period('2026-11-21T08:00:00Z', '2026-11-21T09:00:00Z')).toBe('21 nov. 2026');
  });

  it('says how long ago, and the date when that is clearer', () => {
    const now = Date.parse('2026-11-21T12:00:00Z');
    expect(fr.ago(now - 20_000, now)).toBe('maintenant');
    expect(fr.ago(now - 3 * 60_000, now)).toBe('il y a 3 minutes');
    expect(fr.ago(now - 30 * 3_600_000, now)).toBe('hier');
    expect(fr.ago('2026-01-05T12:00:00Z', now)).toBe('5 janv. 2026');
  });

  it('says sizes of files', () => {
    expect(fr.bytes(12_400_000)).toBe(`12,4${w}Mo`);
    expect(fr.bytes(812)).toBe(`812${w}o`);
    expect(fr.bytes(0)).toBe(`0${w}o`);
  });
});

describe('figures in English', () => {
  it('follows English habits', () => {
    expect(en.integer(12480)).toBe('12,480');
    expect(en.share(0.061)).toBe('6.1%');
    expect(en.duration(8.6 * 86_400_000)).toBe(`8.6${w}d`);
    expect(en.outOf(0.18)).toBe('18\u00a0out of\u00a0100');
    expect(en.date('2026-11-21')).toBe('21 Nov 2026');
    expect(en.bytes(12_400_000)).toBe(`12.4${w}MB`);
  });
});
