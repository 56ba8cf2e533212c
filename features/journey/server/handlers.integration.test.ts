import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { workspaceIdSchema } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import type { Collaboration } from '#platform/collaboration/collaboration.ts';
import { createPostgresDocumentStore } from '#platform/collaboration/postgres-document-store.ts';
import type { Postgres } from '#platform/postgres/open.ts';
import { type CollaborationServer, startCollaborationServer } from '#testing/collaboration-server.ts';
import { embeddedStore } from '#testing/stores.ts';
import { journeyContract } from '../contract.ts';
import { journeyMapDocument } from '../domain/document.ts';
import { addCard } from '../domain/edit/card.ts';
import { placeEmotion } from '../domain/edit/emotion.ts';
import { addLane, removeLane } from '../domain/edit/lane.ts';
import { editMap } from '../domain/edit/map.ts';
import { removeStage } from '../domain/edit/stage.ts';
import { reimbursementExample } from '../domain/examples/reimbursement.ts';
import { exportMap } from '../domain/file.ts';
import { laneSetDocument, lanesToKeep } from '../domain/lane-set.ts';
import { outline } from '../domain/outline.ts';
import { addLaneSet } from './add-lane-set.ts';
import { change } from './change.ts';
import { create } from './create.ts';
import { createSubMap } from './create-sub-map.ts';
import { exportFile } from './export.ts';
import { get } from './get.ts';
import { importFile } from './import.ts';
import { laneSets } from './lane-sets.ts';
import { list } from './list.ts';
import type { JourneyPorts } from './ports.ts';
import { remove } from './remove.ts';
import { removeLaneSet } from './remove-lane-set.ts';
import { replace } from './replace.ts';
import { restoreVersion } from './restore-version.ts';
import { saveVersion } from './save-version.ts';
import { createToBe } from './to-be.ts';
import { version } from './version.ts';
import { versions } from './versions.ts';

const workspaceId = workspaceIdSchema.parse('horizon');
const elsewhere = workspaceIdSchema.parse('elsewhere');
const example = reimbursementExample('fr', { sourceId: 'crm', day: '2026-03-31' });
const file = { ...exportMap(example), format: 'parcours', kind: 'journey-map' } as const;

let postgres: Postgres;
let server: CollaborationServer;
let collaboration: Collaboration;
let ports: JourneyPorts;
let mapId: string;
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
  server = await startCollaborationServer({
    store,
    kinds: [journeyMapDocument, laneSetDocument],
    now,
    newId,
    projectionDelay: 0,
  });
  ({ collaboration } = server);
  ports = {
    collaboration,
    documents: store,
    newId,
    now: () => new Date('2026-11-21T09:00:00Z'),
    author: 'Ada',
  };
});
afterAll(async () => {
  await server.close();
  await postgres.close();
});
beforeEach(async () => {
  mapId = unwrap(await importFile(ports, { workspaceId, file })).id;
});

const read = async () => unwrap(await get(ports, { workspaceId, mapId })).map;

describe('maps', () => {
  it('are made from a template, listed and read', async () => {
    const input = { workspaceId, title: 'Souscrire', kind: 'blueprint', language: 'fr' } as const;
    const { id } = unwrap(await create(ports, input));
    const found = unwrap(await get(ports, { workspaceId, mapId: id }));
    expect(found.map).toMatchObject({ title: 'Souscrire', kind: 'blueprint', language: 'fr' });
    expect(outline(found.map).stages.length).toBeGreaterThan(3);

    const all = unwrap(await list(ports, { workspaceId }));
    expect(all[0]).toMatchObject({ id, title: 'Souscrire', cards: 0, touchpoints: 0 });
    const imported = all.find((map) => map.id === mapId);
    expect(imported).toMatchObject({
      title: 'Être remboursé de mes soins',
      stages: 5,
      steps: 8,
      cards: Object.keys(example.cards).length,
      bound: Object.keys(example.touchpoints).length,
    });
    expect(journeyContract.list['~orpc'].outputSchema?.['~standard'].validate(all)).toEqual({ value: all });
    expect(unwrap(await list(ports, { workspaceId: elsewhere }))).toEqual([]);
  });

  it('begins with the finished example of its kind, its evidence dated from today', async () => {
    const input = { workspaceId, title: 'Vu du comptoir', kind: 'blueprint', language: 'fr' } as const;
    const { id } = unwrap(await create(ports, { ...input, content: 'example' }));
    const { map } = unwrap(await get(ports, { workspaceId, mapId: id }));
    expect(map).toMatchObject({ title: 'Vu du comptoir', kind: 'blueprint', language: 'fr' });
    const dates = Object.values(map.cards).flatMap(({ evidence }) => evidence.map(({ date }) => date));
    expect(dates.length).toBeGreaterThan(20);
    expect(dates.every((date) => date !== null && date > '2026-01-01' && date < '2026-11-21')).toBe(true);
  });

  it('go out and come back as files, without loss', async () => {
    const out = unwrap(await exportFile(ports, { workspaceId, mapId }));
    expect(out).toEqual(file);
    const back = unwrap(await importFile(ports, { workspaceId, file: JSON.parse(JSON.stringify(out)) }));
    expect(back.setAside).toEqual([]);
    expect(back.id).not.toBe(mapId);
    expect(unwrap(await get(ports, { workspaceId, mapId: back.id })).map).toEqual(example);
  });

  it('tell what of a file they could not keep, and refuse a file from the future', async () => {
    const document = { ...example, stages: {} };
    const { setAside } = unwrap(await importFile(ports, { workspaceId, file: { ...file, document } }));
    expect(new Set(setAside.map(({ path }) => path[0]))).toEqual(
      new Set(['steps', 'cards', 'touchpoints', 'emotions']),
    );
    expect(await importFile(ports, { workspaceId, file: { ...file, version: 9 } })).toMatchObject({
      problem: { code: 'document.newer-version' },
    });
  });

  it('are removed, and then are not there for anything', async () => {
    expect(unwrap(await remove(ports, { workspaceId, mapId }))).toEqual({});
    const refused = { ok: false, problem: { code: 'journey.map-not-found', status: 404, params: { mapId } } };
    const one = { workspaceId, mapId };
    const answers = [
      await get(ports, one),
      await exportFile(ports, one),
      await replace(ports, { ...one, map: example }),
      await change(ports, { ...one, changes: [{ op: 'set', path: ['title'], value: 'x' }] }),
      await remove(ports, one),
      await versions(ports, one),
      await saveVersion(ports, { ...one, name: 'x' }),
      await version(ports, { ...one, versionId: 'x' }),
      await restoreVersion(ports, { ...one, versionId: 'x' }),
    ];
    for (const answer of answers) expect(answer).toEqual(refused);
    expect(unwrap(await list(ports, { workspaceId })).some(({ id }) => id === mapId)).toBe(false);
  });

  it('are out of reach from another workspace', async () => {
    expect(await get(ports, { workspaceId: elsewhere, mapId })).toMatchObject({
      problem: { code: 'journey.map-not-found' },
    });
  });
});

describe('editing a map', () => {
  const edit = (changes: readonly unknown[]) => change(ports, { workspaceId, mapId, changes });

  it('applies changes, and is seen at once', async () => {
    const changes = placeEmotion(example, {
      reading: 'felt',
      personaId: 'worrier',
      stepId: 'step-send',
      value: -1,
    });
    expect(unwrap(await edit(changes))).toEqual({ changes: 1 });
    expect((await read()).emotions['felt_worrier_step-send']!.value).toBe(-1);
  });

  it('takes away with a part what lives in it, even when only the part is named', async () => {
    const whole = removeStage(example, 'stage-ask');
    const done = unwrap(await edit([{ op: 'remove', path: ['stages', 'stage-ask'] }]));
    expect(done.changes).toBe(whole.length);
    expect(Object.values((await read()).cards).some(({ stepId }) => stepId === 'step-send')).toBe(false);
    // Gone from the document itself, not only hidden: putting the stage back does not bring its steps back.
    await edit([{ op: 'put', path: ['stages', 'stage-ask'], value: example.stages['stage-ask'] }]);
    expect(Object.values((await read()).steps).some(({ stageId }) => stageId === 'stage-ask')).toBe(false);
  });

  it.each([
    [
      'an unknown field',
      { op: 'set', path: ['cards', 'actions-send-1', 'mood'], value: 1 },
      { code: 'document.invalid-change', params: { index: 1, path: 'cards/actions-send-1/mood' } },
    ],
    [
      'a value outside the scale',
      { op: 'set', path: ['emotions', 'felt_all_step-send', 'value'], value: 12 },
      { code: 'document.invalid-change', params: { path: 'emotions/felt_all_step-send/value' } },
    ],
    [
      'a part without a place',
      { op: 'set', path: ['cards', 'actions-send-1', 'stepId'], value: 'nowhere' },
      { code: 'journey.part-dangling', params: { part: 'cards', id: 'actions-send-1', field: 'stepId' } },
    ],
    [
      'an emotion under a name of its own',
      {
        op: 'put',
        path: ['emotions', 'mine'],
        value: { reading: 'felt', personaId: null, stepId: 'step-send', value: 1 },
      },
      { code: 'journey.part-dangling', params: { part: 'emotions', id: 'mine', field: 'id' } },
    ],
  ])('refuses %s, and then changes nothing', async (_name, wrong, refused) => {
    const right = { op: 'set', path: ['title'], value: 'changed' };
    expect(await edit([right, wrong])).toMatchObject({ ok: false, problem: { ...refused, status: 422 } });
    expect(await read()).toEqual(example);
  });

  it('replaces a map by the difference', async () => {
    const map = { ...example, title: 'Autre titre', story: '' };
    expect(unwrap(await replace(ports, { workspaceId, mapId, map }))).toEqual({ changes: 2 });
    expect(await read()).toEqual(map);
    expect(unwrap(await replace(ports, { workspaceId, mapId, map }))).toEqual({ changes: 0 });
    const dangling = { ...map, phases: {} };
    expect(await replace(ports, { workspaceId, mapId, map: dangling })).toMatchObject({
      problem: { code: 'journey.part-dangling', params: { part: 'stages', field: 'phaseId' } },
    });
    expect(await read()).toEqual(map);
  });
});

describe('maps that lead to each other', () => {
  const summaryOf = async (id: string) =>
    unwrap(await list(ports, { workspaceId })).find((map) => map.id === id)!;

  it('are a to-be and the as-is it was made from', async () => {
    const { id } = unwrap(await createToBe(ports, { workspaceId, mapId, title: 'Remboursé en trois jours' }));
    const made = unwrap(await get(ports, { workspaceId, mapId: id })).map;
    expect(made).toMatchObject({ title: 'Remboursé en trois jours', state: 'to-be', asIsMapId: mapId });
    expect(Object.keys(made.cards)).toEqual(Object.keys(example.cards));
    expect(await createToBe(ports, { workspaceId, mapId: id, title: 'Again' })).toMatchObject({
      problem: { code: 'journey.not-as-is', status: 409 },
    });
    // The as-is goes only when told so, and the to-be then names nobody.
    expect(await remove(ports, { workspaceId, mapId })).toMatchObject({
      problem: { code: 'journey.map-linked', params: { maps: 'Remboursé en trois jours' } },
    });
    unwrap(await remove(ports, { workspaceId, mapId, evenIfLinked: true }));
    expect(unwrap(await get(ports, { workspaceId, mapId: id })).map.asIsMapId).toBeNull();
  });

  it('are a stage and the sub-journey that tells it', async () => {
    const input = { workspaceId, mapId, stageId: 'stage-wait' };
    const { id } = unwrap(await createSubMap(ports, input));
    expect(await summaryOf(id)).toMatchObject({
      title: example.stages['stage-wait']!.title,
      parent: { mapId, stageId: 'stage-wait' },
    });
    expect((await summaryOf(mapId)).subMaps).toMatchObject([{ stageId: 'stage-wait', mapId: id }]);
    expect(await createSubMap(ports, input)).toMatchObject({ problem: { code: 'journey.sub-map-exists' } });
    expect(await createSubMap(ports, { ...input, stageId: 'nowhere' })).toMatchObject({
      problem: { code: 'journey.stage-not-found' },
    });
    unwrap(await remove(ports, { workspaceId, mapId: id, evenIfLinked: true }));
    expect((await read()).stages['stage-wait']!.subMapId).toBeNull();
    unwrap(await createSubMap(ports, input));
  });
});

describe('a map whose structure is locked', () => {
  const soon = <T>(check: () => T): Promise<T> => vi.waitFor(check, { timeout: 10_000, interval: 10 });
  const [laneId] = Object.keys(example.lanes) as [string];
  const [stepId] = Object.keys(example.steps) as [string];
  const locks = (structureLocked: boolean) => [
    { op: 'set', path: ['structureLocked'], value: structureLocked },
  ];

  it('is edited by scripts but for its structure, until one unlocks it', async () => {
    const edit = (changes: readonly unknown[]) => change(ports, { workspaceId, mapId, changes });
    unwrap(await edit(locks(true)));
    const refused = { ok: false, problem: { code: 'journey.structure-locked', status: 409 } };
    expect(await edit(removeLane(example, laneId))).toMatchObject(refused);
    const { [laneId]: _gone, ...lanes } = example.lanes;
    const cards = Object.fromEntries(
      Object.entries(example.cards).filter(([, card]) => card.laneId !== laneId),
    );
    const map = { ...example, structureLocked: true, lanes, cards };
    expect(await replace(ports, { workspaceId, mapId, map })).toMatchObject(refused);
    unwrap(await edit(addCard(example, { laneId, stepId, text: 'Still written' }, () => 'still')));
    // A version of before the lock brings its words back, not its frame.
    unwrap(await edit([...locks(false), ...removeStage(await read(), 'stage-wait'), ...locks(true)]));
    const [before] = unwrap(await versions(ports, { workspaceId, mapId }));
    expect(await restoreVersion(ports, { workspaceId, mapId, versionId: before!.id })).toMatchObject(refused);
    unwrap(await edit([...locks(false), ...removeLane(await read(), laneId)]));
    expect((await read()).lanes[laneId]).toBeUndefined();
  });

  it('takes back what somebody did to lanes offline, and keeps all that they wrote, in a lane of their own too', async () => {
    const page = () =>
      server.connect<typeof journeyMapDocument>(workspaceId, mapId, { kind: journeyMapDocument });
    const [host, guest] = [page(), page()];
    const live = { status: 'live', unsynced: false };
    await soon(() => expect([host.snapshot(), guest.snapshot()]).toMatchObject([live, live]));
    await soon(() => expect(guest.snapshot().document).toEqual(example));
    server.cut();
    await soon(() => expect(guest.snapshot().status).toBe('offline'));
    unwrap(guest.change(removeLane(example, laneId)));
    const [otherLane] = Object.keys(example.lanes).filter((id) => id !== laneId) as [string];
    unwrap(
      guest.change(addCard(example, { laneId: otherLane, stepId, text: 'On the train' }, () => 'train')),
    );
    const alone = () => guest.snapshot().document!;
    for (const id of ['mine', 'empty']) unwrap(guest.change(addLane(alone(), { type: 'text' }, () => id)));
    unwrap(
      guest.change(addCard(alone(), { laneId: 'mine', stepId, text: 'In a lane of mine' }, () => 'own')),
    );
    unwrap(await change(ports, { workspaceId, mapId, changes: locks(true) }));
    server.mend();
    await soon(() => expect([host.snapshot(), guest.snapshot()]).toMatchObject([live, live]));
    await soon(() => expect(guest.snapshot().heldBack).toBeGreaterThan(0));
    const map = await read();
    expect(Object.keys(map.lanes).toSorted()).toEqual([...Object.keys(example.lanes), 'mine'].toSorted());
    expect(map.lanes).toMatchObject(example.lanes);
    expect(map.cards).toEqual({ ...example.cards, train: map.cards.train, own: map.cards.own });
    expect(map.cards.own).toMatchObject({ laneId: 'mine', text: 'In a lane of mine' });
    await soon(() => expect([host.snapshot().document, guest.snapshot().document]).toEqual([map, map]));
    // Now that the page knows, it does not even send.
    expect(guest.change(removeLane(map, laneId))).toMatchObject({
      problem: { code: 'journey.structure-locked' },
    });
    unwrap(guest.change(editMap(map, { structureLocked: false })));
    unwrap(guest.change(removeLane(guest.snapshot().document!, laneId)));
    await soon(() => expect(host.snapshot().document?.lanes[laneId]).toBeUndefined());
  });
});

describe('versions of a map', () => {
  it('are kept under a name, read, and brought back', async () => {
    const kept = unwrap(await saveVersion(ports, { workspaceId, mapId, name: 'Before the committee' }));
    expect(kept).toMatchObject({ name: 'Before the committee', kind: 'named', author: 'Ada' });
    await change(ports, { workspaceId, mapId, changes: removeStage(example, 'stage-wait') });
    await change(ports, { workspaceId, mapId, changes: [{ op: 'set', path: ['title'], value: 'After' }] });
    const after = await read();

    const versionId = kept.id;
    expect(unwrap(await version(ports, { workspaceId, mapId, versionId }))).toEqual({
      ...kept,
      map: example,
    });
    expect(unwrap(await restoreVersion(ports, { workspaceId, mapId, versionId })).changes).toBe(
      removeStage(example, 'stage-wait').length + 1,
    );
    expect(await read()).toEqual(example);

    // What was there before going back was kept, without anybody asking.
    const all = unwrap(await versions(ports, { workspaceId, mapId }));
    const before = all.find(({ kind }) => kind === 'automatic')!;
    expect(before.name).toBe('');
    expect(unwrap(await version(ports, { workspaceId, mapId, versionId: before.id })).map).toEqual(after);
  });

  it('say when there is none', async () => {
    const input = { workspaceId, mapId, versionId: 'never' };
    const refused = { problem: { code: 'journey.version-not-found', status: 404 } };
    expect(await version(ports, input)).toMatchObject(refused);
    expect(await restoreVersion(ports, input)).toMatchObject(refused);
  });
});

it('keeps lanes under a name, begins a map with them, and forgets them without touching the map', async () => {
  const lanes = lanesToKeep(example).slice(0, 3).toReversed();
  const { id: laneSetId } = unwrap(await addLaneSet(ports, { workspaceId, title: 'At the counter', lanes }));
  expect(unwrap(await laneSets(ports, { workspaceId }))).toEqual([
    { id: laneSetId, title: 'At the counter', lanes },
  ]);
  expect(unwrap(await laneSets(ports, { workspaceId: elsewhere }))).toEqual([]);
  const input = { workspaceId, title: 'Drawn with it', kind: 'journey', language: 'fr', laneSetId } as const;
  const made = unwrap(await create(ports, input));
  const drawn = async () => lanesToKeep(unwrap(await get(ports, { workspaceId, mapId: made.id })).map);
  expect(await drawn()).toEqual(lanes);
  unwrap(await removeLaneSet(ports, { workspaceId, laneSetId }));
  expect(await drawn()).toEqual(lanes);
  expect(await create(ports, input)).toMatchObject({ problem: { code: 'journey.lane-set-not-found' } });
  expect(await removeLaneSet(ports, { workspaceId, laneSetId })).toMatchObject({ ok: false });
});
