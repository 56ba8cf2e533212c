import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkspaceId } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import type { SurveyMapping } from '#voice/domain/survey.ts';
import { importSurvey, type SurveyImportRequest, type SurveySetting } from '#voice/server/import-survey.ts';
import { createSurveyStore } from '#voice/server/survey-store.ts';
import { embeddedStore } from './stores.ts';

/** Everything an import of answers touches: real embedded stores in a folder of their own, gone with `close`. */
export type SurveyWorld = SurveySetting & {
  readonly engine: Engine;
  readonly root: string;
  /** A file with this content (text as UTF-8), to import. */
  file(name: string, content: string | Uint8Array): Promise<{ path: string; name: string }>;
  import(
    request: Pick<SurveyImportRequest, 'file' | 'mapping'> & Partial<SurveyImportRequest>,
  ): ReturnType<typeof importSurvey>;
  /** What the engine and the folder of rows set aside hold: nothing may be left of what did not succeed. */
  remains(): Promise<{ cells: number; files: string[] }>;
  close(): Promise<void>;
};

export const surveyWorkspace = 'w-survey' as WorkspaceId;

export async function openSurveyWorld(): Promise<SurveyWorld> {
  const root = await mkdtemp(join(tmpdir(), 'parcours-survey-'));
  const engine = unwrap(await openEngine({ dataDir: join(root, 'engine') }));
  const postgres = await embeddedStore.open();
  let ids = 0;
  const setting: SurveySetting = {
    engine,
    surveys: createSurveyStore(postgres.db),
    folder: join(root, 'set-aside'),
    now: () => new Date(),
    newId: () => `id-${++ids}`,
  };
  let files = 0;
  return {
    ...setting,
    root,
    async file(name, content) {
      const path = join(root, `file-${++files}`);
      await writeFile(path, content);
      return { path, name };
    },
    import: (request) => importSurvey(setting, { workspaceId: surveyWorkspace, name: 'Enquête', ...request }),
    async remains() {
      const [row] = await engine.query<{ cells: number }>('SELECT count() AS cells FROM survey_cell');
      return {
        cells: row?.cells ?? 0,
        files: await readdir(setting.folder).catch(() => []),
      };
    },
    async close() {
      await engine.close();
      await postgres.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** A mapping with the parts that matter to a test. */
export const surveyMapping = (
  scores: readonly (Partial<SurveyMapping['scores'][number]> & { column: string })[],
  rest: Partial<SurveyMapping> = {},
): SurveyMapping => ({
  respondent: null,
  time: null,
  weight: null,
  splits: [],
  texts: [],
  ...rest,
  scores: scores.map((score) => ({
    label: score.column,
    kind: 'csat',
    scale: { min: 1, max: 5 },
    noAnswer: [],
    ...score,
  })),
});
