import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import { uploadSchema } from '#kit/upload.ts';
import { addContacts } from '#testing/add-contacts.ts';
import { mapOfBindings } from '#testing/map-of-bindings.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';
import type { BoundTouchpoint } from '../domain/measuring/map-plan.ts';

let app: TestWorld;
let workspaceId: WorkspaceId;
beforeAll(async () => {
  app = await openTestWorld();
  workspaceId = (await app.api.workspace.create({ name: 'Mesure', language: 'fr' })).id;
});
afterAll(() => app.close());

describe('a survey on a map', () => {
  const answers = Array.from({ length: 240 }, (_, index) =>
    [1 + (index % 5), 2 + (index % 4), index % 11, index % 2 === 0 ? 'Nord' : 'Sud', `k${index}`].join(';'),
  );
  const csv = `accueil;attente;reco;region;client\n${answers.join('\n')}\n`;
  const survey = (column: string, kind: 'csat' | 'nps' = 'csat') =>
    ({ on: 'survey', surveyId, column, kind }) as const;
  let surveyId = '';

  beforeAll(async () => {
    const url = `${app.address}/api/v1/workspaces/${workspaceId}/uploads/enquete.csv`;
    const upload = uploadSchema.parse(await (await fetch(url, { method: 'PUT', body: csv })).json());
    const score = (column: string, kind: 'csat' | 'nps', min: number, max: number) => ({
      column,
      label: column,
      kind,
      scale: { min, max },
      noAnswer: [],
    });
    const started = await app.api.voice.importSurvey({
      workspaceId,
      uploadId: upload.uploadId,
      name: 'Enquête',
      mapping: {
        respondent: 'client',
        time: null,
        weight: null,
        texts: [],
        splits: ['region'],
        scores: [score('accueil', 'csat', 1, 5), score('attente', 'csat', 1, 5), score('reco', 'nps', 0, 10)],
      },
    });
    surveyId = started.surveyId;
    for (;;) {
      const state = await app.api.voice.surveyImportState({ workspaceId, importId: started.importId });
      if (state.status === 'complete') break;
      if (state.status !== 'running') throw new Error(`survey import ${state.status}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  });

  it('gives satisfaction, emotion, counts of answers and objectives, for everyone and per group', async () => {
    const place = (id: string, stepId: string, surveys: BoundTouchpoint['surveys']): BoundTouchpoint => ({
      id,
      stepId,
      stageId: 'stage',
      stageRank: 0,
      events: [],
      surveys,
    });
    const map = mapOfBindings([
      place('accueil', 'reception', [survey('accueil')]),
      place('attente', 'reception', [survey('attente')]),
      place('reco', 'balance', [survey('reco', 'nps')]),
    ]);
    map.objectives.nps = {
      order: 'a0',
      kind: 'satisfaction',
      text: '',
      binding: survey('reco', 'nps'),
      baseline: null,
      target: null,
      unit: '',
      due: null,
    };
    const mapId = unwrap(await app.world.createMap(workspaceId, map));
    const scores = await app.api.voice.surveyScores({ workspaceId, surveyId, by: 'region' });
    const estimate = (column: string, key: string) =>
      scores.find((score) => score.column === column)?.groups.find((group) => group.key === key)?.estimate;
    const measure = await app.api.measure.measureMap({ workspaceId, mapId, by: 'region' });

    expect(measure.groups.map(({ key, journeys }) => [key, journeys])).toEqual([
      ['value:Nord', 120],
      ['value:Sud', 120],
    ]);
    for (const [group, key] of [
      ['all', 'all'],
      ['value:Nord', 'Nord'],
      ['value:Sud', 'Sud'],
    ] as const) {
      expect(measure.touchpoints.accueil?.[group]?.satisfaction?.estimate).toEqual(estimate('accueil', key));
      expect(measure.touchpoints.reco?.[group]?.satisfaction).toMatchObject({
        kind: 'nps',
        estimate: estimate('reco', key),
      });
    }
    // By the persona of the respondent: the same people.
    const regions = Array.from(
      { length: 240 },
      (_, index) => [`k${index}`, index % 2 === 0 ? 'Nord' : 'Sud'] as const,
    );
    const { runId } = await addContacts(app, workspaceId, regions);
    const given = await app.api.measure.measureMap({ workspaceId, mapId, by: `attributed:${runId}` });
    expect(given.groups.map(({ label, journeys }) => [label, journeys])).toEqual([
      ['Nord', 120],
      ['Sud', 120],
      ['', 0],
    ]);
    expect(given.touchpoints.accueil?.['attributed:Sud']?.satisfaction).toEqual(
      measure.touchpoints.accueil?.['value:Sud']?.satisfaction,
    );
    expect(measure.touchpoints.accueil?.all).toMatchObject({
      volume: 240,
      customers: 240,
      share: null,
      goesOn: null,
    });
    expect(measure.steps.reception?.all).toMatchObject({ volume: 480, customers: 240 });

    // Means of 1…5 and 2…5: 3 and 3.5; the step says their mean. The recommendation counts as the mean of 0…10.
    const step = measure.steps.reception?.all?.satisfaction?.estimate;
    expect(step?.withheld === false && step.value).toBeCloseTo(3.25, 6);
    const emotion = measure.emotion.all?.map(({ stepId, estimate: point }) => [
      stepId,
      point.withheld ? null : Math.round(point.value * 1000) / 1000,
    ]);
    const mean = Array.from({ length: 240 }, (_, index) => index % 11).reduce((sum, n) => sum + n, 0) / 240;
    expect(emotion).toEqual([
      ['reception', -3 + (6 * 2.25) / 4],
      ['balance', Math.round((-3 + 6 * (mean / 10)) * 1000) / 1000],
    ]);
    expect(measure.objectives.nps).toMatchObject({ kind: 'nps', estimate: estimate('reco', 'all') });
    expect(measure.surveys).toMatchObject([{ surveyId, name: 'Enquête', respondents: 240 }]);
    expect(measure.steps.reception?.all?.freshness).toMatchObject([{ sourceId: surveyId, n: 480 }]);
  });
});
