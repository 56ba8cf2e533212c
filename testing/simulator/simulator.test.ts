import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { meanInterval } from '#kit/statistics/mean.ts';
import { shareDifference, wilson } from '#kit/statistics/share.ts';
import { survivalQuantile } from '#kit/statistics/survival.ts';
import { eventKinds } from './catalogue.ts';
import { type SimulatedEvent, simulate } from './events.ts';
import { eventColumns, writeEventsCsv } from './events-csv.ts';
import type { SimulationOptions } from './options.ts';
import { truePersonas, truth } from './truth.ts';

const end = new Date('2026-11-21T00:00:00Z');
const base: SimulationOptions = { seed: 2026, customers: 20_000, end };

/** Collects what is written; slow on purpose when asked, so that back pressure is met. */
function sink(slow = false): { readonly out: Writable; text(): string } {
  const pieces: Buffer[] = [];
  const out = new Writable({
    highWaterMark: slow ? 1 : 1 << 20,
    write(chunk: Buffer, _encoding, done) {
      pieces.push(Buffer.from(chunk));
      if (slow) setImmediate(done);
      else done();
    },
  });
  return { out, text: () => Buffer.concat(pieces).toString('utf8') };
}

async function csvOf(options: SimulationOptions, slow = false): Promise<string> {
  const { out, text } = sink(slow);
  await writeEventsCsv(out, options);
  return text();
}

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

const all: readonly SimulatedEvent[] = [...simulate(base)];
/** As a careful importer would keep them. */
const kept = [...new Map(all.map((event) => [event.eventId, event])).values()];
const byCase = Map.groupBy(kept, (event) => event.caseId);
const known = truth(base);
const has = (events: readonly SimulatedEvent[], code: string): boolean =>
  events.some((e) => e.event === code);
const day = 86_400_000;

describe('the same options', () => {
  it('give the same bytes, here and on any other machine', async () => {
    const options = { ...base, customers: 300 };
    const first = await csvOf(options);
    expect(sha(await csvOf(options, true))).toBe(sha(first));
    expect(sha(await csvOf({ ...options, seed: 7 }))).not.toBe(sha(first));
    // Written down on purpose: a change of the simulated world must be a decision, not an accident.
    expect(sha(first).slice(0, 16)).toMatchInlineSnapshot(`"7f069297b36acca4"`);
  });

  it('give the same events as objects and as CSV', async () => {
    for (const names of ['code', 'fr'] as const) {
      const options = { ...base, customers: 400, names };
      const rows = [...simulate(options)].map((e) =>
        [
          e.eventId,
          e.customer,
          e.caseId,
          e.time,
          e.event,
          e.channel,
          e.score ?? '',
          e.verbatim === null ? '' : `"${e.verbatim}"`,
          e.language,
          e.persona,
          e.plan,
          e.region,
          e.ageBand,
        ].join(','),
      );
      const lines = (await csvOf(options)).split('\n');
      expect(lines[0]).toBe(eventColumns.join(','));
      expect(lines.slice(1, -1)).toEqual(rows);
    }
  });

  it('leave a customer as they are when others are added to the language or the names', () => {
    const inFrench = [...simulate({ ...base, customers: 500, language: 'fr', names: 'fr' })];
    const inEnglish = [...simulate({ ...base, customers: 500, language: 'en', names: 'en' })];
    expect(inFrench.map((e) => [e.eventId, e.time, e.score])).toEqual(
      inEnglish.map((e) => [e.eventId, e.time, e.score]),
    );
    expect(new Set(inFrench.map((e) => e.language))).toEqual(new Set(['fr']));
    expect(inFrench.map((e) => e.event)).toContain('Virement reçu');
    expect(inEnglish.map((e) => e.event)).toContain('Payment received');
  });
});

describe('the log', () => {
  it('is complete and readable, row by row', () => {
    const codes = new Set<string>(eventKinds.map((kind) => kind.code));
    const seen = new Set<string>();
    for (const event of all) {
      seen.add(event.event);
      if (!codes.has(event.event)) expect.fail(event.event);
      if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(event.time)) expect.fail(event.time);
      if (event.score !== null && !(event.score >= 1 && event.score <= 5)) expect.fail(String(event.score));
      if (event.verbatim !== null && event.score === null) expect.fail('a comment without a score');
      for (const field of [event.persona, event.plan, event.region, event.ageBand, event.channel])
        if (!field || field.includes('undefined') || field.includes('NaN'))
          expect.fail(JSON.stringify(event));
    }
    expect(seen).toEqual(codes);
  });

  it('stays within its period and keeps the order of arrival close to the order of time', () => {
    const times = all.map((event) => Date.parse(event.time));
    for (const time of times) if (time < Date.parse(known.start) || time >= end.getTime()) expect.fail();
    let newest = 0;
    let behind = 0;
    for (const time of times) {
      newest = Math.max(newest, time);
      if (newest - time > day / 2) behind++;
    }
    expect(behind / times.length).toBeGreaterThan(0.006);
    expect(behind / times.length).toBeLessThan(0.014);
  });

  it('holds duplicates and ties at the known rates', () => {
    expect((all.length - kept.length) / kept.length).toBeGreaterThan(0.6 * known.duplicateRate);
    expect((all.length - kept.length) / kept.length).toBeLessThan(1.4 * known.duplicateRate);
    let pairs = 0;
    let ties = 0;
    for (const events of byCase.values()) {
      const paid = events.find((e) => e.event === 'payment_received');
      const stated = events.find((e) => e.event === 'statement_received');
      if (!paid || !stated) continue;
      pairs++;
      if (paid.time === stated.time) ties++;
    }
    const { low, high } = wilson(ties, pairs, 0.999);
    expect(low).toBeLessThan(known.statementTieRate);
    expect(high).toBeGreaterThan(known.statementTieRate);
  });

  it('acknowledges one request twice, in the same second, through two channels', () => {
    let pairs = 0;
    for (const events of byCase.values()) {
      const twice = events.filter((e) => e.event === 'acknowledgement_received');
      if (twice.length < 2) continue;
      if (twice.length > 2 || twice[0]!.time !== twice[1]!.time || twice[0]!.channel === twice[1]!.channel)
        expect.fail(JSON.stringify(twice));
      pairs++;
    }
    expect(pairs).toBeGreaterThan(10_000);
  });

  it('cuts journeys off where they stand at the end of the period', () => {
    const unfinished = [...byCase.values()].filter(
      (events) => has(events, 'invoice_sent') && !has(events, 'payment_received'),
    );
    const recent = unfinished.filter((events) =>
      events.every((e) => Date.parse(e.time) > end.getTime() - 40 * day),
    );
    expect(recent.length).toBeGreaterThan(200);
    // The others gave up over a missing document.
    expect(unfinished.length - recent.length).toBeGreaterThan(50);
  });
});

describe('the truth beside it', () => {
  const personaOf = new Map([...truePersonas(base)].map((row) => [row.customer, row.persona]));
  /** Reimbursements that had the time to end. */
  const ripe = [...byCase.values()].filter((events) => {
    const sent = events.find((e) => e.event === 'invoice_sent');
    return sent !== undefined && Date.parse(sent.time) < end.getTime() - 90 * day;
  });

  it('tells the persona each event carries', () => {
    for (const event of all) if (personaOf.get(event.customer) !== event.persona) expect.fail(event.eventId);
    for (const persona of known.personas) {
      const share = [...personaOf.values()].filter((code) => code === persona.code).length / base.customers;
      expect(Math.abs(share - persona.share)).toBeLessThan(0.012);
    }
    expect(known.personas.reduce((sum, persona) => sum + persona.share, 0)).toBeCloseTo(1, 12);
  });

  it('is found again in the shares of the log: 18 worriers in 100 call while they wait', () => {
    const counts = known.personas.map((persona) => {
      const cases = ripe.filter((events) => events[0]!.persona === persona.code);
      const within = (count: number, n: number, expected: number): void => {
        const { low, high } = wilson(count, n, 0.9995);
        expect(low).toBeLessThanOrEqual(expected);
        expect(high).toBeGreaterThanOrEqual(expected);
      };
      const callers = cases.filter((events) => has(events, 'adviser_called')).length;
      const paid = cases.filter((events) => has(events, 'payment_received'));
      within(callers, cases.length, persona.reimbursement.callsOfAllInvoices);
      within(paid.length, cases.length, persona.reimbursement.paid);
      within(
        paid.filter((events) => has(events, 'amount_contested')).length,
        paid.length,
        persona.reimbursement.contests,
      );
      const byPost = cases.filter((events) =>
        events.some((e) => e.event === 'invoice_sent' && e.channel === 'post'),
      ).length;
      within(byPost, cases.length, persona.sendingChannels.post ?? 0);
      return { successes: callers, n: cases.length };
    });
    expect(known.personas.map((persona) => persona.reimbursement.callsWhileWaiting)).toEqual([
      0.18, 0.04, 0.11, 0.09,
    ]);
    // The story of the demonstration: the gap between the worrier and the self-reliant is sure.
    const gap = shareDifference(counts[0]!, counts[1]!);
    expect(gap).toMatchObject({ withheld: false });
    if (!gap.withheld) expect(gap.low).toBeGreaterThan(0.1);
  });

  it('is found again in the satisfaction of each touchpoint', () => {
    const scores = new Map<string, number[]>();
    for (const { persona, event, channel, score } of kept) {
      if (score === null) continue;
      const key = `${persona} ${event}/${channel}`;
      scores.set(key, [...(scores.get(key) ?? []), score]);
    }
    let checked = 0;
    for (const persona of known.personas) {
      for (const [touchpoint, mean] of Object.entries(persona.satisfaction)) {
        const values = scores.get(`${persona.code} ${touchpoint}`) ?? [];
        if (values.length < 60) continue;
        const seen = values.reduce((a, b) => a + b) / values.length;
        const sd = Math.sqrt(values.reduce((s, v) => s + (v - seen) ** 2, 0) / (values.length - 1));
        const { low, high } = meanInterval(seen, sd, values.length, 0.9995);
        if (!(low <= mean && mean <= high))
          expect.fail(`${persona.code} ${touchpoint}: ${low}–${high}, ${mean}`);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(25);
  });

  it('is found again in the wait without news, journeys in progress included', () => {
    const groups = [...byCase.values()].flatMap((events) => {
      const news = events.filter((e) =>
        ['acknowledgement_received', 'file_viewed', 'document_sent'].includes(e.event),
      );
      if (news.length === 0 || has(events, 'document_requested')) return [];
      const from = Math.max(...news.map((e) => Date.parse(e.time)));
      const paid = events.find((e) => e.event === 'payment_received');
      return paid
        ? [{ time: (Date.parse(paid.time) - from) / day, events: 1, censored: 0 }]
        : [{ time: (end.getTime() - from) / day, events: 0, censored: 1 }];
    });
    const median = survivalQuantile(groups);
    if (median.withheld || median.value === null) throw new Error('withheld');
    expect(median.stillInProgress).toBeGreaterThan(100);
    expect(Math.abs(median.value - known.medianDays.lastNewsToPayment)).toBeLessThan(0.2);
  });
});

describe('options', () => {
  it('refuse what cannot be simulated', () => {
    for (const wrong of [
      { customers: 0 },
      { customers: 10_000_001 },
      { seed: 0.5 },
      { months: 0 },
      { end: new Date(Number.NaN) },
    ])
      expect(() => [...simulate({ ...base, ...wrong })]).toThrow(RangeError);
  });

  it('make small worlds too, each customer once', () => {
    for (const customers of [1, 2, 3, 100]) {
      const events = [...simulate({ ...base, customers })];
      expect(new Set(events.map((e) => e.customer)).size).toBeLessThanOrEqual(customers);
      expect(events.length).toBeGreaterThan(0);
    }
  });
});
