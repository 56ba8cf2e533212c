import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { attributeLevels } from '#measure/analytics/lived-journey/attribute-levels.ts';
import { logStats } from '#measure/analytics/log-stats.ts';
import { balances, setAsideTotal } from '#measure/domain/event-import/balance.ts';
import type { ImportProgress } from '#measure/domain/event-import/import-record.ts';
import { proposeMapping } from '#measure/domain/event-import/propose-mapping.ts';
import { previewTable } from '#platform/files/preview.ts';
import { setAsidePath } from '#platform/files/set-aside-file.ts';
import { type ImportWorld, mappingOf, openImportWorld, workspaceId } from '#testing/import-world.ts';
import { importEvents } from './import-events.ts';

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

describe('importing events', () => {
  it('builds one journey per customer, its events in the order of time, then of arrival', async () => {
    const outcome = unwrap(
      await importing(
        'client,date,etape\nB,2025-01-02 10:00,z\nA,2025-01-01 12:00,b\nA,2025-01-01 10:00,z\nA,2025-01-01 12:00,a\nB,2025-01-01,a\n',
      ),
    );
    expect(outcome.outcome).toBe('imported');
    expect(await world.stories(source)).toEqual([
      ['A', ['z@2025-01-01T10:00', 'b@2025-01-01T12:00', 'a@2025-01-01T12:00']],
      ['B', ['a@2025-01-01T00:00', 'z@2025-01-02T10:00']],
    ]);
    const [first] = await world.journeys(source);
    expect(first).toMatchObject({
      events: 3,
      seqs: [3, 2, 4],
      first_time: '2025-01-01 10:00:00.000',
      last_time: '2025-01-01 12:00:00.000',
    });
    expect(await logStats(world.engine, workspaceId, source, 0)).toEqual({
      customers: 2,
      journeys: 2,
      events: 5,
      eventNames: 3,
      variants: 2,
      ties: { events: 1, journeys: 1, share: 0.5 },
      first: '2025-01-01T00:00:00.000Z',
      last: '2025-01-02T10:00:00.000Z',
      setAside: 0,
    });
  });

  it('keeps scores, channels, texts, orders and attributes', async () => {
    const mapping = mappingOf({
      channel: 'canal',
      score: { column: 'note', min: 1, max: 5, noAnswer: [9], decimal: ',' },
      text: 'avis',
      orderId: 'commande',
      attributes: [
        { column: 'segment', name: 'segment' },
        { column: 'agent', name: 'agent' },
        { column: 'ville', name: 'ville', level: 'journey' },
        { column: 'lieu', name: 'lieu', level: 'event' },
      ],
      missing: ['NA'],
    });
    const { record } = unwrap(
      await importing(
        [
          'client;date;etape;canal;note;avis;commande;segment;agent;ville;lieu',
          'A;2025-01-01;x;web;4,5;"Très ""bien""\tmerci";K1;or;Zoé;Lyon;ici',
          'A;2025-01-02;x;shop;9;NA;;NA;Léo;Paris;ici',
          'A;2025-01-03;y;web;7;;K2;or;;;ici',
          'B;2025-01-01;x;web;;;;;;;',
        ].join('\n'),
        { mapping },
      ),
    );
    expect(record.balance?.notes.refusedScores).toBe(2);
    const [a, b] = await world.journeys(source);
    expect(a).toMatchObject({
      names: ['x', 'x', 'y'],
      scores: [4.5, null, null],
      attributes: { segment: 'or', ville: 'Paris' },
      event_attributes: [{ agent: 'Zoé', lieu: 'ici' }, { agent: 'Léo', lieu: 'ici' }, { lieu: 'ici' }],
    });
    expect(new Set(a?.kinds).size).toBe(3);
    expect(b).toMatchObject({ attributes: {}, event_attributes: [{}] });
    expect(await attributeLevels(world.engine, workspaceId, source)).toEqual([
      { name: 'agent', level: 'event' },
      { name: 'lieu', level: 'event' },
      { name: 'segment', level: 'journey' },
      { name: 'ville', level: 'journey' },
    ]);
    const texts = await world.engine.query(
      `SELECT text, order_id FROM event WHERE source_id = {source:String} AND text != ''`,
      { source },
    );
    expect(texts).toEqual([{ text: 'Très "bien"\tmerci', order_id: 'K1' }]);
  });

  it('ends with a balance, and the rows set aside can be read', async () => {
    const lines = [
      'client,date,etape',
      'A,2025-01-01,ok',
      ',2025-01-01,x',
      'A,,x',
      'A,soon,x',
      'A,2025-02-31,x',
      'A,1066-10-14,x',
      'A,2025-01-01,',
      'A,2025-01-01,x,too much',
      'A,2025-01-01',
      'A,2025-01-01,"=HYPERLINK(1)"',
      '=1+1,2025-02-30,@x',
      'A,2025-01-01,"open',
    ];
    const { record } = unwrap(await importing(`${lines.join('\n')}\n`));
    expect(record.balance).toEqual({
      read: 12,
      kept: 2,
      setAside: {
        'no-customer': 1,
        'no-time': 1,
        'unreadable-time': 1,
        'impossible-time': 2,
        'time-out-of-range': 1,
        'no-event': 1,
        'too-many-fields': 1,
        'too-few-fields': 1,
        'unterminated-quote': 1,
      },
      notes: { refusedScores: 0, skippedClock: 0, repeatedClock: 0 },
    });
    const rows = world.setAsideRows(record.id);
    expect(rows[0]).toEqual(['line', 'reason', 'client', 'date', 'etape']);
    expect(rows).toHaveLength(11);
    expect(rows).toContainEqual(['9', 'too-many-fields', 'A', '2025-01-01', 'x', 'too much']);
    expect(rows).toContainEqual(['12', 'impossible-time', "'=1+1", '2025-02-30', "'@x"]);
    expect(rows).toContainEqual(['13', 'unterminated-quote', 'A,2025-01-01,"open']);
  });

  it('takes names for names: quotes, SQL and formulas', async () => {
    const names = [
      `O'Brien`,
      `'); DROP TABLE event; --`,
      '=1+1',
      'a\\b',
      '{x:String}',
      '🙂',
      '\\N',
      'tab\tinside',
    ];
    const cell = (text: string) => `"${text}"`;
    const rows = names.map(
      (name, index) => `${cell(name)},2025-01-0${index + 1},${cell(name)},${cell(name)}`,
    );
    unwrap(
      await importing(`client,date,etape,why\n${rows.join('\n')}\n`, {
        mapping: mappingOf({ attributes: [{ column: 'why', name: `it's {a:String}` }] }),
      }),
    );
    const journeys = await world.journeys(source);
    expect(journeys.map(({ customer }) => customer).sort()).toEqual([...names].sort());
    for (const { customer, names: events, attributes } of journeys) {
      expect(events).toEqual([customer]);
      expect(attributes).toEqual({ "it's {a:String}": customer });
    }
  });

  it('reads local times of the two odd days, and counts them', async () => {
    const { record } = unwrap(
      await importing(
        'client,date,etape\nA,2025-03-30 02:30,a\nA,2025-10-26 02:30,b\nA,2025-10-26T02:30:00+01:00,c\n',
        { mapping: mappingOf({ time: { column: 'date', format: 'iso', zone: 'Europe/Paris' } }) },
      ),
    );
    expect(record.balance?.notes).toEqual({ refusedScores: 0, skippedClock: 1, repeatedClock: 1 });
    expect(await world.stories(source)).toEqual([
      ['A', ['a@2025-03-30T01:30', 'b@2025-10-26T00:30', 'c@2025-10-26T01:30']],
    ]);
  });

  it('reads JSON Lines, with columns that show up late', async () => {
    const lines = Array.from({ length: 3000 }, (_, index) =>
      JSON.stringify({
        client: `C${index % 100}`,
        date: 1_700_000_000_000 + index * 60_000,
        etape: `e${index % 3}`,
        ...(index > 2500 && { props: { page: `/p${index % 2}` } }),
      }),
    );
    const mapping = mappingOf({
      time: { column: 'date', format: 'epoch-ms', zone: 'UTC' },
      keepLaterColumns: true,
    });
    const { record } = unwrap(await importing(lines.join('\n'), { mapping, name: 'x.jsonl' }));
    expect(record.balance).toMatchObject({ read: 3000, kept: 3000 });
    const journeys = await world.journeys(source);
    expect(journeys).toHaveLength(100);
    expect(
      journeys[0]?.attributes['props.page'] ?? journeys[0]?.event_attributes.at(-1)?.['props.page'],
    ).toMatch(/^\/p/);
  });

  it('tells how far it is', async () => {
    const said: ImportProgress[] = [];
    const content = `client,date,etape\n${'A,2025-01-01,x\n'.repeat(1000)}`;
    unwrap(await importing(content, { onProgress: (progress) => said.push(progress) }));
    expect(said.map(({ phase }) => phase)).toEqual(
      expect.arrayContaining(['reading', 'checking', 'building', 'publishing']),
    );
    expect(said.at(-1)).toMatchObject({ bytesRead: content.length, bytesTotal: content.length, rows: 1000 });
  });

  it('adds up, whatever the rows', async () => {
    const row = fc.oneof(
      fc.constantFrom(
        'A,2025-01-01,x',
        'B,2025-01-02,y',
        ',2025-01-01,x',
        'A,,x',
        'A,31/12/2024,x',
        'A,2025-02-30,x',
      ),
      fc.constantFrom('A,2025-01-01', 'a,b,c,d,e', '"x', '"a"b,c,d', 'A,2025-01-01,""', ' , , '),
      fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '2') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
        const content = `client,date,etape\nZ,2025-01-01,always\n${rows.join('\n')}\n`;
        const sourceId = `s${++sources}`;
        const { record } = unwrap(await importing(content, { sourceId }));
        const balance = record.balance;
        expect(balance && balances(balance)).toBe(true);
        const journeys = await world.journeys(sourceId);
        expect(journeys.reduce((sum, { events }) => sum + events, 0)).toBe(balance?.kept);
        const aside = balance ? setAsideTotal(balance) : 0;
        const path = setAsidePath(world.setting.folder, record.id);
        expect(existsSync(path) ? world.setAsideRows(record.id).length - 1 : 0).toBe(aside);
      }),
      { seed: 51, numRuns: 25 },
    );
  }, 300_000);
});

describe('the reference figures', () => {
  const logs = new URL('../../../../../shared/data/event-logs/', import.meta.url).pathname;
  const reference: Record<
    string,
    readonly [customers: number, events: number, names: number, variants: number]
  > = {
    'running-example.csv': [6, 42, 8, 6],
    'running-example.xes': [6, 42, 8, 6],
    'receipt.csv': [1434, 8577, 27, 116],
    'receipt.xes.gz': [1434, 8577, 27, 116],
    'sepsis.csv': [1050, 15_214, 16, 846],
    'traffic_fines.csv': [10_000, 34_724, 11, 44],
    'hospital_billing.csv': [10_000, 49_951, 16, 288],
    'teleclaims.xes.gz': [3512, 46_138, 11, 12],
  };

  it.skipIf(!existsSync(logs)).each(Object.keys(reference))('of %s are met', async (name) => {
    const file = { path: logs + name, name };
    const preview = unwrap(await previewTable(file));
    const { mapping, doubts } = proposeMapping(preview.columns, 'Europe/Paris', {}, preview.format === 'xes');
    expect(doubts).toEqual([]);
    if (!mapping) throw new Error('no mapping');
    const { record } = unwrap(
      await importEvents(world.setting, { workspaceId, sourceId: source, file, mapping }),
    );
    expect(record.balance?.setAside).toEqual({});
    const { customers, events, eventNames, variants } = await logStats(world.engine, workspaceId, source, 0);
    expect([customers, events, eventNames, variants]).toEqual(reference[name]);
  });
});
