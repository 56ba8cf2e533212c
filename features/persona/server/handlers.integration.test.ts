import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { portraitWords } from '#apps/server/portrait-words.ts';
import { workspaceIdSchema } from '#kit/ids.ts';
import { ok, unwrap } from '#kit/result.ts';
import { type Collaboration, createCollaboration } from '#platform/collaboration/collaboration.ts';
import { createPostgresDocumentStore } from '#platform/collaboration/postgres-document-store.ts';
import type { Postgres } from '#platform/postgres/open.ts';
import { readPdf } from '#testing/read-pdf.ts';
import { embeddedStore } from '#testing/stores.ts';
import { type PersonaUse, personaContract, personaFileSchema } from '../contract.ts';
import { personaDocument } from '../domain/document.ts';
import { addChannel } from '../domain/edit/channel.ts';
import { editPersona } from '../domain/edit/persona.ts';
import { removeStatement } from '../domain/edit/statement.ts';
import { examplePersona } from '../domain/examples/personas.ts';
import { exportPersona } from '../domain/file.ts';
import { addPicture } from './add-picture.ts';
import { booklet } from './booklet.ts';
import { bookletPages } from './booklet-pages.ts';
import { change } from './change.ts';
import { create } from './create.ts';
import { deliverable } from './deliverable.ts';
import { deliverablePages } from './deliverable-pages.ts';
import { exportFile } from './export.ts';
import { get } from './get.ts';
import { importFile } from './import.ts';
import { list } from './list.ts';
import { createPictureStore } from './picture-store.ts';
import type { PersonaPorts } from './ports.ts';
import { createQuizStore } from './quiz-store.ts';
import { remove } from './remove.ts';
import { replace } from './replace.ts';
import { restoreVersion } from './restore-version.ts';
import { saveVersion } from './save-version.ts';
import { createSegmentStore } from './segment-store.ts';
import { uses } from './uses.ts';
import { version } from './version.ts';
import { versions } from './versions.ts';

const workspaceId = workspaceIdSchema.parse('horizon');
const horizon = {
  name: 'Mutuelle Horizon',
  language: 'fr',
  zone: 'Europe/Paris',
  minimum: 30,
  demonstration: false,
  createdAt: '2026-01-01T00:00:00Z',
} as const;
const elsewhere = workspaceIdSchema.parse('elsewhere');
const example = examplePersona('worrier', 'fr', '2026-03-31');
const file = personaFileSchema.parse(exportPersona(example));
const pixel = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 7, 7]);

let postgres: Postgres;
let collaboration: Collaboration;
let ports: PersonaPorts;
let personaId: string;
let maps: PersonaUse[] = [];
let clock = Date.parse('2026-04-01T08:00:00Z');

/** Each look at the clock is a second later, so that what is newest is never in doubt. */
function now(): Date {
  clock += 1000;
  return new Date(clock);
}

beforeAll(async () => {
  postgres = await embeddedStore.open();
  const store = createPostgresDocumentStore(postgres.db);
  let count = 0;
  const newId = () => `i${++count}`;
  collaboration = createCollaboration({
    store,
    kinds: [personaDocument],
    logger: pino({ level: 'silent' }),
    now,
    newId,
    projectionDelay: 0,
  });
  ports = {
    collaboration,
    documents: store,
    newId,
    now,
    author: 'Ada',
    personaUses: async (_workspace, id) => (id === personaId ? maps : []),
    detachPersona: async () => ok(undefined),
    portraitWords: async (id, language) => ok(portraitWords({ ...horizon, id }, language, now())),
    personaPictures: createPictureStore(postgres.db),
    segments: createSegmentStore(postgres.db),
    quizzes: createQuizStore(postgres.db),
  };
});
afterAll(async () => {
  await collaboration.destroy();
  await postgres.close();
});
beforeEach(async () => {
  maps = [];
  personaId = unwrap(await importFile(ports, { workspaceId, file })).id;
});

const one = () => ({ workspaceId, personaId });
const read = async () => unwrap(await get(ports, one())).persona;

describe('personas', () => {
  it('are made from a template, each in its colour, listed the oldest first, and read', async () => {
    const apart = workspaceIdSchema.parse('gallery');
    const input = { workspaceId: apart, title: 'Achats', kind: 'company', language: 'fr' } as const;
    const first = unwrap(await create(ports, input)).id;
    const second = unwrap(await create(ports, { ...input, title: 'Direction' })).id;
    const found = unwrap(await get(ports, { workspaceId: apart, personaId: second }));
    expect(found.persona).toMatchObject({ title: 'Direction', kind: 'company', language: 'fr', colour: 1 });

    const all = unwrap(await list(ports, { workspaceId: apart }));
    expect(all.map(({ id }) => id)).toEqual([first, second]);
    expect(all[0]!.proof).toEqual({ proven: 0, assumed: 0, stale: 0, total: 0, share: null });
    expect(personaContract.list['~orpc'].outputSchema?.['~standard'].validate(all)).toEqual({ value: all });
    expect(unwrap(await list(ports, { workspaceId: elsewhere }))).toEqual([]);
  });

  it('say in the gallery what they rest on today', async () => {
    const all = unwrap(await list(ports, { workspaceId }));
    expect(all.find(({ id }) => id === personaId)).toMatchObject({
      title: 'L’inquiète',
      picture: { kind: 'avatar' },
      proof: { proven: 27, assumed: 8, stale: 3 },
    });
  });

  it('go out and come back as files, without loss', async () => {
    const out = unwrap(await exportFile(ports, one()));
    expect(out).toEqual(file);
    const back = unwrap(await importFile(ports, { workspaceId, file: JSON.parse(JSON.stringify(out)) }));
    expect(back.setAside).toEqual([]);
    const copy = unwrap(await get(ports, { workspaceId, personaId: back.id })).persona;
    expect(copy).toEqual(example);
    const future = { ...file, version: 9 };
    expect(await importFile(ports, { workspaceId, file: future })).toMatchObject({
      problem: { code: 'document.newer-version' },
    });
  });

  it('are removed, and then are not there for anything', async () => {
    expect(unwrap(await remove(ports, { ...one(), force: false }))).toEqual({});
    const refused = { ok: false, problem: { code: 'persona.not-found', status: 404, params: { personaId } } };
    const answers = [
      await get(ports, one()),
      await exportFile(ports, one()),
      await replace(ports, { ...one(), persona: example }),
      await change(ports, { ...one(), changes: [{ op: 'set', path: ['title'], value: 'x' }] }),
      await remove(ports, { ...one(), force: true }),
      await uses(ports, one()),
      await versions(ports, one()),
      await saveVersion(ports, { ...one(), name: 'x' }),
      await version(ports, { ...one(), versionId: 'x' }),
      await restoreVersion(ports, { ...one(), versionId: 'x' }),
    ];
    for (const answer of answers) expect(answer).toEqual(refused);
    expect(unwrap(await list(ports, { workspaceId })).some(({ id }) => id === personaId)).toBe(false);
  });

  it('cannot vanish silently while maps name them', async () => {
    maps = [
      { mapId: 'm', title: 'Être remboursée', state: 'as-is' },
      { mapId: 'n', title: 'Changer de contrat', state: 'to-be' },
    ];
    expect(unwrap(await uses(ports, one()))).toEqual(maps);
    expect(await remove(ports, { ...one(), force: false })).toEqual({
      ok: false,
      problem: {
        code: 'persona.in-use',
        status: 409,
        params: { maps: 'Être remboursée, Changer de contrat', count: 2 },
      },
    });
    expect(await read()).toEqual(example);
    expect(unwrap(await remove(ports, { ...one(), force: true }))).toEqual({});
  });

  it('are out of reach from another workspace', async () => {
    expect(await get(ports, { workspaceId: elsewhere, personaId })).toMatchObject({
      problem: { code: 'persona.not-found' },
    });
  });
});

describe('editing a persona', () => {
  const edit = (changes: readonly unknown[]) => change(ports, { ...one(), changes });

  it('applies changes, and is seen at once', async () => {
    const changes = [
      ...addChannel(example, { channel: 'post', before: 'app' }, () => 'mine'),
      ...editPersona(example, { advice: 0.5, age: { from: 50, to: null } }),
    ];
    expect(unwrap(await edit(changes))).toEqual({ changes: 3 });
    expect(await read()).toMatchObject({
      advice: 0.5,
      age: { from: 50, to: null },
      channels: { mine: { channel: 'post' } },
    });
  });

  it('takes away with a comment its answers, even when only the comment is named', async () => {
    const said = { author: 'Ada', at: '2026-03-01T10:00:00Z', text: 'Sure?' };
    await edit([
      { op: 'put', path: ['comments', 'c'], value: { ...said, target: { statementId: 'goals-1' } } },
      { op: 'put', path: ['replies', 'r'], value: { ...said, commentId: 'c' } },
    ]);
    expect(unwrap(await edit([{ op: 'remove', path: ['statements', 'goals-1'] }]))).toEqual({ changes: 2 });
    expect((await read()).comments.c!.target).toEqual({ section: null, statementId: null });
    expect(unwrap(await edit([{ op: 'remove', path: ['comments', 'c'] }]))).toEqual({ changes: 2 });
    expect((await read()).replies).toEqual({});
  });

  it.each([
    [
      'an unknown field',
      { op: 'set', path: ['statements', 'goals-1', 'mood'], value: 1 },
      { code: 'document.invalid-change', params: { index: 1, path: 'statements/goals-1/mood' } },
    ],
    [
      'a slider off its scale',
      { op: 'set', path: ['warmth'], value: 2 },
      { code: 'document.invalid-change', params: { path: 'warmth' } },
    ],
    [
      'a channel that is already there',
      { op: 'put', path: ['channels', 'again'], value: { order: 'a9', channel: 'PHONE' } },
      { code: 'persona.part-misplaced', params: { part: 'channels', id: 'again', field: 'channel' } },
    ],
    [
      'an answer to nothing',
      {
        op: 'put',
        path: ['replies', 'r'],
        value: { author: 'A', at: '2026-03-01T10:00:00Z', commentId: 'z' },
      },
      { code: 'persona.part-misplaced', params: { part: 'replies', id: 'r', field: 'commentId' } },
    ],
    [
      'a picture nobody sent',
      { op: 'set', path: ['picture'], value: { kind: 'upload', pictureId: 'nowhere' } },
      { code: 'persona.picture-not-found', status: 404 },
    ],
  ])('refuses %s, and then changes nothing', async (_name, wrong, refused) => {
    const right = { op: 'set', path: ['title'], value: 'changed' };
    expect(await edit([right, wrong])).toMatchObject({ ok: false, problem: refused });
    expect(await read()).toEqual(example);
  });

  it('replaces a persona by the difference', async () => {
    const persona = { ...example, title: 'Autre nom', story: '' };
    expect(unwrap(await replace(ports, { ...one(), persona }))).toEqual({ changes: 2 });
    expect(await read()).toEqual(persona);
    expect(unwrap(await replace(ports, { ...one(), persona }))).toEqual({ changes: 0 });
    const twice = { ...persona.channels, again: { order: 'a9', channel: 'App', note: '' } };
    expect(await replace(ports, { ...one(), persona: { ...persona, channels: twice } })).toMatchObject({
      problem: { code: 'persona.part-misplaced', params: { part: 'channels', id: 'again' } },
    });
    expect(await read()).toEqual(persona);
  });
});

describe('its own picture', () => {
  const show = async () => {
    const sent = unwrap(await addPicture(ports, { workspaceId, file: new Blob([pixel]) }));
    const picture = { kind: 'upload', pictureId: sent.pictureId } as const;
    const changes = [{ op: 'set', path: ['picture'], value: picture }];
    expect(unwrap(await change(ports, { ...one(), changes }))).toEqual({ changes: 1 });
    return picture;
  };

  it('is shown, and travels in the file to another workspace', async () => {
    const picture = await show();
    const out = unwrap(await exportFile(ports, one()));
    expect(out.picture).toEqual({ type: 'image/png', data: Buffer.from(pixel).toString('base64') });
    const there = unwrap(await importFile(ports, { workspaceId: elsewhere, file: out }));
    expect(there.setAside).toEqual([]);
    const copy = unwrap(await get(ports, { workspaceId: elsewhere, personaId: there.id })).persona;
    expect(copy).toEqual({ ...example, picture });
    const kept = await ports.personaPictures.find(elsewhere, picture.pictureId);
    expect(kept).toEqual({ id: picture.pictureId, type: 'image/png', data: pixel });
  });

  it('that did not travel, or is none, gives way to a drawn face, and it is told', async () => {
    await show();
    const out = unwrap(await exportFile(ports, one()));
    const gone = workspaceIdSchema.parse('without-pictures');
    for (const [picture, issue] of [
      [null, 'missing'],
      [{ type: 'image/png', data: 'PHN2Zz4=' }, 'not-a-picture'],
    ] as const) {
      const { id, setAside } = unwrap(
        await importFile(ports, { workspaceId: gone, file: { ...out, picture } }),
      );
      expect(setAside).toEqual([{ path: ['picture'], issue }]);
      const copy = unwrap(await get(ports, { workspaceId: gone, personaId: id })).persona;
      expect(copy.picture.kind).toBe('avatar');
    }
  });

  it.each([
    ['a drawing with scripts', new Blob(['<svg onload="alert(1)"/>']), 'persona.not-a-picture'],
    ['nothing', new Blob([]), 'persona.not-a-picture'],
    ['too many bytes', new Blob([pixel, new Uint8Array(2_000_001)]), 'persona.picture-too-large'],
  ])('is refused when it is %s', async (_name, sent, code) => {
    expect(await addPicture(ports, { workspaceId, file: sent })).toMatchObject({ problem: { code } });
  });
});

describe('what is printed of personas', () => {
  const photograph = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  );
  const wear = async (bytes: Uint8Array<ArrayBuffer>) => {
    const { pictureId } = unwrap(await addPicture(ports, { workspaceId, file: new Blob([bytes]) }));
    const changes = [{ op: 'set', path: ['picture'], value: { kind: 'upload', pictureId } }];
    unwrap(await change(ports, { ...one(), changes }));
  };

  it('is a PDF whose text can be selected, letter for letter, in the language asked for', async () => {
    for (const [language, heading] of [
      ['fr', 'AU TÉLÉPHONE AVEC ELLE'],
      ['en', 'ON THE TELEPHONE WITH HER'],
    ] as const) {
      const file = unwrap(await deliverable(ports, { ...one(), format: 'poster', language }));
      expect([file.type, file.name]).toEqual([
        'application/pdf',
        `${language === 'fr' ? 'Affiche' : 'Poster'} – L’inquiète.pdf`,
      ]);
      const pdf = await readPdf(file);
      expect(pdf.text).toContain('L’inquiète');
      expect(pdf.text).toContain('Dites-moi simplement que vous avez bien reçu ma demande.');
      expect(pdf.text.toLocaleUpperCase()).toContain(heading);
      expect(pdf).toMatchObject({ pages: 1, fontsInside: true, pictures: 0 });
    }
    const card = unwrap(await deliverable(ports, { ...one(), format: 'card', language: 'fr' }));
    expect((await readPdf(card)).pages).toBe(2);
  });

  it('shows what the PDF says, without a script or an address in it', async () => {
    const changes = [{ op: 'set', path: ['quote'], value: '<script>alert(1)</script> &amp; 😀 Ωж' }];
    unwrap(await change(ports, { ...one(), changes }));
    const shown = unwrap(await deliverablePages(ports, { ...one(), format: 'poster', language: 'fr' }));
    expect(shown.picturesLeftOut).toEqual([]);
    const [page] = shown.pages;
    expect(page?.svg).not.toMatch(/<script|href="(?!#g)|url\((?!#)/);
    expect(page?.text).toContain('<script>alert(1)</script>');
    const file = unwrap(await deliverable(ports, { ...one(), format: 'poster', language: 'fr' }));
    // Each letter from the file of its writing; what no file can draw is left out.
    expect((await readPdf(file)).text).toContain('<script>alert(1)</script> &amp;  \nΩ\nж');
  });

  it('prints its own picture, and tells which cannot be', async () => {
    const input = { ...one(), format: 'card', language: 'fr' } as const;
    await wear(new Uint8Array(photograph));
    expect(unwrap(await deliverablePages(ports, input)).picturesLeftOut).toEqual([]);
    const once = (await readPdf(unwrap(await deliverable(ports, input)))).pictures;
    expect(once).toBeGreaterThan(0);
    // On the cover of a booklet and on its own page, and in the file once.
    const apart = workspaceIdSchema.parse('photograph');
    unwrap(await importFile(ports, { workspaceId: apart, file: unwrap(await exportFile(ports, one())) }));
    const both = unwrap(await booklet(ports, { workspaceId: apart, language: 'fr' }));
    expect((await readPdf(both)).pictures).toBe(once);
    const huge = new Uint8Array(photograph);
    huge.set([0, 0, 255, 255, 0, 0, 255, 255], 16);
    // What it holds is not what it declares: found before anything is drawn, for nothing catches it after.
    const taller = new Uint8Array(photograph);
    taller.set([0, 0, 0, 9], 20);
    const unpackable = new Uint8Array(photograph);
    unpackable.fill(7, 41, 50);
    const cut = new Uint8Array(photograph.subarray(0, 40));
    for (const broken of [pixel, huge, taller, unpackable, cut]) {
      await wear(broken);
      expect(unwrap(await deliverablePages(ports, input)).picturesLeftOut).toEqual(['L’inquiète']);
      expect((await readPdf(unwrap(await deliverable(ports, input)))).pictures).toBe(0);
    }
  });

  it('holds every persona of its workspace in the booklet, and none of another', async () => {
    const apart = workspaceIdSchema.parse('booklet');
    const empty = unwrap(await bookletPages(ports, { workspaceId: apart, language: 'en' }));
    expect(empty.pages).toHaveLength(1);
    const input = { workspaceId: apart, kind: 'company', language: 'fr' } as const;
    for (const title of ['Achats', 'Direction']) unwrap(await create(ports, { ...input, title }));
    const { text, pages } = await readPdf(
      unwrap(await booklet(ports, { workspaceId: apart, language: 'fr' })),
    );
    expect(pages).toBe(3);
    for (const said of ['Mutuelle Horizon', 'Achats', 'Direction', '3 / 3']) expect(text).toContain(said);
    expect(text).not.toContain('L’inquiète');
  });

  it('says when there is no such persona', async () => {
    const input = { workspaceId, personaId: 'nobody', format: 'poster', language: 'fr' } as const;
    expect(await deliverable(ports, input)).toMatchObject({ problem: { code: 'persona.not-found' } });
    expect(await deliverablePages(ports, input)).toMatchObject({ problem: { code: 'persona.not-found' } });
  });
});

describe('versions of a persona', () => {
  it('are kept under a name, read, and brought back', async () => {
    const kept = unwrap(await saveVersion(ports, { ...one(), name: 'Before the interviews' }));
    expect(kept).toMatchObject({ name: 'Before the interviews', kind: 'named', author: 'Ada' });
    const gone = removeStatement(example, 'fears-1');
    const renamed = { op: 'set', path: ['title'], value: 'After' };
    await change(ports, { ...one(), changes: [...gone, renamed] });
    const after = await read();
    const versionId = kept.id;
    const then = unwrap(await version(ports, { ...one(), versionId }));
    expect(then).toEqual({ ...kept, persona: example });
    expect(unwrap(await restoreVersion(ports, { ...one(), versionId }))).toEqual({ changes: 2 });
    expect(await read()).toEqual(example);

    // What was there before going back was kept, without anybody asking.
    const all = unwrap(await versions(ports, one()));
    const before = all.find(({ kind }) => kind === 'automatic')!;
    expect(before.name).toBe('');
    expect(unwrap(await version(ports, { ...one(), versionId: before.id })).persona).toEqual(after);
  });

  it('say when there is none', async () => {
    const input = { ...one(), versionId: 'never' };
    const refused = { problem: { code: 'persona.version-not-found', status: 404 } };
    expect(await version(ports, input)).toMatchObject(refused);
    expect(await restoreVersion(ports, input)).toMatchObject(refused);
  });
});
