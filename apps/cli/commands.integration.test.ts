import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { modelFromExpectations } from '#persona/domain/discovery/expectations.ts';
import { runCommand, type ServeProcess, startServe } from '#testing/command.ts';
import { fillDataFolder } from '#testing/data-folder.ts';

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const hasData = existsSync(data);

/** Files and folders are named from where the command is run. */
let here: string;
beforeAll(async () => {
  here = await mkdtemp(join(tmpdir(), 'parcours-commands-'));
  await writeFile(join(here, 'events.csv'), events);
  await writeFile(join(here, 'answers.csv'), answers);
});
afterAll(() => rm(here, { recursive: true, force: true }));

const events = [
  'customer;date;event;channel;score',
  ...Array.from({ length: 40 }, (_, n) => [
    `c${n};2025-03-0${(n % 9) + 1} 10:00;register;web;4`,
    `c${n};2025-03-1${n % 9} 11:00;pay;phone;${(n % 5) + 1}`,
  ]).flat(),
  ';2025-03-03 11:00;pay;phone;3',
  'b;2025-02-31 11:00;pay;phone;3',
].join('\n');
const answers = [
  'respondent,nps,csat_shop,csat_call,csat_site',
  ...Array.from({ length: 60 }, (_, n) => `r${n},${n % 11},${(n % 5) + 1},${(n % 4) + 1},${(n % 3) + 2}`),
].join('\n');

const run = (args: readonly string[], env: Record<string, string> = {}) =>
  runCommand(args, { cwd: here, env: { PARCOURS_DATA: 'data', ...env } });
const json = async (args: readonly string[], env: Record<string, string> = {}) => {
  const answer = await run(['--json', ...args], env);
  expect(answer.stderr.split('\n').filter((line) => line.includes('Error'))).toEqual([]);
  return { ...answer, value: answer.stdout === '' ? null : JSON.parse(answer.stdout) };
};

describe('persona discover', () => {
  it('says what it left out of the table, and refuses to leave out what is not there', async () => {
    const kinds = Array.from(
      { length: 90 },
      (_, n) =>
        `k${n};${n % 9 === 0 ? 'shop' : ['web', 'phone'][n % 2]};${20 + (n % 2) * 40 + (n % 7)};${n % 5 < 3 ? 'a' : 'b'};FR`,
    );
    await writeFile(join(here, 'customers.csv'), ['client;channel;age;plan;country', ...kinds].join('\n'));
    const args = ['persona', 'discover', 'customers.csv', '--bootstraps', '4'];
    const found = await run(args);
    expect(found.code).toBe(0);
    expect(found.stdout).toContain('“country” is set aside: it is “FR” everywhere');
    const refused = await run([...args, '--leave-out', 'nowhere']);
    expect([refused.code, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toContain('no column “nowhere” to leave out. Its columns: client, channel');
    expect((await run([...args.slice(0, 3), '--bootstraps', '2'])).code).toBe(2);
  });
});

describe('persona attribute', () => {
  const written = unwrap(
    modelFromExpectations({
      personas: [
        { key: 'a', name: 'Connectés', personaId: null, share: 1 },
        { key: 'b', name: '=Fidèles', personaId: null, share: 1 },
      ],
      attributes: [
        {
          id: 'channel',
          column: 'channel',
          type: 'nominal',
          levels: ['web', 'shop'],
          others: false,
          use: true,
          outcome: false,
          missing: [],
        },
      ],
      expectations: [
        { persona: 'a', attribute: 'channel', answers: ['web'], weight: 2 },
        { persona: 'b', attribute: 'channel', answers: ['shop'], weight: 2 },
      ],
      threshold: 0.6,
    }),
  );

  it('writes each row with its persona, cells that no spreadsheet runs, and says how many of each', async () => {
    await writeFile(join(here, 'model.json'), JSON.stringify(written));
    const rows = Array.from({ length: 40 }, (_, n) => `=c${n},${n < 30 ? 'web' : n < 38 ? 'shop' : ''}`);
    await writeFile(join(here, 'contacts.csv'), ['client,channel', ...rows].join('\n'));
    const args = ['persona', 'attribute', 'contacts.csv', '--model', 'model.json', '-o', 'out.csv'];
    const { code, value } = await json(args);
    expect(code).toBe(0);
    expect(value).toMatchObject({
      rows: 40,
      setAside: 0,
      summary: {
        personas: [
          { name: 'Connectés', contacts: 30, share: { value: 0.75, method: 'wilson' } },
          { contacts: 8 },
        ],
        undecided: { contacts: 2 },
      },
    });
    const lines = (await readFile(join(here, 'out.csv'), 'utf8')).split('\r\n');
    expect([lines[0], lines[1], lines[31], lines[39]]).toEqual([
      'client,channel,persona,probability,likeliest',
      "'=c0,web,Connectés,0.9,Connectés",
      "'=c30,shop,'=Fidèles,0.9,'=Fidèles",
      "'=c38,,,0.5,Connectés",
    ]);
    const again = await run(args);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('--force')]);
    const other = await run(['persona', 'attribute', 'answers.csv', '--model', 'model.json', '-o', 'o.csv']);
    expect(other.stderr).toContain('looks at channel');
    const missing = (table: string, model: string) =>
      run(['persona', 'attribute', table, '--model', model, '-o', 'o.csv']);
    expect((await missing('nowhere.csv', 'Nobody’s model')).stderr).toContain('no file nowhere.csv');
    expect((await missing('contacts.csv', './gone.json')).stderr).toContain('no file ./gone.json');
    const questions = await run(['persona', 'questions', '--model', 'gone.json']);
    expect([questions.code, questions.stderr]).toEqual([1, expect.stringContaining('no file gone.json')]);
  });
});

describe('log stats', () => {
  it('counts a file, and says in words what it says as JSON', async () => {
    const { code, value } = await json(['log', 'stats', 'events.csv']);
    expect(code).toBe(0);
    expect(value).toMatchObject({
      customers: 40,
      events: 80,
      eventNames: 2,
      variants: 1,
      ties: { events: 0, journeys: 0, share: 0 },
      first: '2025-03-01T10:00:00.000Z',
      setAside: 2,
      columns: { customer: 'customer', at: 'date', event: 'event' },
    });
    const french = await run(['log', 'stats', 'events.csv', '--zone', 'Europe/Paris'], {
      PARCOURS_LANG: 'fr',
    });
    expect(french.stdout).toMatch(/Clients +40\n/);
    expect(french.stdout).toContain('2025-03-01T09:00:00.000Z');
  });

  it('refuses with the sentence of the problem', async () => {
    const column = await run(['log', 'stats', 'events.csv', '--customer', 'nobody']);
    expect([column.code, column.stdout]).toEqual([1, '']);
    expect(column.stderr).toContain('has no column “nobody”');
    const absent = await json(['log', 'stats', 'absent.csv']);
    expect(absent.code).toBe(1);
    expect(JSON.parse(absent.stderr)).toMatchObject({
      code: 'import.file-not-found',
      params: { file: 'absent.csv' },
      title: 'There is no file absent.csv. Check its name and folder.',
    });
  });

  it.skipIf(!hasData).each([
    ['running-example.xes', 6, 42, 8, 6],
    ['receipt.xes.gz', 1434, 8577, 27, 116],
    ['receipt.csv', 1434, 8577, 27, 116],
    ['sepsis.csv', 1050, 15_214, 16, 846],
    ['traffic_fines.csv', 10_000, 34_724, 11, 44],
    ['hospital_billing.csv', 10_000, 49_951, 16, 288],
    ['teleclaims.xes.gz', 3512, 46_138, 11, 12],
  ])('finds the reference figures of %s', async (file, customers, all, eventNames, variants) => {
    const { value } = await json(['log', 'stats', join(data, 'event-logs', file)]);
    expect(value).toMatchObject({ customers, events: all, eventNames, variants, setAside: 0 });
  });
});

describe('usage', () => {
  it.each([
    [['import', 'events', 'events.csv']],
    [['survey', 'stats', 'answers.csv', '--score', 'nps', '--kind', 'happiness']],
    [['survey', 'stats', 'answers.csv', '--score', 'nps', '--kind', 'nps', '--scale', 'wide']],
    [['seed', '--customers', '3']],
    [['fly']],
  ])('%j is written wrongly: 2', async (args) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: parcours');
  });

  it.each([['log stats'], ['import events'], ['import survey'], ['map measure'], ['doctor'], ['seed']])(
    '%s explains itself',
    async (command) => {
      const { code, stdout } = await run([...command.split(' '), '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain(`Usage: parcours ${command}`);
      expect(stdout).toContain('--json');
    },
  );
});

/** The same with the stores opened by the command, and through the server that owns them. */
describe.each(['in this process', 'through the server'] as const)('a workspace %s', (where) => {
  let server: ServeProcess | undefined;
  let env: Record<string, string>;
  beforeAll(async () => {
    const folder = join(here, where.replaceAll(' ', '-'));
    await mkdir(folder);
    await fillDataFolder(folder);
    env = { PARCOURS_DATA: folder };
    if (where === 'through the server') server = await startServe(folder);
    expect((await run(['workspace', 'create', 'Ma mutuelle', '--language', 'fr'], env)).code).toBe(0);
  });
  afterAll(async () => {
    await server?.stop();
  });

  it('imports events, whole, and proposes a map that is measured', async () => {
    const { value, code } = await json(
      ['import', 'events', 'events.csv', '-w', 'ma mutuelle', '--propose-map'],
      env,
    );
    expect(code).toBe(0);
    expect(value).toMatchObject({
      outcome: 'started',
      balance: { read: 82, kept: 80, setAside: { 'no-customer': 1, 'impossible-time': 1 } },
      stats: { customers: 40, events: 80, variants: 1 },
    });
    const measured = await json(['map', 'measure', value.mapId, '--by', 'channel'], env);
    expect(measured.code).toBe(0);
    expect(measured.value.populations).toMatchObject([{ name: 'events', stats: { customers: 40 } }]);
    const volumes = Object.values<{ all: { volume: number } }>(measured.value.touchpoints);
    expect(volumes.map(({ all }) => all.volume)).toEqual([40, 40]);
    expect(Object.values(measured.value.titles.touchpoints).sort()).toHaveLength(2);
    const said = await run(['map', 'measure', value.mapId], env);
    expect(said.stdout).toContain('40 lived journeys');
    expect(said.stdout).toMatch(/register.*40 customers \(100% of all\)/);
    expect(existsSync(join(here, 'events.csv'))).toBe(true);
  });

  // The same calls, whoever answers them: asked once.
  if (where === 'through the server') {
    it('adds nothing when the file comes again', async () => {
      await cp(join(here, 'events.csv'), join(here, 'again.csv'));
      const { value, code } = await json(['import', 'events', 'again.csv', '-w', 'Ma mutuelle'], env);
      expect([code, value.outcome]).toEqual([0, 'already-imported']);
      const said = await run(['import', 'events', 'again.csv', '-w', 'Ma mutuelle'], env);
      expect(said.stdout).toContain('nothing was added');
    });

    it('takes what a mapping file says instead of the guess, and refuses what it cannot read', async () => {
      await writeFile(
        join(here, 'mapping.json'),
        JSON.stringify({ event: 'channel', time: { zone: 'UTC' } }),
      );
      const asked = ['import', 'events', 'events.csv', '-w', 'Ma mutuelle', '--name', 'By channel'];
      const { value } = await json([...asked, '--mapping', 'mapping.json'], env);
      expect(value.mapping).toMatchObject({ customer: 'customer', event: 'channel', time: { zone: 'UTC' } });
      await writeFile(join(here, 'mapping.json'), '{ "event": 3 }');
      const refused = await run([...asked, '--mapping', 'mapping.json'], env);
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain('The mapping mapping.json cannot be used: event:');
    });

    it('imports answers, and proposes a map', async () => {
      const { value, code } = await json(
        ['import', 'survey', 'answers.csv', '-w', 'Ma mutuelle', '--propose-map'],
        env,
      );
      expect(code).toBe(0);
      expect(value).toMatchObject({ outcome: 'started', respondents: 60, balance: { read: 60, kept: 60 } });
      const again = await json(['import', 'survey', 'answers.csv', '-w', 'Ma mutuelle'], env);
      expect(again.value.outcome).toBe('already-imported');
    });
  }

  it('lists maps and exports one, never over a file unasked', async () => {
    const { value } = await json(['map', 'list'], env);
    expect(value.map(({ title }: { title: string }) => title)).toEqual(
      server ? ['answers', 'events'] : ['events'],
    );
    const out = join(here, `${where}.json`);
    const asked = ['export', 'events', '-w', 'Ma mutuelle', '-o', `${where}.json`];
    expect((await run(asked, env)).code).toBe(0);
    const file = JSON.parse(await readFile(out, 'utf8'));
    expect(file).toMatchObject({ format: 'parcours', kind: 'journey-map', document: { title: 'events' } });
    const twice = await run(asked, env);
    expect(twice.code).toBe(1);
    expect(twice.stderr).toContain('already there');
    expect((await run([...asked, '--force'], env)).code).toBe(0);
    expect(JSON.parse((await run(['export', 'events'], env)).stdout)).toEqual(file);
  });

  it('says what it does not find', async () => {
    const workspace = await run(['import', 'events', 'events.csv', '-w', 'Elsewhere'], env);
    expect(workspace.code).toBe(1);
    expect(workspace.stderr).toContain('There is no workspace “Elsewhere”. Those here: Ma mutuelle (');
    expect((await run(['map', 'measure', 'Nowhere'], env)).stderr).toContain('There is no map “Nowhere”');
    const poster = await run(['persona', 'poster', 'Nobody', '-o', 'nobody.pdf'], env);
    expect([poster.code, poster.stderr]).toEqual([1, expect.stringContaining('no persona “Nobody”')]);
    expect(existsSync(join(here, 'nobody.pdf'))).toBe(false);
    const file = await run(['import', 'events', 'absent.csv', '-w', 'Ma mutuelle'], env);
    expect([file.code, file.stdout]).toEqual([1, '']);
    expect(file.stderr).toContain('There is no file absent.csv');
  });

  it('leaves no upload behind', async () => {
    const folder = join(env.PARCOURS_DATA ?? '', 'uploads');
    const left = existsSync(folder) ? await readdir(folder, { recursive: true, withFileTypes: true }) : [];
    expect(left.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([]);
  });

  it('is well, as the doctor sees it', async () => {
    const { code, value } = await json(['doctor'], env);
    expect([code, value.ok]).toEqual([0, true]);
    const states = Object.fromEntries(
      value.checks.map(({ check, state }: { check: string; state: string }) => [check, state]),
    );
    expect(states).toMatchObject(
      server ? { folder: 'good', server: 'good' } : { folder: 'good', server: 'note', stores: 'good' },
    );
  });
});

describe('doctor', () => {
  it('finds a data folder that cannot be used: 1', async () => {
    const { code, value } = await json(['doctor'], { PARCOURS_DATA: 'events.csv' });
    expect([code, value.ok]).toEqual([1, false]);
    const folder = value.checks.find(({ check }: { check: string }) => check === 'folder');
    expect(folder).toMatchObject({ state: 'bad', sentence: expect.stringContaining('cannot be used') });
  });

  it('does not make a data folder by looking at it', async () => {
    const { code } = await json(['doctor'], { PARCOURS_DATA: 'not/yet' });
    expect(code).toBe(0);
    expect(existsSync(join(here, 'not'))).toBe(false);
  });
});
