import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { createRandom } from '#kit/statistics/random.ts';
import { whoIsWho } from '#measure/domain/identity/identity.ts';
import { cutJourney, type JourneyRule, wholeJourneys } from '#measure/domain/lived-journey/journey-rule.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';

type Event = { readonly id: string; readonly time: number; readonly name: string };

const minute = 60_000;
const random = createRandom(5);
const names = ['search', 'call', 'pay', 'close'];
/** Events of forty ids over three days, four in ten at the time of the one before. */
const events: Event[] = Array.from({ length: 600 }, () => ({
  id: `id-${random.below(40)}`,
  time: Date.UTC(2025, 0, 1) + (random.chance(0.4) ? 0 : random.below(3 * 24 * 60)) * minute,
  name: random.pick(names),
}));

const csv = (rows: readonly Event[]): string =>
  [
    'client,date,etape,lieu',
    ...rows.map(({ id, time, name }) => `${id},${new Date(time).toISOString()},${name},${id}`),
  ].join('\n');

/** What the definitions say, by hand: person, place of the journey among those of the person, names in order. */
function byHand(rows: readonly Event[], rule: JourneyRule, links: readonly [string, string][]): string[] {
  const { personOf } = whoIsWho(links.map(([alias, person]) => ({ alias, person })));
  const lived = new Map<string, Event[]>();
  for (const event of rows) {
    const person = personOf.get(event.id) ?? event.id;
    lived.set(person, [...(lived.get(person) ?? []), event]);
  }
  return [...lived]
    .flatMap(([person, own]) =>
      cutJourney(
        rule,
        // Stable: at one time, in order of arrival.
        [...own].sort((a, b) => a.time - b.time),
      ).map((journey, part) => `${person} ${part + 1}: ${journey.map(({ name }) => name).join(' ')}`),
    )
    .sort();
}

describe('how lived journeys are made', () => {
  let app: TestWorld;
  let workspaceId: WorkspaceId;
  let sourceId: string;

  beforeAll(async () => {
    app = await openTestWorld();
    const made = await app.api.workspace.create({ name: 'Shop', language: 'en', zone: 'UTC' });
    workspaceId = made.id as WorkspaceId;
    sourceId = await imported(csv(events.slice(0, 500)), null);
  });
  afterAll(() => app.close());

  async function upload(text: string, name: string): Promise<string> {
    const url = `${app.address}/api/v1/workspaces/${workspaceId}/uploads/${name}`;
    const sent = await fetch(url, { method: 'PUT', body: text });
    return ((await sent.json()) as { uploadId: string }).uploadId;
  }

  async function imported(text: string, into: string | null): Promise<string> {
    const uploadId = await upload(text, 'events.csv');
    const { mapping } = await app.api.measure.previewEvents({ workspaceId, uploadId });
    const input = { workspaceId, uploadId, sourceId: into, name: 'shop', mapping: mapping! };
    const started = await app.api.measure.startImport(input);
    for (;;) {
      const { status } = await app.api.measure.importState({ workspaceId, importId: started.importId });
      if (status === 'complete') return started.sourceId;
      expect(status).not.toBe('failed');
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  /** Once the journeys follow the identities. */
  async function settled() {
    for (;;) {
      const now = await app.api.measure.identities({ workspaceId });
      if (now.progress === null) return now;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  async function journeys(): Promise<string[]> {
    const rows = await app.world.engine.query<{ story: string }>(
      `SELECT concat(customer, ' ', toString(part), ': ', arrayStringConcat(
         arrayMap(k -> (SELECT groupArray((id, name)) FROM event_kind WHERE source_id = {source:String})[
           indexOf((SELECT groupArray(id) FROM event_kind WHERE source_id = {source:String}), k)].2, kinds), ' ')) AS story
       FROM lived_journey WHERE workspace_id = {workspace:String} AND source_id = {source:String} ORDER BY story`,
      { workspace: workspaceId, source: sourceId },
    );
    return rows.map(({ story }) => story).sort();
  }
  const codeOf = (call: Promise<unknown>): Promise<unknown> =>
    call.then(
      () => 'ok',
      (error: { details?: { code?: string } }) => error.details?.code ?? error,
    );

  it('follows identities and rules, late events included, and what is taken back', async () => {
    const { measure } = app.api;
    let known = events.slice(0, 500);
    let links: [string, string][] = [];
    let rule: JourneyRule = wholeJourneys;
    const asSaid = async () => expect(await journeys()).toEqual(byHand(known, rule, links));
    await asSaid();

    // Chains, one id that is nowhere, and a person who is no id of any event.
    const first = [
      { alias: 'id-1', person: 'id-2' },
      { alias: 'id-2', person: 'Ann' },
      { alias: 'id-3', person: 'Ann' },
      { alias: 'nowhere', person: 'id-4' },
      { alias: 'id-5', person: 'id-6' },
    ];
    expect(await measure.joinIdentities({ workspaceId, links: first })).toEqual({ version: 1 });
    links = first.map(({ alias, person }) => [alias, person]);
    expect(await settled()).toMatchObject({ version: 1, aliases: 5, persons: 3 });
    await asSaid();
    expect(await measure.source({ workspaceId, sourceId })).toMatchObject({ identities: 1 });

    // Late events of joined and of single ids.
    await imported(csv(events.slice(500)), sourceId);
    known = events;
    await asSaid();

    rule = { is: 'cut', starts: ['search'], ends: ['close'], silenceSeconds: 12 * 3600 };
    const cut = await measure.setJourneyRule({ workspaceId, sourceId, rule });
    await asSaid();
    const persons = new Set(byHand(known, rule, links).map((story) => story.split(' ')[0]));
    expect(cut.stats).toMatchObject({
      customers: persons.size,
      journeys: byHand(known, rule, links).length,
      events: events.length,
    });

    // A file says more; an id stands for itself again; both are taken back, one of them again.
    const table = await upload('cookie;client\nid-7;id-8\nid-9;id-8\n;id-8\nid-5;id-5\n', 'ids.csv');
    const columns = { aliasColumn: 'cookie', personColumn: 'client' };
    await measure.importIdentities({ workspaceId, uploadId: table, ...columns });
    const before = links;
    links = [...links, ['id-7', 'id-8'], ['id-9', 'id-8'], ['id-5', 'id-5']];
    expect((await settled()).changes[0]).toMatchObject({ links: 3, setAside: 1, fileName: 'ids.csv' });
    await asSaid();
    await measure.undoIdentities({ workspaceId, version: 2 });
    links = before;
    await settled();
    await asSaid();
    await measure.undoIdentities({ workspaceId, version: 3 });
    links = [...links, ['id-7', 'id-8'], ['id-9', 'id-8'], ['id-5', 'id-5']];
    expect((await settled()).changes.map(({ holds }) => holds)).toEqual([false, false, true, true]);
    await asSaid();

    rule = wholeJourneys;
    await measure.setJourneyRule({ workspaceId, sourceId, rule });
    await asSaid();
  });

  it('refuses what contradicts itself and leaves all as it was', async () => {
    const { measure } = app.api;
    const { version } = await settled();
    const join = (...links: [string, string][]) =>
      codeOf(
        measure.joinIdentities({ workspaceId, links: links.map(([alias, person]) => ({ alias, person })) }),
      );
    expect(await join(['id-20', 'id-21'], ['id-20', 'id-22'])).toBe('identity.two-persons');
    expect(await join(['id-20', 'id-21'], ['id-21', 'id-20'])).toBe('identity.circle');
    expect(await join(['Ann', 'id-1'])).toBe('identity.circle');
    expect(await codeOf(measure.undoIdentities({ workspaceId, version: 99 }))).toBe(
      'identity.no-such-change',
    );
    const uploadId = await upload('a;b\n;x\n', 'none.csv');
    const columns = { aliasColumn: 'a', personColumn: 'b' };
    expect(await codeOf(measure.importIdentities({ workspaceId, uploadId, ...columns }))).toBe(
      'identity.no-links',
    );
    expect(await settled()).toMatchObject({ version });
  });

  it('is finished at the next start when it was killed half-way', async () => {
    const source = (await app.world.sources.get(workspaceId, sourceId))!;
    const rule: JourneyRule = { is: 'cut', starts: ['call'], ends: [], silenceSeconds: null };
    // Killed between the two steps: said, and not yet done.
    await app.world.sources.setMaking(workspaceId, sourceId, { ...source, rule });
    const { recoverSources } = await import('../recover-sources.ts');
    await recoverSources(app.world, [workspaceId]);
    const links: [string, string][] = [
      ['id-1', 'id-2'],
      ['id-2', 'Ann'],
      ['id-3', 'Ann'],
      ['id-7', 'id-8'],
      ['id-9', 'id-8'],
    ];
    expect(await journeys()).toEqual(byHand(events, rule, links));
    expect(await app.world.sources.get(workspaceId, sourceId)).toMatchObject({ remaking: false, rule });
  });
});
