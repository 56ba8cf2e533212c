import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { conversionPeriods } from '#measure/analytics/indicator/conversion-periods.ts';
import { volumePeriods } from '#measure/analytics/indicator/volume-periods.ts';
import { waitPeriods } from '#measure/analytics/indicator/wait-periods.ts';
import type { PathsQuestion } from '#measure/analytics/paths/letters-sql.ts';
import type { Definition, IndicatorSettings } from '#measure/domain/indicator/indicator.ts';
import { periodsOf } from '#measure/domain/indicator/periods.ts';
import { placesOfEvents } from '#measure/domain/paths/places.ts';
import { checkAlerts } from '#measure/server/indicator/check-alerts.ts';
import { addSource } from '#testing/add-source.ts';
import { type LivedJourney, loadJourneys, randomJourneys } from '#testing/lived-journeys.ts';
import { joined, type PlainPath } from '#testing/paths-by-hand.ts';
import { readPdf } from '#testing/read-pdf.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';

const day = 86_400_000;
const names = ['ask', 'call', 'pay', 'leave'];

let app: TestWorld;
let workspaceId: WorkspaceId;
beforeAll(async () => {
  app = await openTestWorld();
  const created = await app.api.workspace.create({ name: 'Cover', language: 'en', zone: 'Europe/Paris' });
  workspaceId = created.id as WorkspaceId;
});
afterAll(() => app.close());

describe('figures by period are those of journeys taken one by one', () => {
  it('for conversions, stops, times and volumes, with many ties', async () => {
    const journeys = randomJourneys({ seed: 5, journeys: 9_000, names, channels: ['web'], longest: 7 });
    const kinds = await loadJourneys(app.world.engine, workspaceId, 'random', journeys);
    const places = placesOfEvents('random', kinds);
    const end = Math.max(...journeys.map(({ events }) => events.at(-1)!.time));
    const begin = Math.min(...journeys.map(({ events }) => events[0]!.time));
    const patience = 20 * day;
    const periods = periodsOf('week', 'Europe/Paris', begin + 9 * day, end - 10 * day);
    const kept = journeys.map(({ events, attributes }): PlainPath => {
      const last = events.at(-1)!.time;
      const passages = events.map(({ name, time }) => ({ key: name, time }));
      return { passages, attributes, underWay: end - last <= patience, first: events[0]!.time, last };
    });
    const paths = kept.map(joined);
    const base = { workspaceId, sourceId: 'random', places, filters: [], end, patience, periods };
    const question: PathsQuestion & { periods: typeof periods; split: null } = {
      ...base,
      repeats: 'joined',
      split: null,
    };
    const periodOf = (time: number) => periods.findIndex((one) => time >= one.start && time < one.end);
    const { engine } = app.world;

    for (const [first, second] of [
      ['ask', 'pay'],
      ['ask', 'ask'],
      [null, 'leave'],
      ['call', null],
    ] as const) {
      const byHand = new Map<number, { came: number; undecided: number; journeys: number }>();
      for (const { passages, underWay } of paths) {
        const at = first === null ? 0 : passages.findIndex(({ key }) => key === first);
        const period = at < 0 ? -1 : periodOf(passages[at]!.time);
        if (period < 0) continue;
        const own = byHand.get(period) ?? { came: 0, undecided: 0, journeys: 0 };
        byHand.set(period, own);
        own.journeys++;
        const later = passages.slice(first === null ? 0 : at + 1).some(({ key }) => key === second);
        const here = passages.at(-1)!.key === passages[at]!.key;
        if (second === null ? here && !underWay : later) own.came++;
        if (second === null ? here && underWay : !later && underWay) own.undecided++;
      }
      const counted = await conversionPeriods(engine, { ...question, first, second });
      expect(counted).toEqual(new Map([[0, new Map([...byHand].sort(([a], [b]) => a - b))]]));
    }

    const waits = await waitPeriods(engine, { ...question, first: 'ask', second: 'pay', precision: 'exact' });
    const marked = await waitPeriods(engine, { ...question, first: 'ask', second: 'pay', precision: 6 });
    for (const [at] of periods.entries()) {
      const byHand = paths.flatMap(({ passages, underWay }) => {
        const start = passages.findIndex(({ key }) => key === 'ask');
        const began = passages[start]?.time;
        if (began === undefined || periodOf(began) !== at) return [];
        const came = passages.slice(start + 1).find(({ key }) => key === 'pay');
        return came ? [came.time - began] : underWay ? [end - began + 0.5] : [];
      });
      const unfolded = (waits.get(0)?.get(at)?.groups ?? []).flatMap(({ time, events, censored }) => [
        ...Array<number>(events).fill(time),
        ...Array<number>(censored).fill(time + 0.5),
      ]);
      expect(unfolded.sort((a, b) => a - b)).toEqual(byHand.sort((a, b) => a - b));
      const people = (all: typeof waits) =>
        (all.get(0)?.get(at)?.groups ?? []).reduce((sum, { events, censored }) => sum + events + censored, 0);
      expect(people(marked)).toBe(people(waits));
    }

    const volumes = await volumePeriods(engine, { ...question, repeats: 'kept', place: 'call' });
    for (const [at] of periods.entries()) {
      const times = kept
        .map(
          ({ passages }) =>
            passages.filter(({ key, time }) => key === 'call' && periodOf(time) === at).length,
        )
        .filter((count) => count > 0);
      const sum = (of: (count: number) => number) => times.reduce((total, count) => total + of(count), 0);
      expect(volumes.get(0)?.get(at) ?? { n: 0, total: 0, squares: 0 }).toEqual({
        n: times.length,
        total: sum((count) => count),
        squares: sum((count) => count * count),
      });
    }
  });
});

/** `count` journeys that ask on this day and, one in `every`, pay two days later. */
const asking = (date: string, count: number, every: number): LivedJourney[] =>
  Array.from({ length: count }, (_, index) => ({
    customer: `${date}-${index}`,
    attributes: {},
    events: ['ask', ...(index % every === 0 ? ['pay'] : [])].map((name, at) => ({
      time: Date.parse(`${date}T10:00:00Z`) + at * 2 * day,
      seq: at,
      name,
      channel: '',
      score: null,
      attributes: {},
    })),
  }));

describe('an indicator', () => {
  const lived = { sourceId: 'cover', unit: 'event' as const, filters: [] };
  const settings = (name: string, definition: Definition, more: Partial<IndicatorSettings> = {}) => ({
    workspaceId,
    name,
    definition,
    owner: '',
    unit: '',
    target: null,
    grain: 'month' as const,
    by: null,
    ...more,
  });
  const figures = (outcome: Awaited<ReturnType<typeof app.api.indicator.indicator>>['outcome']) => {
    if (outcome.is !== 'told') throw new Error(outcome.problem.code);
    return outcome.points.map(({ from, state, figure }) => [
      from,
      state,
      figure.is === 'shown' ? Math.round(figure.value * 100) / 100 : figure.is,
    ]);
  };
  let conversion: string;

  beforeAll(async () => {
    await addSource(app.world, workspaceId, 'cover', [
      ...asking('2024-01-10', 200, 2),
      ...asking('2024-02-10', 200, 4),
      ...asking('2024-04-10', 12, 1),
      ...asking('2024-05-10', 120, 3),
      ...asking('2024-06-05', 40, 1),
    ]);
  });

  it('is told month by month: what is over, withheld, empty, unsettled', async () => {
    const made = await app.api.indicator.addIndicator(
      settings('Conversion', { of: 'conversion', ...lived, first: 'ask', second: 'pay' }),
    );
    conversion = made.indicator.id;
    expect(figures(made.outcome)).toEqual([
      ['2024-01-01', 'over', 0.5],
      ['2024-02-01', 'over', 0.25],
      ['2024-03-01', 'over', 'none'],
      ['2024-04-01', 'over', 'withheld'],
      ['2024-05-01', 'over', 0.33],
      ['2024-06-01', 'under-way', 1],
    ]);
    // The month before the newest is withheld: nothing is compared.
    expect(made.outcome).toMatchObject({
      movement: { newest: '2024-05-01', previous: '2024-04-01', difference: { withheld: true, n: 12 } },
    });
  });

  it('is a formula over others, with an interval that does not shrink for people counted twice', async () => {
    const volume = await app.api.indicator.addIndicator(
      settings('Asks', { of: 'volume', ...lived, place: 'ask', count: 'customers' }),
    );
    const terms = { A: conversion, B: volume.indicator.id };
    const made = await app.api.indicator.addIndicator(
      settings('Paid', { of: 'formula', expression: 'A × B', terms }, { unit: 'contracts' }),
    );
    expect(figures(made.outcome).slice(0, 3)).toEqual([
      ['2024-01-01', 'over', 100],
      ['2024-02-01', 'over', 50],
      ['2024-03-01', 'over', 'none'],
    ]);
    const zero = await app.api.indicator.addIndicator(
      settings('Nothing', { of: 'formula', expression: 'A / (B - 200)', terms }),
    );
    expect(figures(zero.outcome)[0]).toEqual(['2024-01-01', 'over', 'none']);
    const again = { of: 'formula', expression: 'A + 1', terms: { A: zero.indicator.id } } as const;
    const outer = await app.api.indicator.addIndicator(settings('Again', again));
    const circle = { of: 'formula', expression: 'A', terms: { A: outer.indicator.id } } as const;
    await expect(
      app.api.indicator.changeIndicator({ ...settings('Nothing', circle), indicatorId: zero.indicator.id }),
    ).rejects.toMatchObject({
      details: { code: 'indicator.cycle', params: { names: 'Nothing → Again → Nothing' } },
    });
  });

  it.each([
    [{ of: 'conversion', ...lived, first: 'ask', second: 'gone' }, 'paths.place-unknown'],
    [{ of: 'time', ...lived, sourceId: 'gone', first: 'ask', second: 'pay' }, 'source.not-found'],
    [{ of: 'score', surveyId: 'gone', column: 'q', kind: 'nps', only: null }, 'survey.not-found'],
    [{ of: 'formula', expression: 'A / ', terms: { A: 'x' } }, 'formula.ended'],
    [{ of: 'formula', expression: 'A', terms: { A: 'gone' } }, 'indicator.term-missing'],
    [{ of: 'formula', expression: '12', terms: {} }, 'formula.no-letter'],
  ] as const)('that cannot be told is refused (%#)', async (definition, code) => {
    await expect(
      app.api.indicator.addIndicator(settings('Bad', definition as Definition)),
    ).rejects.toMatchObject({ details: { code } });
  });

  it('says why it can be told no more, and the others go on', async () => {
    await addSource(app.world, workspaceId, 'short', asking('2024-01-10', 50, 2));
    const lost = await app.api.indicator.addIndicator(
      settings('Lost', { of: 'time', ...lived, sourceId: 'short', first: 'ask', second: 'pay' }),
    );
    expect(figures(lost.outcome)).toEqual([['2024-01-01', 'under-way', 2 * day]]);
    await app.api.measure.removeSource({ workspaceId, sourceId: 'short' });
    const all = await app.api.indicator.indicators({ workspaceId });
    expect(all.map(({ outcome }) => outcome.is)).toEqual(['told', 'told', 'told', 'told', 'told', 'broken']);
    expect(all.at(-1)?.outcome).toMatchObject({ problem: { code: 'source.not-found' } });
    await app.api.indicator.removeIndicator({ workspaceId, indicatorId: lost.indicator.id });
    await expect(
      app.api.indicator.indicator({ workspaceId, indicatorId: lost.indicator.id }),
    ).rejects.toMatchObject({ details: { code: 'indicator.not-found' } });
  });

  it('is in the report of its month, on the page and printed', async () => {
    const report = await app.api.report.report({ workspaceId, month: '2024-02' });
    const told = [...report.moved, ...report.steady].map(({ trend }) => trend.indicator.name);
    expect(report.moved[0]).toMatchObject({
      trend: { indicator: { name: 'Conversion' } },
      point: { from: '2024-02-01' },
      movement: { previous: '2024-01-01', difference: { value: -0.25 } },
    });
    expect(report.compared).toBeGreaterThan(1);
    expect(told).toContain('Paid');
    const file = await app.api.report.reportPdf({ workspaceId, month: '2024-02', language: 'fr' });
    const { text, fontsInside, pictures, pages } = await readPdf(file);
    const read = text.replace(/\s+/g, ' ');
    expect([fontsInside, pictures, pages]).toEqual([true, 0, 1]);
    expect(read).toContain('Comité expérience client, février 2024');
    expect(read).toContain('25 points de moins que le mois d’avant');
    expect((await app.api.report.report({ workspaceId, month: '2031-01' })).silent).toHaveLength(told.length);
  });

  it('raises an alert once for each period, and posts it', async () => {
    const posted: { body: unknown; signature: unknown }[] = [];
    const tool = createServer((request: IncomingMessage, response) => {
      void text(request).then((body) => {
        posted.push({ body: JSON.parse(body), signature: request.headers['x-parcours-signature'] });
        response.end();
      });
    });
    await new Promise<void>((resolve) => tool.listen(0, '127.0.0.1', resolve));
    const { port } = tool.address() as AddressInfo;
    await expect(
      app.api.indicator.setAlertRoute({
        workspaceId,
        webhook: { address: 'http://169.254.169.254/', secret: '' },
        language: 'en',
      }),
    ).rejects.toMatchObject({ details: { code: 'webhook.bad-address' } });
    await app.api.indicator.setAlertRoute({
      workspaceId,
      webhook: { address: `http://127.0.0.1:${port}/hook`, secret: 'key' },
      mail: ['ines@example.org'],
      language: 'en',
    });
    expect(await app.api.indicator.alertRoute({ workspaceId })).toMatchObject({ mailReady: false });
    const definition = { of: 'conversion' as const, ...lived, first: 'ask', second: 'pay' };
    const target = { value: 0.8, direction: 'at-least' as const, by: null };
    await app.api.indicator.changeIndicator({
      ...settings('Conversion', definition, { target }),
      indicatorId: conversion,
    });
    const now = new Date('2024-07-01T00:00:00Z');
    const check = () => checkAlerts(app.world, workspaceId, now);
    expect(await check()).toMatchObject({
      ok: true,
      value: [
        {
          indicatorId: conversion,
          finding: { from: '2024-05-01', missed: 0.8 },
          sent: { webhook: 'sent', mail: 'no-server' },
        },
      ],
    });
    expect(await check()).toEqual({ ok: true, value: [] });
    expect(posted).toHaveLength(1);
    expect(posted[0]?.signature).toMatch(/^sha256=/);
    expect(posted[0]?.body).toMatchObject({
      event: 'indicator.alert',
      title: 'Conversion — alert, Cover',
      page: `/w/${workspaceId}/indicators/${conversion}`,
      text: expect.stringMatching(
        /^In May 2024, 33% \(between .*\)\.\nThe target is missed beyond noise: at least 80%\.$/,
      ),
    });
    await new Promise((resolve) => tool.close(resolve));
    // A second indicator, while nobody listens any more: told in the page, and that it could not be sent.
    const again = await app.api.indicator.addIndicator(settings('Same', definition, { target }));
    expect(await check()).toMatchObject({
      value: [{ indicatorId: again.indicator.id, sent: { webhook: 'failed' } }],
    });
    expect(await app.api.indicator.alerts({ workspaceId })).toHaveLength(2);
    await app.api.indicator.removeIndicator({ workspaceId, indicatorId: again.indicator.id });
    expect(await app.api.indicator.alerts({ workspaceId })).toMatchObject([{ sent: { webhook: 'sent' } }]);
  });
});

describe('a dashboard', () => {
  it('keeps its tiles in order, those of what is gone too', async () => {
    const tiles = [
      { id: 'a', size: 'third' as const, shows: 'indicator' as const, indicatorId: 'gone' },
      { id: 'b', size: 'whole' as const, shows: 'map' as const, mapId: 'gone', part: 'curve' as const },
      {
        id: 'c',
        size: 'half' as const,
        shows: 'paths' as const,
        sourceId: 'cover',
        search: { show: 'funnel' },
      },
    ];
    const made = await app.api.dashboard.addDashboard({ workspaceId, name: 'Committee', tiles });
    const dashboardId = made.id;
    const changed = { workspaceId, dashboardId, name: 'Board', tiles: tiles.toReversed() };
    expect(await app.api.dashboard.changeDashboard(changed)).toMatchObject({ name: 'Board' });
    expect(await app.api.dashboard.dashboards({ workspaceId })).toEqual([
      { id: dashboardId, name: 'Board', tiles: tiles.toReversed(), createdAt: made.createdAt },
    ]);
    await app.api.dashboard.removeDashboard({ workspaceId, dashboardId });
    await expect(app.api.dashboard.changeDashboard(changed)).rejects.toMatchObject({
      details: { code: 'dashboard.not-found' },
    });
  });
});
