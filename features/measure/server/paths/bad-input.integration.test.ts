import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import type { PathFilter } from '#measure/domain/paths/question.ts';
import { addSource } from '#testing/add-source.ts';
import { importEvents } from '#testing/import-events.ts';
import type { LivedJourney } from '#testing/lived-journeys.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';

const minute = 60_000;
const start = Date.UTC(2024, 0, 1);

const lived = (
  customer: string,
  names: readonly string[],
  segment: string,
  step = 60 * minute,
): LivedJourney => ({
  customer,
  attributes: { segment },
  events: names.map((name, at) => ({
    time: start + at * step,
    seq: at,
    name,
    channel: 'web',
    score: at % 2 === 0 ? 1 + (at % 5) : null,
    attributes: {},
  })),
});

const long = Array.from({ length: 100_000 }, (_, at) => ['ask', 'call', 'pay'][at % 3]!);

let app: TestWorld;
let workspaceId: WorkspaceId;
beforeAll(async () => {
  app = await openTestWorld();
  workspaceId = (await app.api.workspace.create({ name: 'Odd', language: 'en', zone: 'UTC' })).id;
  await addSource(app.world, workspaceId, 'long', [
    lived('longest', long, 'few', minute),
    ...Array.from({ length: 40 }, (_, at) => lived(`a${at}`, ['ask', 'call', 'ask'], 'many')),
    ...Array.from({ length: 40 }, (_, at) => lived(`b${at}`, ['ask', 'pay'], at < 3 ? 'few' : 'many')),
  ]);
  await addSource(app.world, workspaceId, 'single', [lived('one', ['ask'], '')]);
});
afterAll(() => app.close());

const about = (sourceId: string, filters: PathFilter[] = []) => ({
  workspaceId,
  sourceId,
  unit: 'event' as const,
  repeats: 'kept' as const,
  filters,
});
const funnel = (steps: readonly string[]) => ({
  steps: steps.map((step) => [step]),
  order: 'loose' as const,
});

/** Every question on the journeys of a source, between places it has. */
async function everything(sourceId: string, filters: PathFilter[], goal: string) {
  const { measure, impact } = app.api;
  const asked = about(sourceId, filters);
  const [flow, variants, steps, wait, winning, typical, listed] = await Promise.all([
    measure.flow({ ...asked, most: 8, ranks: 5 }),
    measure.variants({ ...asked, most: 10 }),
    measure.funnel({ ...asked, funnel: funnel(['ask', goal]) }),
    measure.wait({ ...asked, first: 'ask', second: goal }),
    measure.winning({ ...asked, goal }),
    measure.representatives(asked),
    measure.journeys(asked),
  ]);
  const [outcome, drivers, moments, touchpoints] = await Promise.all([
    impact.outcome({ ...asked, goal }),
    impact.drivers({ ...asked, target: { of: 'last' }, about: 'passed' }),
    impact.moments({ ...asked, target: { of: 'last' } }),
    impact.touchpoints(asked),
  ]);
  return { flow, variants, steps, wait, winning, typical, listed, outcome, drivers, moments, touchpoints };
}

describe('odd input is answered with nothing wrong in it', () => {
  it('of a filter that leaves nobody, everything is empty and no share is told', async () => {
    const answers = await everything('long', [{ is: 'not-through', place: 'ask' }], 'pay');
    for (const { basis } of Object.values(answers)) expect(basis.journeys).toBe(0);
    expect(answers.flow.links).toEqual([]);
    expect(answers.variants).toMatchObject({ variants: 0, coverage: 0, commonest: [] });
    expect(answers.steps.groups[0]?.steps.map(({ reached, ofFirst }) => [reached, ofFirst])).toMatchObject([
      [0, { withheld: true, n: 0 }],
      [0, { withheld: true, n: 0 }],
    ]);
    expect(answers.wait).toMatchObject({ median: { withheld: true, n: 0 }, curve: [] });
    expect(answers.winning).toMatchObject({ winners: 0, others: 0, deeds: [] });
    expect(answers.typical.representatives).toEqual([]);
    expect(answers.listed).toMatchObject({ found: 0, rows: [] });
    expect(answers.outcome.places).toEqual([]);
    expect(answers.touchpoints.places).toEqual([]);
  });

  it('of a goal nobody reaches, nobody wins and nothing is compared', async () => {
    const answers = await everything('long', [{ is: 'not-through', place: 'pay' }], 'pay');
    expect(answers.winning).toMatchObject({ winners: 0, deeds: [] });
    expect(answers.steps.groups[0]?.steps.map(({ reached }) => reached)).toEqual([40, 0]);
    expect(answers.wait.arrived).toBe(0);
    expect(answers.outcome).toMatchObject({ places: [], share: { value: 0 } });
  });

  it('of one single event, counts are told and no share', async () => {
    const answers = await everything('single', [], 'ask');
    expect(answers.variants).toMatchObject({ variants: 1, commonest: [{ path: ['ask'], journeys: 1 }] });
    expect(answers.steps.groups[0]?.steps[0]).toMatchObject({ ofFirst: { withheld: true, n: 1 } });
    expect(answers.listed).toMatchObject({ found: { withheld: true }, rows: [] });
    expect(answers.winning.deeds).toEqual([]);
  });

  it('of a journey of 100,000 events, every question is answered, and it is read page by page', async () => {
    const answers = await everything('long', [], 'pay');
    for (const { basis } of Object.values(answers)) expect(basis.journeys).toBe(81);
    expect(answers.touchpoints.places.map(({ key, figures }) => [key, figures.all?.passages])).toEqual([
      ['ask', 33_334 + 120],
      ['call', 33_333 + 40],
      ['pay', 33_333 + 40],
    ]);
    const { rows } = await app.api.measure.journeys({ ...about('long'), most: 500 });
    const whole = rows.find(({ passages }) => passages === 100_000);
    const timeline = await app.api.measure.timeline({
      workspaceId,
      sourceId: 'long',
      unit: 'event',
      repeats: 'kept',
      pseudonym: whole?.pseudonym ?? '',
      part: 1,
      start: 99_990,
      most: 100,
    });
    expect([timeline.passages, timeline.rows.length]).toEqual([100_000, 10]);
  });

  it('of a step defined twice, a second passage is asked, never the same one again', async () => {
    const twice = await app.api.measure.funnel({ ...about('long'), funnel: funnel(['ask', 'ask']) });
    expect(twice.groups[0]?.steps.map(({ reached }) => reached)).toEqual([81, 41]);
  });

  it('of a group under five people, neither how many they are nor a share is told', async () => {
    const split = await app.api.measure.funnel({
      ...about('long'),
      funnel: funnel(['ask', 'pay']),
      by: 'segment',
    });
    const few = split.groups.find(({ label }) => label === 'few');
    expect(few?.journeys).toEqual({ withheld: true });
    expect(few?.steps.map(({ reached }) => reached)).toEqual([{ withheld: true }, { withheld: true }]);
    expect(few?.steps.every(({ ofFirst }) => ofFirst.withheld)).toBe(true);
    expect(split.differences.some(({ group }) => group === few?.key)).toBe(false);
  });

  it('of an event dated in 2099, it is set aside with its reason, and who is under way still is', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => [
      `c${at};2024-0${1 + (at % 5)}-01 10:00;ask`,
      ...(at % 5 === 4 ? [] : [`c${at};2024-0${1 + (at % 5)}-02 10:00;pay`]),
    ]).flat();
    const sourceId = await importEvents(app, workspaceId, 'Future', [
      'customer;date;event',
      ...rows,
      'c0;2099-01-01 10:00;ask',
    ]);
    const { imports } = await app.api.measure.source({ workspaceId, sourceId });
    expect(imports[0]?.balance).toMatchObject({
      read: rows.length + 1,
      kept: rows.length,
      setAside: { 'time-in-future': 1 },
    });
    const answer = await app.api.measure.funnel({ ...about(sourceId), funnel: funnel(['ask', 'pay']) });
    // The last began the day the data end: nobody can say yet that they do not pay.
    expect(answer.groups[0]?.steps).toMatchObject([{ reached: 60, undecided: 12 }, { reached: 48 }]);
  });
});
