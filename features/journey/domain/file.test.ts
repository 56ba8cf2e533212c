import { describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { reimbursementExample } from './examples/reimbursement.ts';
import { exportMap, importMap } from './file.ts';
import { summarise } from './summary.ts';

const example = () => reimbursementExample('fr', { sourceId: 'crm' });

describe('a map as a file', () => {
  it('comes back as it went', () => {
    const file = JSON.parse(JSON.stringify(exportMap(example())));
    expect(file).toMatchObject({ format: 'parcours', kind: 'journey-map', version: 3 });
    expect(unwrap(importMap(file))).toEqual({ document: example(), setAside: [] });
  });

  it('written by hand, gets the ids and the defaults it does not tell', () => {
    const { document, setAside } = unwrap(
      importMap({
        version: 1,
        document: {
          title: 'By hand',
          kind: 'journey',
          language: 'en',
          phases: { p: { order: 'a0', moment: 'before' } },
          stages: { s: { order: 'a0', phaseId: 'p', title: 'I wait' } },
          steps: { t: { order: 'a0', stageId: 's' } },
          emotions: {
            mine: { reading: 'felt', personaId: null, stepId: 't', value: 2 },
            again: { reading: 'felt', personaId: null, stepId: 't', value: 1 },
          },
        },
      }),
    );
    expect(document.emotions).toEqual({
      felt_all_t: { reading: 'felt', personaId: null, stepId: 't', value: 2, intensity: 0.5, note: '' },
    });
    expect(setAside).toEqual([{ path: ['emotions', 'again'], issue: 'duplicate' }]);
  });

  it('tells each part it could not keep', () => {
    const file = exportMap(example());
    const [stepId, step] = Object.entries(file.document.steps)[0]!;
    const { [stepId]: _gone, ...steps } = file.document.steps;
    const document = {
      ...file.document,
      steps: { ...steps, strange: { ...step, title: 12 } },
      surprise: true,
    };
    const { document: read, setAside } = unwrap(importMap({ version: 1, document }));
    const lost = setAside.map(({ path, issue }) => `${path[0]} ${issue}`);
    expect(lost).toContain('surprise unknown-field');
    expect(lost).toContain('steps invalid_type');
    const cards = Object.values(file.document.cards).filter((card) => card.stepId === stepId).length;
    expect(cards).toBeGreaterThan(0);
    expect(lost.filter((one) => one === 'cards dangling')).toHaveLength(cards);
    expect(Object.keys(read.cards)).toHaveLength(Object.keys(file.document.cards).length - cards);
  });

  it('is refused with its reason', () => {
    expect(importMap({ version: 99, document: {} })).toMatchObject({
      ok: false,
      problem: { code: 'document.newer-version' },
    });
    for (const document of [null, [], 'map', { title: 'no kind' }]) {
      expect(importMap({ version: 1, document })).toMatchObject({
        ok: false,
        problem: { code: 'document.invalid' },
      });
    }
  });
});

it('a summary counts the parts', () => {
  const map = example();
  expect(summarise(map)).toEqual({
    title: map.title,
    kind: 'journey',
    state: 'as-is',
    asIsMapId: null,
    parent: null,
    subMaps: [],
    stages: Object.keys(map.stages).length,
    steps: Object.keys(map.steps).length,
    cards: Object.keys(map.cards).length,
    touchpoints: Object.keys(map.touchpoints).length,
    bound: Object.values(map.touchpoints).filter(({ bindings }) => bindings.length > 0).length,
    curve: { colour: null, points: expect.any(Array) },
  });
});

it('a summary draws one felt curve: everyone’s, else that of the first persona who has one', () => {
  const map = example();
  const everyone = summarise(map).curve;
  const felt = Object.values(map.emotions).filter(
    ({ reading, personaId }) => reading === 'felt' && personaId === null,
  );
  expect(everyone?.points.map(({ value }) => value).sort()).toEqual(felt.map(({ value }) => value).sort());
  expect(everyone?.points[0]?.at).toBe(0);
  expect(everyone?.points.at(-1)?.at).toBe(1);
  const emotions = Object.fromEntries(
    Object.entries(map.emotions).filter(([, { personaId }]) => personaId !== null),
  );
  const [first] = Object.values(map.personas);
  expect(summarise({ ...map, emotions }).curve?.colour).toBe(first?.colour);
  expect(summarise({ ...map, emotions: {} }).curve).toBeNull();
});
