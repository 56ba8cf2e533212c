import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workspaceIdSchema } from '#kit/ids.ts';
import { ok, unwrap } from '#kit/result.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import { type Collaboration, createCollaboration } from '#platform/collaboration/collaboration.ts';
import { createPostgresDocumentStore } from '#platform/collaboration/postgres-document-store.ts';
import { fingerprintOf } from '#platform/files/fingerprint.ts';
import { setAsidePath } from '#platform/files/set-aside-file.ts';
import { createUploads } from '#platform/files/uploads.ts';
import type { Postgres } from '#platform/postgres/open.ts';
import { corrections, manyTraits, randomModel } from '#testing/many-traits.ts';
import { embeddedStore } from '#testing/stores.ts';
import { createAttributor } from '../../domain/discovery/attribution.ts';
import { isFittable } from '../../domain/discovery/encoder.ts';
import { guessAttributes } from '../../domain/discovery/guess-attributes.ts';
import { type DetectionModel, detectionModelSchema } from '../../domain/discovery/model.ts';
import { personaDocument } from '../../domain/document.ts';
import { examplePersona } from '../../domain/examples/personas.ts';
import type { Segment } from '../../domain/segment.ts';
import { addDetectionModel } from '../detection/add-model.ts';
import { findModel } from '../detection/find-model.ts';
import { createModelStore } from '../detection/model-store.ts';
import { createSegmentStore } from '../segment-store.ts';
import { attributeList } from './attribute-list.ts';
import { attributions } from './attributions.ts';
import { calibrateModel } from './calibrate-model.ts';
import { createContactStore } from './contact-store.ts';
import { contactTable } from './contact-table.ts';
import { attributionCsv, findRunRows } from './export-attribution.ts';
import { importContacts } from './import-contacts.ts';
import { recoverContacts } from './recover-contacts.ts';
import { removeContactList } from './remove-list.ts';
import { sendAttribution } from './send-attribution.ts';

const workspaceId = workspaceIdSchema.parse('horizon');
const folder = mkdtempSync(join(tmpdir(), 'parcours-contacts-'));
let engine: Engine;
let postgres: Postgres;
let collaboration: Collaboration;
let ids = 0;

beforeAll(async () => {
  [engine, postgres] = await Promise.all([
    openEngine({ dataDir: folder }).then(unwrap),
    embeddedStore.open(),
  ]);
  collaboration = createCollaboration({
    store: createPostgresDocumentStore(postgres.db),
    kinds: [personaDocument],
    logger: pino({ level: 'silent' }),
    now: () => new Date(),
    newId: () => `i${++ids}`,
  });
});
afterAll(async () => {
  await collaboration.destroy();
  await engine.close();
  await postgres.close();
  rmSync(folder, { recursive: true, force: true });
});

const ports = () => ({
  folder,
  engine,
  contacts: createContactStore(postgres.db),
  detectionModels: createModelStore(postgres.db),
  newId: () => `i${++ids}`,
  now: () => new Date(Date.UTC(2026, 10, 21, 10, 0, ids)),
  minimumOf: async () => ok(30),
  segments: createSegmentStore(postgres.db),
  collaboration,
});

async function bring(listId: string, header: readonly string[], rows: readonly (readonly string[])[]) {
  const path = join(folder, `${listId}.csv`);
  await writeFile(path, [header, ...rows].map((row) => row.join(';')).join('\n'));
  const request = { workspaceId, importId: `im${++ids}`, listId, name: listId, idColumn: 'client' };
  const file = { path, name: `${listId}.csv` };
  return importContacts(ports(), { ...request, file, fingerprint: await fingerprintOf(file) });
}

describe('contacts and their personas', () => {
  it('are brought in whole, with a balance, and again as the next version', async () => {
    const rows = [
      ['a', 'web'],
      ['b', 'shop'],
      ['a', 'shop'],
      ['', 'web'],
      ['c', '=1+1'],
    ];
    const first = unwrap(await bring('few', ['client', 'channel'], rows));
    expect(first).toMatchObject({
      version: 1,
      contacts: 3,
      balance: { read: 5, kept: 3, setAside: 2, reasons: { 'no-contact': 1, 'repeated-contact': 1 } },
      columns: [{ name: 'channel', filled: 5, words: ['web', 'shop', '=1+1'], number: null }],
    });
    const setAside = (versionId: string) => readFile(setAsidePath(folder, versionId), 'utf8');
    expect(await setAside(first.versionId)).toBe(
      '\ufeffline,reason,client,channel\r\n4,repeated-contact,a,shop\r\n5,no-contact,,web\r\n',
    );
    const second = unwrap(await bring('few', ['client', 'channel'], rows.slice(1)));
    expect(second).toMatchObject({ version: 2, contacts: 3, balance: { read: 4, setAside: 1 } });
    await expect(setAside(first.versionId)).rejects.toThrow('ENOENT');
    const kept = await engine.query<{ version_id: string; n: number }>(
      'SELECT version_id, count() AS n FROM contact GROUP BY version_id',
    );
    expect(kept).toEqual([{ version_id: second.versionId, n: 3 }]);
    expect(await bring('none', ['client', 'channel'], [['', 'web']])).toMatchObject({
      ok: false,
      problem: { code: 'persona.contacts.none' },
    });
    expect(await bring('other', ['name', 'channel'], [['a', 'web']])).toMatchObject({
      ok: false,
      problem: { code: 'persona.contacts.no-such-column' },
    });
  });

  it('have the persona in the engine that one contact alone is given, whatever the model', async () => {
    const { names, rows } = manyTraits(700);
    const { attributes } = guessAttributes(names, rows, corrections);
    const fittable = attributes.filter((each) => each.use && isFittable(each));
    expect(new Set(fittable.map(({ type }) => type))).toEqual(
      new Set(['numeric', 'nominal', 'ordinal', 'multiple', 'date']),
    );
    const list = unwrap(await bring('many', names, rows));
    expect(list.columns.filter(({ number }) => number).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['spend', 'points', 'since']),
    );
    const cells = rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]!])));
    await fc.assert(
      fc.asyncProperty(fc.subarray(fittable, { minLength: 1 }), fc.nat(1e6), async (chosen, seed) => {
        const model = randomModel(chosen, seed);
        const stored = unwrap(
          await addDetectionModel(ports(), { workspaceId, name: 'any', source: '', model }),
        );
        const run = unwrap(await attributeList(ports(), { workspaceId, listId: 'many', modelId: stored.id }));
        const found = await engine.query<{ persona: number; likeliest: number; probability: number }>(
          'SELECT persona, likeliest, probability FROM contact_persona WHERE run_id = {run:String} ORDER BY contact',
          { run: run.id },
        );
        const attributor = createAttributor(model);
        cells.forEach((contact, at) => {
          const alone = attributor.fromCells(contact);
          const { persona, likeliest, probability } = found[at]!;
          expect(probability).toBeCloseTo(alone.probability, 5);
          // A tie, or a probability at the very threshold, may fall either way.
          if (Math.abs(alone.probability - model.threshold) > 1e-6 || alone.answered === 0)
            expect(persona > 0).toBe(alone.persona !== null);
          if (alone.probability - alone.personas[1]!.probability > 1e-6)
            expect(`p${likeliest}`).toBe(alone.personas[0]!.key);
        });
        expect(run.summary.contacts).toBe(700);
        expect(run.summary.histogram.reduce((sum, n) => sum + n, 0)).toBe(700);
        expect(
          run.summary.personas.reduce((sum, { contacts }) => sum + contacts, run.summary.undecided.contacts),
        ).toBe(700);
      }),
      { seed: 11, numRuns: 10 },
    );
  });

  it('are exported and sent as they are, and compared with the run before', async () => {
    const model = modelOfChannel();
    const stored = unwrap(
      await addDetectionModel(ports(), { workspaceId, name: 'canal', source: '', model }),
    );
    const modelId = stored.id;
    const rows = (web: number): string[][] =>
      Array.from({ length: 400 }, (_, at) => [`=id${at}`, at < web ? 'web' : at < 390 ? 'shop' : '']);
    unwrap(await bring('sent', ['client', 'channel'], rows(200)));
    const first = unwrap(await attributeList(ports(), { workspaceId, listId: 'sent', modelId }));
    expect(first.summary).toMatchObject({
      personas: [{ contacts: 200 }, { contacts: 190 }],
      undecided: { contacts: 10, share: { withheld: false, value: 0.025 } },
      histogram: [0, 0, 0, 0, 0, 10, 0, 0, 0, 390],
      used: 1,
    });
    const found = unwrap(await findRunRows(ports(), { workspaceId, runId: first.id }));
    let csv = '';
    for await (const piece of attributionCsv(engine, workspaceId, found)) csv += piece;
    const lines = csv.split('\r\n');
    expect(lines.slice(0, 2)).toEqual([
      '\ufeffclient,persona,probability,likeliest',
      "'=id0,Connecté,0.95,Connecté",
    ]);
    expect(lines.filter((line) => /^'=id39\d,,0\.5,/.test(line))).toHaveLength(10);
    const received = await receiving(async (url) => {
      const send = { workspaceId, runId: first.id, secret: 'chut' };
      expect(unwrap(await sendAttribution(ports(), { ...send, url }))).toEqual({
        contacts: 400,
        messages: 1,
      });
      expect(await sendAttribution(ports(), { ...send, url: `${url}/no` })).toMatchObject({
        problem: { code: 'webhook.refused', params: { status: 404 } },
      });
      for (const bad of [
        'ftp://a.example/',
        'http://169.254.169.254/latest',
        'http://u:p@a.example',
        'hello',
      ])
        expect(await sendAttribution(ports(), { ...send, url: bad })).toMatchObject({
          problem: { code: 'webhook.bad-address' },
        });
    });
    const [{ body, signature }] = received as [{ body: string; signature: string }];
    expect(signature).toBe(`sha256=${createHmac('sha256', 'chut').update(body).digest('hex')}`);
    expect(JSON.parse(body).contacts[0]).toMatchObject({
      id: '=id0',
      persona: 'Connecté',
      probability: 0.95,
    });

    unwrap(await bring('sent', ['client', 'channel'], rows(120)));
    expect(await findRunRows(ports(), { workspaceId, runId: first.id })).toMatchObject({
      problem: { code: 'persona.attribution.rows-gone' },
    });
    unwrap(await attributeList(ports(), { workspaceId, listId: 'sent', modelId }));
    const [now, before] = unwrap(await attributions(ports(), { workspaceId, listId: 'sent' }));
    expect(now).toMatchObject({ rowsKept: true, drift: { runId: first.id, alert: true } });
    expect(now!.drift!.shares.map(({ moved }) => moved)).toEqual([true, true, false]);
    expect(before).toMatchObject({ rowsKept: false, drift: null });
    unwrap(await removeContactList(ports(), { workspaceId, listId: 'sent' }));
    expect(unwrap(await attributions(ports(), { workspaceId, listId: 'sent' }))).toEqual([]);
  });

  it('tell the segments whose rule the list knows', async () => {
    for (const id of ['alice', 'bob'])
      unwrap(
        await collaboration.create(
          workspaceId,
          personaDocument,
          id,
          examplePersona('worrier', 'fr', '2026-03-31'),
        ),
      );
    const model = modelOfChannel();
    model.personas[0]!.personaId = 'alice';
    model.personas[1]!.personaId = 'bob';
    const stored = unwrap(
      await addDetectionModel(ports(), { workspaceId, name: 'canal', source: '', model }),
    );
    const { segments } = ports();
    const segment = (id: string, conditions: Segment['conditions']): Segment => ({
      id,
      name: id,
      description: '',
      conditions,
      createdAt: '2026-11-21T10:00:00.000Z',
    });
    const older = { is: 'between', criterion: 'demographic', attribute: 'age', from: 40, to: null } as const;
    const north = { is: 'one-of', criterion: 'geographic', attribute: 'region', values: ['N'] } as const;
    await segments.add(workspaceId, segment('older', [older]));
    await segments.add(workspaceId, segment('both', [older, { ...north, values: ['N'] }]));
    await segments.add(
      workspaceId,
      segment('elsewhere', [{ ...north, values: ['N'], attribute: 'country' }]),
    );
    await segments.add(workspaceId, segment('few', [{ ...older, from: 595 }]));
    const rows = Array.from({ length: 600 }, (_, at) => [
      `c${at}`,
      at % 3 === 0 ? 'web' : at % 3 === 1 ? 'shop' : '',
      at % 10 === 9 ? '' : String(at),
      at % 2 ? 'N' : 'S',
    ]);
    unwrap(await bring('segments', ['client', 'channel', 'age', 'region'], rows));
    unwrap(await attributeList(ports(), { workspaceId, listId: 'segments', modelId: stored.id }));
    const share = (keep: (row: readonly string[]) => boolean, channel: string) => {
      const own = rows.filter((row) => row[2] !== '' && Number(row[2]) >= 40 && keep(row));
      return { share: own.filter((row) => row[1] === channel).length / own.length, n: own.length };
    };
    const cell = { source: 'data', date: '2026-11-21' };
    expect(await segments.shares(workspaceId)).toEqual([
      { ...cell, segmentId: 'both', personaId: 'alice', ...share((row) => row[3] === 'N', 'web') },
      { ...cell, segmentId: 'both', personaId: 'bob', ...share((row) => row[3] === 'N', 'shop') },
      { ...cell, segmentId: 'older', personaId: 'alice', ...share(() => true, 'web') },
      { ...cell, segmentId: 'older', personaId: 'bob', ...share(() => true, 'shop') },
    ]);
  });

  it('whose persona is known say how far a model can be believed', async () => {
    const model = modelOfChannel();
    const stored = unwrap(
      await addDetectionModel(ports(), { workspaceId, name: 'canal', source: '', model }),
    );
    // Right seven times in ten, where the model says 95 in a hundred.
    const rows = Array.from({ length: 600 }, (_, at) => {
      const web = at % 2 === 0;
      const right = Math.floor(at / 2) % 10 < 7;
      return [`c${at}`, web ? 'web' : 'shop', at > 580 ? '' : web === right ? 'connecté' : 'b'];
    });
    unwrap(await bring('known', ['client', 'channel', 'persona'], rows));
    const ask = (column: string) =>
      calibrateModel(ports(), { workspaceId, modelId: stored.id, listId: 'known', column });
    expect(unwrap(await ask('persona'))).toMatchObject({
      revision: 2,
      calibration: { against: 'labels', n: 290 },
    });
    const after = unwrap(await findModel(ports(), { workspaceId, modelId: stored.id })).model;
    // 0.95 ^ (1 / temperature) must weigh as 0.7: log(19) / log(7 / 3).
    expect(after.temperature).toBeCloseTo(Math.log(19) / Math.log(7 / 3), 1);
    expect(after.calibration!.errorBefore).toBeGreaterThan(0.2);
    expect(after.calibration!.error).toBeLessThan(0.08);
    expect(await ask('channel')).toMatchObject({ problem: { code: 'persona.calibration.looked-at' } });
    expect(await ask('nowhere')).toMatchObject({ problem: { code: 'persona.contacts.no-such-column' } });
    unwrap(await bring('known', ['client', 'channel', 'persona'], rows.slice(0, 50)));
    expect(await ask('persona')).toMatchObject({
      problem: { code: 'persona.calibration.too-few', params: { known: 50, fewest: 60 } },
    });
  });

  it('are a table again, without who they are', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => [
      `c${at}`,
      at % 7 === 0 ? '' : `${at},5`,
      at % 2 ? 'été' : '=1',
      `2026-0${1 + (at % 9)}-1${Math.floor(at / 31)}`,
    ]);
    unwrap(await bring('table', ['client', 'age', 'saison', 'depuis'], rows));
    const uploads = createUploads(join(folder, 'uploads'));
    const sent = unwrap(await contactTable({ ...ports(), uploads }, { workspaceId, listId: 'table' }));
    const { path } = unwrap(await uploads.find(workspaceId, sent.uploadId));
    const lines = (await readFile(path, 'utf8')).trim().split('\r\n');
    const cells = ([, age = '', season = '', since = '']: readonly string[]) =>
      [age.includes(',') ? `"${age}"` : age, season === '=1' ? "'=1" : season, since].join(',');
    expect(lines).toEqual(['age,saison,depuis', ...rows.map(cells)]);
  });

  it('leave nothing behind when an import is killed', async () => {
    const list = unwrap(await bring('whole', ['client', 'channel'], [['a', 'web']]));
    await engine.command(
      "INSERT INTO contact (workspace_id, version_id, contact, customer) VALUES ('horizon', 'killed', 0, 'x')",
    );
    // A process that was killed does not leave a settled folder; this one has not been.
    await recoverContacts({ ...ports(), engine: { ...engine, settled: false } });
    const kept = await engine.query<{ id: string }>('SELECT DISTINCT version_id AS id FROM contact');
    expect(kept.map(({ id }) => id)).toContain(list.versionId);
    expect(kept.map(({ id }) => id)).not.toContain('killed');
  });
});

/** Web or shop, 95 to 5. */
const modelOfChannel = (): DetectionModel =>
  detectionModelSchema.parse({
    version: 1,
    origin: 'hand',
    personas: [
      { key: 'a', name: 'Connecté', personaId: null },
      { key: 'b', name: 'Fidèle du magasin', personaId: null },
    ],
    attributes: [
      {
        attribute: {
          id: 'channel',
          column: 'channel',
          type: 'nominal',
          levels: ['web', 'shop'],
          others: false,
          use: true,
          outcome: false,
          missing: [],
        },
        likelihood: {
          kind: 'levels',
          logP: [
            [0, Math.log(0.95), Math.log(0.05)],
            [0, Math.log(0.05), Math.log(0.95)],
          ],
        },
        weight: 1,
      },
    ],
    logPrior: [Math.log(0.5), Math.log(0.5)],
    temperature: 1,
    threshold: 0.7,
    calibration: null,
  });

/** What a server of this machine is sent meanwhile; it takes what comes to its root only. */
async function receiving(during: (url: string) => Promise<void>) {
  const received: { body: string; signature: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    const taken = request.url === '/';
    if (taken) received.push({ body, signature: String(request.headers['x-parcours-signature']) });
    response.writeHead(taken ? 204 : 404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  try {
    await during(`http://127.0.0.1:${port}`);
  } finally {
    server.close();
  }
  return received;
}
