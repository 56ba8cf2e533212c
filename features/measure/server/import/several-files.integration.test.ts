import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { logStats } from '#measure/analytics/log-stats.ts';
import { type ImportWorld, mappingOf, openImportWorld, workspaceId } from '#testing/import-world.ts';
import { removeImport } from './remove-import.ts';

let world: ImportWorld;
let source = '';
let sources = 0;

beforeAll(async () => {
  world = await openImportWorld();
});
afterAll(() => world?.close());
beforeEach(() => {
  source = `s${++sources}`;
});

const importing = (content: string | Buffer, request: Parameters<ImportWorld['importing']>[1] = {}) =>
  world.importing(content, { sourceId: source, ...request });

const problemOf = (result: Awaited<ReturnType<typeof importing>>) => (result.ok ? undefined : result.problem);

describe('a source fed by several files', () => {
  it('adds nothing when the same content comes again, zipped or not', async () => {
    const content = 'client,date,etape\nA,2025-01-01,x\nB,2025-01-01,y\n';
    const { record } = unwrap(await importing(content));
    const before = await world.leftovers();
    const again = unwrap(await importing(content, { name: 'other-name.csv' }));
    expect(again).toEqual({
      outcome: 'already-imported',
      record: expect.objectContaining({ id: record.id }),
    });
    const zipped = unwrap(await importing(gzipSync(content)));
    expect(zipped.outcome).toBe('already-imported');
    expect(await world.leftovers()).toEqual(before);
    expect(await world.setting.imports.list(workspaceId, source)).toHaveLength(1);
  });

  it('asks before the same content is read in another way, then replaces', async () => {
    const content = 'client,date,etape,autre\nA,2025-01-01,x,X\nB,2025-01-01,y,X\n';
    const { record } = unwrap(await importing(content));
    const mapping = mappingOf({ event: 'autre' });
    expect(problemOf(await importing(content, { mapping }))).toMatchObject({
      code: 'import.other-mapping',
      params: { import: record.id },
    });
    expect(await world.stories(source)).toEqual([
      ['A', ['x@2025-01-01T00:00']],
      ['B', ['y@2025-01-01T00:00']],
    ]);
    const replaced = unwrap(await importing(content, { mapping, replace: true }));
    expect(replaced.outcome).toBe('imported');
    expect(await world.stories(source)).toEqual([
      ['A', ['X@2025-01-01T00:00']],
      ['B', ['X@2025-01-01T00:00']],
    ]);
    const complete = (await world.setting.imports.list(workspaceId, source)).filter(
      ({ status }) => status === 'complete',
    );
    expect(complete.map(({ id }) => id)).toEqual([replaced.record.id]);
  });

  it('lets late events join the journeys they belong to', async () => {
    unwrap(await importing('client,date,etape\nA,2025-01-01,a\nA,2025-01-03,c\nB,2025-01-01,a\n'));
    unwrap(await importing('client,date,etape\nA,2025-01-02,b\nC,2025-01-01,new\n'));
    expect(await world.stories(source)).toEqual([
      ['A', ['a@2025-01-01T00:00', 'b@2025-01-02T00:00', 'c@2025-01-03T00:00']],
      ['B', ['a@2025-01-01T00:00']],
      ['C', ['new@2025-01-01T00:00']],
    ]);
  });

  it('gives the same journeys in several files as in one, whatever came when', async () => {
    const event = fc.record({
      client: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
      minute: fc.integer({ min: 0, max: 5 }),
      etape: fc.constantFrom('x', 'y', 'z'),
      // The last is too long to be kept once for many events.
      segment: fc.constantFrom('', 'or', 'or', 'or', 'bronze', 'x'.repeat(1200)),
      agent: fc.constantFrom('', 'Zoé', 'Léo'),
    });
    const mapping = mappingOf({
      attributes: [
        { column: 'segment', name: 'segment' },
        { column: 'agent', name: 'agent' },
      ],
    });
    const csv = (
      events: readonly { client: string; minute: number; etape: string; segment: string; agent: string }[],
    ) =>
      `client,date,etape,segment,agent\n${events
        .map((e) => `${e.client},2025-01-01 10:0${e.minute},${e.etape},${e.segment},${e.agent}\n`)
        .join('')}`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(event, { minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 3 }),
        async (parts) => {
          const whole = `s${++sources}`;
          const cut = `s${++sources}`;
          unwrap(await importing(csv(parts.flat()), { sourceId: whole, mapping }));
          const contents = new Set<string>();
          for (const part of parts) {
            // A part equal to an earlier one would be taken for the same file: a blank line makes it another.
            let content = csv(part);
            while (contents.has(content)) content += '\n';
            contents.add(content);
            unwrap(await importing(content, { sourceId: cut, mapping }));
          }
          const told = async (of: string) =>
            (await world.journeys(of)).map(({ kinds: _, ...journey }) => journey);
          expect(await told(cut)).toEqual(await told(whole));
        },
      ),
      { seed: 50, numRuns: 12 },
    );
  }, 300_000);

  it('drops repeated deliveries of one event, within a file and between files', async () => {
    const mapping = mappingOf({ eventId: 'id', score: { column: 'note', min: 0, max: 10 } });
    const first = unwrap(
      await importing(
        'id,client,date,etape,note\n1,A,2025-01-01,a,5\n2,A,2025-01-02,b,\n1,A,2025-01-01,a,99\n,A,2025-01-03,c,\n,A,2025-01-03,c,\n',
        { mapping },
      ),
    );
    expect(first.record.balance).toMatchObject({
      read: 5,
      kept: 4,
      setAside: { 'duplicate-event-id': 1 },
      notes: { refusedScores: 0 },
    });
    expect(world.setAsideRows(first.record.id)[1]).toEqual([
      '4',
      'duplicate-event-id',
      '1',
      'A',
      '2025-01-01',
      'a',
      '99',
    ]);
    const second = unwrap(
      await importing('id,client,date,etape,note\n3,A,2025-01-05,d,\n2,A,2025-01-02,b,\n', { mapping }),
    );
    expect(second.record.balance).toMatchObject({ read: 2, kept: 1, setAside: { 'duplicate-event-id': 1 } });
    expect((await world.journeys(source)).map(({ names }) => names)).toEqual([['a', 'b', 'c', 'c', 'd']]);
    expect(
      problemOf(await importing('id,client,date,etape,note\n3,A,2025-01-05,d,\n', { mapping })),
    ).toMatchObject({ code: 'import.nothing-kept', params: { reason: 'duplicate-event-id', read: 1 } });
  });

  it('finds an attribute at another level when a later file makes it vary', async () => {
    const mapping = mappingOf({ attributes: [{ column: 'segment', name: 'segment' }] });
    unwrap(await importing('client,date,etape,segment\nA,2025-01-01,a,or\nB,2025-01-01,a,or\n', { mapping }));
    expect((await world.journeys(source)).map(({ attributes }) => attributes)).toEqual([
      { segment: 'or' },
      { segment: 'or' },
    ]);
    unwrap(await importing('client,date,etape,segment\nA,2025-01-02,b,bronze\n', { mapping }));
    expect(
      (await world.journeys(source)).map(({ attributes, event_attributes }) => [
        attributes,
        event_attributes,
      ]),
    ).toEqual([
      [{}, [{ segment: 'or' }, { segment: 'bronze' }]],
      [{}, [{ segment: 'or' }]],
    ]);
  });

  it('keeps attributes that many events share, and those of one event, as they were', async () => {
    const mapping = mappingOf({
      attributes: [
        { column: 'segment', name: 'segment' },
        { column: 'city', name: 'city', level: 'journey' },
        { column: 'note', name: 'note' },
      ],
    });
    const long = 'n'.repeat(1500);
    const head = 'client,date,etape,segment,city,note\n';
    unwrap(
      await importing(`${head}A,2025-01-01,a,or,,\nA,2025-01-02,a,or,,\nB,2025-01-01,a,,,\n`, { mapping }),
    );
    expect((await world.journeys(source)).map(({ attributes }) => attributes)).toEqual([
      { segment: 'or' },
      {},
    ]);
    unwrap(
      await importing(
        `${head}A,2025-01-03,b,or,Nîmes,\nA,2025-01-04,c,or,Arles,\nC,2025-01-01,a,bronze,,${long}\nC,2025-01-02,a,,,${long}\n`,
        { mapping },
      ),
    );
    expect((await world.journeys(source)).map(({ attributes }) => attributes)).toEqual([
      { segment: 'or', city: 'Arles' },
      {},
      { segment: 'bronze', note: long },
    ]);
  });

  it('takes an import back', async () => {
    const first = unwrap(await importing('client,date,etape\nA,2025-01-01,a\nB,2025-01-01,a\n'));
    const second = unwrap(await importing('client,date,etape\nA,2025-01-02,only here\nC,2025-01-02,a\n'));
    expect(await removeImport(world.setting, workspaceId, second.record.id)).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await world.stories(source)).toEqual([
      ['A', ['a@2025-01-01T00:00']],
      ['B', ['a@2025-01-01T00:00']],
    ]);
    expect(await logStats(world.engine, workspaceId, source, 0)).toMatchObject({ eventNames: 1, events: 2 });
    await removeImport(world.setting, workspaceId, first.record.id);
    expect(await world.stories(source)).toEqual([]);
    expect(await world.setting.imports.list(workspaceId, source)).toEqual([]);
    expect(
      await world.engine.query('SELECT 1 FROM event_kind WHERE source_id = {source:String}', { source }),
    ).toEqual([]);
  });
});
