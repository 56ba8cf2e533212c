import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import { eventKinds } from '#measure/analytics/lived-journey/event-kinds.ts';
import { flowCounts } from '#measure/analytics/paths/flow-counts.ts';
import { classesOf, findPreparation } from '#measure/analytics/paths/prepared/preparation.ts';
import { preparePaths } from '#measure/analytics/paths/prepared/prepare-paths.ts';
import { preparedFlow } from '#measure/analytics/paths/prepared/prepared-flow.ts';
import { sourceSpan } from '#measure/analytics/source-span.ts';
import { placesOfEvents } from '#measure/domain/paths/places.ts';
import type { PathFilter } from '#measure/domain/paths/question.ts';
import { removeImport } from '#measure/server/import/remove-import.ts';
import { measureMap } from '#measure/server/measure-map.ts';
import { codesOf } from '#measure/server/measuring/measure-source.ts';
import { clusterForm } from '#platform/clickhouse/cluster.ts';
import { partsForm } from '#platform/clickhouse/cluster-parts.ts';
import { addContacts } from '#testing/add-contacts.ts';
import { cluster, openHalves } from '#testing/two-halves.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';
import { seedLanguage } from './seed/seed-language.ts';
import { simulatedEvents } from './seed/simulated-files.ts';

describe('on a cluster of two shards', () => {
  const halves = openHalves();
  const end = '2026-11-01T00:00:00.000Z';
  let app: TestWorld;
  let workspaceId: WorkspaceId;
  let sourceId: string;
  let customers: string[];
  const asWhole = () => expect(halves.differences).toEqual([]);
  /** How many lived journeys there are, with how many events, and a sum that tells any of them apart from another. */
  const journeys = async () => {
    const [row] = await app.world.engine.query<{ n: number; events: number; told: string }>(
      `SELECT count() AS n, sum(events) AS events,
              toString(sum(cityHash64(customer, kinds, times, seqs, toString(mapSort(attributes)), part, closed))) AS told
       FROM lived_journey`,
    );
    return row ?? { n: 0, events: 0, told: '' };
  };

  beforeAll(async () => {
    app = await openTestWorld({ openEngine: halves.open });
    const signal = new AbortController().signal;
    const plan = { customers: 250, end };
    workspaceId = unwrap(await seedLanguage({ world: app.world, plan, language: 'en', signal })).id;
    sourceId = (await app.api.measure.sources({ workspaceId }))[0]?.id ?? '';
    const known = await app.world.engine.query<{ customer: string }>(
      'SELECT DISTINCT customer FROM lived_journey ORDER BY customer',
    );
    customers = known.map(({ customer }) => customer);
  });
  afterEach(() => expect(halves.failures).toEqual([]));
  afterAll(() => app?.close());

  it('each has customers of its own', async () => {
    const shards = await app.world.engine.query<{ shard: number; n: number }>(
      'SELECT shardNum() AS shard, uniqExact(customer) AS n FROM lived_journey GROUP BY shard ORDER BY shard',
    );
    halves.differences.length = 0;
    expect(shards.map(({ shard }) => shard)).toEqual([1, 2]);
    expect(Math.min(...shards.map(({ n }) => n))).toBeGreaterThan(80);
    expect(shards.reduce((sum, { n }) => sum + n, 0)).toBe(customers.length);
  });

  it('counts paths beforehand as it counts them when asked', async () => {
    const { engine } = app.world;
    const kinds = await app.api.measure.eventKinds({ workspaceId, sourceId });
    const numbered = await eventKinds(engine, workspaceId, sourceId);
    expect(numbered.length).toBe(kinds.length);
    const places = placesOfEvents(sourceId, numbered);
    const { end: last } = await sourceSpan(engine, { workspaceId, sourceId });
    const reading = { workspaceId, sourceId, places, repeats: 'joined' as const, end: last, patience: 2e9 };
    const made = await preparePaths(engine, reading, { id: 'onCluster', reading: 'r' });
    expect((await findPreparation(engine, reading, 'r'))?.id).toBe('onCluster');
    const [attribute] = made!.told.attributes;
    const filters: PathFilter[] = [
      { is: 'one-of', attribute: attribute!, values: [made!.told.profiles[0]![0]!] },
    ];
    for (const asked of [[], filters]) {
      const classes = classesOf(made!.told, asked)!;
      expect(await preparedFlow(engine, made!, { places, most: 3, classes })).toEqual(
        await flowCounts(engine, { ...reading, filters: asked, flow: { most: 3, ranks: 0 } }),
      );
    }
    asWhole();
  });

  it('answers everything as one machine does', async () => {
    const { measure, impact, indicator, voice } = app.api;
    const maps = await app.api.journey.list({ workspaceId });
    const contacts = customers.map((customer, at) => [customer, ['A', 'B', ''][at % 3]!] as const);
    const { runId } = await addContacts(app, workspaceId, contacts);
    const by = `attributed:${runId}`;
    for (const { id: mapId } of maps.filter(({ title }) => title === 'Getting my care reimbursed')) {
      await measure.measureMap({ workspaceId, mapId });
      for (const split of ['persona', by])
        await measure.measureMap({ workspaceId, mapId, by: split, from: '2026-03-01', to: '2026-10-01' });
    }
    // Codes of journeys are kept, then read.
    const { keptCodes } = app.world;
    const keeping = { ...app.world, keptCodes: { ...keptCodes, from: 0 } };
    const mapId = maps.find(({ title }) => title === 'Getting my care reimbursed')!.id;
    for (const split of ['persona', by]) {
      unwrap(await measureMap(keeping, { workspaceId, mapId, by: split }));
      await until(async () => !keptCodes.jobs.isRunning(workspaceId, codesOf(sourceId)));
    }
    const kinds = await measure.eventKinds({ workspaceId, sourceId });
    const [first, second, third] = [...new Set(kinds.map(({ name }) => name))] as [string, string, string];
    const attributes = await measure.attributes({ workspaceId, sourceId });
    expect(attributes.length).toBeGreaterThan(0);
    const whole = { workspaceId, sourceId, unit: 'event' as const, repeats: 'joined' as const };
    const asked = { ...whole, filters: [] };
    const flow = await measure.flow({ ...asked, most: 3 });
    await measure.flow({ ...asked, repeats: 'kept', ranks: 4, start: first });
    const { variants } = await measure.variants({ ...asked, most: 5 });
    const funnel = { steps: [[first], [second], [third]], order: 'loose' as const, withinSeconds: 5e6 };
    await measure.funnel({ ...asked, funnel, by });
    await measure.wait({ ...asked, first, second });
    const filters = [{ is: 'then', place: first, later: second, withinSeconds: 1e7 } as const];
    await measure.flow({ ...asked, filters });
    const { rows } = await measure.journeys({ ...asked, start: 3, most: 9 });
    expect(rows.length).toBe(9);
    const sought = { of: 'step' as const, funnel, step: 2, who: 'reached' as const };
    await measure.journeys({ ...asked, sought });
    await measure.timeline({ ...whole, pseudonym: rows[0]!.pseudonym });
    for (const target of [{ of: 'last' }, { of: 'goal', place: second }] as const) {
      await impact.drivers({ ...asked, target, about: 'score' });
      await impact.moments({ ...asked, target });
    }
    await impact.outcome({ ...asked, goal: second });
    const indicators = await indicator.indicators({ workspaceId });
    expect(indicators.length).toBeGreaterThan(2);
    await measure.proposeMap({ workspaceId, sourceId, language: 'en', title: 'Proposed' });
    for (const { id: surveyId, mapping } of await voice.surveys({ workspaceId }))
      for (const column of [undefined, ...mapping.splits])
        await voice.surveyScores({ workspaceId, surveyId, ...(column && { by: column }) });
    expect([flow.links.length, variants]).not.toContain(0);
    asWhole();
  });

  it('makes the journeys of one machine out of late events, of joined identities, of another rule', async () => {
    const { measure } = app.api;
    const before = await journeys();
    const events = simulatedEvents({ customers: 280, end }, 'en');
    const { uploadId } = unwrap(await app.world.uploads.receive(workspaceId, 'more.csv', events));
    const { mapping } = await measure.previewEvents({ workspaceId, uploadId });
    const { orderId: _, ...rest } = mapping!;
    const { importId } = await measure.startImport({
      workspaceId,
      uploadId,
      sourceId,
      name: 'more',
      mapping: { ...rest, customer: 'customer', eventId: 'event_id' },
    });
    const state = () => measure.importState({ workspaceId, importId });
    await until(async () => ['complete', 'failed'].includes((await state()).status));
    expect(await state()).toMatchObject({ status: 'complete' });
    const grown = await journeys();
    expect(grown.n).toBeGreaterThan(before.n);

    const [a = '', b = '', c = ''] = customers;
    const links = [
      { alias: a, person: 'Ann' },
      { alias: b, person: 'Ann' },
      { alias: c, person: b },
    ];
    const settled = () => until(async () => !(await measure.identities({ workspaceId })).progress);
    const { version } = await measure.joinIdentities({ workspaceId, links });
    await settled();
    expect(await journeys()).toMatchObject({ n: grown.n - 2, events: grown.events });
    await measure.undoIdentities({ workspaceId, version });
    await settled();
    expect(await journeys()).toEqual(grown);

    const rule = { is: 'cut' as const, starts: [], ends: [], silenceSeconds: 86_400 };
    await measure.setJourneyRule({ workspaceId, sourceId, rule });
    expect((await journeys()).n).toBeGreaterThan(grown.n);
    await measure.setJourneyRule({ workspaceId, sourceId, rule: { is: 'whole' } });
    expect(await journeys()).toEqual(grown);

    unwrap(await removeImport(app.world, workspaceId, importId));
    expect(await journeys()).toEqual(before);
    asWhole();
    expect(halves.compared()).toBeGreaterThan(150);
  });

  it('sends nothing that the engine cannot read, in either form, and no journeys to be counted elsewhere', async () => {
    const statements = [...halves.sent];
    const forms = statements.flatMap((statement) => [
      statement,
      partsForm(statement, cluster),
      ...clusterForm(statement, cluster),
    ]);
    for (const statement of new Set(forms)) {
      const [row] = await app.world.engine.query<{ text: string }>(
        'SELECT formatQuery({statement:String}) AS text',
        { statement },
      );
      expect(row?.text.length, statement).toBeGreaterThan(0);
    }
    expect(forms.filter((form) => form.includes('ON CLUSTER')).length).toBeGreaterThan(30);
    const filled = statements.filter((sql) => sql.includes('INSERT INTO scratch_codes_'));
    expect(filled.map((sql) => partsForm(sql, cluster) !== sql)).toEqual([true, true]);
    const journeysOf = /^\s*SELECT[\s\S]*\bFROM (event|lived_journey|scratch_codes_\w+)\b/;
    const questions = statements.filter((sql) => journeysOf.test(sql));
    expect(questions.filter((sql) => /arrayJoin\(codes\)[\s\S]*FROM scratch_codes_/.test(sql))).not.toEqual(
      [],
    );
    expect(questions.length).toBeGreaterThan(40);
    const counts = /\b(count|max|min|sum)(If)?\(|\bDISTINCT\b|\bGROUP BY\b|\bLIMIT 1$/;
    // Counted where it is read, or read by the shards, or one journey to be shown.
    for (const sql of questions)
      expect(partsForm(sql, cluster) !== sql || counts.test(sql.trim()), sql).toBe(true);
  });
});

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await pause(30);
}
