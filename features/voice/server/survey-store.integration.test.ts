import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Postgres } from '#platform/postgres/open.ts';
import { relationalStores } from '#testing/stores.ts';
import { createSurveyStore } from './survey-store.ts';
import type { StoredSurvey, SurveyImportRecord, Surveys } from './surveys-port.ts';

const at = (minute: number): string => new Date(Date.UTC(2025, 2, 30, 1, minute, 0, 250)).toISOString();

const aSurvey = (id: string, minute = 0): StoredSurvey => ({
  id,
  importId: `import-${id}`,
  name: `Enquête « ${id} »`,
  fileName: 'réponses.csv',
  fingerprint: `sha-${id}`,
  simulated: false,
  columns: ['id', 'note', 'poids'],
  mapping: {
    respondent: 'id',
    time: null,
    scores: [
      {
        column: 'note',
        label: 'Note',
        kind: 'nps',
        scale: { min: 0, max: 10 },
        noAnswer: ['11', 'Sans avis'],
      },
    ],
    weight: 'poids',
    splits: [],
    texts: [],
  },
  respondents: 12,
  balance: { read: 14, kept: 12, setAside: { 'too-few-fields': 1, 'duplicate-respondent': 1 } },
  firstAt: null,
  lastAt: null,
  importedAt: at(minute),
});

const anImport = (workspaceId: WorkspaceId, survey: StoredSurvey): SurveyImportRecord => ({
  id: survey.importId,
  workspaceId,
  surveyId: survey.id,
  fileName: survey.fileName,
  fileSize: 5_000_000_000,
  status: 'running',
  startedAt: at(0),
  endedAt: null,
  balance: null,
  problem: null,
});

describe.each(relationalStores)('survey store on $name', ({ available, open }) => {
  describe.skipIf(!available)('keeps surveys and their imports', () => {
    let postgres: Postgres;
    let store: Surveys;
    let workspaces = 0;
    let workspace: WorkspaceId;
    let other: WorkspaceId;

    beforeAll(async () => {
      postgres = await open();
      store = createSurveyStore(postgres.db);
    });
    afterAll(() => postgres?.close());
    beforeEach(() => {
      workspace = `w${workspaces++}` as WorkspaceId;
      other = `w${workspaces++}` as WorkspaceId;
    });

    const publish = async (survey: StoredSurvey, into = workspace): Promise<boolean> => {
      await store.addImport(into, anImport(into, survey));
      return store.publish(into, survey, at(5));
    };

    it('shows nothing of an import under way, then all of it at once', async () => {
      const survey = aSurvey('a');
      await store.addImport(workspace, anImport(workspace, survey));
      expect(await store.list(workspace)).toEqual([]);
      expect(await store.getImport(workspace, survey.importId)).toEqual(anImport(workspace, survey));
      expect(await store.publish(workspace, survey, at(5))).toBe(true);
      expect(await store.get(workspace, 'a')).toEqual(survey);
      expect(await store.findByFingerprint(workspace, 'sha-a')).toEqual(survey);
      expect(await store.getImport(workspace, survey.importId)).toEqual({
        ...anImport(workspace, survey),
        status: 'complete',
        endedAt: at(5),
        balance: survey.balance,
      });
    });

    it('takes a file once, even when two imports of it end together', async () => {
      const first = aSurvey('first');
      const second = { ...aSurvey('second'), fingerprint: first.fingerprint };
      const published = await Promise.all([publish(first), publish(second)]);
      expect(published.toSorted()).toEqual([false, true]);
      const [kept] = await store.list(workspace);
      expect(await store.list(workspace)).toHaveLength(1);
      const loser = kept?.id === 'first' ? second : first;
      expect((await store.getImport(workspace, loser.importId))?.status).toBe('running');
      // Another workspace may have the same file.
      expect(await publish(aSurvey('first'), other)).toBe(true);
    });

    it('lists the last imported first, and only what is of the workspace', async () => {
      await publish(aSurvey('old', 1));
      await publish(aSurvey('new', 2));
      await publish(aSurvey('elsewhere', 3), other);
      expect((await store.list(workspace)).map(({ id }) => id)).toEqual(['new', 'old']);
      expect(await store.get(workspace, 'elsewhere')).toBeUndefined();
      expect(await store.getImport(workspace, 'import-elsewhere')).toBeUndefined();
      expect(await store.allIds()).toEqual(expect.arrayContaining(['old', 'new', 'elsewhere']));
    });

    it('changes names, mappings and dates, and nothing else', async () => {
      const survey = aSurvey('a');
      await publish(survey);
      const mapping = { ...survey.mapping, weight: null, splits: ['id'] };
      expect(
        await store.change(workspace, 'a', { name: 'Autre', mapping, firstAt: at(1), lastAt: at(2) }),
      ).toBe(true);
      expect(await store.get(workspace, 'a')).toEqual({
        ...survey,
        name: 'Autre',
        mapping,
        firstAt: at(1),
        lastAt: at(2),
      });
      await store.change(workspace, 'a', { firstAt: null });
      expect((await store.get(workspace, 'a'))?.firstAt).toBeNull();
      expect(await store.change(other, 'a', { name: 'x' })).toBe(false);
    });

    it('removes a survey with the record of its import', async () => {
      await publish(aSurvey('a'));
      expect(await store.remove(other, 'a')).toBe(false);
      expect(await store.remove(workspace, 'a')).toBe(true);
      expect(await store.get(workspace, 'a')).toBeUndefined();
      expect(await store.getImport(workspace, 'import-a')).toBeUndefined();
      // The same file may come again.
      expect(await publish(aSurvey('a'))).toBe(true);
    });

    it('tells the imports that were cut short', async () => {
      const survey = aSurvey('cut');
      await store.addImport(workspace, anImport(workspace, survey));
      expect((await store.unfinishedImports()).map(({ id }) => id)).toContain('import-cut');
      await store.changeImport(workspace, 'import-cut', {
        status: 'failed',
        endedAt: at(1),
        problem: { code: 'import.truncated', params: { file: 'réponses.csv', line: 3 } },
      });
      expect((await store.unfinishedImports()).map(({ id }) => id)).not.toContain('import-cut');
      expect((await store.getImport(workspace, 'import-cut'))?.problem).toEqual({
        code: 'import.truncated',
        params: { file: 'réponses.csv', line: 3 },
      });
    });
  });
});
