import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Locale, locales } from '#kit/locale.ts';
import { unwrap } from '#kit/result.ts';
import type { Estimate } from '#kit/statistics/estimate.ts';
import type { MapMeasure } from '#measure/domain/figures.ts';
import { truth } from '#testing/simulator/truth.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';
import type { Workspace } from '#workspace/domain/schema.ts';
import type { World } from '../world.ts';
import { type Demonstration, seedDemonstration } from './demonstration.ts';
import { unfinishedPlan } from './plan.ts';
import { demonstrationWanted } from './wanted.ts';

/** What is simulated depends on the day it ends. */
const now = new Date('2026-11-21T09:30:00Z');

let app: TestWorld;
let world: World;
beforeAll(async () => {
  app = await openTestWorld({ config: { demonstration: true } });
  // What is made one after the other is not made at the same time: lists follow it.
  let passed = 0;
  world = { ...app.world, now: () => new Date(now.getTime() + passed++) };
});
afterAll(() => app.close());

const customers = 2_000;
const titles = { fr: 'Être remboursé de mes soins', en: 'Getting my care reimbursed' } as const;

const expectAround = (estimate: Estimate | undefined, known: number) => {
  if (!estimate || estimate.withheld) throw new Error('no figure');
  expect(known).toBeGreaterThan(estimate.low);
  expect(known).toBeLessThan(estimate.high);
};

describe('the demonstration', () => {
  let made: Demonstration;
  const of = (language: Locale): Workspace => {
    const found = made.workspaces.find((workspace) => workspace.language === language);
    if (!found) throw new Error(`no demonstration in ${language}`);
    return found;
  };
  const exampleOf = async (language: Locale) => {
    const workspaceId = of(language).id;
    const maps = await app.api.journey.list({ workspaceId });
    return { workspaceId, maps, mapId: maps.find(({ title }) => title === titles[language])?.id ?? '' };
  };

  it('is wanted on an empty installation', async () => {
    expect(await demonstrationWanted(world)).toBe(true);
  });

  it('stops when asked, and is ended by the next start', async () => {
    const stop = new AbortController();
    const seeding = seedDemonstration(world, { customers }, stop.signal);
    await pause(150);
    stop.abort();
    expect(await seeding).toMatchObject({ ok: false });
    expect(await unfinishedPlan(app.dataDir)).toMatchObject({ customers });
    expect(await demonstrationWanted(world)).toBe(true);

    made = unwrap(await seedDemonstration(world, {}));
    expect(made.customers).toBe(customers);
    expect(await unfinishedPlan(app.dataDir)).toBeUndefined();
    expect(await demonstrationWanted(world)).toBe(false);
    expect(await app.api.workspace.list()).toEqual(made.workspaces);
  });

  it('is there once: a second one is refused', async () => {
    expect(await seedDemonstration(world, {})).toMatchObject({
      ok: false,
      problem: { code: 'demonstration.already-there', params: { workspace: of('fr').name } },
    });
    expect(await app.api.workspace.list()).toHaveLength(2);
  });

  it.each(locales)('says that it is simulated, wherever it is looked at (%s)', async (language) => {
    const { workspaceId, mapId } = await exampleOf(language);
    expect(of(language)).toMatchObject({ demonstration: true, language });
    const [source] = await app.api.measure.sources({ workspaceId });
    const [survey] = await app.api.voice.surveys({ workspaceId });
    expect([source?.simulated, survey?.simulated]).toEqual([true, true]);
    expect(source?.duplicates).toBeGreaterThan(0);
    const measure = await app.api.measure.measureMap({ workspaceId, mapId });
    expect(measure.populations.map(({ simulated }) => simulated)).toEqual([true]);
  });

  it('ends where today begins', async () => {
    const { workspaceId } = await exampleOf('fr');
    const [source] = await app.api.measure.sources({ workspaceId });
    const today = '2026-11-21T00:00:00.000Z';
    const last = source?.stats?.last ?? '';
    expect(last < today).toBe(true);
    expect(Date.parse(today) - Date.parse(last)).toBeLessThan(2 * 86_400_000);
  });

  it.each(locales)('has a finished map whose every touchpoint is measured (%s)', async (language) => {
    const { workspaceId, maps, mapId } = await exampleOf(language);
    expect(maps[0]).toMatchObject({ id: mapId, bound: maps[0]?.touchpoints });
    expect(maps.map(({ kind }) => kind)).toEqual(['journey', 'blueprint', 'experience', 'journey']);
    const measure = await app.api.measure.measureMap({ workspaceId, mapId, by: 'persona' });
    expect(measure.missing).toEqual([]);
    expect(measure.groups).toHaveLength(3);
    const volumes = Object.values(measure.touchpoints).map(({ all }) => all?.volume);
    expect(volumes).toHaveLength(25);
    expect(volumes.filter((volume) => volume === 0)).toEqual([]);
    expect(measure.drawnAndTravelled?.untaken).toEqual([]);
  });

  it.each(locales)('follows three figures, and puts them on a dashboard (%s)', async (language) => {
    const { workspaceId } = await exampleOf(language);
    const trends = await app.api.indicator.indicators({ workspaceId });
    expect(trends.map(({ outcome }) => outcome.is)).toEqual(['told', 'told', 'told']);
    const [dashboard] = await app.api.dashboard.dashboards({ workspaceId });
    expect(dashboard?.tiles.map(({ shows }) => shows)).toEqual([
      ...trends.map(() => 'indicator'),
      'map',
      'paths',
      'map',
    ]);
  });

  it('lets the product find again what the simulator knows', async () => {
    const { workspaceId, mapId } = await exampleOf('en');
    const known = truth({ seed: 2026, customers, end: now, names: 'en' });
    const { map } = await app.api.journey.get({ workspaceId, mapId });
    const measure: MapMeasure = await app.api.measure.measureMap({ workspaceId, mapId, by: 'persona' });
    const [statement] = Object.entries(map.touchpoints).find(
      ([
        ,
        {
          channel,
          bindings: [binding],
        },
      ]) =>
        channel === 'e-mail' && binding?.on === 'events' && binding.rule.names[0] === 'Statement received',
    ) ?? [''];
    for (const [personaId, persona] of Object.entries(map.personas)) {
      const { satisfaction } = known.personas.find(({ name }) => name === persona.name)!;
      const figures = measure.touchpoints[statement]?.[personaId];
      expectAround(figures?.satisfaction?.estimate, satisfaction['statement_received/e-mail']!);
    }
    const [survey] = await app.api.voice.surveys({ workspaceId });
    const scores = await app.api.voice.surveyScores({ workspaceId, surveyId: survey?.id ?? '' });
    const nps = scores.find(({ kind }) => kind === 'nps')?.groups[0]?.estimate;
    expectAround(nps, known.npsUnweighted);
    if (nps?.withheld !== false || !nps.weighted) throw new Error('no weighted figure');
    expectAround({ ...nps, ...nps.weighted }, known.nps);
  });

  it('shows the scores of the survey on the map proposed from it', async () => {
    const { workspaceId, maps } = await exampleOf('fr');
    const proposed = maps.find(({ title }) => title === 'Ce que dit l’enquête, point par point');
    const measure = await app.api.measure.measureMap({ workspaceId, mapId: proposed?.id ?? '' });
    expect(measure.surveys).toMatchObject([{ simulated: true, respondents: 800 }]);
    const scores = Object.values(measure.touchpoints).map(({ all }) => all?.satisfaction?.kind);
    expect(scores.sort()).toEqual(['ces', ...Array(7).fill('csat'), 'nps'].sort());
  });
});
