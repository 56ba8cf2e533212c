import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { customerGroups } from '#testing/customer-groups.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';

/** From an uploaded table to personas that recognise customers: the whole way through the API. */
describe('personas out of a table', () => {
  let world: TestWorld;
  let workspaceId: WorkspaceId;
  const groups = customerGroups({ rows: 700, seed: 11 });
  const csv = [['id', ...groups.names], ...groups.rows.map((row, at) => [`C-${at}`, ...row])]
    .map((row) => row.join(';'))
    .join('\n');

  beforeAll(async () => {
    world = await openTestWorld();
    const made = await world.api.workspace.create({ name: 'Shop', language: 'en', zone: 'UTC' });
    workspaceId = made.id as WorkspaceId;
  });
  afterAll(() => world.close());

  const upload = async (text: string, name = 'customers.csv'): Promise<string> => {
    const sent = await fetch(`${world.address}/api/v1/workspaces/${workspaceId}/uploads/${name}`, {
      method: 'PUT',
      body: text,
    });
    return ((await sent.json()) as { uploadId: string }).uploadId;
  };
  const ended = async (discoveryId: string) => {
    for (;;) {
      const state = await world.api.persona.discovery({ workspaceId, discoveryId });
      if (state.status !== 'running') return state;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const codeOf = (call: Promise<unknown>): Promise<unknown> =>
    call.then(
      () => 'ok',
      (error: { details?: { code?: string } }) => error.details?.code ?? error,
    );

  it('are looked for, kept with their evidence, and recognise customers', async () => {
    const { api } = world;
    const uploadId = await upload(csv);
    const table = await api.persona.readCustomers({ workspaceId, uploadId });
    expect(table).toMatchObject({ fileName: 'customers.csv', rows: 700, setAside: 0 });
    expect(table.columns[0]).toMatchObject({
      attribute: { id: 'id', type: 'identifier', use: false },
      samples: ['C-0', 'C-1', 'C-2', 'C-3', 'C-4'],
      blank: 0,
    });
    const corrected = await api.persona.readCustomers({
      workspaceId,
      uploadId,
      corrections: { visits: { use: false }, spend: { scale: 'linear' } },
    });
    const of = (id: string) => corrected.columns.find(({ attribute }) => attribute.id === id)?.attribute;
    expect(of('visits')).toMatchObject({ use: false });
    expect(of('spend')).toMatchObject({ scale: 'linear' });

    const { discoveryId } = await api.persona.startDiscovery({ workspaceId, uploadId, k: 4 });
    const state = await ended(discoveryId);
    expect(state).toMatchObject({ status: 'complete', chosen: 4, kept: null, problem: null });
    const { result, portraits } = state.found!;
    expect(Object.keys(portraits)).toEqual(result.personas.map(({ key }) => key));
    expect(Object.keys(portraits.p1!)).not.toContain('id');
    expect(portraits.p1).toHaveProperty('age');

    const [first, second, third, fourth] = result.personas;
    const proof = first!.statements[0]!;
    const keep = (personas: Parameters<typeof api.persona.keepPersonas>[0]['personas']) =>
      api.persona.keepPersonas({ workspaceId, discoveryId, language: 'en', name: 'Spring', personas });
    const named = (keys: string[], title = keys.join()) => ({ keys, title, statements: [] });
    expect(await codeOf(keep([named(['p9'])]))).toBe('persona.discovery.unknown-persona');
    expect(await codeOf(keep([named(['p1']), named(['p2', 'p1'])]))).toBe('persona.discovery.persona-twice');
    expect(await codeOf(keep([named(['p1', 'p2', 'p3', 'p4'])]))).toBe('persona.discovery.all-joined');
    expect(await api.persona.list({ workspaceId })).toEqual([]);

    const kept = await keep([
      {
        ...named([first!.key], 'The young'),
        statements: [
          { id: proof.id, section: 'demographic', text: 'Younger than most', label: 'Mean age 28' },
          { id: null, section: 'goals', text: 'Wants it quickly' },
        ],
      },
      named([second!.key, third!.key], 'The loyal'),
    ]);
    const personas = await api.persona.list({ workspaceId });
    expect(personas.map(({ id, title, colour }) => ({ id, title, colour }))).toEqual([
      { id: kept.personaIds[0], title: 'The young', colour: 0 },
      { id: kept.personaIds[1], title: 'The loyal', colour: 1 },
    ]);
    expect(personas[0]!.proof).toMatchObject({ proven: 1, assumed: 1 });
    const { persona } = await api.persona.get({ workspaceId, personaId: kept.personaIds[0]! });
    expect(Object.values(persona.statements).flatMap(({ evidence }) => evidence)).toEqual([
      {
        kind: 'figure',
        label: 'Mean age 28',
        reference: discoveryId,
        n: proof.evidence.n,
        date: result.date,
      },
    ]);

    const model = await api.persona.detectionModel({ workspaceId, modelId: kept.modelId });
    expect(model).toMatchObject({ name: 'Spring', source: 'customers.csv' });
    expect(model.model.personas.map(({ name, personaId }) => [name, personaId])).toEqual([
      ['The young', kept.personaIds[0]],
      ['The loyal', kept.personaIds[1]],
      // Left out, and not spread over the others.
      ['', null],
    ]);
    const likely = await api.persona.attributeAnswers({
      workspaceId,
      modelId: kept.modelId,
      answers: Object.fromEntries(Object.entries(portraits[fourth!.key]!).filter(([, cell]) => cell !== '')),
    });
    expect(likely.personas[0]!.key).toBe('p3');
    expect((await api.persona.discoveries({ workspaceId }))[0]).toMatchObject({ id: discoveryId, kept });

    // A questionnaire short enough to be answered, that reads its answers alone.
    const ofModel = { workspaceId, modelId: kept.modelId };
    const chosen = await api.persona.chooseQuestions(ofModel);
    // Two were joined: what was measured before does not hold for what they are now.
    expect(chosen.basis).toBe('simulated');
    const asked = { ...ofModel, name: 'Six questions', language: 'en', order: 'fixed', length: 6 } as const;
    const short = await api.persona.addQuestionnaire({ ...asked, wording: { age: 'How old are you?' } });
    expect(short.questions).toEqual(chosen.form.questions.slice(0, 6));
    expect(short.expected.agreement).toBeGreaterThan(0.85);
    const leaveOut = ['age', 'spend', 'visits', 'plan'];
    const others = await api.persona.addQuestionnaire({ ...asked, order: 'adaptive', leaveOut });
    expect(others.questions.filter((id) => leaveOut.includes(id))).toEqual([]);
    expect(await codeOf(api.persona.addQuestionnaire({ ...asked, length: 8, leaveOut }))).toBe(
      'persona.questionnaire.too-long',
    );
    expect((await api.persona.questionnaires({ workspaceId })).map(({ id }) => id).sort()).toEqual(
      [short.id, others.id].sort(),
    );
    await api.persona.removeQuestionnaire({ workspaceId, questionnaireId: others.id });
    expect(await api.persona.questionnaire({ workspaceId, questionnaireId: short.id })).toEqual(short);

    // The same table again: what is found is compared with what the team has kept.
    const again = await api.persona.startDiscovery({ workspaceId, uploadId, k: 4 });
    const compared = (await ended(again.discoveryId)).found!.result.personas;
    expect(compared[0]!.closest).toMatchObject({ personaId: kept.personaIds[0] });
    expect(compared[0]!.closest!.similarity).toBeGreaterThan(0.95);

    // Its evidence goes to the persona that is there, twice to none.
    const into = kept.personaIds[0]!;
    const found = compared[0]!.statements;
    const more = (one: string, two: string | null) =>
      api.persona.keepPersonas({
        workspaceId,
        discoveryId: again.discoveryId,
        language: 'en',
        name: 'Summer',
        personas: [
          {
            keys: ['p1'],
            title: 'Somebody',
            into: one,
            statements: [
              { id: found[0]!.id, section: 'demographic', text: 'Younger than most', label: 'Mean age 28' },
              { id: found[1]!.id, section: 'behavioural', text: 'Told by the table', label: 'A figure' },
            ],
          },
          { keys: ['p2'], title: 'Other', into: two, statements: [] },
        ],
      });
    expect(await codeOf(more(into, into))).toBe('persona.discovery.into-twice');
    expect(await codeOf(more(into, 'nobody'))).toBe('persona.not-found');
    const summer = await more(into, null);
    expect(summer.personaIds[0]).toBe(into);
    const grown = (await api.persona.get({ workspaceId, personaId: into })).persona;
    expect(grown.title).toBe('The young');
    expect(Object.values(grown.statements).map(({ text, evidence }) => [text, evidence.length])).toEqual(
      expect.arrayContaining([
        ['Younger than most', 2],
        ['Wants it quickly', 0],
        ['Told by the table', 1],
      ]),
    );
    const recognised = await api.persona.detectionModel({ workspaceId, modelId: summer.modelId });
    expect(recognised.model.personas[0]).toMatchObject({ name: 'The young', personaId: into });
  }, 120_000);

  it('are stopped, refused and forgotten in words', async () => {
    const { api } = world;
    const uploadId = await upload(csv);
    const { discoveryId } = await api.persona.startDiscovery({ workspaceId, uploadId });
    expect(await api.persona.discovery({ workspaceId, discoveryId })).toMatchObject({ status: 'running' });
    expect(await api.persona.cancelDiscovery({ workspaceId, discoveryId })).toMatchObject({
      status: 'cancelled',
      found: null,
    });
    const small = await upload(csv.split('\n').slice(0, 4).join('\n'));
    const three = await api.persona.startDiscovery({ workspaceId, uploadId: small });
    expect(await ended(three.discoveryId)).toMatchObject({
      status: 'failed',
      problem: { code: 'persona.discovery.too-few-rows', params: { rows: 3 } },
    });
    const personas = [{ keys: ['p1'], title: 'A', statements: [] }];
    expect(
      await codeOf(
        api.persona.keepPersonas({ workspaceId, discoveryId, language: 'en', name: 'None', personas }),
      ),
    ).toBe('persona.discovery.nothing-found');
    await api.persona.removeDiscovery({ workspaceId, discoveryId });
    expect(await codeOf(api.persona.discovery({ workspaceId, discoveryId }))).toBe(
      'persona.discovery.not-found',
    );
    expect(await codeOf(api.persona.startDiscovery({ workspaceId, uploadId: 'gone' }))).toBe(
      'upload.not-found',
    );
  }, 60_000);
});
