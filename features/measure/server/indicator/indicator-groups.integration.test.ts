import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { conversionPeriods } from '#measure/analytics/indicator/conversion-periods.ts';
import { volumePeriods } from '#measure/analytics/indicator/volume-periods.ts';
import { waitPeriods } from '#measure/analytics/indicator/wait-periods.ts';
import type { Definition, IndicatorSettings } from '#measure/domain/indicator/indicator.ts';
import { periodsOf } from '#measure/domain/indicator/periods.ts';
import { byChannel, splitByAttribute, splitByChannel } from '#measure/domain/measuring/split.ts';
import { placesOfEvents } from '#measure/domain/paths/places.ts';
import type { PathFilter } from '#measure/domain/paths/question.ts';
import { addSource } from '#testing/add-source.ts';
import { type LivedJourney, loadJourneys, randomJourneys } from '#testing/lived-journeys.ts';
import { readPdf } from '#testing/read-pdf.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';

const day = 86_400_000;

let app: TestWorld;
let workspaceId: WorkspaceId;
beforeAll(async () => {
  app = await openTestWorld();
  const created = await app.api.workspace.create({ name: 'Cover', language: 'en', zone: 'UTC' });
  workspaceId = created.id as WorkspaceId;
});
afterAll(() => app.close());

describe('figures by period of a group are those of its journeys alone', () => {
  it('for an attribute and for the channel they began on', async () => {
    const names = ['ask', 'call', 'pay', 'leave'];
    const channels = ['web', 'shop', ''];
    const journeys = randomJourneys({ seed: 11, journeys: 4_000, names, channels, longest: 7 });
    const kinds = await loadJourneys(app.world.engine, workspaceId, 'random', journeys);
    const end = Math.max(...journeys.map(({ events }) => events.at(-1)!.time));
    const begin = Math.min(...journeys.map(({ events }) => events[0]!.time));
    const asked = {
      workspaceId,
      sourceId: 'random',
      places: placesOfEvents('random', kinds),
      end,
      patience: 20 * day,
      periods: periodsOf('month', 'UTC', begin, end),
      repeats: 'joined' as const,
      filters: [] as PathFilter[],
    };
    const { engine } = app.world;
    const ask = (more: Pick<Parameters<typeof conversionPeriods>[1], 'split'> & Partial<typeof asked>) =>
      Promise.all([
        conversionPeriods(engine, { ...asked, ...more, first: 'ask', second: 'pay' }),
        conversionPeriods(engine, { ...asked, ...more, first: null, second: null }),
        waitPeriods(engine, { ...asked, ...more, first: 'ask', second: 'pay', precision: 'exact' }),
        volumePeriods(engine, { ...asked, ...more, repeats: 'kept', place: 'call' }),
      ]);

    const sizes = ['A', 'B'].map((value) => ({ value, journeys: 1 }));
    const byAttribute = await ask({ split: splitByAttribute('segment', sizes) });
    for (const [at, value] of ['A', 'B'].entries()) {
      const filters: PathFilter[] = [{ is: 'one-of', attribute: 'segment', values: [value] }];
      const alone = await ask({ split: null, filters });
      expect(byAttribute.map((told) => told.get(at + 1))).toEqual(alone.map((told) => told.get(0)));
      expect(alone.every((told) => (told.get(0)?.size ?? 0) > 3)).toBe(true);
    }

    const firsts = kinds.map(({ id, name, channel }) => ({
      kind: id,
      journeys: journeys.filter(({ events: [first] }) => first?.name === name && first.channel === channel)
        .length,
    }));
    const split = splitByChannel(kinds, firsts);
    expect(split.groups.map(({ value }) => value).sort()).toEqual(['shop', 'web']);
    const told = await ask({ split });
    for (const [at, { value }] of split.groups.entries()) {
      const own = journeys.filter(({ events: [first] }) => first?.channel === value);
      const places = placesOfEvents(value, await loadJourneys(engine, workspaceId, value, own));
      const alone = await ask({ split: null, sourceId: value, places });
      expect(told.map((each) => each.get(at + 1))).toEqual(alone.map((each) => each.get(0)));
    }
  });
});

/** `count` journeys of a segment that ask on this day on a channel and, one in `every`, pay two days later. */
const asking = (
  segment: string,
  date: string,
  count: number,
  every: number,
  channel: string,
): LivedJourney[] =>
  Array.from({ length: count }, (_, index) => ({
    customer: `${segment}-${date}-${index}`,
    attributes: { segment },
    events: ['ask', ...(index % every === 0 ? ['pay'] : [])].map((name, at) => ({
      time: Date.parse(`${date}T10:00:00Z`) + at * 2 * day,
      seq: at,
      name,
      channel,
      score: null,
      attributes: {},
    })),
  }));

describe('an indicator told by group', () => {
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
  const conversion = { of: 'conversion' as const, ...lived, first: 'ask', second: 'pay' };
  const groups = async (indicatorId: string, by: string) =>
    (await app.api.indicator.indicatorGroups({ workspaceId, indicatorId, by })).map(
      ({ label, points }) =>
        [
          label,
          ...points.map(({ figure }) =>
            figure.is === 'shown'
              ? Math.round(figure.value * 100) / 100
              : figure.is === 'none'
                ? null
                : figure.n,
          ),
        ] as const,
    );
  let converted: string;

  beforeAll(async () => {
    await addSource(app.world, workspaceId, 'cover', [
      ...asking('calm', '2024-01-10', 100, 2, 'web'),
      ...asking('worried', '2024-01-10', 60, 4, 'phone'),
      ...asking('few', '2024-01-12', 3, 1, 'web'),
      ...asking('calm', '2024-02-10', 80, 4, 'web'),
      ...asking('worried', '2024-02-10', 12, 1, 'phone'),
      ...asking('calm', '2024-06-05', 40, 1, 'web'),
    ]);
    const made = await app.api.indicator.addIndicator(settings('Conversion', conversion, { by: 'segment' }));
    converted = made.indicator.id;
  });

  it('says each group month by month, and never how many one to four people are', async () => {
    expect(await groups(converted, 'segment')).toEqual([
      ['calm', 0.5, 0.25, null, null, null, 1],
      ['worried', 0.25, 12, null, null, null, null],
      ['few', { withheld: true }, null, null, null, null, null],
    ]);
    expect(await groups(converted, byChannel)).toEqual([
      ['web', 0.51, 0.25, null, null, null, 1],
      ['phone', 0.25, 12, null, null, null, null],
    ]);
    expect(await groups(converted, 'no such attribute')).toEqual([]);
  });

  it('tells a formula in the groups that all its terms have', async () => {
    const volume = await app.api.indicator.addIndicator(
      settings('Asks', { of: 'volume', ...lived, place: 'ask', count: 'customers' }),
    );
    const terms = { A: converted, B: volume.indicator.id };
    const made = await app.api.indicator.addIndicator(
      settings('Paid', { of: 'formula', expression: 'A * B', terms }),
    );
    expect(await groups(made.indicator.id, 'segment')).toEqual([
      ['calm', 50, 20, null, null, null, 40],
      ['worried', 15, 12, null, null, null, null],
      ['few', { withheld: true }, null, null, null, null, null],
    ]);
  });

  it('is in the report of a month where it was chosen, and only there', async () => {
    const report = await app.api.report.report({ workspaceId, month: '2024-01' });
    const entries = [...report.moved, ...report.steady];
    expect(
      entries.map(({ trend, groups: told }) => [trend.indicator.name, told.map(({ label }) => label)]),
    ).toEqual(
      expect.arrayContaining([
        ['Conversion', ['calm', 'worried', 'few']],
        ['Asks', []],
      ]),
    );
    const file = await app.api.report.reportPdf({ workspaceId, month: '2024-01', language: 'en' });
    const read = (await readPdf(file)).text.replace(/\s+/g, ' ');
    expect(read).toContain('calm: 50% (between 40% and 60% · n = 100)');
    expect(read).toContain('few: fewer than five people');
  });
});
