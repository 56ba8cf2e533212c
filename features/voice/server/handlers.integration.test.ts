import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JourneyMap } from '#journey/domain/schema.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import { ok, unwrap } from '#kit/result.ts';
import { createUploads } from '#platform/files/uploads.ts';
import { createJobs } from '#platform/jobs/jobs.ts';
import { openSurveyWorld, type SurveyWorld, surveyMapping, surveyWorkspace } from '#testing/survey-world.ts';
import { cancelSurveyImport } from './cancel-survey-import.ts';
import type { VoicePorts } from './ports.ts';
import { previewSurvey } from './preview-survey.ts';
import { proposeSurveyMap } from './propose-survey-map.ts';
import { removeSurvey } from './remove-survey.ts';
import { startSurveyImport } from './start-survey-import.ts';
import { survey } from './survey.ts';
import { surveyImportState } from './survey-import-state.ts';
import { surveyScores } from './survey-scores.ts';
import { surveys } from './surveys.ts';
import { updateSurvey } from './update-survey.ts';

const workspaceId = surveyWorkspace;
const stranger = 'elsewhere' as WorkspaceId;

describe('the handlers of surveys', () => {
  let world: SurveyWorld;
  let ports: VoicePorts;
  const maps = new Map<string, JourneyMap>();

  beforeAll(async () => {
    world = await openSurveyWorld();
    ports = {
      ...world,
      surveyJobs: createJobs((error) => {
        throw error;
      }),
      uploads: createUploads(join(world.root, 'uploads')),
      zoneOf: async () => ok('Europe/Paris'),
      minimumOf: async () => ok(10),
      collaboration: {
        create: async (_workspace, _kind, id, map) => {
          maps.set(id, map as unknown as JourneyMap);
          return ok(undefined);
        },
      } as VoicePorts['collaboration'],
    };
  });
  afterAll(async () => {
    await ports?.surveyJobs.stopAll();
    await world?.close();
  });

  const upload = async (content: string): Promise<string> =>
    unwrap(await ports.uploads.receive(workspaceId, 'Réponses.csv', Readable.from([Buffer.from(content)])))
      .uploadId;
  const ended = async (importId: string) => {
    for (;;) {
      const state = unwrap(await surveyImportState(ports, { workspaceId, importId }));
      if (state.status !== 'running') return state;
      await pause(20);
    }
  };

  it('take a file from its upload to its scores, and to a map', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) =>
        `${i},${[10, 9, 8, 7, 5, 0, 6, 10, 9, 11][i % 10]},${1 + (i % 5)},${i % 2 ? 'Paris' : 'Lyon'},2025-05-${10 + (i % 15)}`,
    );
    const uploadId = await upload(`id_client,NPS,satisfaction,ville,date\n${rows.join('\n')}\n`);

    const preview = unwrap(await previewSurvey(ports, { workspaceId, uploadId }));
    expect(preview).toMatchObject({ rows: 60, whole: true, table: { fileName: 'Réponses.csv' } });
    const mapping = preview.mapping;
    expect(mapping).toMatchObject({
      respondent: 'id_client',
      splits: ['ville'],
      time: { column: 'date', format: 'iso', zone: 'Europe/Paris' },
    });
    expect(mapping?.scores.map(({ column, kind, noAnswer }) => [column, kind, noAnswer])).toEqual([
      ['NPS', 'nps', ['11']],
      ['satisfaction', 'csat', []],
    ]);

    const { importId, surveyId } = unwrap(
      await startSurveyImport(ports, { workspaceId, uploadId, name: 'Printemps', mapping: mapping! }),
    );
    expect(await ended(importId)).toMatchObject({
      status: 'complete',
      surveyId,
      balance: { read: 60, kept: 60 },
      progress: null,
    });
    // The upload has served.
    expect(await ports.uploads.find(workspaceId, uploadId)).toMatchObject({ ok: false });

    const told = unwrap(await survey(ports, { workspaceId, surveyId }));
    expect(told).toMatchObject({ name: 'Printemps', respondents: 60, importId });
    expect(told).not.toHaveProperty('fingerprint');
    expect(unwrap(await surveys(ports, { workspaceId })).map(({ id }) => id)).toEqual([surveyId]);
    expect(unwrap(await surveys(ports, { workspaceId: stranger }))).toEqual([]);

    const scores = unwrap(await surveyScores(ports, { workspaceId, surveyId, by: 'ville' }));
    expect(scores.map(({ column, answers, noAnswer }) => [column, answers, noAnswer])).toEqual([
      ['NPS', 54, 6],
      ['satisfaction', 60, 0],
    ]);
    expect(scores[0]?.groups.map(({ key }) => key)).toEqual(['all', 'Lyon', 'Paris']);
    expect(scores[0]?.groups[0]?.estimate).toMatchObject({ withheld: false, n: 54 });
    expect(scores[1]?.groups[0]?.topTwo).toMatchObject({ value: 0.4 });
    expect(await surveyScores(ports, { workspaceId, surveyId, by: 'id_client' })).toMatchObject({
      ok: false,
      problem: { code: 'survey.not-a-split' },
    });
    expect(await surveyScores(ports, { workspaceId: stranger, surveyId })).toMatchObject({
      ok: false,
      problem: { code: 'survey.not-found' },
    });

    const renamed = unwrap(await updateSurvey(ports, { workspaceId, surveyId, name: 'Printemps 2025' }));
    expect(renamed.name).toBe('Printemps 2025');

    const { mapId } = unwrap(
      await proposeSurveyMap(ports, { workspaceId, surveyId, language: 'fr', title: 'Parcours' }),
    );
    expect(Object.values(maps.get(mapId)?.touchpoints ?? {}).map(({ bindings }) => bindings[0])).toEqual(
      expect.arrayContaining([{ on: 'survey', surveyId, column: 'NPS', kind: 'nps' }]),
    );

    unwrap(await removeSurvey(ports, { workspaceId, surveyId }));
    expect(await survey(ports, { workspaceId, surveyId })).toMatchObject({ ok: false });
    expect(await surveyImportState(ports, { workspaceId, importId })).toMatchObject({
      ok: false,
      problem: { code: 'survey.import-not-found' },
    });
    expect(await world.remains()).toEqual({ cells: 0, files: [] });
  });

  it('tell of an import that fails, and keep its upload for another try', async () => {
    const uploadId = await upload('a,b\n1,2\n');
    const { importId } = unwrap(
      await startSurveyImport(ports, {
        workspaceId,
        uploadId,
        name: 'x',
        mapping: surveyMapping([{ column: 'note' }]),
      }),
    );
    expect(await ended(importId)).toMatchObject({
      status: 'failed',
      problem: { code: 'survey.missing-column', params: { column: 'note' } },
    });
    expect((await ports.uploads.find(workspaceId, uploadId)).ok).toBe(true);
    expect(
      await startSurveyImport(ports, {
        workspaceId,
        uploadId: 'none',
        name: 'x',
        mapping: surveyMapping([{ column: 'note' }]),
      }),
    ).toMatchObject({ ok: false, problem: { code: 'upload.not-found' } });
  });

  it('cancel an import under way: it says so, and nothing is left', async () => {
    const uploadId = await upload(`note\n${'5\n'.repeat(600_000)}`);
    const { importId, surveyId } = unwrap(
      await startSurveyImport(ports, {
        workspaceId,
        uploadId,
        name: 'x',
        mapping: surveyMapping([{ column: 'note' }]),
      }),
    );
    expect(unwrap(await cancelSurveyImport(ports, { workspaceId, importId }))).toMatchObject({
      status: 'cancelled',
    });
    expect(await survey(ports, { workspaceId, surveyId })).toMatchObject({ ok: false });
    expect(await world.remains()).toEqual({ cells: 0, files: [] });
    // Once more: it stays as it ended.
    expect(unwrap(await cancelSurveyImport(ports, { workspaceId, importId })).status).toBe('cancelled');
  });
});
